"""Who may begin a test, and what may be changed in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from edudiagno.enums import AttemptStatus, TestStatus
from edudiagno.models import EduDiagnoAttempt, EduDiagnoTest


def can_edit(test: EduDiagnoTest) -> bool:
    """Whether questions and marking may be changed: only before anybody could have begun the test."""
    return test.status == TestStatus.DRAFT


@dataclass(frozen=True)
class Entry:
    """Whether a job seeker may begin: `running` is an attempt under way, `again_at` the end of the cool-down."""

    attempts_left: int
    running: EduDiagnoAttempt | None = None
    again_at: datetime | None = None
    is_open: bool = True

    @property
    def may_begin(self) -> bool:
        """Whether a new attempt can be begun."""
        return self.is_open and self.running is None and self.attempts_left > 0 and self.again_at is None


def entry(*, test: EduDiagnoTest, seeker: object) -> Entry:
    """Where a job seeker stands with a test; attempts of all its versions count. One query."""
    mine = EduDiagnoAttempt.objects.for_seeker(seeker).select_related("test")
    rows = [row for row in mine if row.test.family == test.family]
    running = next((row for row in rows if row.status == AttemptStatus.IN_PROGRESS), None)
    last = max((row.submitted_at or row.deadline_at for row in rows), default=None)
    again_at = last + timedelta(days=test.cool_down_days) if last else None
    return Entry(
        attempts_left=max(0, test.max_attempts - len(rows)),
        running=running,
        again_at=again_at if again_at and again_at > timezone.now() and running is None else None,
        is_open=test.status == TestStatus.PUBLISHED and not test.is_deleted,
    )
