"""Statements and other text that companies write in Markdown, as HTML that can do no harm."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TAGS = {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "table", "thead",
    "tbody", "tr", "th", "td", "hr", "a", "sup", "sub",
}  # fmt: skip


def as_html(text: str) -> SafeString:
    """Render Markdown; headings begin at level 3, tags beyond a short list, scripts and images are dropped."""
    html = _MARKDOWN.render(text)
    for level in (3, 2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener noreferrer nofollow")
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)
