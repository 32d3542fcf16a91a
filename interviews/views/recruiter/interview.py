"""One candidate's interview as a recruiter reads it: report, transcript, quiz, code, résumé, timeline."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from interviewer import background
from interviewer.errors import Conflict, NotFound, ServiceDown
from interviewer.integrations import machine
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import document_type_of
from interviewer.journal import services as journal
from interviews import tasks
from interviews.captions import webvtt
from interviews.enums import InterviewStatus
from interviews.forms.reading import OverrideForm
from interviews.models import CompetencyScore, Interview, Recording
from interviews.queries import sight
from interviews.queries.typing import playback, typings
from interviews.services import review
from interviews.views.recruiter.interview_page import find, page


def show_interview(request: MemberRequest, uid: uuid.UUID, **typed: object) -> HttpResponse:
    """The page of an interview once more, with what was typed into one of its forms and is not right."""
    return page(request, find(request, uid), status=422, **typed)


@require_safe
@member(*EVERYBODY)
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The report and what it stands on; that it was seen is written down."""
    interview = find(request, uid)
    journal.record(actor=request.user, action="interview.viewed", subject=interview)
    return page(request, interview)


@require_POST
@member(*EDITORS)
def override(request: MemberRequest, uid: uuid.UUID, score_id: int) -> HttpResponse:
    """Set a person's level beside the engine's."""
    interview = find(request, uid)
    sight.require(interview)
    scores = CompetencyScore.objects.filter(evaluation__interview=interview)
    score = scores.select_related("evaluation__interview__job", "competency").filter(pk=score_id).first()
    if score is None:
        raise NotFound
    form = OverrideForm(request.POST)
    if not form.is_valid():
        return page(request, interview, status=422, override_form=form, override_for=score.pk)
    try:
        review.override(actor=request.user, score=score, **form.cleaned_data)
    except Conflict as problem:
        messages.warning(request, problem.message)
        newest = scores.filter(competency=score.competency).order_by("-evaluation_id").first()
        return page(request, interview, status=422, override_form=form, override_for=newest.pk)
    messages.success(request, _("Your level counts from now on. The engine's level is kept beside it."))
    return redirect("workspace:interview", uid)


@require_POST
@member(*EDITORS)
def retry(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask for a new scoring."""
    try:
        review.retry(actor=request.user, interview=find(request, uid))
        messages.success(request, _("Scoring was started again."))
    except Conflict as problem:
        messages.warning(request, problem.message)
    return redirect("workspace:interview", uid)


@require_safe
@member(*EVERYBODY)
def pdf(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The report as PDF; when it is not made yet it is asked for, and the page says so."""
    interview = find(request, uid)
    if interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("The report is made when the interview is scored."))
    sight.require(interview)
    journal.record(actor=request.user, action="interview.report_downloaded", subject=interview)
    if not interview.report_pdf and machine.missing_for_pdf():
        raise ServiceDown(
            _("This server can't make PDFs: system packages are missing. The health page names them.")
        )
    if not interview.report_pdf:
        background.enqueue(tasks.render_report, interview.pk)
        messages.info(request, _("The PDF is being made. Please try again in a moment."))
        return redirect("workspace:interview", uid)
    name = f"report-{interview.uid}.pdf"
    return serve_private(request, interview.report_pdf, content_type="application/pdf", download_name=name)


@require_safe
@member(*EVERYBODY)
def resume(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The résumé as it was uploaded."""
    interview = find(request, uid)
    if not interview.resume:
        raise NotFound(_("No résumé was uploaded."))
    journal.record(actor=request.user, action="interview.resume_downloaded", subject=interview)
    with interview.resume.open() as file:
        kind, ending = document_type_of(file.read(8))
    return serve_private(request, interview.resume, content_type=kind, download_name=f"resume-{uid}.{ending}")


def _recording(interview: Interview, uid: uuid.UUID) -> Recording:
    rows = interview.recordings.select_related("turn").exclude(file="")
    row: Recording | None = rows.filter(uid=uid).first()
    if row is None:
        raise NotFound
    return row


@require_safe
@member(*EVERYBODY)
def recording_captions(request: MemberRequest, uid: uuid.UUID, recording_uid: uuid.UUID) -> HttpResponse:
    """What is said in a recording, in step with it (WebVTT)."""
    row = _recording(find(request, uid), recording_uid)
    is_heard = row.turn is not None and row.take == row.turn.take
    segments, text = (row.turn.segments, row.turn.transcript) if is_heard else ([], "")
    cues = webvtt(segments, text=text, duration_ms=row.duration_ms)
    return HttpResponse(cues, content_type="text/vtt; charset=utf-8", headers={"Cache-Control": "private"})


@require_safe
@member(*EVERYBODY)
def recording(request: MemberRequest, uid: uuid.UUID, recording_uid: uuid.UUID) -> HttpResponse:
    """One recorded answer, with range requests so that it seeks."""
    row = _recording(find(request, uid), recording_uid)
    return serve_private(request, row.file, content_type=row.content_type.split(";")[0])


@require_safe
@member(*EVERYBODY)
def typing(request: MemberRequest, uid: uuid.UUID, record_uid: uuid.UUID) -> HttpResponse:
    """How one program was typed, for the player."""
    rows = typings(find(request, uid))
    found = next((one for one in rows if one.record.uid == record_uid), None)
    if found is None:
        raise NotFound
    return JsonResponse(playback(found))
