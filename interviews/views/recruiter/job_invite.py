"""Inviting one or many to a job: the list that is typed or uploaded, how it goes, and what became of each row."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import DomainError, NotFound
from interviewer.journal import services as journal
from interviewer.web import spreadsheets
from interviewer.web.uploads import checked_upload
from interviews import job_rules
from interviews.enums import RowResult
from interviews.forms.invitations import MAX_FILE_BYTES, InviteForm
from interviews.models import InvitationBatch
from interviews.queries import invitations as queries
from interviews.queries.expectations import expectations
from interviews.services import invitation_batches
from interviews.stages import Plan
from interviews.views.recruiter.inviting_frame import inviting_tabs
from interviews.views.recruiter.job_frame import find_job, is_sent, show

#: A file that is a little too large is refused beside its field, a far larger request unread.
LARGEST_REQUEST = 4 * MAX_FILE_BYTES
PAGE_SIZE = 50
TONES = {
    RowResult.INVITED: "success",
    RowResult.DONE: "success",
    RowResult.BAD_ADDRESS: "danger",
    RowResult.NAME_MISSING: "danger",
    RowResult.BAD_VALUE: "danger",
    RowResult.REFUSED: "danger",
    RowResult.DUPLICATE: "warn",
    RowResult.ALREADY: "info",
    RowResult.ENDED: "warn",
}
COLUMNS = [
    {"label": gettext_lazy("Line"), "numeric": True},
    {"label": gettext_lazy("Candidate")},
    {"label": gettext_lazy("Result")},
    {"label": gettext_lazy("Reason")},
]


@checked_upload(LARGEST_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def invite(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Type or upload a list; it is worked off in the background, a short one before the next page is shown."""
    job = find_job(request, uid)
    form = InviteForm(request.POST, request.FILES) if is_sent(request) else InviteForm()
    if not form.is_bound or not form.is_valid():
        return _page(request, job, form, status=422 if form.is_bound else 200)
    values = form.cleaned_data
    try:
        batch = invitation_batches.start(
            actor=request.membership,
            job=job,
            sheet=form.sheet,
            message=values["message"],
            deadline_at=values["deadline"],
            file_name=values["file"].name if values["file"] else "",
        )
    except DomainError as refusal:
        form.add_error(None, refusal.message)
        return _page(request, job, form, status=refusal.status)
    return to_list(batch)


def to_list(batch: InvitationBatch) -> HttpResponse:
    """To the page of a list that was just begun; a short one is done first."""
    if batch.row_count <= invitation_batches.CHUNK:
        invitation_batches.run(batch_id=batch.pk)
    return redirect("workspace:job_batch", batch.job.uid, batch.uid)


def _page(request: MemberRequest, job: AiInterviewedJob, form: InviteForm, *, status: int) -> HttpResponse:
    return show(
        request,
        job,
        "invite",
        status=status,
        form=form,
        inviting_tabs=inviting_tabs(request, job),
        batches=queries.latest_batches(job),
        why_not_invite=job_rules.why_not_invite(request.membership, job),
        expectations=expectations(job, Plan.of(job)),
    )


def _find_batch(job: AiInterviewedJob, batch: uuid.UUID) -> InvitationBatch:
    rows = InvitationBatch.objects.for_job(job).select_related("started_by__user")
    found = rows.filter(uid=batch).first()
    if found is None:
        raise NotFound
    return found


@require_safe
@member(*EVERYBODY)
def batch_page(request: MemberRequest, uid: uuid.UUID, batch: uuid.UUID) -> HttpResponse:
    """How a list goes and what became of its rows; a reload shows more, with a script it moves by itself."""
    job = find_job(request, uid)
    row = _find_batch(job, batch)
    progress = queries.progress_of(row)
    chosen = request.GET.get("result", "")
    page = Paginator(queries.rows_of(row, chosen), PAGE_SIZE).get_page(request.GET.get("page"))
    return show(
        request,
        job,
        "batch",
        batch=row,
        progress=progress,
        page=page,
        rows=[{"row": one, "tone": TONES.get(one.result)} for one in page],
        columns=COLUMNS,
        results=[(one, progress.counts[one]) for one in RowResult if progress.counts.get(one)],
        chosen=chosen,
        inviting_tabs=inviting_tabs(request, job),
    )


@require_safe
@member(*EVERYBODY)
def batch_state(request: MemberRequest, uid: uuid.UUID, batch: uuid.UUID) -> HttpResponse:
    """For the script of that page: how far the list is; nothing but 304 as long as nothing moved."""
    progress = queries.progress_of(_find_batch(find_job(request, uid), batch))
    response = JsonResponse(
        {
            "version": progress.version,
            "percent": progress.percent,
            "finished": progress.is_finished,
            "text": _("%(done)d of %(total)d rows") % {"done": progress.done, "total": progress.total},
        }
    )
    response["ETag"] = quote_etag(progress.version)
    response["Cache-Control"] = "private, no-cache"
    return get_conditional_response(request, etag=response["ETag"], response=response)


@require_safe
@member(*EVERYBODY)
def batch_file(
    request: MemberRequest, uid: uuid.UUID, batch: uuid.UUID, *, only_rejected: bool
) -> HttpResponseBase:
    """The list as CSV with what became of each row; or the rejected rows, to be mended and sent again."""
    job = find_job(request, uid)
    row = _find_batch(job, batch)
    name = "rejected" if only_rejected else "results"
    data = {"batch": str(row.uid), "file": name}
    journal.record(actor=request.user, action="job.invitations_exported", subject=job, data=data)
    lines = queries.file_of(row, only_rejected=only_rejected)
    return spreadsheets.download(lines, kind="csv", name=f"invitations-{name}", title=name)
