"""The quiz of an interview: shuffled once, clocked by the server, every choice saved as it is made."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from assessments import marking
from assessments.enums import Category, QuestionType
from assessments.models import QuizOption, QuizQuestion, QuizResponse
from assessments.shown import ShownOption, ShownQuestion
from companies.enums import QuizTiming
from interviewer.errors import Invalid, NotFound, TooLate
from interviewer.journal import services as journal
from interviews.enums import Stage
from interviews.models import Interview, StageAttempt
from interviews.services import stages
from interviews.stages import with_extra_time

#: A choice that was on its way when the clock struck still counts.
GRACE = timedelta(seconds=2)


@dataclass(frozen=True)
class Outline:
    """What a candidate may know before the quiz: how much there is, and how long it may take."""

    count: int
    is_per_question: bool
    limit: timedelta


def has_begun(interview: Interview) -> bool:
    """Whether the candidate started the quiz."""
    return interview.stage_attempts.filter(stage=Stage.QUIZ).exists()


def outline(*, interview: Interview) -> Outline:
    """How many questions there are and how long they may take together, extra time included."""
    rows = QuizQuestion.objects.for_job(interview.job).filter(approved=True)
    seconds = rows.values_list("seconds", flat=True)
    is_per_question = has_own_clocks(interview)
    minutes = stages.plan_of(interview).quiz_minutes
    whole = timedelta(seconds=sum(seconds)) if is_per_question else timedelta(minutes=minutes)
    return Outline(len(seconds), is_per_question, with_extra_time(whole, interview.extra_time_percent))


def image_of(*, interview: Interview, question_uid: uuid.UUID) -> FieldFile:
    """The image of a question that this candidate has before them; raises NotFound."""
    attempt = stages.require(interview=interview, stage=Stage.QUIZ)
    row = _question(attempt, question_uid)
    if not row.image:
        raise NotFound
    return row.image


def begin(*, interview: Interview) -> StageAttempt:
    """Enter the quiz; on the first time its questions and options are put into this candidate's order."""
    attempt = stages.enter(interview=interview, stage=Stage.QUIZ)
    if "order" in attempt.state:
        return attempt
    with transaction.atomic():
        attempt = StageAttempt.objects.select_for_update().get(pk=attempt.pk)
        if "order" not in attempt.state:
            attempt.state = {**attempt.state, "order": _shuffled(interview), "marked": [], "opened": {}}
            if stages.plan_of(interview).quiz_timing == QuizTiming.PER_QUESTION:
                attempt.deadline_at = None
            attempt.save(update_fields=["state", "deadline_at", "updated_at"])
    return attempt


def _shuffled(interview: Interview) -> list[list[object]]:
    """Question ids with their option ids: aptitude first, shuffled inside a section, the same on every reload."""
    shuffle = random.Random(str(interview.uid)).shuffle  # noqa: S311  (an order, not a secret)
    rows = list(QuizQuestion.objects.for_job(interview.job).filter(approved=True).prefetch_related("options"))
    order: list[list[object]] = []
    for category in Category:
        section = [row for row in rows if row.category == category]
        shuffle(section)
        for row in section:
            options = [option.pk for option in row.options.all()]
            if row.question_type != QuestionType.TRUE_FALSE:
                shuffle(options)
            order.append([row.pk, options])
    return order


def _asked(attempt: StageAttempt) -> list[tuple[QuizQuestion, list[QuizOption]]]:
    order = attempt.state.get("order", [])
    rows = QuizQuestion.objects.filter(pk__in=[pk for pk, _options in order]).prefetch_related("options")
    by_id = {row.pk: row for row in rows}
    found = []
    for pk, options in order:
        if pk not in by_id:
            continue
        own = {option.pk: option for option in by_id[pk].options.all()}
        found.append((by_id[pk], [own[option] for option in options if option in own]))
    return found


def questions(*, interview: Interview, attempt: StageAttempt) -> list[ShownQuestion]:
    """Every question in this candidate's order, with what is chosen and marked, and never what is right."""
    chosen = set(interview.quiz_responses.exclude(option=None).values_list("option_id", flat=True))
    marked, now = set(attempt.state.get("marked", [])), timezone.now()
    found = []
    for number, (row, options) in enumerate(_asked(attempt), start=1):
        deadline = _deadline(attempt, row)
        found.append(
            ShownQuestion(
                uid=row.uid,
                number=number,
                text=row.description,
                section=str(row.get_category_display()),
                is_multiple=row.question_type == QuestionType.MULTIPLE,
                has_image=bool(row.image),
                image_text=row.image_text,
                options=tuple(ShownOption(o.uid, o.label, o.pk in chosen) for o in options),
                is_marked=str(row.uid) in marked,
                deadline_at=deadline,
                is_over=deadline is not None and deadline <= now,
            )
        )
    return found


