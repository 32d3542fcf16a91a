"""Puts several scorings of one conversation together, and says how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interviewer.integrations.llm.port import CompetencyAssessment

DISAGREED = (
    "The scorings did not agree on whether there is enough to score, so a person should read the answers."
)


@dataclass(frozen=True)
class Repeated:
    """What counts for one competency, the levels of all runs, and how many levels lie between them."""

    assessment: CompetencyAssessment
    levels: tuple[int | None, ...]

    @property
    def spread(self) -> int:
        """The distance between the highest and the lowest level; the whole scale where only some runs gave one."""
        given = [level for level in self.levels if level is not None]
        if given and len(given) < len(self.levels):
            return 4
        return max(given) - min(given) if given else 0


def merge(runs: Sequence[CompetencyAssessment]) -> Repeated:
    """Choose the assessment whose level is nearest to the mean, of equals the surest; certainty is the lowest.

    Where only some runs gave a level there is none: nobody is scored on a coin's toss.
    """
    levels = tuple(item.level for item in runs)
    given = [item for item in runs if item.level is not None]
    if not given:
        return Repeated(runs[0], levels)
    if len(given) < len(runs):
        unsure = replace(
            given[0], level=None, certainty=0.0, anchor="", quotes=(), not_assessed_reason=DISAGREED
        )
        return Repeated(unsure, levels)
    mean = sum(item.level or 0 for item in given) / len(given)
    chosen = min(given, key=lambda item: (abs((item.level or 0) - mean), -item.certainty))
    return Repeated(replace(chosen, certainty=min(item.certainty for item in given)), levels)
