"""The résumé stage: a file, or typing; then the form that the candidate corrects."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviewer.errors import DomainError
from interviewer.integrations.documents.reading import MAX_BYTES
from interviewer.web.uploads import checked_upload
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.forms.arrival import ProfileForm, ResumeForm
from interviews.queries import progress
from interviews.services import resumes, stages
from interviews.services.resumes import Profile
from interviews.views.candidate.frame import frame

#: Beyond this a request is refused unread; between the file's limit and this the form says so kindly.
LARGEST_REQUEST = 25 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_REQUEST)
@at_stage(Stage.RESUME)
def page(request: CandidateRequest) -> HttpResponse:
    """Upload, wait for the reading, correct: whichever is next."""
    interview = request.interview
    stages.enter(interview=interview, stage=Stage.RESUME)
    resumes.take_along(interview=interview)
    if request.method == "POST":
        return _ACTIONS.get(request.POST.get("do", ""), _profile)(request)
    step = resumes.step(interview)
    if not step or "file" in request.GET:
        return _file_page(request, ResumeForm())
    if step == resumes.READING:
        context = {"version": progress.version(interview), **frame(interview, Stage.RESUME)}
        return render(request, "candidate/resume_reading.html", context)
    return _profile_page(request, _profile_form(request, None))


def _upload(request: CandidateRequest) -> HttpResponse:
    form = ResumeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _file_page(request, form, status=422)
    file = form.cleaned_data["resume"]
    try:
        # One byte more than allowed is enough to know that it is too large.
        resumes.upload(interview=request.interview, data=file.read(MAX_BYTES + 1), name=file.name)
    except DomainError as problem:
        if not problem.fields:
            raise
        form.add_error("resume", problem.message)
        return _file_page(request, form, status=problem.status)
    return redirect("interviews:resume", request.interview.link_token)


def _type(request: CandidateRequest) -> HttpResponse:
    resumes.type_instead(interview=request.interview)
    return redirect("interviews:resume", request.interview.link_token)


def _profile(request: CandidateRequest) -> HttpResponse:
    form = _profile_form(request, request.POST)
    if not form.is_valid():
        return _profile_page(request, form, status=422)
    values = {name: value for name, value in form.cleaned_data.items() if name != "skills"}
    resumes.confirm(
        interview=request.interview, profile=Profile(**values, skills=tuple(form.cleaned_data["skills"]))
    )
    return redirect(stage_url(request.interview, stages.current(request.interview)))


_ACTIONS = {"upload": _upload, "type": _type, "profile": _profile}


def _profile_form(request: CandidateRequest, data: object) -> ProfileForm:
    return ProfileForm(
        data, instance=request.interview, email_is_fixed=resumes.address_is_fixed(request.interview)
    )


def _file_page(request: CandidateRequest, form: ResumeForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "step": resumes.step(request.interview),
        **frame(request.interview, Stage.RESUME),
    }
    return render(request, "candidate/resume_file.html", context, status=status)


def _profile_page(request: CandidateRequest, form: ProfileForm, status: int = 200) -> HttpResponse:
    interview = request.interview
    step = resumes.step(interview)
    if step == resumes.UNREAD and request.method == "GET":
        messages.warning(
            request,
            _("Your file is kept, but it could not be read into the form just now. Please type the details."),
        )
    context = {"form": form, "step": step, **frame(interview, Stage.RESUME)}
    return render(request, "candidate/resume_profile.html", context, status=status)
