"""The first page of an interview, by private or public link: the truth about what comes, and consent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_http_methods, require_POST

from companies.models import AiInterviewedJob
from interviewer.errors import DomainError, Gone, Invalid
from interviews import rules
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.consents import consent_text
from interviews.enums import InterviewStatus, Stage
from interviews.forms.arrival import ConsentForm
from interviews.models import Interview
from interviews.queries.expectations import expectations
from interviews.services import arrivals, consents, public_links, stages
from interviews.stages import Plan
from interviews.views.candidate.frame import ask_company_url, frame
from seekers.access import seeker_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.CONSENT)
def consent(request: CandidateRequest) -> HttpResponse:
    """What awaits the candidate, and their agreement to it."""
    interview = request.interview
    text = consent_text(interview.job, get_language() or "en")
    may_type = stages.plan_of(interview).has_conversation and interview.job.allow_text_only
    sent = request.POST if request.method == "POST" else None
    form = ConsentForm(sent, initial={"text_hash": text.sha256}, may_type=may_type)
    if request.method == "GET":
        arrivals.opened(interview=interview)
    if request.method != "POST" or not form.is_valid():
        return _consent_page(request, form, status=422 if form.errors else 200)
    try:
        consents.give(
            interview=interview,
            text=text,
            shown_hash=form.cleaned_data["text_hash"],
            text_only=form.cleaned_data.get("text_only", False),
            user_agent=request.headers.get("User-Agent", ""),
        )
    except Invalid as problem:
        messages.warning(request, problem.message)
        return redirect("interviews:consent", interview.link_token)
    return redirect(stage_url(interview, stages.current(interview)))


@require_POST
@at_stage(Stage.CONSENT)
def language(request: CandidateRequest) -> HttpResponse:
    """Hold the interview in another of the languages that the job offers; back to what is open now."""
    interview = request.interview
    try:
        consents.choose_language(interview=interview, language=request.POST.get("language", ""))
    except DomainError as refusal:
        messages.warning(request, refusal.message)
    return redirect(stage_url(interview, stages.current(interview)))


def _languages(interview: Interview) -> list[dict[str, object]]:
    """Each language under its own name, as who reads no other finds it."""
    codes = consents.languages_of(interview)
    return [
        {"code": code, "name": get_language_info(code)["name_local"], "is_held": code == codes[0]}
        for code in sorted(codes)
        if len(codes) > 1
    ]


def _consent_page(request: CandidateRequest, form: ConsentForm, *, status: int) -> HttpResponse:
    interview = request.interview
    context = {
        "form": form,
        "text": consent_text(interview.job, get_language() or "en"),
        "expected": expectations(interview.job, stages.plan_of(interview), interview.extra_time_percent),
        "extra_time_percent": interview.extra_time_percent,
        "languages": _languages(interview),
        **_about(interview.job),
        **frame(interview, Stage.CONSENT),
    }
    return render(request, "candidate/consent.html", context, status=status)


def _about(job: AiInterviewedJob) -> dict[str, object]:
    return {"job": job, "company": job.company, "ask_url": ask_company_url(job)}


def _began_key(job: AiInterviewedJob) -> str:
    return f"began:{job.uid}"


@require_http_methods(["GET", "HEAD", "POST"])
def public_link(request: HttpRequest, public_token: str) -> HttpResponse:
    """The job's public link: a POST starts a new interview and leads to its private link."""
    job = public_links.find_job(public_token)
    if reason := rules.why_not_begin_by_public_link(job):
        raise Gone(f"{reason} {rules.whom_to_ask(job)}")
    begun = Interview.objects.for_candidate(request.session.get(_began_key(job), "")).filter(job=job).first()
    if request.method == "POST":
        if begun is None or begun.status != InterviewStatus.INVITED:  # a second click makes no second one
            begun = public_links.start(job=job, source_tag=request.GET.get("source", ""))
            request.session[_began_key(job)] = begun.link_token
        return redirect("interviews:consent", begun.link_token)
    context = {
        "begun": begun if begun and begun.status == InterviewStatus.IN_PROGRESS else None,
        "seeker": seeker_of(request),
        "expected": expectations(job, Plan.of(job)),
        "job_title": job.title,
        "company_name": job.company.name,
        "help_url": ask_company_url(job),
        **_about(job),
    }
    return render(request, "candidate/public_link.html", context)
