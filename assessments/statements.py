"""Statements and other text that companies write in Markdown, as HTML that can do no harm."""

from __future__ import annotations

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
#: Text cannot hold a tag at this point: the renderer has escaped every "<" that it did not write itself.
_HEADING = re.compile(r"(</?h)([1-6])>")
_TAGS = {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "table", "thead",
    "tbody", "tr", "th", "td", "hr", "a", "sup", "sub",
}  # fmt: skip


def as_html(text: str, *, top: int = 3) -> SafeString:
    """Render Markdown; the first level of headings becomes `top`, but never a page's own level 1. Tags beyond a short
    list, scripts and images are dropped."""
    html = _MARKDOWN.render(text)
    html = _HEADING.sub(lambda mark: f"{mark[1]}{min(6, max(2, int(mark[2]) + top - 1))}>", html)
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener noreferrer nofollow")
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)
