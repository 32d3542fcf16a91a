"""An attempt: its overview with the sections, handing in, and the result."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from edudiagno import clocks, queries
from edudiagno.enums import AttemptStatus, Section
from edudiagno.models import EduDiagnoAttempt
from edudiagno.services import attempts
from edudiagno.views.frame import at_attempt, frame
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from seekers.access import SeekerRequest, seeker


def _mine(request: SeekerRequest, uid: uuid.UUID) -> EduDiagnoAttempt:
    found = queries.attempt_of(seeker=request.seeker, uid=uid)
    if found is None:
        raise NotFound
    return found


@never_cache
@require_safe
@seeker
def mine(request: SeekerRequest) -> HttpResponse:
    """My tests."""
    attempts.settle_own(seeker=request.seeker)
    page = Paginator(queries.attempts_of(seeker=request.seeker), 25).get_page(request.GET.get("page"))
    return render(request, "edudiagno/mine.html", {"page": page, "seeker": request.seeker})


@never_cache
@require_safe
@seeker
def page(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """The sections of an attempt under way; of one that is over, the result."""
    attempts.settle_own(seeker=request.seeker)
    attempt = _mine(request, uid)
    if attempt.status != AttemptStatus.IN_PROGRESS:
        return redirect("edudiagno:result", uid)
    now = timezone.now()
    sections = [
        {
            "section": one,
            "url": f"edudiagno:{_PAGES[one]}",
            "is_open": bool(attempt.sections[one].get("opened_at")),
            "is_over": clocks.is_over(attempt.sections[one], now),
            "minutes": attempt.test.section_minutes(one),
        }
        for one in Section
        if one in attempt.sections
    ]
    return render(request, "edudiagno/attempt.html", {"sections": sections, **frame(attempt)})


_PAGES = {Section.MCQ: "quiz", Section.CODING: "coding", Section.VIDEO: "videos"}


@require_POST
@at_attempt
def hand_in(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """End the test; there is no way back."""
    attempts.hand_in(attempt=attempts.require(seeker=request.seeker, uid=uid))
    return redirect("edudiagno:result", uid)


@never_cache
@require_safe
@seeker
def result(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """What came out, or what is still being done."""
    attempt = _mine(request, uid)
    if attempt.status == AttemptStatus.IN_PROGRESS:
        return redirect("edudiagno:attempt", uid)
    context: dict[str, object] = {"attempt": attempt, "test": attempt.test, "key": attempt.uid}
    if attempt.status == AttemptStatus.COMPLETED:
        context |= {"result": queries.result_of(attempt=attempt)}
        context |= {"certificate": getattr(attempt, "certificate", None)}
    else:
        context |= {"waiting": queries.waiting_text(attempt)}
    return render(request, "edudiagno/result.html", context)


@never_cache
@require_safe
@seeker
def state(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Whether the result is there, for the page that waits for it."""
    return JsonResponse({"version": _mine(request, uid).status})


@require_POST
@seeker
def show_on_leaderboard(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Be on the leaderboard of the test, or not any more."""
    attempt = _mine(request, uid)
    attempts.show_on_leaderboard(attempt=attempt, is_shown=request.POST.get("show") == "yes")
    return redirect("edudiagno:result", uid)


@require_safe
@seeker
def certificate(request: SeekerRequest, uid: uuid.UUID) -> HttpResponseBase:
    """My certificate as PDF."""
    found = getattr(_mine(request, uid), "certificate", None)
    if found is None or not found.pdf:
        raise NotFound
    return serve_private(
        request, found.pdf, content_type="application/pdf", download_name=f"certificate-{found.code}.pdf"
    )
