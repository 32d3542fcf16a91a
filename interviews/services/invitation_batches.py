"""Inviting many, or doing something to many invitations: a list of rows, worked off in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob, Membership
from interviewer import background
from interviewer.errors import Conflict, DomainError, Invalid
from interviewer.journal import services as journal
from interviews import job_rules
from interviews.enums import BatchAction, RowResult
from interviews.invitees import Invitee, Sheet
from interviews.models import Interview, InvitationBatch, InvitationRow
from interviews.services import invitations

#: Rows done in one go: what is lost with a killed worker, and how long others wait for the database.
CHUNK = 50
#: A list that did not move for so long was left by a killed worker.
LOST = timedelta(minutes=2)
#: So often a go is tried that gets nowhere, before its list is given up.
MAX_TRIES = 5
#: What can be mended in the list and sent once more.
REJECTED = (
    RowResult.BAD_ADDRESS,
    RowResult.NAME_MISSING,
    RowResult.BAD_VALUE,
    RowResult.DUPLICATE,
    RowResult.REFUSED,
)
_READ = ("email", "first_name", "last_name", "phone", "city", "external_id", "source_tag", "deadline_at")


def start(
    *,
    actor: Membership,
    job: AiInterviewedJob,
    sheet: Sheet,
    message: str = "",
    deadline_at: datetime | None = None,
    file_name: str = "",
) -> InvitationBatch:
    """Keep a list of people and begin to invite them; those who cannot be invited keep the reason at once.

    Raises Conflict when the job takes nobody in.
    """
    if why_not := job_rules.why_not_invite(actor, job):
        raise Conflict(why_not)
    with transaction.atomic():
        batch = InvitationBatch.objects.create(
            job=job,
            started_by=actor,
            message=message,
            deadline_at=deadline_at,
            file_name=file_name[:200],
            headings=list(sheet.headings),
            ignored=list(sheet.ignored),
            row_count=len(sheet.people),
        )
        rows = [_row(batch, person) for person in _without_doubles(sheet.people)]
        _begin(actor, batch, rows)
    return batch


def start_for(
    *,
    actor: Membership,
    job: AiInterviewedJob,
    action: str,
    interviews: Sequence[Interview],
    days: int | None = None,
) -> InvitationBatch:
    """Send again, extend or withdraw the invitations of these interviews of the job. Raises Invalid for none."""
    if not interviews:
        raise Invalid(_("Choose at least one invitation."))
    with transaction.atomic():
        batch = InvitationBatch.objects.create(
            job=job,
            started_by=actor,
            action=BatchAction(action),
            days=days,
            headings=["email", "name"],
            row_count=len(interviews),
        )
        rows = [
            InvitationRow(
                batch=batch,
                number=number,
                interview=one,
                email=one.email,
                cells=[one.email, one.full_name],
            )
            for number, one in enumerate(interviews, start=1)
        ]
        _begin(actor, batch, rows)
    return batch


def _begin(actor: Membership, batch: InvitationBatch, rows: Sequence[InvitationRow]) -> None:
    from interviews import tasks

    InvitationRow.objects.bulk_create(rows, batch_size=500)
    data = {"batch": str(batch.uid), "action": batch.action, "rows": batch.row_count}
    journal.record(actor=actor.user, action="job.invitations_listed", subject=batch.job, data=data)
    background.enqueue(tasks.work_off_invitations, batch.pk)


def _without_doubles(people: Sequence[Invitee]) -> list[Invitee]:
    """The people, with a later line of the same address told so; addresses are compared in lower case."""
    seen: dict[str, int] = {}
    found = []
    for person in people:
        first = seen.setdefault(person.email, person.line) if person.is_valid else person.line
        if first != person.line:
            detail = _("The same address stands in line %(n)d.") % {"n": first}
            person = replace(person, result=RowResult.DUPLICATE, detail=detail)
        found.append(person)
    return found


def _row(batch: InvitationBatch, person: Invitee) -> InvitationRow:
    return InvitationRow(
        batch=batch,
        number=person.line,
        cells=list(person.cells),
        result=person.result,
        detail=person.detail[:300],
        **{name: getattr(person, name) for name in _READ},
    )


def run(*, batch_id: int) -> None:
    """Do the next rows of a list and ask for those after them; twice, or after a kill, each row is done once.

    The rows and what they led to are written together, under the lock of the list: a worker that dies leaves
    its rows waiting. The next go queues behind the e-mails of this one, so that other mail is not held up.
    """
    from interviews import tasks

    unfinished = InvitationBatch.objects.filter(pk=batch_id, finished_at=None)
    if not unfinished.update(tries=F("tries") + 1, updated_at=timezone.now()):
        return
    with transaction.atomic():
        rows = InvitationBatch.objects.select_for_update(of=("self",))
        rows = rows.select_related("job__company", "started_by__user")
        batch = rows.filter(pk=batch_id, finished_at=None).first()
        if batch is None:
            return
        waiting = list(batch.rows.filter(result=RowResult.WAITING).select_related("interview")[:CHUNK])
        if batch.tries > MAX_TRIES:
            _give_up(batch)
        elif waiting:
            _work_off(batch, waiting)
            InvitationRow.objects.bulk_update(waiting, ["result", "detail", "interview"])
        is_over = not batch.rows.filter(result=RowResult.WAITING).exists()
        batch.tries, batch.finished_at = 0, timezone.now() if is_over else None
        batch.save(update_fields=["tries", "finished_at", "updated_at"])
        if not is_over:
            background.enqueue(tasks.work_off_invitations, batch.pk)


def _give_up(batch: InvitationBatch) -> None:
    batch.rows.filter(result=RowResult.WAITING).update(
        result=RowResult.REFUSED,
        detail=_("Something went wrong on our side. Please send these rows once more."),
    )


def _work_off(batch: InvitationBatch, rows: Sequence[InvitationRow]) -> None:
    if batch.started_by is None or batch.started_by.removed_at:
        _refuse(rows, _("Whoever started this is no member of the company any more."))
    elif batch.action == BatchAction.INVITE:
        _invite(batch, batch.started_by, rows)
    else:
        for row in rows:
            _act(batch, batch.started_by, row)


def _invite(batch: InvitationBatch, actor: Membership, rows: Sequence[InvitationRow]) -> None:
    people = [
        Invitee(line=row.number, **{name: getattr(row, name) for name in _READ})  # type: ignore[arg-type]
        for row in rows
    ]
    try:
        outcomes = invitations.invite(
            actor=actor, job=batch.job, people=people, message=batch.message, deadline_at=batch.deadline_at
        )
    except DomainError as refusal:
        _refuse(rows, refusal.message)
        return
    for row, outcome in zip(rows, outcomes, strict=True):
        row.result, row.detail, row.interview = outcome.result, outcome.detail, outcome.interview


def _act(batch: InvitationBatch, actor: Membership, row: InvitationRow) -> None:
    if row.interview is None or row.interview.is_deleted:
        _refuse([row], _("The candidate was deleted meanwhile."))
        return
    actions: dict[str, Callable[[Interview], object]] = {
        BatchAction.RESEND: lambda one: invitations.resend(actor=actor, interview=one),
        BatchAction.REVOKE: lambda one: invitations.revoke(actor=actor, interview=one),
        BatchAction.EXTEND: lambda one: invitations.extend(actor=actor, interview=one, days=batch.days or 0),
    }
    try:
        with transaction.atomic():
            actions[batch.action](row.interview)
        row.result = RowResult.DONE
    except DomainError as refusal:
        _refuse([row], refusal.message)


def _refuse(rows: Sequence[InvitationRow], why: str) -> None:
    for row in rows:
        row.result, row.detail = RowResult.REFUSED, why[:300]


@background.reconciler
def resume_lists() -> int:
    """Go on with lists whose task was lost or whose worker was killed."""
    from interviews import tasks

    left = InvitationBatch.objects.filter(finished_at=None, updated_at__lt=timezone.now() - LOST)
    return background.ask_again(
        tasks.work_off_invitations, [(pk,) for pk in left.values_list("pk", flat=True)[:100]]
    )
