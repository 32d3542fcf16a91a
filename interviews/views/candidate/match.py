"""The match: wait for it, see it, go on; or a courteous end below the threshold."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import InterviewStatus, Stage
from interviews.services import matching, stages
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.MATCH)
def page(request: CandidateRequest) -> HttpResponse:
    """Show how far it is; the server decides whether the candidate goes on."""
    interview = request.interview
    if interview.status == InterviewStatus.SCREENED_OUT:
        return render(request, "candidate/screened_out.html", frame(interview, Stage.MATCH))
    matching.ask(interview=interview)
    if request.method == "POST":
        matching.go_on(interview=interview)
        return redirect(stage_url(interview, stages.current(interview)))
    context = {"is_ready": matching.is_ready(interview), **frame(interview, Stage.MATCH)}
    return render(request, "candidate/match.html", context)


@require_safe
@at_stage(Stage.MATCH)
def state(request: CandidateRequest) -> HttpResponse:
    """Whether the match is made, for the page that waits."""
    is_over = request.interview.status == InterviewStatus.SCREENED_OUT
    return JsonResponse({"done": is_over or matching.is_ready(request.interview)})
