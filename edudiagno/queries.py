"""Reads over tests and attempts: the catalogue, where somebody stands, results, the leaderboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Avg, Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from edudiagno import scores
from edudiagno.enums import AttemptStatus, FeedbackPolicy, Section, TestStatus
from edudiagno.models import EduDiagnoAttempt, EduDiagnoDraw, EduDiagnoTest
from seekers.models import JobSeeker

ON_LEADERBOARD = 20


@dataclass(frozen=True)
class Asked:
    """What a section of a test asks for: how many questions, in how much time of its own, with which share."""

    section: Section
    count: int
    minutes: int | None
    percent: int


@dataclass(frozen=True)
class Offer:
    """A test in the catalogue."""

    test: EduDiagnoTest
    sections: list[Asked]


def catalogue(*, field_name: str = "", level: str = "", search: str = "") -> QuerySet:
    """The published tests, by field and title."""
    rows = EduDiagnoTest.objects.published()
    if field_name:
        rows = rows.filter(field=field_name)
    if level:
        rows = rows.filter(level=level)
    for word in search.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(field__icontains=word) | Q(description__icontains=word)
        )
    return rows.order_by("field", "title", "pk")


def fields() -> list[str]:
    """The fields in which there are tests."""
    rows = EduDiagnoTest.objects.published().order_by("field")
    return list(rows.values_list("field", flat=True).distinct())


def offers(tests: Iterable[EduDiagnoTest]) -> list[Offer]:
    """What each of some tests asks for. Four queries, however many there are."""
    rows = list(tests)
    keys = [row.pk for row in rows]
    counts: dict[tuple[int, str], int] = {}
    for section, model, extra in _TABLES:
        found = model.objects.filter(test__in=keys, pool="", **extra).order_by()
        for key, count in found.values_list("test").annotate(Count("pk")):
            counts[key, section] = count
    for draw in EduDiagnoDraw.objects.filter(test__in=keys):
        counts[draw.test_id, draw.section] = counts.get((draw.test_id, draw.section), 0) + draw.count
    return [Offer(row, _asked(row, counts)) for row in rows]


def _asked(test: EduDiagnoTest, counts: dict[tuple[int, str], int]) -> list[Asked]:
    present = [section for section in Section if counts.get((test.pk, section))]
    total = sum(test.section_weight(section) for section in present) or 1
    return [
        Asked(
            section,
            counts[test.pk, section],
            test.section_minutes(section),
            round(100 * test.section_weight(section) / total),
        )
        for section in present
    ]


_TABLES = [
    (Section.MCQ, EduDiagnoTest.mcq_questions.rel.related_model, {"approved": True}),
    (Section.CODING, EduDiagnoTest.dsa_questions.rel.related_model, {"approved": True}),
    (Section.VIDEO, EduDiagnoTest.video_questions.rel.related_model, {}),
]


def shown_test(slug: str) -> EduDiagnoTest | None:
    """A test that anybody may look at: published, or closed; not a draft."""
    rows = EduDiagnoTest.objects.alive().exclude(status=TestStatus.DRAFT)
    return rows.filter(slug=slug).first()


def attempts_of(*, seeker: JobSeeker) -> QuerySet:
    """A job seeker's attempts, newest first, with their tests and certificates."""
    return EduDiagnoAttempt.objects.for_seeker(seeker).select_related("test", "certificate")


def attempt_of(*, seeker: JobSeeker, uid: object) -> EduDiagnoAttempt | None:
    """One attempt of a job seeker."""
    return attempts_of(seeker=seeker).select_related("job_seeker").filter(uid=uid).first()


def valid(family: object) -> QuerySet:
    """The attempts at a test that count."""
    return EduDiagnoAttempt.objects.filter(
        test__family=family, status=AttemptStatus.COMPLETED, flagged=False, overall_score__isnull=False
    )


