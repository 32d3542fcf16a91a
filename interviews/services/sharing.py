"""Links by which somebody without an account may read one report: unguessable, kept as a hash, expiring, revocable."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.accounts.tokens import hash_of
from interviewer.errors import Conflict, Gone, Invalid, NotFound
from interviewer.journal import services as journal
from interviews.enums import InterviewStatus
from interviews.models import Interview, SharedReport

MAX_DAYS = 90
MAX_OPEN = 20


def share(*, actor: object, interview: Interview, days: int, note: str = "") -> tuple[SharedReport, str]:
    """Make a link that opens the report for so many days; returns it with its token, which is not kept.

    Raises Conflict while there is no report, or with too many open links, and Invalid for a number of days
    out of 1 to 90.
    """
    if interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("There is no report to share yet."))
    if not 1 <= days <= MAX_DAYS:
        raise Invalid(fields={"days": _("Choose between 1 and %(n)d days.") % {"n": MAX_DAYS}})
    if len(open_links(interview)) >= MAX_OPEN:
        raise Conflict(_("This report has too many open links. Revoke one first."))
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        row = SharedReport.objects.create(
            interview=interview,
            token_hash=hash_of(token),
            note=note.strip()[:120],
            created_by=actor,
            expires_at=timezone.now() + timedelta(days=days),
        )
        journal.record(
            actor=actor, action="report.shared", subject=interview, data={"link": str(row.uid), "days": days}
        )
    return row, token


def open_links(interview: Interview) -> list[SharedReport]:
    """The links that still lead to the report."""
    rows = interview.shared_reports.filter(revoked_at=None, expires_at__gt=timezone.now())
    return list(rows.select_related("created_by"))


def revoke(*, actor: object, interview: Interview, uid: object) -> None:
    """Close a link at once. Raises NotFound for one that is not of this interview; closing twice does nothing."""
    row = interview.shared_reports.filter(uid=uid).first()
    if row is None:
        raise NotFound
    with transaction.atomic():
        if SharedReport.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=timezone.now()):
            journal.record(
                actor=actor, action="report.link_revoked", subject=interview, data={"link": str(row.uid)}
            )


def open_report(token: str) -> Interview:
    """The interview whose report a link opens; that it was opened is written down.

    Raises NotFound for an invented link and Gone for one that expired, was revoked, or has lost its report.
    """
    rows = SharedReport.objects.select_related("interview__job__company", "interview__rubric")
    row = rows.filter(token_hash=hash_of(token)).first()
    if row is None:
        raise NotFound(_("This link is not known."))
    interview = row.interview
    if not row.is_open() or interview.deleted_at or interview.status != InterviewStatus.COMPLETED:
        raise Gone(_("This link is no longer open. Ask whoever sent it for a new one."))
    with transaction.atomic():
        SharedReport.objects.filter(pk=row.pk).update(
            opened_at=timezone.now(), times_opened=F("times_opened") + 1
        )
        journal.record(
            actor="shared link",
            action="report.shared_link_opened",
            subject=interview,
            data={"link": str(row.uid)},
        )
    return interview
