"""The first page of an interview: the truth about what comes, and consent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviewer.errors import Invalid
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.consents import ConsentText, consent_text
from interviews.enums import Stage
from interviews.forms.arrival import ConsentForm
from interviews.services import consents, stages
from interviews.stages import required_stages, time_limit
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.CONSENT)
def page(request: CandidateRequest) -> HttpResponse:
    """Tell the truth, then take consent."""
    interview = request.interview
    text = consent_text(interview.job, stages.plan_of(interview).interview_language)
    form = ConsentForm(
        request.POST or None, initial={"text_hash": text.sha256, "text_only": interview.text_only}
    )
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, text)
    values = form.cleaned_data
    try:
        consents.give(
            interview=interview,
            text=text,
            shown_hash=values["text_hash"],
            text_only=values["text_only"],
            user_agent=request.headers.get("User-Agent", ""),
        )
    except Invalid as problem:
        messages.error(request, problem.message)
        return redirect("interviews:consent", interview.link_token)
    return redirect(stage_url(interview, stages.current(interview)))


def _page(request: CandidateRequest, form: ConsentForm, text: ConsentText) -> HttpResponse:
    interview = request.interview
    plan = stages.plan_of(interview)
    extra = interview.extra_time_percent
    steps = [{"stage": one, "limit": time_limit(plan, one, extra)} for one in required_stages(plan)]
    context = {
        "form": form,
        "text": text,
        "plan": plan,
        "steps": steps,
        "is_open": interview.job.is_open,
        **frame(interview, Stage.CONSENT),
    }
    status = 410 if not interview.job.is_open else (422 if form.errors else 200)
    return render(request, "candidate/landing.html", context, status=status)
