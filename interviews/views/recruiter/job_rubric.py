"""The rubric of a job: competencies with weights and anchors, from the library or written."""

from __future__ import annotations

import copy
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import NotFound
from interviewer.web.seen import fingerprints
from interviews.forms.questions import CompetencyForm
from interviews.models import Competency, RubricDraft
from interviews.rubric_library import LIBRARY
from interviews.services import rubric_drafts, rubrics
from interviews.views.recruiter.job_frame import done, find_job, is_sent, saved, show


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The competencies with their shares of the conversation's score."""
    job = find_job(request, uid)
    rubric = rubrics.current(job)
    rows = list(rubric.competencies.order_by("order", "pk")) if rubric else []
    total = sum(row.weight for row in rows) or 1
    shown = [{"competency": row, "share": round(100 * row.weight / total)} for row in rows]
    is_used = bool(rubric) and rubric.interviews.exists()
    context = {"rubric": rubric, "rows": shown, "is_used": is_used, "library": list(LIBRARY.values())}
    return show(request, job, "rubric", draft=RubricDraft.objects.filter(job=job).first(), **context)


@require_POST
@member(*EDITORS)
def draft(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask for a draft, take it over or throw it away; taking over replaces only when that was said."""
    job = find_job(request, uid)
    rubric, do = rubrics.current(job), request.POST.get("do")
    if do == "discard":
        rubric_drafts.discard(job=job)
    elif do != "use":
        rubric_drafts.ask(actor=request.user, job=job)
    elif rubric and rubric.competencies.exists() and "replace" not in request.POST:
        messages.error(request, _("Confirm that the present competencies are replaced."))
    else:
        text = _("The draft was taken over. Read and edit every anchor before candidates come.")
        done(request, job, lambda: rubric_drafts.use(actor=request.user, job=job), text)
    return redirect("workspace:job_rubric", job.uid)


@require_POST
@member(*EDITORS)
def start(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Begin with a rubric of the library; one that is there is replaced only when that was said."""
    job = find_job(request, uid)
    ready = LIBRARY.get(request.POST.get("library", ""))
    rubric = rubrics.current(job)
    if ready is None:
        messages.error(request, _("Choose a rubric to start from."))
    elif rubric and rubric.competencies.exists() and "replace" not in request.POST:
        messages.error(request, _("Confirm that the present competencies are replaced."))
    else:
        text = _("The rubric was filled. Adapt its anchors to what the job needs.")
        done(request, job, lambda: rubrics.start_from(actor=request.user, job=job, ready=ready), text)
    return redirect("workspace:job_rubric", job.uid)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def new(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Write a competency."""
    return _edit(request, find_job(request, uid), None)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def edit(request: MemberRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Change a competency."""
    job = find_job(request, uid)
    return _edit(request, job, _find(job, key))


def _find(job: AiInterviewedJob, key: str) -> Competency:
    rubric = rubrics.current(job)
    row = rubric.competencies.filter(key=key).first() if rubric else None
    if row is None:
        raise NotFound
    return row


def _stored(job: AiInterviewedJob, row: Competency | None) -> dict[str, object]:
    """What the form is drawn from, as it is now."""
    if row is None:
        return {}
    fresh = _find(job, row.key)
    levels = {f"level_{number}": text for number, text in enumerate(fresh.anchors, start=1)}
    return {**{name: getattr(fresh, name) for name in CompetencyForm.Meta.fields}, **levels}


def _edit(request: MemberRequest, job: AiInterviewedJob, row: Competency | None) -> HttpResponse:
    data = request.POST if is_sent(request) else None
    form = CompetencyForm(data, instance=copy.copy(row) if row else Competency())
    key = row.key if row else ""
    if (
        form.is_bound
        and form.is_valid()
        and saved(
            form,
            job,
            lambda: rubrics.save_competency(actor=request.user, job=job, key=key, text=form.text),
            lambda: _stored(job, row),
        )
    ):
        messages.success(request, _("Competency saved."))
        return redirect("workspace:job_rubric", job.uid)
    status, seen = 422 if form.is_bound else 200, fingerprints(_stored(job, row))
    return show(request, job, "competency", form=form, competency=row, status=status, seen=seen)


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Move a competency up or down, or take it out."""
    job = find_job(request, uid)
    _find(job, key)
    if request.POST.get("do") == "delete":
        text = _("The competency was taken out of the rubric.")
        done(request, job, lambda: rubrics.remove_competency(actor=request.user, job=job, key=key), text)
    else:
        rubrics.move_competency(job=job, key=key, up=request.POST.get("do") == "up")
    return redirect("workspace:job_rubric", job.uid)
