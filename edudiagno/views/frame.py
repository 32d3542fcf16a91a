"""What every page of an attempt shows around its contents, and where pages go when a section is over."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from edudiagno import clocks
from edudiagno.enums import Section
from edudiagno.models import EduDiagnoAttempt
from interviewer.errors import TooLate
from interviewer.web.answers import wants_json
from seekers.access import SeekerRequest, seeker

View = Callable[..., HttpResponse]


def frame(attempt: EduDiagnoAttempt, section: str = "") -> dict[str, object]:
    """The context of layouts/candidate.html, for the pages that interviews and tests share."""
    now = timezone.now()
    steps = [
        {"label": str(one.label).capitalize(), "state": _state(attempt, one, section, now)}
        for one in Section
        if one in attempt.sections
    ]
    until = clocks.deadline_in(attempt.sections[section]) if section else None
    return {
        "attempt": attempt,
        "layout": "edudiagno/sitting.html",
        "desk": "edudiagno",
        "key": attempt.uid,
        "job_title": attempt.test.title,
        "company_name": "EduDiagno",
        "stages": steps if section else [],
        "deadline": until or attempt.deadline_at,
        "deadline_at": until or attempt.deadline_at,
        "now": now,
    }


def _state(attempt: EduDiagnoAttempt, one: str, section: str, now: Any) -> str:
    if one == section:
        return "current"
    return "done" if clocks.is_over(attempt.sections[one], now) else "todo"


def at_attempt(view: View) -> View:
    """Door for the pages of an attempt: the job seeker's own; when it or the section is over, they are led on."""

    @never_cache
    @seeker
    @functools.wraps(view)
    def checked(request: SeekerRequest, uid: uuid.UUID, **kwargs: object) -> HttpResponse:
        try:
            return view(request, uid=uid, **kwargs)
        except TooLate as problem:
            if wants_json(request):
                raise
            messages.warning(request, problem.message)
            return redirect("edudiagno:attempt", uid)

    return checked
