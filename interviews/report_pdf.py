"""The report as PDF: the same facts as the page, set for paper, in any script that a name can be written in."""

from __future__ import annotations

from django.utils import timezone

from interviewer.web import printing
from interviews.feedback import Feedback
from interviews.models import Interview
from interviews.queries import report as reports
from interviews.services.stages import plan_of

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
    return printing.as_pdf("workspace/interview/pdf.html", context)


def feedback_as_pdf(interview: Interview, feedback: Feedback) -> bytes:
    """The candidate's feedback for them to keep."""
    context = {
        "interview": interview,
        "job": interview.job,
        "feedback": feedback,
        "printed_at": timezone.now(),
    }
    return printing.as_pdf("candidate/feedback_pdf.html", context)
