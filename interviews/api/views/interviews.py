"""Interviews for the company: the list, one of them, its report, and what is done with it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.request import Request

from companies.api_access import MemberEndpoint
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.journal import services as journal
from interviewer.web import spreadsheets
from interviews.accommodations import Accommodations
from interviews.api.serializers import interviews as shapes
from interviews.api.serializers import report as report_shapes
from interviews.candidate_columns import USUAL
from interviews.models import CompetencyScore, Interview
from interviews.queries import candidates as queries
from interviews.queries import report as reports
from interviews.queries import sight
from interviews.services import candidate_files, evaluations, invitations, review, sharing


class Interviews(MemberEndpoint):
    """The company's interviews."""

    tag, area = "interviews", "interviews"

    @reads(
        "list-interviews",
        shapes.InterviewRowOut,
        many=True,
        filters=shapes.InterviewFilters,
        shape=lambda rows: [sight.masked(row) for row in rows],
    )
    def get(self, request: Request, filters: dict[str, Any]) -> QuerySet:
        """Candidates, searched, filtered and sorted"""
        return queries.candidates(self.membership, read_filters(filters))


def read_filters(filters: dict[str, Any]) -> queries.Filters:
    """As the list's query takes them."""
    if "job_uid" in filters:
        filters = {**filters, "job_uid": str(filters["job_uid"])}
    return queries.Filters(**filters)


class InterviewExport(MemberEndpoint):
    """The list as a file."""

    tag, area = "interviews", "interviews"

    @reads("export-interviews", file_type="*/*", budget="exports", filters=shapes.InterviewFilters)
    def get(self, request: Request, kind: str, filters: dict[str, Any]) -> HttpResponseBase:
        """All rows that fit the filters, csv or xlsx; who took how many is written down"""
        if kind not in {"csv", "xlsx"}:
            raise NotFound
        chosen = read_filters(filters)
        rows = queries.candidates(self.membership, chosen)
        candidate_files.write_down(
            actor=request.user, company=self.company, rows=rows, kind=kind, filters=chosen
        )
        name = f"candidates-{timezone.localdate().isoformat()}"
        lines = candidate_files.lines(rows=rows, columns=USUAL)
        return spreadsheets.download(lines, kind=kind, name=name, title=_("Candidates"))


class InterviewEndpoint(MemberEndpoint):
    """An address below an interview. Sets `interview`."""

    tag, area = "interviews", "interviews"
    interview: Interview

    def enter(self, request: Request, **kwargs: Any) -> None:
        """Another company's interview is as missing as one that never was."""
        super().enter(request, **kwargs)
        self.interview = self.fresh(kwargs["uid"])

    def fresh(self, uid: uuid.UUID) -> Interview:
        """The interview as it is now, with what is told of it."""
        rows = sight.seen_by(self.membership, Interview.objects.for_company(self.company))
        rows = rows.select_related("job__company", "rubric")
        row = rows.prefetch_related("stage_attempts", "invitations", "consents").filter(uid=uid).first()
        if row is None:
            raise NotFound
        return row

    def to_lock(self) -> QuerySet:
        """The interview's row."""
        return Interview.objects.filter(pk=self.interview.pk)


class InterviewDetail(InterviewEndpoint):
    """One interview."""

    @reads("get-interview", shapes.InterviewOut)
    def get(self, request: Request, uid: uuid.UUID) -> Interview:
        """A candidate's interview; that it was read is written down"""
        journal.record(actor=request.user, action="interview.viewed", subject=self.interview)
        return sight.masked(self.fresh(uid))


class Report(InterviewEndpoint):
    """The report."""

    @reads("get-report", report_shapes.ReportOut)
    def get(self, request: Request, uid: uuid.UUID) -> object:
        """The report with answers, quiz, code, evidence and timeline; that it was read is written down"""
        sight.require(self.interview)
        journal.record(actor=request.user, action="interview.viewed", subject=self.interview)
        return reports.read(self.fresh(uid))


