"""Around a candidate's invitation: its end as a calendar entry, and no more reminders of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from interviewer.errors import NotFound
from interviews import calendar_entries
from interviews.access import CandidateRequest, candidate, speak_its_language
from interviews.models import Interview
from interviews.services import reminders as service
from interviews.views.candidate.frame import ask_company_url


@require_safe
@candidate
def calendar(request: CandidateRequest) -> HttpResponse:
    """The last half hour in which the interview can be begun, for a calendar."""
    response = HttpResponse(
        calendar_entries.entry(request.interview),
        content_type=f"{calendar_entries.CONTENT_TYPE}; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="{calendar_entries.FILE_NAME}"'
    response["Cache-Control"] = "private, no-store"
    return response


@csrf_exempt  # mail programs post here by themselves (RFC 8058); whoever has the link may do so anyway
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, token: str) -> HttpResponse:
    """Turn reminders off, or on again. Looking changes nothing: mail scanners follow every link.

    It answers for an interview that is over as well, so that nobody who wants peace meets an error.
    """
    interview = Interview.objects.for_candidate(token).select_related("job__company").first()
    if interview is None:
        raise NotFound
    speak_its_language(request, interview)
    if request.method == "POST":
        service.turn(interview=interview, on=request.POST.get("do") == "on")
        return redirect("interviews:reminders", token)
    job = interview.job
    context = {
        "interview": interview,
        "job": job,
        "company": job.company,
        "job_title": job.title,
        "company_name": job.company.name,
        "help_url": ask_company_url(job),
    }
    return render(request, "candidate/reminders.html", context)