def _deadline(attempt: StageAttempt, row: QuizQuestion) -> datetime | None:
    """When this question's own clock ends; None while it was not opened or the quiz has one clock."""
    opened = attempt.state.get("opened", {}).get(str(row.uid))
    return parse_datetime(opened) if opened else None


def has_own_clocks(interview: Interview) -> bool:
    """Whether each question has its own clock."""
    return stages.plan_of(interview).quiz_timing == QuizTiming.PER_QUESTION


def open_question(*, interview: Interview, question_uid: uuid.UUID) -> None:
    """Start a question's own clock, once."""
    with transaction.atomic():
        attempt = _locked(interview)
        row = _question(attempt, question_uid)
        opened = attempt.state.get("opened", {})
        if str(row.uid) in opened or not has_own_clocks(interview):
            return
        until = timezone.now() + with_extra_time(timedelta(seconds=row.seconds), interview.extra_time_percent)
        attempt.state = {**attempt.state, "opened": {**opened, str(row.uid): until.isoformat()}}
        attempt.save(update_fields=["state", "updated_at"])


def _locked(interview: Interview) -> StageAttempt:
    attempt = stages.require(interview=interview, stage=Stage.QUIZ)
    return StageAttempt.objects.select_for_update().get(pk=attempt.pk)


def _question(attempt: StageAttempt, uid: uuid.UUID) -> QuizQuestion:
    ids = [pk for pk, _options in attempt.state.get("order", [])]
    row = QuizQuestion.objects.filter(pk__in=ids, uid=uid).prefetch_related("options").first()
    if row is None:
        raise NotFound(_("This question is not part of your quiz."))
    return row


def choose(
    *,
    interview: Interview,
    question_uid: uuid.UUID,
    option_uids: list[uuid.UUID] | None,
    is_marked: bool | None = None,
) -> None:
    """Save what is chosen for a question; nothing chosen takes an answer back, None leaves it as it is.

    Raises TooLate after the clock, Invalid for an option of another question or two answers where one is
    asked, NotFound for a question of another quiz. What was saved before stays in every case.
    """
    with transaction.atomic():
        attempt = _locked(interview)
        row = _question(attempt, question_uid)
        if option_uids is not None:
            _store(attempt, row, option_uids)
        if is_marked is not None:
            _mark(attempt, str(row.uid), is_marked)


def _store(attempt: StageAttempt, row: QuizQuestion, option_uids: list[uuid.UUID]) -> None:
    own = {option.uid: option for option in row.options.all()}
    if any(uid not in own for uid in option_uids):
        raise Invalid(_("That option does not belong to this question. Please reload the page."))
    if len(set(option_uids)) > 1 and row.question_type != QuestionType.MULTIPLE:
        raise Invalid(_("Choose one option only."))
    answers = QuizResponse.objects.filter(interview_id=attempt.interview_id, question=row)
    chosen = {own[uid].pk for uid in option_uids}
    deadline = _deadline(attempt, row)
    if deadline is None and has_own_clocks(attempt.interview):
        raise Invalid(_("Open the question first."))
    if deadline and timezone.now() > deadline + GRACE:
        if chosen == set(answers.values_list("option_id", flat=True)):
            return  # the page sends what is saved already
        raise TooLate(_("The time for this question is up. What you chose before counts."))
    answers.exclude(option_id__in=chosen).delete()
    kept = set(answers.values_list("option_id", flat=True))
    QuizResponse.objects.bulk_create(
        QuizResponse(interview_id=attempt.interview_id, question=row, option_id=pk) for pk in chosen - kept
    )


def _mark(attempt: StageAttempt, uid: str, is_marked: bool) -> None:
    marked = set(attempt.state.get("marked", [])) - {uid} | ({uid} if is_marked else set())
    attempt.state = {**attempt.state, "marked": sorted(marked)}
    attempt.save(update_fields=["state", "updated_at"])


def hand_in(*, interview: Interview) -> None:
    """The candidate ends the quiz before its clock does."""
    stages.require(interview=interview, stage=Stage.QUIZ)
    stages.finish(interview=interview, stage=Stage.QUIZ)


def score(*, interview: Interview) -> float | None:
    """Mark the quiz and keep the score; None where nothing was asked."""
    attempt = interview.stage_attempts.filter(stage=Stage.QUIZ).first()
    if attempt is None:
        return None
    answers = interview.quiz_responses.exclude(option=None)
    chosen = set(answers.values_list("option_id", flat=True))
    rows = [
        marking.Marked(
            row.category,
            row.marks,
            frozenset(option.pk for option in row.options.all() if option.is_correct),
            frozenset(option.pk for option in row.options.all() if option.pk in chosen),
        )
        for row, _options in _asked(attempt)
    ]
    result = marking.percent(rows)
    Interview.objects.filter(pk=interview.pk).update(quiz_score=result)
    interview.quiz_score = result
    journal.record(
        actor="system",
        action="interview.quiz_marked",
        subject=interview,
        data={"sections": marking.by_section(rows)},
    )
    return result