class Turns(InterviewEndpoint):
    """The conversation."""

    @reads("list-turns", report_shapes.TurnOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """Questions that were asked, with transcripts and answers; that they were read is written down"""
        journal.record(actor=request.user, action="interview.viewed", subject=self.interview)
        rows = self.interview.turns.exclude(status="planned").prefetch_related("recordings")
        return rows.order_by("order", "pk")


class Decide(InterviewEndpoint):
    """The decision."""

    @reads("get-decision", shapes.DecisionOut)
    def get(self, request: Request, uid: uuid.UUID) -> Interview:
        """What was decided"""
        return self.fresh(uid)

    @writes("set-decision", shapes.DecisionIn, shapes.DecisionOut, is_whole=True)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Interview:
        """Decide; process and scores stay as they are"""
        review.decide(actor=request.user, interview=self.interview, **data)
        return self.fresh(uid)


class Override(InterviewEndpoint):
    """A person's level."""

    @writes("override-level", shapes.OverrideIn, report_shapes.LevelOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, key: str) -> object:
        """Set a level beside the engine's, in the scoring that counts"""
        sight.require(self.interview)
        scoring = evaluations.counting(self.interview)
        rows = CompetencyScore.objects.filter(evaluation=scoring, evaluation__interview=self.interview)
        score = (
            rows.select_related("evaluation__interview__job", "competency")
            .filter(competency__key=key)
            .first()
        )
        if score is None:
            raise NotFound
        review.override(actor=request.user, score=score, **data)
        found = reports.read(self.fresh(uid)).competencies
        return next(one for one in found if one.score.competency.key == key)


class ScoreAgain(InterviewEndpoint):
    """A new scoring."""

    @writes("score-again", status=202, budget="ai-drafts", is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Ask for a new scoring; the old one counts until it is done"""
        review.retry(actor=request.user, interview=self.interview)
        return Reply(at=reverse("v1:report", args=[uid]))


class Resend(InterviewEndpoint):
    """The invitation again."""

    tag = "invitations"

    @writes("resend-invitation", None, shapes.InvitationOut, status=202, is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Send the same link again"""
        row = invitations.resend(actor=self.membership, interview=self.interview)
        return Reply(row, at=reverse("v1:interview", args=[uid]))


class Revoke(InterviewEndpoint):
    """The way in, closed."""

    tag = "invitations"

    @writes("revoke-invitation", None, shapes.InterviewOut)
    def post(self, request: Request, uid: uuid.UUID) -> Interview:
        """Close the link at once"""
        invitations.revoke(actor=self.membership, interview=self.interview)
        return sight.masked(self.fresh(uid))


class Extend(InterviewEndpoint):
    """The way in, open longer."""

    tag = "invitations"

    @writes("extend-invitation", shapes.ExtendIn, shapes.InterviewOut, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Interview:
        """Keep the link open for more days"""
        invitations.extend(actor=self.membership, interview=self.interview, days=data["days"])
        return sight.masked(self.fresh(uid))


class Accommodate(InterviewEndpoint):
    """What somebody needs to take part."""

    @reads("get-accommodations", shapes.AccommodationsOut)
    def get(self, request: Request, uid: uuid.UUID) -> Interview:
        """What was granted"""
        return self.fresh(uid)

    @writes("set-accommodations", shapes.AccommodationsIn, shapes.AccommodationsOut, is_whole=True)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Interview:
        """Grant extra time, typed answers, no camera, large captions or another language"""
        invitations.accommodate(
            actor=self.membership, interview=self.interview, granted=Accommodations(**data)
        )
        return self.fresh(uid)


class Shares(InterviewEndpoint):
    """Links to the report."""

    @reads("list-shared-links", shapes.ShareOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> list:
        """Links that still open the report"""
        return sharing.open_links(self.interview)

    @writes("share-report", shapes.ShareIn, shapes.NewShareOut, status=201)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Make a link by which somebody without an account may read the report; it is shown this once"""
        sight.require(self.interview)  # who may not read the report may not hand it on
        row, token = sharing.share(actor=request.user, interview=self.interview, **data)
        row.url = f"{settings.SITE_URL}{reverse('interviews:shared_report', args=[token])}"
        at = reverse("v1:share", args=[uid, row.uid])
        return Reply(row, at=at, headers={"Cache-Control": "no-store"})


class Share(InterviewEndpoint):
    """One link."""

    @writes("revoke-shared-link")
    def delete(self, request: Request, uid: uuid.UUID, link: uuid.UUID) -> None:
        """Close a link at once"""
        sharing.revoke(actor=request.user, interview=self.interview, uid=link)
