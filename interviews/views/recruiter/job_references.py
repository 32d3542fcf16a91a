"""Beside a job's problem: reference solutions, pictures of the statement, packages in and out."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.models import DSAQuestion
from assessments.services import packages, references
from assessments.services.references import ReferenceText
from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import DomainError, Invalid, NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviews.forms.problems import PackageForm, ProblemImageForm, ReferenceForm
from interviews.views.recruiter.job_frame import done, find_job, is_sent, saved, show


def find_problem(job: AiInterviewedJob, problem: uuid.UUID) -> DSAQuestion:
    """A problem of the job; another's is as missing as one that never was."""
    row = DSAQuestion.objects.for_job(job).filter(uid=problem).first()
    if row is None:
        raise NotFound
    return row


def problem_extras(row: DSAQuestion | None) -> dict[str, object]:
    """What the page of a problem shows below its form."""
    if row is None:
        return {}
    rows = list(row.references.all())
    return {
        "references": rows,
        "proof": references.proof(row, rows),
        "reference_form": ReferenceForm(),
        "image_form": ProblemImageForm(),
        "images": list(row.images.all()),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def add(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Try a solution: it is kept as a reference and judged in the background."""
    job = find_job(request, uid)
    row = find_problem(job, problem)
    sent = is_sent(request)
    form = ReferenceForm(request.POST) if sent else ReferenceForm()
    if sent and form.is_valid():
        try:
            references.add(problem=row, text=ReferenceText(**form.cleaned_data))
            messages.success(request, _("The solution is being judged. Reload the page to see its verdict."))
            return _back(job, row)
        except Invalid as refusal:
            for name, text in refusal.fields.items() or [(None, refusal.message)]:
                form.add_error(name, text)
    return show(request, job, "reference", status=422 if sent else 200, reference_form=form, problem=row)


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Judge all references again, or forget one."""
    job = find_job(request, uid)
    is_sent(request)
    row = find_problem(job, problem)
    if request.POST.get("do") == "judge":
        references.judge_again(problem=row)
        messages.success(request, _("The solutions are being judged."))
        return _back(job, row)
    number = request.POST.get("delete", "")
    reference = row.references.filter(pk=int(number)).first() if number.isdecimal() else None
    if reference is None:
        raise NotFound
    text = _("The solution was removed.")
    done(request, job, lambda: references.delete(reference=reference), text)
    return _back(job, row)


def _back(job: AiInterviewedJob, row: DSAQuestion) -> HttpResponse:
    response = redirect("workspace:job_coding_edit", job.uid, row.uid)
    response["Location"] += "#references"
    return response


@require_POST
@member(*EDITORS)
def add_image(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Keep a picture for the statement."""
    job = find_job(request, uid)
    is_sent(request)
    row = find_problem(job, problem)
    # The field gives the picture a name of its own; people know it by the one it came with.
    given = request.FILES.get("image")
    name = packages.picture_name(given.name or "") if given else ""
    form = ProblemImageForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["image"]))
        return redirect("workspace:job_coding_edit", job.uid, row.uid)
    try:
        packages.add_image(problem=row, name=name, content=form.cleaned_data["image"].read())
        text = _("The picture was kept. Write ![what it shows](%(name)s) where it belongs.")
        messages.success(request, text % {"name": name})
    except Invalid as refusal:
        messages.error(request, refusal.message)
    return redirect("workspace:job_coding_edit", job.uid, row.uid)


@require_safe
@member(*EVERYBODY)
def image(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID, number: int) -> HttpResponseBase:
    """A picture of the statement."""
    row = find_problem(find_job(request, uid), problem).images.filter(pk=number).first()
    if row is None:
        raise NotFound
    return serve_private(request, row.file, content_type=image_type_of)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def import_package(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Add the problem of a package to the job."""
    job = find_job(request, uid)
    if not is_sent(request):
        return show(request, job, "import", form=PackageForm())
    form = PackageForm(request.POST, request.FILES)
    if form.is_valid():
        made: list[tuple[DSAQuestion, list[str]]] = []
        archive = form.cleaned_data["package"]

        def change() -> None:
            made.append(packages.import_to_job(actor=request.user, job=job, archive=archive))

        if saved(form, job, change):
            row, notes = made[0]
            messages.success(request, _("“%(title)s” was imported.") % {"title": row.title})
            for note in notes[:20]:
                messages.info(request, note)
            return redirect("workspace:job_coding_edit", job.uid, row.uid)
    return show(request, job, "import", status=422, form=form)


@require_safe
@member(*EDITORS)
def export_package(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """The problem as a package."""
    job = find_job(request, uid)
    row = find_problem(job, problem)
    try:
        name, content = packages.export(problem=row)
    except DomainError as refusal:
        messages.error(request, refusal.message)
        return redirect("workspace:job_coding_edit", job.uid, row.uid)
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/zip", headers=headers)
