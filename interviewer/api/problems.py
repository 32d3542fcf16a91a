"""The API framework's own errors, those of outside services, and ours, as problem details."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.settings import api_settings
from rest_framework.views import set_rollback

from interviewer import errors
from interviewer.integrations.failures import IntegrationError, Rejected
from interviewer.web.answers import error_response, pointer_to, problem

log = logging.getLogger(__name__)

_WHOLE = api_settings.NON_FIELD_ERRORS_KEY
#: The framework's errors in our words.
_OURS: dict[type[Exception], type[errors.DomainError]] = {
    Http404: errors.NotFound,
    exceptions.NotFound: errors.NotFound,
    PermissionDenied: errors.NotAllowed,
    exceptions.PermissionDenied: errors.NotAllowed,
    exceptions.NotAuthenticated: errors.NotSignedIn,
    exceptions.AuthenticationFailed: errors.TokenNotValid,
    RequestDataTooBig: errors.TooLarge,
}


def _texts(detail: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    """Flatten the framework's nested messages into paths and texts."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            yield from _texts(value, path if key == _WHOLE else (*path, key))
    elif isinstance(detail, list) and not all(isinstance(item, str) for item in detail):
        for number, value in enumerate(detail):
            yield from _texts(value, (*path, number))
    else:
        yield path, " ".join(map(str, detail)) if isinstance(detail, list) else str(detail)


class WrongParameters(Exception):
    """What stands in the query of an address makes no sense; `detail` names each parameter."""

    def __init__(self, detail: object) -> None:
        super().__init__("wrong parameters")
        self.detail = detail


def _invalid(request: HttpRequest, found: list[dict[str, str]]) -> HttpResponse:
    return problem(
        request=request,
        status=422,
        code=errors.Invalid.code,
        title=str(errors.Invalid.title),
        detail=" ".join(dict.fromkeys(one["detail"] for one in found)),
        errors=found,
    )


def _of_framework(request: HttpRequest, error: exceptions.APIException) -> HttpResponse:
    response = problem(
        request=request,
        status=error.status_code,
        code=str(error.default_code).replace("_", "-"),
        title=str(error.default_detail),
        detail=str(error.detail),
    )
    return response


def answer(request: HttpRequest, error: Exception) -> HttpResponse:
    """The answer to any error under /api/. What is nobody's mistake but ours is logged and says nothing."""
    for kind, ours in _OURS.items():
        if isinstance(error, kind):
            return error_response(
                request, ours(str(getattr(error, "detail", "")) if kind in _TELLING else "")
            )
    if isinstance(error, errors.DomainError):
        return error_response(request, error)
    if isinstance(error, WrongParameters):
        named = [
            {"parameter": ".".join(map(str, path)), "detail": text} for path, text in _texts(error.detail)
        ]
        return _invalid(request, named)
    if isinstance(error, exceptions.ValidationError):
        found = [{"pointer": pointer_to(*path), "detail": text} for path, text in _texts(error.detail)]
        return _invalid(request, found)
    if isinstance(error, exceptions.APIException):
        return _of_framework(request, error)
    if isinstance(error, IntegrationError):
        kind = errors.ServiceFailed if isinstance(error, Rejected) else errors.ServiceDown
        return error_response(request, kind())
    if isinstance(error, SuspiciousOperation | TooManyFilesSent):
        return error_response(request, errors.DomainError())
    return _ours_alone(request)


#: Their texts are ours or say what a person can mend.
_TELLING = {exceptions.AuthenticationFailed}


def _ours_alone(request: HttpRequest) -> HttpResponse:
    got_request_exception.send(sender=answer, request=request)
    log.exception("%s %s failed", request.method, request.path)
    return problem(request=request, status=500, code="server-error", title="Server error")


def handle(error: Exception, context: dict) -> HttpResponse:
    """The framework's exception handler."""
    set_rollback()
    return answer(context["request"]._request, error)
