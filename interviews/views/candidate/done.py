"""After the last stage: how the scoring goes, then thanks, and the candidate's own feedback."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviews.access import CandidateRequest, seated, stage_url
from interviews.enums import InterviewStatus, Stage
from interviews.queries import progress
from interviews.queries.feedback import feedback_of
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
        "feedback": feedback_of(interview),
        "has_feedback_pdf": bool(interview.feedback_pdf),
        "shares_feedback": plan.share_feedback,
        "ask_url": ask_company_url(interview.job),
        **frame(interview, Stage.SCORING),
    }
    return render(request, "candidate/done.html", context)


@require_safe
@seated
def feedback(request: CandidateRequest, kind: str) -> HttpResponseBase:
    """The candidate's feedback as a file to keep: text, or the PDF once it is made."""
    interview = request.interview
    found = feedback_of(interview)
    if found is None or (kind == "pdf" and not interview.feedback_pdf):
        raise NotFound
    if kind == "pdf":
        return serve_private(
            request, interview.feedback_pdf, content_type="application/pdf", download_name="feedback.pdf"
        )
    response = HttpResponse(found.as_text(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="feedback.txt"'
    return response


@require_safe
@seated
def state(request: CandidateRequest) -> JsonResponse:
    """For the script of any waiting page: whether it has to be drawn anew."""
    return JsonResponse({"version": progress.version(request.interview)})
