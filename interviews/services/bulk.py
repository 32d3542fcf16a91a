"""One thing done to many candidates: up to a thousand at once, more of them in portions in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import Membership
from interviewer import background
from interviewer.errors import Invalid
from interviewer.journal import services as journal
from interviews.enums import BulkKind, Decision
from interviews.models import BulkAction, Interview, InterviewTag, Tag
from interviews.services import tagging

#: As many are dealt with while the recruiter waits.
AT_ONCE = 1_000
PORTION = 500
MOST = 200_000

#: How many rows were changed, and how many left alone because a colleague was faster or there was no room.
Outcome = tuple[int, int]


def start(
    *,
    actor: Membership,
    kind: str,
    values: Mapping[str, str],
    rows: QuerySet[Interview],
    drawn_at: datetime,
) -> BulkAction:
    """Do it to these rows; those above a thousand in the background, where `done` of the answer grows.

    A decision that somebody made after `drawn_at` is left alone. Raises Invalid for values that do not fit the kind.
    """
    kept = _checked(actor, kind, values)
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if not ids:
        raise Invalid(_("Choose at least one candidate."))
    if len(ids) > MOST:
        raise Invalid(_("At most %(n)d candidates at once, please.") % {"n": MOST})
    with transaction.atomic():
        row = BulkAction.objects.create(
            company=actor.company,
            actor=actor.user,
            kind=kind,
            values=kept,
            drawn_at=drawn_at,
            interview_ids=ids,
            total=len(ids),
        )
        data = {"kind": kind, "count": len(ids), **kept}
        journal.record(
            actor=actor.user, action="candidates.bulk", subject=row, data=data, company_id=actor.company_id
        )
        if len(ids) > AT_ONCE:
            _enqueue(row)
        else:
            while not row.is_done:
                _portion(row)
    return row


def _checked(actor: Membership, kind: str, values: Mapping[str, str]) -> dict[str, str]:
    reason = values.get("reason", "").strip()
    if kind == BulkKind.DECIDE:
        if values.get("decision") not in Decision.values:
            raise Invalid(fields={"decision": _("Choose one of the decisions.")})
        return {"decision": values["decision"], "reason": reason}
    if kind == BulkKind.TAG:
        return {"tag": tagging.tag_named(company=actor.company, name=values.get("tag", "")).name}
    if kind == BulkKind.UNTAG:
        found = Tag.objects.filter(company=actor.company, name__iexact=values.get("tag", "").strip()).first()
        if found is None:
            raise Invalid(fields={"tag": _("No candidate carries this tag.")})
        return {"tag": found.name}
    if kind == BulkKind.FLAG:
        if not reason:
            raise Invalid(fields={"reason": _("Say why, so that others understand it.")})
        return {"reason": reason[:300]}
    if kind == BulkKind.UNFLAG:
        return {}
    raise Invalid(fields={"kind": _("Choose what to do.")})


def advance(*, bulk_id: int) -> None:
    """Deal with the next portion, and ask for the one after it. Safe to call at any time, by several workers."""
    with transaction.atomic():
        row = BulkAction.objects.select_for_update().filter(pk=bulk_id, done__lt=F("total")).first()
        if row is None:
            return
        _portion(row)
        if not row.is_done:
            _enqueue(row)


def _enqueue(row: BulkAction) -> None:
    from interviews import tasks

    background.enqueue(tasks.advance_bulk, row.pk)


def _portion(row: BulkAction) -> None:
    ids = row.interview_ids[row.done : row.done + PORTION]
    own = Interview.objects.for_company(row.company).filter(pk__in=ids)
    # In one order, so that two of these never wait for each other.
    rows = list(
        own.select_for_update(of=("self",))
        .order_by("pk")
        .only("pk", "uid", "company", "first_name", "last_name", "email", "decision", "decision_reason")
        .annotate(last_decided_at=F("decided_at"))
    )
    changed, passed_over = _DO[BulkKind(row.kind)](row, rows)
    row.done += len(ids)
    row.changed += changed
    row.passed_over += passed_over
    row.save(update_fields=["done", "changed", "passed_over", "updated_at"])


def _decide(row: BulkAction, rows: list[Interview]) -> Outcome:
    decision, reason = row.values["decision"], row.values["reason"]
    late = {one.pk for one in rows if one.last_decided_at and one.last_decided_at > row.drawn_at}
    free = [one for one in rows if one.pk not in late]
    differ = [one for one in free if (one.decision, one.decision_reason) != (decision, reason)]
    now = timezone.now()
    _of(differ).update(
        decision=decision,
        decision_reason=reason,
        decided_by=row.actor,
        decided_at=now,
        decision_version=F("decision_version") + 1,
        updated_at=now,
    )
    entries = [(one, {"from": one.decision, "to": decision, "reason": reason}) for one in differ]
    journal.record_many(actor=row.actor, action="interview.decided", entries=entries)
    return len(differ), len(late)


def _tag(row: BulkAction, rows: list[Interview]) -> Outcome:
    tag = tagging.tag_named(company=row.company, name=row.values["tag"])
    have = set(tag.links.filter(interview__in=rows).values_list("interview_id", flat=True))
    counted = InterviewTag.objects.filter(interview__in=rows).values("interview_id").annotate(n=Count("pk"))
    full = {item["interview_id"] for item in counted if item["n"] >= tagging.MAX_PER_INTERVIEW} - have
    new = [one for one in rows if one.pk not in have | full]
    InterviewTag.objects.bulk_create(
        [InterviewTag(interview=one, tag=tag, added_by=row.actor) for one in new], ignore_conflicts=True
    )
    journal.record_many(
        actor=row.actor, action="interview.tagged", entries=[(one, {"tag": tag.name}) for one in new]
    )
    return len(new), len(full)


def _untag(row: BulkAction, rows: list[Interview]) -> Outcome:
    name = row.values["tag"]
    links = InterviewTag.objects.filter(tag__company=row.company, tag__name=name, interview__in=rows)
    have = set(links.values_list("interview_id", flat=True))
    links.delete()
    entries = [(one, {"tag": name}) for one in rows if one.pk in have]
    journal.record_many(actor=row.actor, action="interview.untagged", entries=entries)
    Tag.objects.filter(company=row.company, name=name, links=None).delete()
    return len(entries), 0


def _flag(row: BulkAction, rows: list[Interview]) -> Outcome:
    value, reason = row.kind == BulkKind.FLAG, row.values.get("reason", "")
    changing = set(_of(rows).exclude(flagged=value, flag_reason=reason).values_list("pk", flat=True))
    differ = [one for one in rows if one.pk in changing]
    _of(differ).update(flagged=value, flag_reason=reason, updated_at=timezone.now())
    action = "interview.flagged" if value else "interview.unflagged"
    data = {"reason": reason} if reason else {}
    journal.record_many(actor=row.actor, action=action, entries=[(one, data) for one in differ])
    return len(differ), 0


def _of(rows: list[Interview]) -> QuerySet[Interview]:
    return Interview.objects.filter(pk__in=[one.pk for one in rows])


_DO: dict[BulkKind, Callable[[BulkAction, list[Interview]], Outcome]] = {
    BulkKind.DECIDE: _decide,
    BulkKind.TAG: _tag,
    BulkKind.UNTAG: _untag,
    BulkKind.FLAG: _flag,
    BulkKind.UNFLAG: _flag,
}


@background.reconciler
def find_unfinished() -> int:
    """Go on with bulk actions that have not moved for a minute: their task was lost, or its worker killed."""
    from interviews import tasks

    before = timezone.now() - timedelta(minutes=1)
    stuck = BulkAction.objects.filter(done__lt=F("total"), updated_at__lt=before)
    return background.ask_again(tasks.advance_bulk, stuck.order_by("pk").values_list("pk")[:50])
