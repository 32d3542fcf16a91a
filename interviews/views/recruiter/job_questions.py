"""A recruiter's own interview questions: in order, written, changed, taken out."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import NotFound
from interviewer.web.seen import fingerprints
from interviews.forms.questions import OwnQuestionForm
from interviews.models import Competency, InterviewQuestion
from interviews.services import questions, rubrics
from interviews.views.recruiter.job_frame import done, find_job, gone, is_sent, saved, show


def _competencies(job: AiInterviewedJob) -> list[Competency]:
    rubric = rubrics.current(job)
    return list(rubric.competencies.order_by("order", "pk")) if rubric else []


def _find(job: AiInterviewedJob, question: uuid.UUID) -> InterviewQuestion:
    row = InterviewQuestion.objects.for_job(job).filter(uid=question).first()
    if row is None:
        raise NotFound
    return row


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The questions, each with the competency that it is scored under."""
    job = find_job(request, uid)
    names = {competency.key: competency.name for competency in _competencies(job)}
    rows = InterviewQuestion.objects.for_job(job).order_by("order", "pk")
    shown = [{"question": row, "competency": names.get(row.competency_key, "")} for row in rows]
    return show(request, job, "questions", rows=shown)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def new(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Write a question."""
    return _edit(request, find_job(request, uid), None)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def edit(request: MemberRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Change a question."""
    job = find_job(request, uid)
    if is_sent(request) and job.interview_questions.filter(uid=question).exclude(deleted_at=None).exists():
        return _edit(request, job, None, is_gone=True)
    return _edit(request, job, _find(job, question))


def _stored(job: AiInterviewedJob, row: InterviewQuestion | None) -> dict[str, object]:
    """What the form is drawn from, as it is now."""
    if row is None:
        return {}
    fresh = _find(job, row.uid)
    return {name: getattr(fresh, name) for name in ("question", "question_type", "competency_key")}


def _edit(
    request: MemberRequest, job: AiInterviewedJob, row: InterviewQuestion | None, *, is_gone: bool = False
) -> HttpResponse:
    data = request.POST if is_sent(request) else None
    form = OwnQuestionForm(data, initial=_stored(job, row), competencies=_competencies(job))
    if is_gone:
        gone(form)
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        text = values.pop("question")
        if saved(
            form,
            job,
            lambda: questions.save(actor=request.user, job=job, question=row, text=text, **values),
            lambda: _stored(job, row),
        ):
            messages.success(request, _("Question saved."))
            return redirect("workspace:job_questions", job.uid)
    more = {"seen": fingerprints(_stored(job, row)), "action": _new_url(job) if is_gone else ""}
    return show(
        request, job, "question", form=form, question=row, status=422 if form.is_bound else 200, **more
    )


def _new_url(job: AiInterviewedJob) -> str:
    return reverse("workspace:job_question_new", args=[job.uid])


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Move a question up or down, or take it out."""
    job = find_job(request, uid)
    row = _find(job, question)
    if request.POST.get("do") == "delete":
        text = _("The question is asked no more.")
        done(request, job, lambda: questions.delete(actor=request.user, question=row), text)
    else:
        questions.move(question=row, up=request.POST.get("do") == "up")
    return redirect("workspace:job_questions", job.uid)
