"""After the last stage: how the scoring goes, then thanks, and the candidate's own feedback."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interviews.access import CandidateRequest, seated, stage_url
from interviews.enums import InterviewStatus, Stage
from interviews.queries import progress
from interviews.services import stages
from interviews.views.candidate.frame import ask_company_url, frame


@require_safe
@seated
def page(request: CandidateRequest) -> HttpResponse:
    """Progress while the interview is scored; afterwards the only page that the link still leads to."""
    interview = request.interview
    if interview.status == InterviewStatus.SCREENED_OUT:
        return redirect(stage_url(interview, Stage.MATCH))
    is_over = interview.status == InterviewStatus.COMPLETED
    if not is_over and interview.status != InterviewStatus.SCORING:
        return redirect(stage_url(interview, stages.current(interview)))
    plan = stages.plan_of(interview)
    context = {
        "is_over": is_over,
        "steps": progress.scoring_steps(interview),
        "version": progress.version(interview),
        "feedback": interview.candidate_feedback if is_over and plan.share_feedback else "",
        "shares_feedback": plan.share_feedback,
        "ask_url": ask_company_url(interview.job),
        **frame(interview, Stage.SCORING),
    }
    return render(request, "candidate/done.html", context)


@require_safe
@seated
def state(request: CandidateRequest) -> JsonResponse:
    """For the script of any waiting page: whether it has to be drawn anew."""
    return JsonResponse({"version": progress.version(request.interview)})
