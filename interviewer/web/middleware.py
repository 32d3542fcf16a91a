"""Middleware: the request id, where a request came from, what pages may do, and errors as answers."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django_permissions_policy import PermissionsPolicyMiddleware

from interviewer.errors import DomainError
from interviewer.journal.context import Origin, origin
from interviewer.web.answers import error_response, method_not_allowed

Handler = Callable[[HttpRequest], HttpResponse]
_SAFE_ID = re.compile(r"^[A-Za-z0-9-]{8,40}$")


def client_address(request: HttpRequest) -> str:
    """The client's address: forwarded headers count only behind a declared number of proxies."""
    hops = settings.TRUSTED_PROXIES
    forwarded = [
        part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
    ]
    if hops and len(forwarded) >= hops:
        return forwarded[-hops]
    return request.META.get("REMOTE_ADDR", "")


class RequestIdMiddleware:
    """Gives each request an id that its answer, logs, journal rows and tasks carry."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        offered = request.headers.get("X-Request-ID", "")
        request.request_id = offered if _SAFE_ID.match(offered) else uuid.uuid4().hex[:16]
        token = origin.set(Origin(request_id=request.request_id, address=client_address(request)))
        try:
            response = self.get_response(request)
        finally:
            origin.reset(token)
        response["X-Request-ID"] = request.request_id
        return response


class PrivatePagesMiddleware:
    """Pages of people who are signed in, or sit in an interview, are not kept by shared caches or the
    browser's history: the back button shows the present state, not an old one."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(("/i/", "/me/", "/workspace/")) and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response


class PermissionsMiddleware:
    """Says what a page may ask the browser for: camera and microphone only where candidates are interviewed."""

    def __init__(self, get_response: Handler) -> None:
        devices = {"camera": "self", "microphone": "self"}
        self.ordinary = PermissionsPolicyMiddleware(get_response)
        self.with_devices = PermissionsPolicyMiddleware(
            get_response, policy={**settings.PERMISSIONS_POLICY, **devices}
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_interview = request.path.startswith(settings.DEVICE_PATHS)
        return (self.with_devices if is_interview else self.ordinary)(request)


class DomainErrorMiddleware:
    """Turns our errors into a page or problem details with their own status."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return method_not_allowed(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a DomainError; anything else goes on to Django."""
        if isinstance(exception, DomainError):
            return error_response(request, exception)
        return None
