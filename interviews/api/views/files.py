"""Files of an interview for the company: résumé, report, recordings with captions, how code was typed."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from interviewer import background
from interviewer.api.operations import reads
from interviewer.api.replies import Reply
from interviewer.errors import Conflict, NotFound, ServiceDown
from interviewer.integrations import machine
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import document_type_of
from interviewer.journal import services as journal
from interviews import tasks
from interviews.api.serializers import report as shapes
from interviews.api.views.interviews import InterviewEndpoint
from interviews.captions import webvtt
from interviews.enums import InterviewStatus
from interviews.models import Recording
from interviews.queries import sight
from interviews.queries.typing import playback, typings


class Resume(InterviewEndpoint):
    """The résumé."""

    @reads("get-resume", file_type="*/*")
    def get(self, request: Request, uid: uuid.UUID) -> HttpResponseBase:
        """The résumé as it was uploaded; that it was read is written down"""
        file = self.interview.resume
        if not file:
            raise NotFound(_("No résumé was uploaded."))
        journal.record(actor=request.user, action="interview.resume_downloaded", subject=self.interview)
        with file.open() as stored:
            kind, ending = document_type_of(stored.read(8))
        return serve_private(request, file, content_type=kind, download_name=f"resume-{uid}.{ending}")


class ReportPdf(InterviewEndpoint):
    """The report as PDF."""

    @reads("get-report-pdf", file_type="application/pdf", budget="exports", also=(202,))
    def get(self, request: Request, uid: uuid.UUID) -> HttpResponseBase | Reply:
        """The report as PDF; 202 while it is being made"""
        interview = self.interview
        if interview.status != InterviewStatus.COMPLETED:
            raise Conflict(_("The report is made when the interview is scored."))
        sight.require(interview)
        if not interview.report_pdf and machine.missing_for_pdf():
            raise ServiceDown(_("This server can't make PDFs: system packages are missing."))
        journal.record(actor=request.user, action="interview.report_downloaded", subject=interview)
        if not interview.report_pdf:
            background.enqueue(tasks.render_report, interview.pk)
            here = reverse("v1:report_pdf", args=[uid])
            return Response(status=202, headers={"Location": here, "Retry-After": "5"})
        name = f"report-{interview.uid}.pdf"
        return serve_private(
            request, interview.report_pdf, content_type="application/pdf", download_name=name
        )


class RecordingEndpoint(InterviewEndpoint):
    """An address below a recording."""

    def find(self, recording: uuid.UUID) -> Recording:
        """A recording of the interview that can be played; raises NotFound."""
        rows = self.interview.recordings.select_related("turn").exclude(file="")
        row: Recording | None = rows.filter(uid=recording).first()
        if row is None:
            raise NotFound
        return row


class RecordingFile(RecordingEndpoint):
    """A recorded answer."""

    @reads("get-recording", file_type="*/*", also=(206,))
    def get(self, request: Request, uid: uuid.UUID, recording: uuid.UUID) -> HttpResponseBase:
        """A recorded answer, with range requests"""
        row = self.find(recording)
        return serve_private(request, row.file, content_type=row.content_type.split(";")[0])


class Captions(RecordingEndpoint):
    """What is said in it."""

    @reads("get-captions", file_type="text/vtt")
    def get(self, request: Request, uid: uuid.UUID, recording: uuid.UUID) -> HttpResponse:
        """What is said in a recording, in step with it (WebVTT)"""
        row = self.find(recording)
        is_heard = row.turn is not None and row.take == row.turn.take
        segments, text = (row.turn.segments, row.turn.transcript) if is_heard else ([], "")
        cues = webvtt(segments, text=text, duration_ms=row.duration_ms)
        return HttpResponse(cues, content_type="text/vtt; charset=utf-8")


class Typings(InterviewEndpoint):
    """How programs were typed."""

    @reads("list-typing-records", shapes.TypingOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> list:
        """Records of how programs were typed"""
        return typings(self.interview)


class Typing(InterviewEndpoint):
    """How one program was typed."""

    @reads("get-typing-record", shapes.PlaybackOut)
    def get(self, request: Request, uid: uuid.UUID, record: uuid.UUID) -> dict[str, object]:
        """How one program was typed, to be played"""
        found = next((one for one in typings(self.interview) if one.record.uid == record), None)
        if found is None:
            raise NotFound
        return playback(found)
