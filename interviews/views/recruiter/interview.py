"""One candidate's interview as a recruiter reads it: report, transcript, quiz, code, résumé, timeline."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from interviewer import background
from interviewer.errors import Conflict, NotFound, ServiceDown
from interviewer.integrations import machine
from interviewer.integrations.media import serve_private
from interviewer.journal import services as journal
from interviews import tasks
from interviews.captions import webvtt
from interviews.enums import InterviewStatus
from interviews.forms.reading import DecisionForm, OverrideForm, ShareForm
from interviews.media_types import document_type_of
from interviews.models import CompetencyScore, Interview, Recording
from interviews.queries import report as reports
from interviews.queries.typing import playback, typings
from interviews.services import review, scoring, sharing, stages
from interviews.views.recruiter.link_state import link_context

TABS = ("overview", "conversation", "quiz", "code", "profile", "timeline")


def _interview(request: MemberRequest, uid: uuid.UUID) -> Interview:
    """The company's interview; another company's is as missing as one that never was."""
    rows = Interview.objects.for_company(request.company).select_related("job__company", "rubric")
    found = rows.prefetch_related("stage_attempts", "invitations", "consents").filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def _tabs(interview: Interview, current: str) -> list[dict[str, object]]:
    plan = stages.plan_of(interview)
    labels = {
        "overview": _("Report"),
        "conversation": _("Conversation"),
        "quiz": _("Quiz"),
        "code": _("Code"),
        "profile": _("Résumé and match"),
        "timeline": _("Timeline"),
    }
    shown = {"conversation": plan.has_conversation, "quiz": plan.has_quiz, "code": plan.has_coding}
    url = reverse("workspace:interview", args=[interview.uid])
    return [
        {"label": label, "href": f"{url}?tab={key}", "current": key == current}
        for key, label in labels.items()
        if shown.get(key, True)
    ]


def _page(request: MemberRequest, interview: Interview, **extra: object) -> HttpResponse:
    tab = request.GET.get("tab", "overview")
    tab = tab if tab in TABS else "overview"
    context = {
        "company": request.company,
        "interview": interview,
        "report": reports.read(interview),
        "typings": typings(interview) if tab == "code" else [],
        "tab": tab,
        "tabs": _tabs(interview, tab),
        "tab_template": f"workspace/interview/_{tab}.html",
        "current_stage": stages.current(interview),
        "waits_for": scoring.waits_for(interview) if interview.status == InterviewStatus.SCORING else "",
        "may_edit": request.membership.role in EDITORS,
        "decision_form": DecisionForm(instance=interview),
        **link_context(request, interview),
        "override_form": OverrideForm(),
        "share_form": ShareForm(),
        "shared_links": sharing.open_links(interview),
        "new_shared_link": request.session.pop(f"shared:{interview.uid}", ""),
        **extra,
    }
    return render(request, "workspace/interview.html", context, status=422 if extra else 200)


def show_interview(request: MemberRequest, uid: uuid.UUID, **typed: object) -> HttpResponse:
    """The page of an interview once more, with what was typed into one of its forms and is not right."""
    return _page(request, _interview(request, uid), **typed)


@require_safe
@member(*EVERYBODY)
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The report and what it stands on; that it was seen is written down."""
    interview = _interview(request, uid)
    journal.record(actor=request.user, action="interview.viewed", subject=interview)
    return _page(request, interview)


@require_POST
@member(*EDITORS)
def decide(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Record the recruiter's decision."""
    interview = _interview(request, uid)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _page(request, interview, decision_form=form)
    values = form.cleaned_data
    review.decide(
        actor=request.user, interview=interview, decision=values["decision"], reason=values["decision_reason"]
    )
    messages.success(request, _("Decision saved."))
    return redirect("workspace:interview", uid)


@require_POST
@member(*EDITORS)
def override(request: MemberRequest, uid: uuid.UUID, score_id: int) -> HttpResponse:
    """Set a person's level beside the engine's."""
    interview = _interview(request, uid)
    scores = CompetencyScore.objects.filter(evaluation__interview=interview)
    score = scores.select_related("evaluation__interview__job", "competency").filter(pk=score_id).first()
    if score is None:
        raise NotFound
    form = OverrideForm(request.POST)
    if not form.is_valid():
        return _page(request, interview, override_form=form, override_for=score.pk)
    try:
        review.override(actor=request.user, score=score, **form.cleaned_data)
    except Conflict as problem:
        messages.warning(request, problem.message)
        newest = scores.filter(competency=score.competency).order_by("-evaluation_id").first()
        return _page(request, interview, override_form=form, override_for=newest.pk)
    messages.success(request, _("Your level counts from now on. The engine's level is kept beside it."))
    return redirect("workspace:interview", uid)


@require_POST
@member(*EDITORS)
def retry(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask for a new scoring."""
    try:
        review.retry(actor=request.user, interview=_interview(request, uid))
        messages.success(request, _("Scoring was started again."))
    except Conflict as problem:
        messages.warning(request, problem.message)
    return redirect("workspace:interview", uid)


@require_safe
@member(*EVERYBODY)
def pdf(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The report as PDF; when it is not made yet it is asked for, and the page says so."""
    interview = _interview(request, uid)
    if interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("The report is made when the interview is scored."))
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
    interview = _interview(request, uid)
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
    row = _recording(_interview(request, uid), recording_uid)
    is_heard = row.turn is not None and row.take == row.turn.take
    segments, text = (row.turn.segments, row.turn.transcript) if is_heard else ([], "")
    cues = webvtt(segments, text=text, duration_ms=row.duration_ms)
    return HttpResponse(cues, content_type="text/vtt; charset=utf-8", headers={"Cache-Control": "private"})


@require_safe
@member(*EVERYBODY)
def recording(request: MemberRequest, uid: uuid.UUID, recording_uid: uuid.UUID) -> HttpResponse:
    """One recorded answer, with range requests so that it seeks."""
    row = _recording(_interview(request, uid), recording_uid)
    return serve_private(request, row.file, content_type=row.content_type.split(";")[0])


@require_safe
@member(*EVERYBODY)
def typing(request: MemberRequest, uid: uuid.UUID, record_uid: uuid.UUID) -> HttpResponse:
    """How one program was typed, for the player."""
    rows = typings(_interview(request, uid))
    found = next((one for one in rows if one.record.uid == record_uid), None)
    if found is None:
        raise NotFound
    return JsonResponse(playback(found))
