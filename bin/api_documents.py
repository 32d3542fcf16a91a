"""Writes docs/openapi.yaml and docs/api-coverage.md from the endpoints; a test says when they are stale."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

COVERAGE_HEAD = """# What the API covers

Every action of every page with its endpoint, or the reason why it has none. Written by `python bin/api_documents.py`
from `interviews/api/coverage.py`; a test holds it against the pages and the endpoints that there are.

"""


def openapi() -> str:
    """The OpenAPI document."""
    from django.conf import settings
    from drf_spectacular.generators import SchemaGenerator
    from drf_spectacular.renderers import OpenApiYamlRenderer

    settings.SITE_URL = "http://localhost:8000"
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return OpenApiYamlRenderer().render(schema, renderer_context={}).decode()


def coverage() -> str:
    """The table of pages and endpoints."""
    from django.urls import URLPattern, get_resolver

    from interviews.api.coverage import table

    found = {}
    (v1,) = (one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "v1")
    waiting = list(v1.url_patterns)
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLPattern):
            found[f"v1:{one.name}"] = f"/api/v1/{one.pattern}"
        else:
            waiting += one.url_patterns
    return COVERAGE_HEAD + table(found) + "\n"


DOCUMENTS = {"openapi.yaml": openapi, "api-coverage.md": coverage}


def main() -> None:
    """Write both."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewer.settings")
    import django

    django.setup()
    for name, make in DOCUMENTS.items():
        (ROOT / "docs" / name).write_text(make())


if __name__ == "__main__":
    main()
