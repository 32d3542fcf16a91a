"""Candidates of one job side by side, in a fixed number of queries."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OrderBy, Prefetch
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob, Membership
from interviews.enums import EvaluationStatus, InterviewStatus
from interviews.models import CompetencyScore, Evaluation, Interview
from interviews.queries import sight
from interviews.queries.candidates import HEAVY
from interviews.scoring import level_percent

AT_MOST = 4
#: So many candidates are offered to choose from.
OFFERED = 100


@dataclass(frozen=True)
class Cell:
    """One candidate's value in a row; `note` says what it stands for, such as a level."""

    value: float | None
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One thing that is compared."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """The candidates and everything that is compared."""

    candidates: tuple[Interview, ...]
    scores: tuple[Line, ...]
    competencies: tuple[Line, ...]
    versions: tuple[int | None, ...]

    @property
    def has_several_rubrics(self) -> bool:
        """Whether the levels were given under different versions of the rubric."""
        return len({version for version in self.versions if version}) > 1


def choices(membership: Membership, job: AiInterviewedJob) -> list[Interview]:
    """The scored candidates of a job, the highest first; those whose scores are hidden after them."""
    rows = Interview.objects.for_company(job.company).filter(job=job, status=InterviewStatus.COMPLETED)
    rows = sight.seen_by(membership, rows).defer(*HEAVY)
    score = OrderBy(sight.score_of(rows, "overall_score"), descending=True, nulls_last=True)
    return [sight.masked(row) for row in rows.order_by(score, "-id")[:OFFERED]]


def compare(membership: Membership, job: AiInterviewedJob, uids: Sequence[uuid.UUID]) -> Comparison:
    """Put up to four of a job's scored candidates side by side, in the order asked for.

    Where the AI's scores are hidden from the member there is nothing to see but what is not the AI's.
    """
    wanted = list(dict.fromkeys(uids))[:AT_MOST]
    scores = CompetencyScore.objects.select_related("competency")
    done = Evaluation.objects.filter(status=EvaluationStatus.DONE).select_related("rubric").order_by("-id")
    rows = Interview.objects.for_company(job.company).filter(
        job=job, status=InterviewStatus.COMPLETED, uid__in=wanted
    )
    rows = sight.seen_by(membership, rows)
    found = {
        row.uid: sight.masked(row)
        for row in rows.prefetch_related(
            Prefetch("evaluations", done.prefetch_related(Prefetch("competency_scores", scores)))
        )
    }
    people = tuple(found[uid] for uid in wanted if uid in found)
    newest = [None if person.is_blind else next(iter(person.evaluations.all()), None) for person in people]
    return Comparison(
        candidates=people,
        scores=_scores(people),
        competencies=_competencies(newest),
        versions=tuple(row.rubric.version if row else None for row in newest),
    )


def _scores(people: Sequence[Interview]) -> tuple[Line, ...]:
    parts = (
        (_("Overall"), "overall_score"),
        (_("Conversation"), "conversation_score"),
        (_("Quiz"), "quiz_score"),
        (_("Coding"), "coding_score"),
        (_("Résumé match"), "match_score"),
    )
    lines = (
        Line(
            label,
            tuple(Cell(None if (score := getattr(row, name)) is None else float(score)) for row in people),
        )
        for label, name in parts
    )
    return tuple(line for line in lines if any(cell.value is not None for cell in line.cells))


def _competencies(evaluations: Sequence[Evaluation | None]) -> tuple[Line, ...]:
    """One line per competency; those of different versions of the rubric meet under their key."""
    names: dict[str, str] = {}
    levels: list[dict[str, int | None]] = []
    for evaluation in evaluations:
        rows = list(evaluation.competency_scores.all()) if evaluation else []
        names |= {row.competency.key: row.competency.name for row in rows if row.competency.key not in names}
        levels.append({row.competency.key: row.counted_level for row in rows})
    return tuple(Line(name, tuple(_cell(own, key) for own in levels)) for key, name in names.items())


def _cell(levels: dict[str, int | None], key: str) -> Cell:
    if key not in levels:
        return Cell(None, _("not in the rubric then"))
    level = levels[key]
    if level is None:
        return Cell(None, _("not assessed"))
    return Cell(level_percent(level), _("level %(n)d of 5") % {"n": level})
