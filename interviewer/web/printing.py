"""PDFs out of templates (WeasyPrint): tagged for screen readers, in any script, fetching nothing from anywhere."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.template.loader import render_to_string

_STATIC = settings.BASE_DIR / "static"
_STYLE = _STATIC / "css" / "print.css"


def as_pdf(template: str, context: Mapping[str, object], *, style: str = "") -> bytes:
    """The template's bytes as PDF/UA-1; `style` names a further style sheet below static/css."""
    # Imported here: it takes a second, and only the worker prints.
    from weasyprint import CSS, HTML, URLFetcher

    class OnlyOurFiles(URLFetcher):
        """Answers and profiles are other people's text: nothing in them may make the server fetch an address."""

        def fetch(self, url: str, headers: dict | None = None) -> object:
            if not url.startswith((_STATIC.as_uri(), "data:image/jpeg;base64,")):
                raise ValueError(f"Not fetched for a print: {url}")
            return super().fetch(url, headers)

    html = render_to_string(template, dict(context))
    document = HTML(string=html, base_url=_STYLE.parent.as_uri(), url_fetcher=OnlyOurFiles())
    sheets = [CSS(filename=str(_STYLE))]
    if style:
        sheets.append(CSS(filename=str(_STATIC / "css" / style)))
    return document.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")