def percentile_of(*, attempt: EduDiagnoAttempt) -> int | None:
    """Where an attempt stands among the best attempts of all others at the test; None for too few takers."""
    if attempt.overall_score is None:
        return None
    others = valid(attempt.test.family).exclude(job_seeker=attempt.job_seeker_id).order_by()
    bests = others.values("job_seeker").annotate(best=Max("overall_score")).values_list("best", flat=True)
    return scores.percentile(float(attempt.overall_score), [float(best) for best in bests])


@dataclass(frozen=True)
class Place:
    """A row of the leaderboard: a name that its owner agreed to show, in short."""

    number: int
    name: str
    score: float


def leaderboard(*, test: EduDiagnoTest) -> list[Place]:
    """The best of those who wished to be shown, each once. Equal scores share a place."""
    rows = valid(test.family).filter(on_leaderboard=True, job_seeker__deleted_at=None)
    rows = (
        rows.filter(job_seeker__suspended_at=None)
        .select_related("job_seeker")
        .order_by("-overall_score", "pk")
    )
    found: list[Place] = []
    seen: set[int] = set()
    for row in rows:
        if row.job_seeker_id in seen or len(found) == ON_LEADERBOARD:
            continue
        seen.add(row.job_seeker_id)
        score = float(row.overall_score)
        number = found[-1].number if found and found[-1].score == score else len(found) + 1
        found.append(Place(number, _short_name(row.job_seeker), score))
    return found


def _short_name(seeker: JobSeeker) -> str:
    return f"{seeker.first_name} {seeker.last_name[:1]}.".replace(" .", "").strip()


@dataclass(frozen=True)
class Reviewed:
    """A question of the quiz after the test: options with what was chosen and, if the test shows it, what is right."""

    number: int
    text: str
    is_right: bool | None
    options: list[dict[str, Any]]
    explanation: str = ""


@dataclass(frozen=True)
class Result:
    """What a job seeker is shown of a scored attempt."""

    parts: list[dict[str, Any]]
    percentile: int | None
    quiz: list[Reviewed] = field(default_factory=list)
    problems: list[Any] = field(default_factory=list)
    videos: list[Any] = field(default_factory=list)


def result_of(*, attempt: EduDiagnoAttempt) -> Result:
    """A scored attempt, as much of it as the test lets be shown."""
    parts = [
        {"label": str(section.label).capitalize(), "score": getattr(attempt, f"{section}_score")}
        for section in Section
        if section in attempt.sections
    ]
    shown = Result(parts, percentile_of(attempt=attempt))
    if attempt.test.feedback_policy == FeedbackPolicy.SCORES:
        return shown
    is_explained = attempt.test.feedback_policy == FeedbackPolicy.EXPLAINED
    responses = attempt.mcq_responses.select_related("question")
    shown.quiz.extend(_reviewed(number, row, is_explained) for number, row in enumerate(responses, 1))
    for row in attempt.dsa_responses.select_related("question"):
        explanation = row.question.explanation if is_explained else ""
        shown.problems.append({"row": row, "title": row.question.title, "explanation": explanation})
    for row in attempt.video_responses.select_related("question"):
        points = row.question.expected_points if is_explained else []
        shown.videos.append({"row": row, "question": row.question.question, "points": points})
    return shown


def _reviewed(number: int, row: Any, is_explained: bool) -> Reviewed:
    options = [
        {
            "label": row.question.options[place]["label"],
            "is_chosen": place in row.chosen,
            "is_right": row.question.options[place]["is_correct"],
        }
        for place in row.option_order
    ]
    explanation = row.question.explanation if is_explained else ""
    return Reviewed(number, row.question.description, row.is_right, options, explanation)


def numbers_of(*, test: EduDiagnoTest) -> dict[str, Any]:
    """How many took a test, how many passed, and the mean, for its authors."""
    rows = valid(test.family)
    return rows.aggregate(
        takers=Count("job_seeker", distinct=True),
        attempts=Count("pk"),
        passed=Count("pk", filter=Q(passed=True)),
        mean=Avg("overall_score"),
    )


def waiting_text(attempt: EduDiagnoAttempt) -> str:
    """What an attempt that was handed in waits for."""
    from edudiagno.services import scoring

    return scoring.waits_for(attempt) or _("Your answers are being scored.")
