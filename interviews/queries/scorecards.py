"""Scorecards of an interview side by side with the AI's levels, and who was asked for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from interviews.models import Interview, ReviewAssignment, Scorecard, ScorecardLevel
from interviews.queries.report import Report


@dataclass(frozen=True)
class Line:
    """One competency: the AI's level, the one that counts, and each reviewer's."""

    name: str
    engine: int | None
    counted: int | None
    levels: tuple[int | None, ...]

    @property
    def lies_apart(self) -> bool:
        """Whether somebody's level is two or more away from the AI's."""
        return self.engine is not None and any(
            level is not None and abs(level - self.engine) > 1 for level in self.levels
        )


@dataclass(frozen=True)
class Sheet:
    """All scorecards of an interview, and the AI's."""

    cards: tuple[Scorecard, ...]
    lines: tuple[Line, ...]


def cards(interview: Interview) -> tuple[Scorecard, ...]:
    """The scorecards that were handed in, in their order."""
    levels = ScorecardLevel.objects.select_related("competency")
    return tuple(interview.scorecards.prefetch_related(Prefetch("levels", levels)))


def sheet(report: Report, given: Sequence[Scorecard]) -> Sheet:
    """Side by side by competency; those of different versions of the rubric meet under their key."""
    names: dict[str, str] = {}
    engine: dict[str, tuple[int | None, int | None]] = {}
    for item in report.competencies:
        names[item.score.competency.key] = item.name
        engine[item.score.competency.key] = (item.score.level, item.level)
    of_cards = [{one.competency.key: one for one in card.levels.all()} for card in given]
    for levels in of_cards:
        for key, one in levels.items():
            names.setdefault(key, one.competency.name)
    lines = tuple(
        Line(
            name,
            *engine.get(key, (None, None)),
            tuple(levels[key].level if key in levels else None for levels in of_cards),
        )
        for key, name in names.items()
    )
    return Sheet(tuple(given), lines)


def assignments(interview: Interview) -> list[ReviewAssignment]:
    """Who is to review this interview, by itself or with its job."""
    asked = ReviewAssignment.objects.filter(
        Q(interview=interview) | Q(job=interview.job_id), membership__removed_at=None
    )
    return list(asked.select_related("membership__user"))
