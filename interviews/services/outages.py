"""Giving back what an outage of ours took: every clock that was running then runs that much longer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.dateparse import parse_datetime

from interviewer.journal import services as journal
from interviewer.web import heart
from interviews.enums import TurnStatus
from interviews.models import InterviewQuestionAndResponse, StageAttempt


@heart.on_outage
def give_back(start: datetime, end: datetime) -> int:
    """Extend the clocks that were running at `start` by what they lost until `end`; returns how many.

    Called inside the transaction that closes the gap, so it happens once.
    """
    return _extend_stages(start, end) + _extend_turns(start, end)


def _extend_stages(start: datetime, end: datetime) -> int:
    attempts = StageAttempt.objects.select_for_update(of=("self",)).select_related("interview__job")
    extended = 0
    for attempt in attempts.filter(finished_at=None, started_at__lt=end):
        lost = end - max(start, attempt.started_at)
        opened, was_open = _later(attempt.state.get("opened", {}), start, lost)
        runs = attempt.deadline_at is not None and attempt.deadline_at > start
        if not (runs or was_open):
            continue
        if runs:
            attempt.deadline_at += lost
        if was_open:
            attempt.state = {**attempt.state, "opened": opened}
        attempt.given_back = (attempt.given_back or timedelta()) + lost
        attempt.save(update_fields=["deadline_at", "state", "given_back", "updated_at"])
        _record(attempt.interview, attempt.stage, lost)
        extended += 1
    return extended


def _later(opened: dict[str, str], start: datetime, lost: timedelta) -> tuple[dict[str, str], bool]:
    """The clocks of single questions, those that were running put back; whether there was one."""
    found, was_open = {}, False
    for uid, text in opened.items():
        until = parse_datetime(text)
        if until and until > start:
            until, was_open = until + lost, True
        found[uid] = until.isoformat() if until else text
    return found, was_open


def _extend_turns(start: datetime, end: datetime) -> int:
    turns = InterviewQuestionAndResponse.objects.select_for_update(of=("self",))
    extended = 0
    for status, clock in ((TurnStatus.ASKED, "deadline_at"), (TurnStatus.REVIEWING, "review_until")):
        running = turns.filter(status=status, asked_at__lt=end, **{f"{clock}__gt": start})
        for turn in running.select_related("interview__job"):
            lost = end - max(start, turn.asked_at)
            setattr(turn, clock, getattr(turn, clock) + lost)
            turn.save(update_fields=[clock])
            _record(turn.interview, f"turn {turn.order}", lost)
            extended += 1
    return extended


def _record(interview: object, what: str, lost: timedelta) -> None:
    journal.record(
        action="interview.time_given_back",
        subject=interview,  # type: ignore[arg-type]
        data={"clock": what, "seconds": round(lost.total_seconds())},
    )
