"""A report as somebody reads it who was sent its link: everything to read, nothing to change."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviews.queries import report as reports
from interviews.services import sharing


@never_cache
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The report, read only."""
    interview = sharing.open_report(token)
    context = {
        "interview": interview,
        "job": interview.job,
        "report": reports.read(interview),
        "token": token,
        "is_shared": True,
    }
    return _private(render(request, "public/shared_report.html", context))


@never_cache
@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponseBase:
    """The report as PDF."""
    interview = sharing.open_report(token)
    if not interview.report_pdf:
        raise NotFound
    return _private(
        serve_private(
            request, interview.report_pdf, content_type="application/pdf", download_name="report.pdf"
        )
    )


def _private(response: HttpResponseBase) -> HttpResponseBase:
    # The address is the key: no search engine and no other site may learn it.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
