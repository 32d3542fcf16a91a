"""Reminders of an invitation: due once each, sent once however many workers there are, and turned off by one click."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from companies.enums import JobStatus
from interviewer import background
from interviewer.journal import services as journal
from interviews.enums import InterviewStatus, Reminder
from interviews.models import Interview, Invitation, InvitationReminder
from interviews.services import invitation_mails

UNOPENED_AFTER = timedelta(days=3)
#: How long before the end, and for how long from then on, a reminder still says what is true.
WINDOWS = {
    Reminder.TWO_DAYS: (timedelta(days=2), timedelta(days=1)),
    Reminder.ONE_DAY: (timedelta(days=1), timedelta(hours=2)),
}
#: Between two e-mails about one invitation.
QUIET = timedelta(hours=20)
#: At most so many are asked for in one go: the next minute brings the others.
AT_ONCE = 200


def due(kind: str, now: datetime) -> QuerySet[Interview]:
    """Interviews whose invitation should be reminded of now, for this reason; those that end first come first.

    Only whoever was invited by e-mail, has not begun, may still begin, and did not turn reminders off.
    """
    rows = (
        Interview.objects.alive()
        .filter(
            status=InterviewStatus.INVITED,
            link_expires_at__gt=now,
            reminders_off_at=None,
            job__sends_reminders=True,
            job__status=JobStatus.ACTIVE,
            job__approved=True,
            job__deleted_at=None,
            job__company__deleted_at=None,
            job__company__suspended_at=None,
        )
        .exclude(email="")
    )
    sent = Invitation.objects.filter(interview=OuterRef("pk"), revoked_at=None)
    reminded = InvitationReminder.objects.filter(interview=OuterRef("pk"))
    newest = Subquery(sent.order_by().values("interview").annotate(at=Max("sent_at")).values("at"))
    rows = rows.annotate(invited_at=newest).filter(invited_at__lte=now - QUIET)
    rows = rows.exclude(Exists(reminded.filter(sent_at__gt=now - QUIET)))
    return rows.filter(_window(kind, now, reminded)).order_by("link_expires_at")


def _window(kind: str, now: datetime, reminded: QuerySet[InvitationReminder]) -> Q:
    if kind == Reminder.UNOPENED:
        begin, _end = WINDOWS[Reminder.TWO_DAYS]
        return Q(
            ~Exists(reminded.filter(kind=kind)),
            opened_at=None,
            invited_at__lte=now - UNOPENED_AFTER,
            link_expires_at__gt=now + begin,
        )
    begin, end = WINDOWS[Reminder(kind)]
    same_end = reminded.filter(kind=kind, link_expires_at=OuterRef("link_expires_at"))
    return Q(~Exists(same_end), link_expires_at__lte=now + begin, link_expires_at__gt=now + end)


@background.reconciler
def find_due() -> int:
    """Ask for the reminders that are due: the table says which, so none is lost and none is asked for twice."""
    from interviews import tasks

    now = timezone.now()
    calls: Iterable[tuple[object, ...]] = [
        (pk, kind.value) for kind in Reminder for pk in due(kind, now).values_list("pk", flat=True)[:AT_ONCE]
    ]
    return background.ask_again(tasks.remind, calls)


def send(*, interview_id: int, kind: str) -> bool:
    """Send one reminder if it is still due. Returns whether it was."""
    with transaction.atomic():
        rows = Interview.objects.select_for_update(of=("self",)).select_related("job__company")
        interview = rows.filter(pk=interview_id).first()
        if interview is None or not due(kind, timezone.now()).filter(pk=interview_id).exists():
            return False
        InvitationReminder.objects.create(
            interview=interview, kind=kind, link_expires_at=interview.link_expires_at
        )
        invitation_mails.send_reminder(interview=interview, kind=kind)
        journal.record(action="interview.reminded", subject=interview, data={"kind": kind})
    return True


def turn(*, interview: Interview, on: bool) -> None:
    """The candidate wants no reminders, or wants them again. Doing it twice changes nothing."""
    value = None if on else timezone.now()
    rows = Interview.objects.filter(pk=interview.pk, reminders_off_at__isnull=not on)
    with transaction.atomic():
        if rows.update(reminders_off_at=value, updated_at=timezone.now()):
            action = "interview.reminders_on" if on else "interview.reminders_off"
            journal.record(actor="candidate", action=action, subject=interview)
            interview.reminders_off_at = value
