"""The quiz of a job: its questions in order, one question with its options."""

from __future__ import annotations

import copy
import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.models import QuizQuestion
from assessments.services import quizzes
from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.fields import kind_by_name
from interviewer.web.seen import fingerprints
from interviews.forms.questions import OptionFormSet, QuizQuestionForm
from interviews.views.recruiter.job_frame import done, find_job, gone, is_sent, saved, show


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The questions with their options."""
    job = find_job(request, uid)
    rows = QuizQuestion.objects.for_job(job).prefetch_related("options").order_by("order", "pk")
    return show(request, job, "quiz", questions=list(rows))


def _find(job: AiInterviewedJob, question: uuid.UUID) -> QuizQuestion:
    row = QuizQuestion.objects.for_job(job).filter(uid=question).first()
    if row is None:
        raise NotFound
    return row


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
    if is_sent(request) and job.quiz_questions.filter(uid=question).exclude(deleted_at=None).exists():
        return _edit(request, job, None, is_gone=True)
    return _edit(request, job, _find(job, question))


def _stored(job: AiInterviewedJob, row: QuizQuestion | None) -> dict[str, object]:
    """What the form is drawn from, as it is now."""
    if row is None:
        return {}
    fresh = _find(job, row.uid)
    values = {name: getattr(fresh, name) for name in QuizQuestionForm.Meta.fields}
    return {
        **values,
        "options": list(fresh.options.order_by("order", "pk").values_list("label", "is_correct")),
    }


def _edit(
    request: MemberRequest, job: AiInterviewedJob, row: QuizQuestion | None, *, is_gone: bool = False
) -> HttpResponse:
    data = request.POST if is_sent(request) else None
    form = QuizQuestionForm(data, request.FILES or None, instance=copy.copy(row) if row else QuizQuestion())
    rows = row.options.order_by("order", "pk") if row else []
    kept = [{"label": option.label, "is_correct": option.is_correct} for option in rows]
    options = OptionFormSet(data, initial=kept, prefix="options")
    if is_gone:
        gone(form)
    is_valid = data is not None and form.is_valid() and options.is_valid()
    if is_valid and saved(
        form, job, lambda: _save(request, job, row, form, options), lambda: _stored(job, row)
    ):
        messages.success(request, _("Question saved."))
        return redirect("workspace:job_quiz", job.uid)
    context = {"form": form, "options": options, "question": row, "seen": fingerprints(_stored(job, row))}
    if is_gone:
        context["action"] = reverse("workspace:job_quiz_new", args=[job.uid])
    return show(request, job, "quiz_question", status=200 if data is None else 422, **context)


def _save(
    request: MemberRequest,
    job: AiInterviewedJob,
    row: QuizQuestion | None,
    form: QuizQuestionForm,
    options: OptionFormSet,
) -> QuizQuestion:
    return quizzes.save(
        actor=request.user,
        job=job,
        question=row,
        text=form.text,
        options=options.options,
        image=form.cleaned_data["new_image"],
        remove_image=form.cleaned_data["remove_image"],
    )


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Move a question up or down, or take it out."""
    job = find_job(request, uid)
    row = _find(job, question)
    if request.POST.get("do") == "delete":
        text = _("The question was taken out of the quiz.")
        done(request, job, lambda: quizzes.delete(actor=request.user, question=row), text)
    else:
        quizzes.move(question=row, up=request.POST.get("do") == "up")
    return redirect("workspace:job_quiz", job.uid)


@require_safe
@member()
def image(request: MemberRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponseBase:
    """The picture of a question."""
    row = _find(find_job(request, uid), question)
    if not row.image:
        raise NotFound
    return serve_private(request, row.image, content_type=kind_by_name(row.image.name))
