"""The résumé: upload or type, then correct what was read."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviewer.errors import DomainError
from interviewer.integrations.documents.reading import MAX_BYTES
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.forms.arrival import ProfileForm, ResumeForm
from interviews.services import resumes, stages
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.RESUME)
def page(request: CandidateRequest) -> HttpResponse:
    """First the file, then the form with what was read from it."""
    interview = request.interview
    stages.enter(interview=interview, stage=Stage.RESUME)
    fixed = resumes.address_is_fixed(interview)
    form = ProfileForm(request.POST or None, instance=interview, email_is_fixed=fixed)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form=form)
    values = {**form.cleaned_data, "skills": tuple(form.cleaned_data["skills"])}
    resumes.confirm(interview=interview, profile=resumes.Profile(**values))
    return redirect(stage_url(interview, stages.current(interview)))


@require_POST
@at_stage(Stage.RESUME)
def upload(request: CandidateRequest) -> HttpResponse:
    """Take the file; what is wrong with it is said beside the field."""
    stages.enter(interview=request.interview, stage=Stage.RESUME)
    form = ResumeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, upload_form=form)
    file = form.cleaned_data["resume"]
    try:
        data = file.read(MAX_BYTES + 1)
        resumes.upload(interview=request.interview, data=data, name=file.name)
    except DomainError as problem:
        form.add_error("resume", problem.message)
        return _page(request, upload_form=form, status=problem.status)
    return redirect("interviews:resume", request.interview.link_token)


@require_POST
@at_stage(Stage.RESUME)
def type_instead(request: CandidateRequest) -> HttpResponse:
    """Go on without a file."""
    stages.enter(interview=request.interview, stage=Stage.RESUME)
    resumes.type_instead(interview=request.interview)
    return redirect("interviews:resume", request.interview.link_token)


@require_safe
@at_stage(Stage.RESUME)
def state(request: CandidateRequest) -> HttpResponse:
    """Whether the file was read, for the page that waits."""
    return JsonResponse({"done": resumes.step(request.interview) != resumes.READING})


def _page(
    request: CandidateRequest,
    form: ProfileForm | None = None,
    upload_form: ResumeForm | None = None,
    status: int = 0,
) -> HttpResponse:
    interview = request.interview
    step = resumes.step(interview)
    fixed = resumes.address_is_fixed(interview)
    bad = bool((form and form.errors) or (upload_form and upload_form.errors))
    context = {
        "form": form or ProfileForm(instance=interview, email_is_fixed=fixed),
        "upload_form": upload_form or ResumeForm(),
        "step": step,
        "shows_form": step in {resumes.READ, resumes.UNREAD, resumes.TYPING} or bool(form and form.errors),
        **frame(interview, Stage.RESUME),
    }
    return render(request, "candidate/resume.html", context, status=status or (422 if bad else 200))
