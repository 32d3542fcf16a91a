"""The API framework's own errors, and ours, as problem details."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.views import set_rollback

from interviewer.errors import DomainError
from interviewer.web.answers import error_response, problem


def _pointers(detail: object, path: str = "") -> list[dict[str, str]]:
    """Flatten the framework's nested messages into JSON pointers."""
    if isinstance(detail, dict):
        return [found for key, value in detail.items() for found in _pointers(value, f"{path}/{key}")]
    if isinstance(detail, list):
        if all(isinstance(item, str) for item in detail):
            return [{"pointer": path or "/", "detail": " ".join(map(str, detail))}]
        return [found for i, value in enumerate(detail) for found in _pointers(value, f"{path}/{i}")]
    return [{"pointer": path or "/", "detail": str(detail)}]


def handle(error: Exception, context: dict) -> HttpResponse | None:
    """The framework's exception handler; anything unknown goes on to become a logged 500."""
    request = context["request"]._request
    set_rollback()
    if isinstance(error, DomainError):
        return error_response(request, error)
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    if isinstance(error, exceptions.ValidationError):
        return problem(
            request=request,
            status=422,
            code="invalid",
            title="Please check your input",
            errors=_pointers(error.detail),
        )
    code = str(error.default_code).replace("_", "-")
    response = problem(
        request=request,
        status=error.status_code,
        code=code,
        title=str(error.default_detail),
        detail=str(error.detail),
    )
    if isinstance(error, exceptions.Throttled) and error.wait:
        response["Retry-After"] = str(int(error.wait) + 1)
    if getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = error.auth_header
    return response
