"""Pages set for paper: a template as PDF, with nothing fetched but our own files."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string

_STYLE = settings.BASE_DIR / "static" / "css" / "print.css"


def printed(template: str, context: dict[str, object]) -> bytes:
    """The bytes of a template as PDF/UA-1: tagged, so that a screen reader can read it."""
    # Imported here: it takes a second, and only the worker prints.
    from weasyprint import CSS, HTML, URLFetcher

    class OnlyOurFiles(URLFetcher):
        """What is printed holds people's text: nothing in it may make the server fetch an address."""

        def fetch(self, url: str, headers: dict | None = None) -> object:
            if not url.startswith(_STYLE.parent.parent.as_uri()):
                raise ValueError(f"Not fetched for a report: {url}")
            return super().fetch(url, headers)

    html = render_to_string(template, context)
    document = HTML(string=html, base_url=_STYLE.parent.as_uri(), url_fetcher=OnlyOurFiles())
    return document.write_pdf(stylesheets=[CSS(filename=str(_STYLE))], pdf_variant="pdf/ua-1")
