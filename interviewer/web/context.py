"""What every template knows about the product."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def product(request: HttpRequest) -> dict[str, object]:
    """The site's address, the request id and whether this is a development server."""
    return {
        "site_url": settings.SITE_URL,
        "request_id": getattr(request, "request_id", ""),
        "is_development": settings.DEBUG,
    }
