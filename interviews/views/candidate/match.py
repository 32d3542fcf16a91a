"""The match: wait for it, then go on; or the courteous end of the interview."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import InterviewStatus, Stage
from interviews.queries import progress
from interviews.services import matching, stages
from interviews.views.candidate.frame import ask_company_url, frame


@require_safe
@at_stage(Stage.MATCH)
def page(request: CandidateRequest) -> HttpResponse:
    """Where the match is; once it is there the candidate goes on by themselves."""
    interview = request.interview
    context = {"ask_url": ask_company_url(interview.job), **frame(interview, Stage.MATCH)}
    if interview.status == InterviewStatus.SCREENED_OUT:
        return render(request, "candidate/screened_out.html", context)
    matching.ask(interview=interview)
    if matching.is_ready(interview):
        matching.go_on(interview=interview)
        return redirect(stage_url(interview, stages.current(interview)))
    context["is_tried_again"] = matching.tries(interview) > 0
    context["version"] = progress.version(interview)
    return render(request, "candidate/match.html", context)
