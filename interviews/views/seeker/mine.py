"""My applications and interviews: the list of both, beginning an interview and going on with one."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from companies.models import AiInterviewedJob, JobApplication
from interviewer.accounts.services import users
from interviewer.errors import Gone, NotFound
from interviews import rules
from interviews.access import stage_url, take_seat
from interviews.models import Interview
from interviews.queries.candidates import as_rows
from interviews.services import seeker_starts, stages
from seekers.access import SeekerRequest, seeker

PAGE_SIZE = 25


@never_cache
@require_safe
@seeker
def index(request: SeekerRequest) -> HttpResponse:
    """Every application and every interview of the job seeker, the newest first, each list paged."""
    sent = JobApplication.objects.for_seeker(request.seeker).select_related("job__company")
    taken = Interview.objects.for_seeker(request.seeker).select_related("job__company")
    taken = taken.prefetch_related("stage_attempts").order_by("-created_at", "-pk")
    interviews = Paginator(taken, PAGE_SIZE).get_page(request.GET.get("interviews"))
    context = {
        "applications": Paginator(sent, PAGE_SIZE).get_page(request.GET.get("page")),
        "interviews": interviews,
        "rows": as_rows(list(interviews.object_list)),
    }
    return render(request, "seekers/mine.html", context)


def _enter(request: HttpRequest, interview: Interview) -> HttpResponse:
    """Lead to the stage; an account that proved the interview's address need not prove it to this browser again."""
    is_theirs = interview.email == request.user.email and users.has_proven_address(user=request.user)
    if interview.email_verified_at and is_theirs:
        take_seat(request, interview)
    return redirect(stage_url(interview, stages.current(interview)))


@require_POST
@seeker
def start(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Begin the interview of a job of the board, or go on with the one that there is."""
    job = AiInterviewedJob.objects.alive().filter(uid=uid).select_related("company").first()
    if job is None:
        raise NotFound
    if reason := rules.why_not_begin_by_public_link(job):
        if known := seeker_starts.interview_of(request.seeker, job):
            return _enter(request, known)
        raise Gone(f"{reason} {rules.whom_to_ask(job)}")
    return _enter(request, seeker_starts.start(seeker=request.seeker, job=job))


@never_cache
@require_safe
@seeker
def interview(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Go on with an interview of one's own."""
    rows = Interview.objects.for_seeker(request.seeker).select_related("job__company", "rubric")
    row = rows.filter(uid=uid).first()
    if row is None:
        raise NotFound
    return _enter(request, row)
