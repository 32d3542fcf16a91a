"""Reads about a job's invitations: the list of them, how a list of people goes, and which links brought whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviewer.journal.models import MailStatus, OutgoingMail
from interviews import links
from interviews.enums import BatchAction, InterviewSource, InterviewStatus, RowResult
from interviews.models import Interview, Invitation, InvitationBatch, InvitationRow, SourceLink
from interviews.services.invitation_batches import REJECTED


def states(now: datetime) -> dict[str, Q]:
    """What an invitation may be at, and which rows that are."""
    invited = Q(status=InterviewStatus.INVITED)
    is_over = Q(link_expires_at__lte=now)
    return {
        "open": invited & ~is_over,
        "unopened": invited & ~is_over & Q(opened_at=None),
        "begun": Q(status=InterviewStatus.IN_PROGRESS),
        "done": Q(
            status__in=(InterviewStatus.SCORING, InterviewStatus.COMPLETED, InterviewStatus.SCREENED_OUT)
        ),
        "expired": (invited & is_over) | Q(status=InterviewStatus.EXPIRED),
        "revoked": Q(status__in=(InterviewStatus.REVOKED, InterviewStatus.WITHDRAWN)),
    }


def invitations_of(job: AiInterviewedJob, state: str = "", search: str = "") -> QuerySet[Interview]:
    """The interviews of a job whose candidates were invited by e-mail, the newest first."""
    rows = Interview.objects.alive().filter(job=job, source=InterviewSource.INVITATION)
    known = states(timezone.now())
    if state in known:
        rows = rows.filter(known[state])
    for word in search.split():
        rows = rows.filter(
            Q(email__icontains=word) | Q(first_name__icontains=word) | Q(last_name__icontains=word)
        )
    sent = Prefetch("invitations", Invitation.objects.order_by("-sent_at"))
    return rows.order_by("-created_at", "-id").prefetch_related(sent, "reminders")


@dataclass(frozen=True)
class InvitationLine:
    """One line of the list: the interview, what was sent, and how the newest e-mail fared."""

    interview: Interview
    sent: Sequence[Invitation]
    reminded: int
    mail: OutgoingMail | None

    @property
    def is_over(self) -> bool:
        """Whether nobody can begin by the link any more although nobody closed it."""
        row = self.interview
        return row.status == InterviewStatus.INVITED and row.link_expires_at <= timezone.now()

    @property
    def progress(self) -> str:
        """Where it stands, in words."""
        if self.is_over:
            return str(InterviewStatus.EXPIRED.label)
        if self.interview.status == InterviewStatus.INVITED and self.interview.opened_at:
            return _("opened")
        return self.interview.get_status_display()

    @property
    def tone(self) -> str:
        """The status whose colour it has."""
        return InterviewStatus.EXPIRED if self.is_over else self.interview.status

    @property
    def failure(self) -> str:
        """What the mail server said, where the newest e-mail was not taken."""
        has_failed = self.mail is not None and self.mail.status == MailStatus.FAILED
        return (self.mail.error or _("The e-mail was not taken.")) if has_failed and self.mail else ""


def mails_of(invitations: Sequence[Invitation]) -> dict[str, OutgoingMail]:
    """The e-mails of invitations, by the invitation's uid."""
    keys = {f"invitation:{one.uid}": str(one.uid) for one in invitations}
    return {keys[row.key]: row for row in OutgoingMail.objects.filter(key__in=keys)}


def as_lines(interviews: Sequence[Interview]) -> list[InvitationLine]:
    """Lines of a page of interviews; one query more, for the e-mails."""
    newest = {row.pk: next(iter(row.invitations.all()), None) for row in interviews}
    mails = mails_of([one for one in newest.values() if one])
    return [
        InvitationLine(
            row,
            sent=list(row.invitations.all()),
            reminded=len(row.reminders.all()),
            mail=mails.get(str(newest[row.pk].uid)) if newest[row.pk] else None,
        )
        for row in interviews
    ]


@dataclass(frozen=True)
class Progress:
    """How far a list is, and what became of its rows so far."""

    counts: dict[str, int]
    is_finished: bool

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """The rows that do not wait any more."""
        return self.total - self.counts.get(RowResult.WAITING, 0)

    @property
    def percent(self) -> int:
        """The part that is done, of a hundred."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def rejected(self) -> int:
        """The rows that can be mended and sent once more."""
        return sum(self.counts.get(result, 0) for result in REJECTED)

    @property
    def version(self) -> str:
        """Changes whenever something changed."""
        return f"{self.done}-{self.total}-{int(self.is_finished)}"


def progress_of(batch: InvitationBatch) -> Progress:
    """How a list goes."""
    found = batch.rows.order_by().values_list("result").annotate(n=Count("id"))
    return Progress(dict(found), batch.finished_at is not None)


#: So many rows are in memory at once while a file is written.
FILE_CHUNK = 500


def file_of(batch: InvitationBatch, *, only_rejected: bool) -> Iterator[list[object]]:
    """The list as it was read with what became of each row, headings first.

    The rejected rows alone have the same columns and the reason, so that they can be mended and sent again.
    """
    end: list[object] = [_("Reason")] if only_rejected else [_("Line"), _("Result"), _("Reason")]
    yield [*batch.headings, *end]
    rows = batch.rows.order_by("number")
    if only_rejected:
        rows = rows.filter(result__in=REJECTED)
    width = len(batch.headings)
    for row in rows.iterator(chunk_size=FILE_CHUNK):
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        label = row.get_result_display()
        reason = row.detail or (label if row.result in REJECTED else "")
        yield [*cells, reason] if only_rejected else [*cells, row.number, label, reason]


@dataclass(frozen=True)
class SourceRow:
    """A source of a job: its link, and how many came by it."""

    tag: str
    link: str
    begun: int
    completed: int
    is_kept: bool


def sources_of(job: AiInterviewedJob) -> list[SourceRow]:
    """The links with a source that are kept, and every other source that somebody came by, by name."""
    kept = set(SourceLink.objects.filter(job=job).values_list("tag", flat=True))
    completed = Count("id", filter=Q(status=InterviewStatus.COMPLETED))
    rows = Interview.objects.alive().filter(job=job).exclude(source_tag="").order_by()
    found = {
        tag: (total, done)
        for tag, total, done in rows.values_list("source_tag").annotate(total=Count("id"), done=completed)
    }
    return [
        SourceRow(tag, links.public_link(job, tag), *found.get(tag, (0, 0)), is_kept=tag in kept)
        for tag in sorted(kept | set(found))
    ]


def latest_batches(job: AiInterviewedJob, count: int = 5) -> list[InvitationBatch]:
    """The newest lists of people of a job."""
    rows = InvitationBatch.objects.for_job(job).filter(action=BatchAction.INVITE)
    return list(rows.select_related("started_by__user")[:count])


def rows_of(batch: InvitationBatch, result: str = "") -> QuerySet[InvitationRow]:
    """The rows of a list, in its order, perhaps those with one result only."""
    rows = batch.rows.select_related("interview").order_by("number")
    return rows.filter(result=result) if result in RowResult.values else rows
