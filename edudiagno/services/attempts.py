"""An attempt: begun once at a time, clocked by the server, handed in by hand or by the clock."""

from __future__ import annotations

import random
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import QuestionType
from edudiagno import clocks, rules
from edudiagno.drawing import Candidate, drawn, option_order
from edudiagno.enums import AttemptStatus, Section
from edudiagno.lifecycles import ATTEMPT
from edudiagno.models import (
    EduDiagnoAccommodation,
    EduDiagnoAttempt,
    EduDiagnoDSAResponse,
    EduDiagnoMCQResponse,
    EduDiagnoTest,
    EduDiagnoVideoResponse,
)
from interviewer import background
from interviewer.errors import Conflict, NotFound, TooLate
from interviewer.journal import services as journal
from seekers.models import JobSeeker


def begin(*, seeker: JobSeeker, test: EduDiagnoTest) -> EduDiagnoAttempt:
    """Begin a test, or go on with the attempt at it that is under way. Draws the questions and sets the clock.

    Raises Conflict during another test, during the cool-down, without attempts left, or for a test that is closed.
    """
    settle_own(seeker=seeker)
    with transaction.atomic():
        # Two tabs that begin at the same moment are one after the other here.
        JobSeeker.objects.select_for_update().get(pk=seeker.pk)
        entry = rules.entry(test=test, seeker=seeker)
        if entry.running:
            return entry.running
        _check_entry(entry, seeker)
        return _new(seeker, test)


def _check_entry(entry: rules.Entry, seeker: JobSeeker) -> None:
    if not entry.is_open:
        raise Conflict(_("This test is closed: it can't be begun any more."))
    if open_of(seeker) is not None:
        raise Conflict(_("You are in another test. Hand that in first: one test at a time."))
    if not entry.attempts_left:
        raise Conflict(_("You have used all attempts at this test."))
    if entry.again_at:
        day = timezone.localtime(entry.again_at).strftime("%Y-%m-%d %H:%M")
        raise Conflict(_("You can take this test again from %(day)s on.") % {"day": day})


def _new(seeker: JobSeeker, test: EduDiagnoTest) -> EduDiagnoAttempt:
    from edudiagno import tasks

    granted = EduDiagnoAccommodation.objects.filter(job_seeker=seeker).first()
    extra, now = granted.extra_time_percent if granted else 0, timezone.now()
    row = EduDiagnoAttempt.objects.create(
        test=test,
        job_seeker=seeker,
        started_at=now,
        deadline_at=clocks.test_deadline(now, test.minutes, extra),
        extra_time_percent=extra,
        text_answers=bool(granted and granted.text_answers),
    )
    _draw(row)
    journal.record(actor=seeker.user, action="edudiagno_attempt.begun", subject=row)
    # Ended by the server, whether or not a browser is still there.
    wait = row.deadline_at - now + clocks.GRACE + timedelta(seconds=1)
    background.enqueue(tasks.end_attempt, row.pk, delay=wait)
    return row


def _draw(row: EduDiagnoAttempt) -> None:
    """Fix what this attempt is asked, in its order."""
    test, chance = row.test, random.Random(str(row.uid))  # noqa: S311  (an order, not a secret)
    approved = {"approved": True}
    mcq = {one.pk: one for one in test.mcq_questions.filter(**approved)}
    chosen = {
        Section.MCQ: _drawn(test, Section.MCQ, list(mcq.values()), chance),
        Section.CODING: _drawn(test, Section.CODING, list(test.dsa_questions.filter(**approved)), chance),
        Section.VIDEO: _drawn(test, Section.VIDEO, list(test.video_questions.all()), chance),
    }
    EduDiagnoMCQResponse.objects.bulk_create(
        EduDiagnoMCQResponse(
            attempt=row, question=mcq[pk], order=place, option_order=_options(test, mcq[pk], chance)
        )
        for place, pk in enumerate(chosen[Section.MCQ])
    )
    for section, model in ((Section.CODING, EduDiagnoDSAResponse), (Section.VIDEO, EduDiagnoVideoResponse)):
        model.objects.bulk_create(
            model(attempt=row, question_id=pk, order=place) for place, pk in enumerate(chosen[section])
        )
    row.sections = {section.value: {} for section in Section if chosen[section]}
    row.save(update_fields=["sections", "updated_at"])


def _drawn(test: EduDiagnoTest, section: Section, rows: list, chance: random.Random) -> list[int]:
    draws = dict(test.draws.filter(section=section).values_list("pool", "count"))
    is_shuffled = test.shuffles_questions and section == Section.MCQ
    return drawn([Candidate(one.pk, one.pool) for one in rows], draws, chance, is_shuffled=is_shuffled)


def _options(test: EduDiagnoTest, question: Any, chance: random.Random) -> list[int]:
    is_shuffled = test.shuffles_options and question.question_type != QuestionType.TRUE_FALSE
    return option_order(len(question.options), chance, is_shuffled=is_shuffled)


def open_of(seeker: JobSeeker) -> EduDiagnoAttempt | None:
    """The attempt that a job seeker is in, if they are in one."""
    rows = EduDiagnoAttempt.objects.for_seeker(seeker).filter(status=AttemptStatus.IN_PROGRESS)
    return rows.select_related("test", "job_seeker").first()


def settle_own(*, seeker: JobSeeker) -> None:
    """End the job seeker's attempt when its time is up: the page need not wait for the worker."""
    row = open_of(seeker)
    if row is not None and timezone.now() > row.deadline_at + clocks.GRACE:
        hand_in(attempt=row, by_clock=True)


