"""The last page: scoring under way, then thanks and the candidate's own feedback."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interviews.access import CandidateRequest, seated, stage_url
from interviews.enums import InterviewStatus, Stage
from interviews.services import scoring, stages
from interviews.views.candidate.frame import frame

OVER = {InterviewStatus.SCORING, InterviewStatus.COMPLETED}


@require_safe
@seated
def page(request: CandidateRequest) -> HttpResponse:
    """Thanks; and feedback when the job shares it."""
    interview = request.interview
    if interview.status not in OVER:
        return redirect(stage_url(interview, stages.current(interview)))
    is_scored = interview.status == InterviewStatus.COMPLETED
    shares = stages.plan_of(interview).share_feedback
    context = {
        "is_scored": is_scored,
        "waits_for": "" if is_scored else scoring.waits_for(interview),
        "shares_feedback": shares,
        "feedback": interview.candidate_feedback if is_scored and shares else "",
        **frame(interview, Stage.SCORING),
    }
    return render(request, "candidate/done.html", context)


@require_safe
@seated
def state(request: CandidateRequest) -> HttpResponse:
    """Whether scoring is done, for the page that waits."""
    return JsonResponse({"done": request.interview.status == InterviewStatus.COMPLETED})
