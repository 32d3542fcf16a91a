"""The built-in engine: an interviewer's mind without any network, deterministic, and labelled as what it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from interviewer.integrations.llm import embeddings
from interviewer.integrations.llm.drafting import draft_offline
from interviewer.integrations.llm.evidence import restore_quotes
from interviewer.integrations.llm.followups import follow_up_offline
from interviewer.integrations.llm.jobtexts import text_offline
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.matching import match_offline
from interviewer.integrations.llm.planning import plan_offline
from interviewer.integrations.llm.port import (
    Answer,
    CandidateBrief,
    CompetencyAssessment,
    CompetencyBrief,
    CompetencyDraft,
    FollowUp,
    JobBrief,
    MatchResult,
    PlannedQuestion,
    ReportFacts,
    ReportText,
    ResumeProfile,
    Turn,
    Usage,
)
from interviewer.integrations.llm.reporting import report_offline
from interviewer.integrations.llm.resume import parse
from interviewer.integrations.llm.scoring import assess_offline

#: Raised whenever a rule, a bound, the bank or the model changes, because scores change with it.
VERSION = "1.2"

T = TypeVar("T")


class BuiltinLLM:
    """Rules, a question bank and sentence embeddings on this machine."""

    label = "Built-in offline engine"
    is_offline = True

    def __init__(self, *, today: Callable[[], date] = date.today, phone_region: str = "IN") -> None:
        self._today = today
        self._phone_region = phone_region

    @property
    def identity(self) -> str:
        """Version and model: nothing else changes a score."""
        return f"offline/{VERSION}/{embeddings.backend()}"

    def parse_resume(self, text: str) -> Answer[ResumeProfile]:
        """Read contact, skills, education and years with rules."""
        return _answer(lambda: parse(text, today=self._today(), region=self._phone_region), model="")

    def match(self, job: JobBrief, candidate: CandidateBrief) -> Answer[MatchResult]:
        """Score the five parts from named skills, stated years, degrees and the meaning of sentences."""
        return _answer(lambda: match_offline(job, candidate, today=self._today()))

    def plan(
        self,
        job: JobBrief,
        candidate: CandidateBrief,
        competencies: tuple[CompetencyBrief, ...],
        own_questions: tuple[str, ...],
        count: int,
    ) -> Answer[tuple[PlannedQuestion, ...]]:
        """Choose questions from the bank, none twice by meaning."""
        return _answer(lambda: plan_offline(job, candidate, competencies, own_questions, count))

    def draft_rubric(
        self, job: JobBrief, ready: tuple[CompetencyDraft, ...]
    ) -> Answer[tuple[CompetencyDraft, ...]]:
        """Choose from the library what is nearest to the job; nothing is written anew."""
        return _answer(lambda: draft_offline(job, ready))

    def draft_text(self, job: JobBrief, part: str, keywords: tuple[str, ...]) -> Answer[str]:
        """Put the keywords into plain sentences."""
        return _answer(lambda: text_offline(job, part, keywords), model="")

    def follow_up(
        self,
        turn: Turn,
        competency: CompetencyBrief,
        asked: tuple[str, ...],
        language: str,
        names: tuple[str, ...] = (),
    ) -> Answer[FollowUp | None]:
        """Take up the candidate's own words by rule, or keep silent; no name is of any influence."""
        del names
        return _answer(lambda: follow_up_offline(turn, competency, asked, language))

    def assess(
        self,
        competencies: tuple[CompetencyBrief, ...],
        turns: tuple[Turn, ...],
        language: str,
        names: tuple[str, ...] = (),
        run: int = 0,
    ) -> Answer[tuple[CompetencyAssessment, ...]]:
        """Measure how far the answers cover what is expected; abstain where that cannot be told."""
        del run  # nothing here is left to chance
        masked = tuple(
            replace(turn, answer=mask_identity(turn.answer, names, keep_length=True)) for turn in turns
        )
        return _answer(lambda: restore_quotes(assess_offline(competencies, masked, language), turns))

    def summarise(
        self,
        job: JobBrief,
        competencies: tuple[CompetencyBrief, ...],
        assessments: tuple[CompetencyAssessment, ...],
        turns: tuple[Turn, ...],
        facts: ReportFacts,
    ) -> Answer[ReportText]:
        """Put the report together from what was found."""
        return _answer(lambda: report_offline(job, competencies, assessments, turns, facts), model="")


def _answer(work: Callable[[], T], *, model: str | None = None) -> Answer[T]:
    model = embeddings.backend() if model is None else model
    began = time.perf_counter()
    value = work()
    latency = round((time.perf_counter() - began) * 1000)
    return Answer(value, Usage(engine="offline", engine_version=VERSION, model=model, latency_ms=latency))