def require(*, seeker: JobSeeker, uid: uuid.UUID, section: str | None = None) -> EduDiagnoAttempt:
    """A job seeker's attempt that is still under way, and in whose section answers are still taken.

    Raises NotFound for another's, for a missing one and for a section that it does not have, TooLate when it or the
    section is over.
    """
    rows = EduDiagnoAttempt.objects.for_seeker(seeker).select_related("test", "job_seeker__user")
    row = rows.filter(uid=uid).first()
    if row is None or (section is not None and section not in row.sections):
        raise NotFound
    now = timezone.now()
    if row.status == AttemptStatus.IN_PROGRESS and now > row.deadline_at + clocks.GRACE:
        hand_in(attempt=row, by_clock=True)
    if row.status != AttemptStatus.IN_PROGRESS:
        raise TooLate(_("This test is over. What you answered before counts."))
    if section is not None and clocks.is_over(row.sections[section], now):
        raise TooLate(_("This section is over. What you answered before counts."))
    return row


def locked(attempt: EduDiagnoAttempt) -> EduDiagnoAttempt:
    """The attempt, locked and fresh, still under way. Call it in a transaction. Raises TooLate."""
    rows = EduDiagnoAttempt.objects.select_for_update(of=("self",)).select_related("test")
    row = rows.get(pk=attempt.pk)
    if row.status != AttemptStatus.IN_PROGRESS:
        raise TooLate(_("This test is over. What you answered before counts."))
    return row


def open_section(*, seeker: JobSeeker, uid: uuid.UUID, section: str) -> EduDiagnoAttempt:
    """Enter a section; the first time starts its own clock where it has one. Raises NotFound or TooLate."""
    row = require(seeker=seeker, uid=uid, section=section)
    if row.sections[section].get("opened_at"):
        return row
    with transaction.atomic():
        fresh, now = locked(row), timezone.now()
        if not fresh.sections[section].get("opened_at"):
            minutes = fresh.test.section_minutes(section)
            until = clocks.section_deadline(now, minutes, fresh.extra_time_percent, fresh.deadline_at)
            _note(fresh, section, opened_at=now, deadline_at=until)
        row.sections = fresh.sections
    return row


def close_section(*, seeker: JobSeeker, uid: uuid.UUID, section: str) -> None:
    """Hand a section in; there is no way back into it."""
    row = require(seeker=seeker, uid=uid, section=section)
    with transaction.atomic():
        _note(locked(row), section, closed_at=timezone.now())


def _note(row: EduDiagnoAttempt, section: str, **times: datetime) -> None:
    noted = {name: at.isoformat() for name, at in times.items()}
    row.sections = {**row.sections, section: {**row.sections[section], **noted}}
    row.save(update_fields=["sections", "updated_at"])


def hand_in(*, attempt: EduDiagnoAttempt, by_clock: bool = False) -> None:
    """End an attempt, by its owner's hand or by the clock; what was saved counts. Doing it twice changes nothing."""
    from edudiagno import tasks
    from edudiagno.services import coding

    try:
        with transaction.atomic():
            until = min(timezone.now(), attempt.deadline_at)
            actor = None if by_clock else attempt.job_seeker.user
            ATTEMPT.move(attempt, AttemptStatus.SCORING, actor=actor, submitted_at=until, timed_out=by_clock)
            coding.submit_forgotten(attempt=attempt)
            background.enqueue(tasks.score_attempt, attempt.pk)
    except Conflict:
        attempt.refresh_from_db()


def end_if_due(*, attempt_id: int) -> None:
    """End an attempt whose time is up; nothing when it was handed in before."""
    row = EduDiagnoAttempt.objects.select_related("test", "job_seeker__user").filter(pk=attempt_id).first()
    if row is None or row.status != AttemptStatus.IN_PROGRESS:
        return
    if timezone.now() > row.deadline_at + clocks.GRACE:
        hand_in(attempt=row, by_clock=True)


@background.reconciler
def settle_overdue() -> int:
    """End attempts whose time is up and whose task got lost: browser gone, worker dead. Returns how many."""
    since = timezone.now() - clocks.GRACE
    rows = EduDiagnoAttempt.objects.filter(status=AttemptStatus.IN_PROGRESS, deadline_at__lt=since)
    found = list(rows.select_related("test", "job_seeker__user").order_by("deadline_at")[:100])
    for row in found:
        hand_in(attempt=row, by_clock=True)
    return len(found)


def flag(*, actor: object, attempt: EduDiagnoAttempt, is_flagged: bool) -> None:
    """Say that an attempt counts for nothing until it is looked at, or that it counts again."""
    from edudiagno.services import scoring

    with transaction.atomic():
        EduDiagnoAttempt.objects.filter(pk=attempt.pk).update(flagged=is_flagged, updated_at=timezone.now())
        attempt.flagged = is_flagged
        action = "edudiagno_attempt.flagged" if is_flagged else "edudiagno_attempt.cleared"
        journal.record(actor=actor, action=action, subject=attempt)
        scoring.refresh(seeker=attempt.job_seeker)


def show_on_leaderboard(*, attempt: EduDiagnoAttempt, is_shown: bool) -> None:
    """The job seeker's own wish to be on the test's leaderboard, or not any more."""
    EduDiagnoAttempt.objects.filter(pk=attempt.pk).update(on_leaderboard=is_shown, updated_at=timezone.now())
