"""Reads over the answers to a test, for its authors: item statistics, exposure, similar programs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count

from edudiagno.enums import AttemptStatus
from edudiagno.item_statistics import Answered, Item, analyse
from edudiagno.models import EduDiagnoCodePair, EduDiagnoMCQResponse, EduDiagnoTest
from edudiagno.services.mcq import right_places


@dataclass(frozen=True)
class QuestionReport:
    """A question of the quiz with its statistics; `shown` counts every attempt that had it (exposure)."""

    question: Any
    item: Item
    shown: int
    options: list[dict[str, Any]]


def quiz_report(*, test: EduDiagnoTest) -> list[QuestionReport]:
    """Item statistics from the scored attempts that are not flagged. Three queries, however many questions."""
    counted = EduDiagnoMCQResponse.objects.filter(
        attempt__test=test, attempt__status=AttemptStatus.COMPLETED, attempt__flagged=False
    )
    rows = list(counted.values_list("attempt_id", "question_id", "is_right", "chosen", "seconds"))
    right: dict[int, int] = defaultdict(int)
    asked: dict[int, int] = defaultdict(int)
    for attempt_id, _question, is_right, _chosen, _seconds in rows:
        right[attempt_id] += bool(is_right)
        asked[attempt_id] += 1
    answers: dict[int, list[Answered]] = defaultdict(list)
    for attempt_id, question_id, is_right, chosen, seconds in rows:
        others = asked[attempt_id] - 1
        rest = (right[attempt_id] - bool(is_right)) / others if others else 0.0
        answers[question_id].append(Answered(bool(is_right), rest, tuple(chosen), seconds))
    shown = EduDiagnoMCQResponse.objects.filter(attempt__test=test).order_by()
    exposure = dict(shown.values_list("question").annotate(Count("pk")))
    return [
        _report(question, answers[question.pk], exposure.get(question.pk, 0))
        for question in test.mcq_questions.all()
    ]


def _report(question: Any, answers: list[Answered], shown: int) -> QuestionReport:
    item = analyse(answers, options=len(question.options), right=right_places(question.options))
    options = [{"label": question.options[use.place]["label"], "use": use} for use in item.options]
    return QuestionReport(question, item, shown, options)


def other_questions(*, test: EduDiagnoTest) -> list[dict[str, Any]]:
    """Coding problems and video questions: how often they were shown, and how they came out. Two queries."""
    problems = test.dsa_questions.annotate(shown=Count("responses"), mean=Avg("responses__score"))
    videos = test.video_questions.annotate(shown=Count("responses"), mean=Avg("responses__level"))
    return [
        *({"title": row.title, "shown": row.shown, "mean": row.mean, "of": 100} for row in problems),
        *({"title": str(row), "shown": row.shown, "mean": row.mean, "of": 5} for row in videos),
    ]


def similar_programs(*, test: EduDiagnoTest) -> list[EduDiagnoCodePair]:
    """The pairs of programs that are most alike: a signal for a person, never a verdict."""
    rows = EduDiagnoCodePair.objects.filter(question__test=test)
    return list(
        rows.select_related("question", "first__attempt__job_seeker", "second__attempt__job_seeker").order_by(
            "-similarity"
        )[:50]
    )
