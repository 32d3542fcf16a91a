"""The report as PDF: the same facts as the page, set for paper, in any script that a name can be written in."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from interviews.feedback import Feedback
from interviews.models import Interview
from interviews.queries import report as reports
from interviews.services.stages import plan_of

_STYLE = settings.BASE_DIR / "static" / "css" / "print.css"

#: A printed report has two to four pages: long transcripts and programs are cut there, and whole on the page.
ANSWERS_CHARS, CODE_CHARS = 4_200, 1_800


def as_pdf(interview: Interview) -> bytes:
    """The report's bytes (PDF/UA-1: tagged, so that a screen reader can read it)."""
    report = reports.read(interview)
    context = {
        "report": report,
        "answer_chars": max(160, ANSWERS_CHARS // max(len(report.turns), 1)),
        "code_chars": max(200, CODE_CHARS // max(len(report.responses), 1)),
        "interview": interview,
        "job": interview.job,
        "company": interview.job.company,
        "plan": plan_of(interview),
        "printed_at": timezone.now(),
    }
    return _printed("workspace/interview/pdf.html", context)


def feedback_as_pdf(interview: Interview, feedback: Feedback) -> bytes:
    """The candidate's feedback for them to keep."""
    context = {
        "interview": interview,
        "job": interview.job,
        "feedback": feedback,
        "printed_at": timezone.now(),
    }
    return _printed("candidate/feedback_pdf.html", context)


def _printed(template: str, context: dict[str, object]) -> bytes:
    # Imported here: it takes a second, and only the worker prints.
    from weasyprint import CSS, HTML, URLFetcher

    class OnlyOurFiles(URLFetcher):
        """Answers are a candidate's text: nothing in them may make the server fetch an address."""

        def fetch(self, url: str, headers: dict | None = None) -> object:
            if not url.startswith(_STYLE.parent.parent.as_uri()):
                raise ValueError(f"Not fetched for a report: {url}")
            return super().fetch(url, headers)

    html = render_to_string(template, context)
    document = HTML(string=html, base_url=_STYLE.parent.as_uri(), url_fetcher=OnlyOurFiles())
    return document.write_pdf(stylesheets=[CSS(filename=str(_STYLE))], pdf_variant="pdf/ua-1")
