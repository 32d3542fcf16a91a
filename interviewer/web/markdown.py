"""Markdown that people write, as HTML that is safe to show."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TAGS = set(
    "p br hr em strong del code pre ul ol li blockquote h2 h3 h4 h5 table thead tbody tr th td a sup sub".split()
)
_parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])


def render(text: str) -> SafeString:
    """HTML of a Markdown text: no raw HTML, no images, no styles; links open without a referrer."""
    # A statement stands below the page's own heading: its first level is our second.
    html = _parser.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return mark_safe(nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener noreferrer"))  # noqa: S308
