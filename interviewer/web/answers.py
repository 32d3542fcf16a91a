"""Errors as answers: problem details (RFC 9457) for programs, a page with a way back for people."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import select_template
from django.utils.translation import gettext as _

from interviewer.errors import DomainError, Invalid, NotFound, NotSignedIn, TooMany


def wants_json(request: HttpRequest) -> bool:
    """Whether a program asked: under /api/, a JSON body, or a script that accepts JSON first."""
    if request.path.startswith("/api/"):
        return True
    if request.headers.get("Content-Type", "").startswith("application/json"):
        return True
    return request.headers.get("Accept", "").startswith(("application/json", "application/problem+json"))


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead a person to the page of signing in and back; raises NotSignedIn for a program."""
    if wants_json(request):
        raise NotSignedIn
    return redirect_to_login(request.get_full_path())


def problem(
    *, request: HttpRequest, status: int, code: str, title: str, detail: str = "", **extra: object
) -> JsonResponse:
    """A problem details answer; `instance` is the address that was asked for."""
    body = {
        "type": f"/problems/{code}/",
        "title": title,
        "status": status,
        "detail": detail or title,
        "instance": request.path,
        "code": code,
        "request_id": getattr(request, "request_id", ""),
    }
    return JsonResponse({**body, **extra}, status=status, content_type="application/problem+json")


def pointer_to(*names: object) -> str:
    """A JSON pointer (RFC 6901); the empty one means the whole body."""
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names if name != "")


def error_response(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The answer to one of our errors."""
    if wants_json(request):
        errors = [{"pointer": pointer_to(name), "detail": text} for name, text in error.fields.items()]
        extra = {key: str(value) for key, value in error.extra.items()}
        response: HttpResponse = problem(
            request=request,
            status=error.status,
            code=error.code,
            title=str(error.title),
            detail=error.message,
            **extra,
            **({"errors": errors} if errors else {}),
        )
    else:
        response = error_page(request, status=error.status, title=str(error.title), message=error.message)
    if isinstance(error, TooMany):
        response["Retry-After"] = str(error.retry_after_seconds)
    if isinstance(error, NotSignedIn):
        response["WWW-Authenticate"] = 'Bearer realm="api"' if request.path.startswith("/api/") else "Session"
    return response


def error_page(request: HttpRequest, *, status: int, title: str, message: str = "") -> HttpResponse:
    """A page for people, with the request id to quote."""
    template = select_template([f"errors/{status}.html", "errors/error.html"])
    context = {
        "status": status,
        "error_title": title,
        "message": message,
        "request_id": getattr(request, "request_id", ""),
    }
    return render(request, template.template.name, context, status=status)


def _standard(request: HttpRequest, status: int, code: str, message: str = "") -> HttpResponse:
    title = HTTPStatus(status).phrase
    if wants_json(request):
        return problem(request=request, status=status, code=code, title=title, detail=message)
    return error_page(request, status=status, title=title, message=message)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's 400."""
    return _standard(request, 400, "bad-request")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's 403."""
    return _standard(request, 403, "not-allowed")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the mark that this site gave it: an old page, or somebody else's."""
    message = _("This page was open for too long, or cookies are off. Go back, reload it and try again.")
    return _standard(request, 403, "forged", str(message))


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """The address is there, but not for this kind of request; `allowed` names the kinds it is for."""
    response = _standard(request, 405, "method-not-allowed")
    response["Allow"] = allowed
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's 404: the same answer as for what belongs to somebody else."""
    return error_response(request, NotFound())


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The sign-in library's limit was reached."""
    return error_response(request, TooMany())


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's 500: no context processors, they may be what failed."""
    request_id = getattr(request, "request_id", "")
    if wants_json(request):
        return problem(request=request, status=500, code="server-error", title="Server error")
    template = select_template(["errors/500.html", "errors/error.html"])
    return HttpResponse(template.render({"request_id": request_id, "status": 500}), status=500)


def fields_sent(request: HttpRequest) -> dict[str, str]:
    """The fields sent, by form or as JSON; raises Invalid for what is not text."""
    if not request.headers.get("Content-Type", "").startswith("application/json"):
        return {key: request.POST.get(key, "") for key in request.POST}
    try:
        body = json.loads(request.body)
    except ValueError as problem:  # broken JSON, and bytes that are not UTF-8
        raise Invalid(_("The request could not be read. Reload the page and try again.")) from problem
    if not isinstance(body, dict):
        raise Invalid(_("The request could not be read. Reload the page and try again."))
    return {str(key): value for key, value in body.items() if isinstance(value, str)}
