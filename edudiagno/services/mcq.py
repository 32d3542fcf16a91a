"""The quiz of an attempt: shown in its own order, every choice saved as it is made, marked at the end."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import marking
from assessments.enums import QuestionType
from assessments.shown import ShownOption, ShownQuestion
from edudiagno import clocks
from edudiagno.enums import Section
from edudiagno.models import EduDiagnoAttempt, EduDiagnoMCQResponse
from edudiagno.services import attempts
from interviewer.errors import Invalid, NotFound
from seekers.models import JobSeeker

#: A page that lies open for longer was left alone: such time says nothing about a question.
LONGEST_LOOK = timedelta(minutes=15)


def shown(*, attempt: EduDiagnoAttempt) -> list[ShownQuestion]:
    """Every question in this attempt's order, with what is chosen and marked, and never what is right. One query."""
    until = clocks.deadline_in(attempt.sections[Section.MCQ])
    return [
        ShownQuestion(
            uid=row.question.uid,
            number=number,
            text=row.question.description,
            section=str(row.question.get_category_display()),
            is_multiple=row.question.question_type == QuestionType.MULTIPLE,
            has_image=bool(row.question.image),
            image_text=row.question.image_text,
            options=tuple(
                ShownOption(place, row.question.options[place]["label"], place in row.chosen)
                for place in row.option_order
            ),
            is_marked=row.is_marked,
            deadline_at=until,
            is_over=False,
        )
        for number, row in enumerate(attempt.mcq_responses.select_related("question"), start=1)
    ]


def note_shown(*, attempt: EduDiagnoAttempt, question_uid: uuid.UUID) -> None:
    """A question was put before the job seeker: the time for it runs from here."""
    attempt.mcq_responses.filter(question__uid=question_uid).update(shown_at=timezone.now())


def choose(
    *,
    seeker: JobSeeker,
    uid: uuid.UUID,
    question_uid: uuid.UUID,
    options: list[int] | None,
    is_marked: bool | None = None,
) -> None:
    """Save what is chosen for a question; nothing chosen takes an answer back, None leaves it as it is.

    Raises TooLate after the clock, Invalid for an option that there is not or two answers where one is asked,
    NotFound for a question of another test. What was saved before stays in every case.
    """
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.MCQ)
    with transaction.atomic():
        attempts.locked(attempt)
        row = attempt.mcq_responses.select_related("question").filter(question__uid=question_uid).first()
        if row is None:
            raise NotFound(_("This question is not part of your quiz."))
        if options is not None:
            _choose(row, options)
        if is_marked is not None:
            row.is_marked = is_marked
        row.save(update_fields=["chosen", "is_marked", "seconds", "shown_at", "updated_at"])


def _choose(row: EduDiagnoMCQResponse, options: list[int]) -> None:
    chosen = sorted(set(options))
    if any(place not in row.option_order for place in chosen):
        raise Invalid(_("That option does not belong to this question. Please reload the page."))
    if len(chosen) > 1 and row.question.question_type != QuestionType.MULTIPLE:
        raise Invalid(_("Choose one option only."))
    now = timezone.now()
    if row.shown_at:
        row.seconds += int(min(now - row.shown_at, LONGEST_LOOK).total_seconds())
    row.chosen, row.shown_at = chosen, now


def right_places(options: list[dict]) -> frozenset[int]:
    """The places of the right options of a question."""
    return frozenset(place for place, option in enumerate(options) if option["is_correct"])


def mark(*, attempt: EduDiagnoAttempt) -> float | None:
    """Mark the quiz: note which answers are right, and return the score; None where nothing was asked."""
    found = []
    rows = list(attempt.mcq_responses.select_related("question"))
    for row in rows:
        marked = marking.Marked(
            row.question.category,
            row.question.marks,
            right_places(row.question.options),
            frozenset(row.chosen),
            attempt.test.penalty_percent,
        )
        row.is_right = marked.is_right
        found.append(marked)
    EduDiagnoMCQResponse.objects.bulk_update(rows, ["is_right"])
    return marking.percent(found)
