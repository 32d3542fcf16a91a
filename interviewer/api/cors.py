"""Scripts of other sites (CORS): only those that the settings name, only under /api/, never with cookies.

Thirty lines in place of a package: nothing else of it is wanted, and what is refused can be read here.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

_METHODS = "GET, POST, PUT, PATCH, DELETE"
_MAY_SEND = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Company, X-Content-SHA256, X-Request-ID"
_MAY_READ = (
    "ETag, Link, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-ID"
)


class CorsMiddleware:
    """Answers preflight requests and marks answers for the origins that are allowed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        if not origin or not request.path.startswith("/api/"):
            return self.get_response(request)
        is_allowed = origin in settings.API_CORS_ORIGINS
        is_preflight = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        response = HttpResponse(status=204) if is_preflight and is_allowed else self.get_response(request)
        patch_vary_headers(response, ["Origin"])
        if is_allowed:
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Expose-Headers"] = _MAY_READ
        if is_allowed and is_preflight:
            response["Access-Control-Allow-Methods"] = _METHODS
            response["Access-Control-Allow-Headers"] = _MAY_SEND
            response["Access-Control-Max-Age"] = "600"
        return response
