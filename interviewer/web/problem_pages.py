"""What the `type` of a problem details answer leads to: a page for each code, for whoever writes a client."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from interviewer import errors

_REPAIR = _("Repair the request; sending the same once more changes nothing.")
_LATER = _("Nothing was changed. Send the same request later, with growing pauses.")


@dataclass(frozen=True)
class Problem:
    """One kind of refusal: its code, HTTP status, title and what a client does about it."""

    code: str
    status: int
    title: str | Promise
    advice: str | Promise


_ADVICE: dict[str, str | Promise] = {
    "bad-request": _REPAIR,
    "not-found": _("It is not there, or it belongs to somebody else: the answer is the same for both."),
    "not-allowed": _("You are known and may not do this. Ask the owner of the company for the right."),
    "not-signed-in": _("Sign in, or open the interview's link again, and repeat the request."),
    "wrong-credentials": _("Check both. The answer is the same whether the address is known or not."),
    "token-not-valid": _(
        "Refresh the access token, or sign in again. A revoked key is replaced by a new one."
    ),
    "forged": _("Reload the page, then send the form again. Programs send a token instead of a cookie."),
    "request-running": _("Wait a moment and send the same request with the same key again."),
    "changed": _("Read the object again, decide anew, and send its new ETag in If-Match."),
    "key-reused": _("Use a new key for a new request. A repeated request has the same address and body."),
    "service-failed": _LATER,
    "conflict": _("Read the object again: somebody was first, or its state does not allow this any more."),
    "wrong-stage": _("Read the interview's state; it names the stage that is open."),
    "too-late": _("The server's deadline has passed. What was saved before counts."),
    "gone": _("The link or code is over for good. Ask for a new one."),
    "too-large": _("Send less: the message names the limit."),
    "wrong-type": _("Send a file of a kind that the message names. Its content decides, not its name."),
    "invalid": _("The list `errors` names each field by a pointer and says what to mend."),
    "too-many": _("Wait as many seconds as the header Retry-After says."),
    "service-down": _LATER,
    "storage-full": _LATER,
}
#: What the framework refuses before any of our code is asked.
_STANDARD = (
    Problem("parse-error", 400, _("The body can't be read"), _REPAIR),
    Problem(
        "method-not-allowed", 405, _("Method not allowed"), _("The header Allow names what is possible.")
    ),
    Problem(
        "unsupported-media-type", 415, _("This kind of body is not read here"), _("Send application/json.")
    ),
    Problem("server-error", 500, _("Server error"), _("Our fault. Name the request id when you report it.")),
)


def known() -> dict[str, Problem]:
    """Every problem by its code: those of our errors, and the framework's."""
    ours = [errors.DomainError]
    for error in ours:
        ours.extend(error.__subclasses__())
    found = [Problem(error.code, error.status, error.title, _ADVICE.get(error.code, "")) for error in ours]
    return {problem.code: problem for problem in sorted([*found, *_STANDARD], key=lambda one: one.status)}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All of them."""
    return render(request, "web/problems.html", {"problems": known().values()})


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """One of them."""
    problem = known().get(code)
    if problem is None:
        raise Http404
    return render(request, "web/problem.html", {"problem": problem})
