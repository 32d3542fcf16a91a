"""Statements and other text that companies write in Markdown, as HTML that can do no harm.

Mathematics between dollar signs becomes MathML here, so that no page loads anything for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

#: Text cannot hold a tag at this point: the renderer has escaped every "<" that it did not write itself.
_HEADING = re.compile(r"(</?h)([1-6])>")
MAX_FORMULA = 1_000
MAX_NESTING = 40
_MATHS = {
    "math", "mrow", "mi", "mo", "mn", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msup", "msub", "msubsup",
    "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose",
    "mmultiscripts", "mprescripts",
}  # fmt: skip
_MATHS_ATTRIBUTES = {
    "display", "displaystyle", "mathvariant", "stretchy", "fence", "form", "separator", "accent", "linethickness",
    "columnalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "width", "height", "depth", "lspace",
    "rspace", "minsize", "maxsize", "movablelimits", "notation", "symmetric", "scriptlevel",
}  # fmt: skip
_TAGS = _MATHS | {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "table", "thead",
    "tbody", "tr", "th", "td", "hr", "a", "sup", "sub", "img", "div",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "div": {"class"},
    **dict.fromkeys(_MATHS, _MATHS_ATTRIBUTES),
}


def as_html(text: str, images: Mapping[str, str] | None = None, *, top: int = 3) -> SafeString:
    """Render Markdown. `images` maps the names of pictures to their addresses: other pictures are replaced by what
    they show. The first level of headings becomes `top`, but never a page's own level 1. Tags beyond a short list and
    scripts are dropped."""
    html = _MARKDOWN.render(text, {"images": images or {}})
    html = _HEADING.sub(lambda mark: f"{mark[1]}{min(6, max(2, int(mark[2]) + top - 1))}>", html)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes={},
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)


def has_maths(text: str) -> bool:
    """Whether there may be mathematics in a statement."""
    return "$" in text


@lru_cache(maxsize=2048)
def formula(latex: str, display: str) -> str:
    """MathML of a formula; the formula itself where it can't be read."""
    depth = deepest = 0
    for letter in latex:
        depth += (letter == "{") - (letter == "}")
        deepest = max(deepest, depth)
    try:
        if len(latex) > MAX_FORMULA or deepest > MAX_NESTING:
            raise ValueError
        return convert(latex, display=display)
    except Exception:  # whatever the library meets in a stranger's formula, the text of it can be read
        return f"<code>{escape(latex)}</code>"


def _inline_maths(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "$":
        return False
    sign = "$$" if source.startswith("$$", start) else "$"
    begin = start + len(sign)
    end = source.find(sign, begin)
    while end > 0 and source[end - 1] == "\\":
        end = source.find(sign, end + 1)
    inside = source[begin:end] if end > begin else ""
    # "costs $5 or $6" is no formula: those touch their signs, and no digit follows.
    if not inside or (sign == "$" and (inside != inside.strip() or source[end + 1 : end + 2].isdigit())):
        return False
    if not silent:
        state.push("maths", "", 0).content = inside
        state.tokens[-1].info = "block" if sign == "$$" else "inline"
    state.pos = end + len(sign)
    return True


def _block_maths(state: StateBlock, begin: int, last: int, silent: bool) -> bool:
    def line(number: int) -> str:
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()

    if not line(begin).startswith("$$") or line(begin).count("$$") > 1:
        return False
    end = next((number for number in range(begin + 1, last) if line(number).endswith("$$")), None)
    if end is None:
        return False
    if not silent:
        content = "\n".join([line(begin)[2:], *map(line, range(begin + 1, end)), line(end)[:-2]])
        token = state.push("maths", "", 0)
        token.content, token.info = content.strip(), "block"
        state.line = end + 1
    return True


class _Renderer(RendererHTML):
    def maths(self, tokens: Any, index: int, options: Any, env: dict) -> str:
        token = tokens[index]
        return formula(token.content, token.info)

    def image(self, tokens: Any, index: int, options: Any, env: dict) -> str:
        token = tokens[index]
        shown = self.renderInlineAsText(token.children, options, env)
        address = env.get("images", {}).get(str(token.attrs.get("src", "")))
        return f'<img src="{escape(address)}" alt="{escape(shown)}">' if address else str(escape(shown))


_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}, renderer_cls=_Renderer).enable(
    "table"
)
_MARKDOWN.inline.ruler.before("escape", "maths", _inline_maths)
_MARKDOWN.block.ruler.before("fence", "maths", _block_maths, {"alt": ["paragraph"]})
