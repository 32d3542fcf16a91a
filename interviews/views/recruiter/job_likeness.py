"""Programs of a job's candidates that are alike: the list of pairs, and one pair side by side."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from assessments.models import CodePair
from companies.access import MemberRequest, member
from interviewer.errors import NotFound
from interviewer.journal import services as journal
from interviews.queries.likeness import sides
from interviews.views.recruiter.job_frame import find_job, show

PAGE_SIZE = 25
_BOTH = ("question", "first__interview", "second__interview")


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The pairs of a job, the most alike first."""
    job = find_job(request, uid)
    rows = CodePair.objects.for_job(job).select_related(*_BOTH)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return show(request, job, "likeness", page=page)


@require_safe
@member()
def detail(request: MemberRequest, uid: uuid.UUID, pair: uuid.UUID) -> HttpResponse:
    """One pair; that it was looked at is written down for both candidates."""
    job = find_job(request, uid)
    row = CodePair.objects.for_job(job).select_related(*_BOTH).filter(uid=pair).first()
    if row is None:
        raise NotFound
    for one in (row.first, row.second):
        journal.record(actor=request.user, action="interview.code_compared", subject=one.interview)
    return show(request, job, "likeness_pair", pair=row, sides=sides(row))
