"""The language-model port: what the product asks of an interviewer's mind, in the product's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")

#: The parts of a match score and their weights, which add up to 100.
MATCH_WEIGHTS: dict[str, int] = {
    "skills": 40,
    "experience": 30,
    "education": 10,
    "achievements": 10,
    "other": 10,
}


class QuestionKind(StrEnum):
    """What sort of thinking a planned question asks for; the values of the seed's question types."""

    TECHNICAL = "technical"
    BEHAVIORAL = "behavioral"
    PROBLEM_SOLVING = "problem_solving"


# --- what goes in -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class JobBrief:
    """The job as the engine may know it."""

    title: str
    description: str = ""
    requirements: str = ""
    skills: tuple[str, ...] = ()
    experience_years: tuple[int | None, int | None] = (None, None)
    language: str = "en"


@dataclass(frozen=True)
class CandidateBrief:
    """The candidate as the engine may know them; mask the texts with `masking.mask_identity` first."""

    skills: tuple[str, ...] = ()
    years_of_experience: float | None = None
    education: tuple[str, ...] = ()
    resume_text: str = ""


@dataclass(frozen=True)
class CompetencyBrief:
    """One line of the rubric: anchors are the descriptions of levels 1 to 5, in that order."""

    key: str
    name: str
    description: str = ""
    weight: int = 1
    anchors: tuple[str, str, str, str, str] = ("", "", "", "", "")
    expected_points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One question and its answer; `key` is whatever the caller uses to find the turn again.

    `expected_points` are those that were planned with this very question; the competency's come on top.
    """

    key: str
    question: str
    answer: str
    competency_key: str = ""
    is_followup: bool = False
    expected_points: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportFacts:
    """What the other stages found, on scales of 0 to 100; None where a stage was absent or not assessed."""

    match_score: float | None = None
    quiz_percent: float | None = None
    coding_percent: float | None = None
    conversation_percent: float | None = None
    overall_percent: float | None = None
    coding_solved: int | None = None
    coding_problems: int | None = None
    notes: tuple[str, ...] = ()


# --- what comes out ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Usage:
    """What one answer cost: `cost_micros` is in millionths of a US dollar, 0 where no price is configured."""

    engine: str
    engine_version: str
    model: str = ""
    prompt_version: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_micros: int = 0
    latency_ms: int = 0
    cached: bool = False
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A result together with what it cost to get."""

    value: T
    usage: Usage


@dataclass(frozen=True)
class ResumeProfile:
    """What a résumé says, to be corrected by the candidate; empty where nothing was found."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""
    years_of_experience: float | None = None
    education: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    linkedin_url: str = ""
    portfolio_url: str = ""
    headline: str = ""


@dataclass(frozen=True)
class MatchPart:
    """One of the five parts of a match: weight in percent of the whole, score 0 to 100."""

    key: str
    weight: int
    score: float
    note: str = ""


@dataclass(frozen=True)
class MatchResult:
    """How well a résumé fits a job: the score is the weighted mean of the parts, 0 to 100."""

    score: float
    parts: tuple[MatchPart, ...]
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    explanation: str


@dataclass(frozen=True)
class PlannedQuestion:
    """One question to ask, what it measures, and what a good answer would contain."""

    text: str
    competency_key: str
    kind: QuestionKind
    expected_points: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompetencyDraft:
    """A competency proposed for a rubric: anchors are five texts, for levels 1 to 5."""

    name: str
    description: str
    weight: int
    dimension: str
    anchors: tuple[str, str, str, str, str]
    expected_points: tuple[str, ...]


@dataclass(frozen=True)
class FollowUp:
    """One more question about an answer, and why it is asked."""

    text: str
    reason: str


@dataclass(frozen=True)
class Quote:
    """Words of the candidate; start and end are character offsets in that turn's answer once verified."""

    turn_key: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class CompetencyAssessment:
    """A level with the evidence for it, or None with the reason why none was given."""

    competency_key: str
    level: int | None
    certainty: float = 0.0
    anchor: str = ""
    quotes: tuple[Quote, ...] = ()
    missing: tuple[str, ...] = ()
    rationale: str = ""
    not_assessed_reason: str = ""


@dataclass(frozen=True)
class CompetencyFeedback:
    """What the candidate hears about one competency: what went well and what to do next."""

    competency_key: str
    name: str
    strength: str
    next_step: str


@dataclass(frozen=True)
class CandidateFeedback:
    """Feedback for the candidate: kind, plain, without any verdict."""

    opening: str
    competencies: tuple[CompetencyFeedback, ...] = ()
    closing: str = ""

    def as_text(self) -> str:
        """Return the feedback as plain paragraphs, ready to be stored or shown."""
        lines = [self.opening]
        for item in self.competencies:
            lines.append(f"{item.name}: {item.strength} {item.next_step}".strip())
        lines.append(self.closing)
        return "\n\n".join(line for line in lines if line)


@dataclass(frozen=True)
class ReportText:
    """The words of the report around the scores."""

    summary: str
    strengths: tuple[str, ...]
    concerns: tuple[str, ...]
    suggestions: tuple[str, ...]
    key_terms: tuple[str, ...]
    candidate_feedback: CandidateFeedback = field(default_factory=lambda: CandidateFeedback(opening=""))


class LLM(Protocol):
    """An interviewer's mind. Every method may raise Rejected, Unavailable or Misconfigured."""

    #: What people see beside a score, for example "Built-in offline engine".
    label: str
    #: True when nothing leaves this machine; the pages label such scores.
    is_offline: bool

    @property
    def identity(self) -> str:
        """Everything that a score depends on beside its input: engine, version, model, prompts, parameters."""
        ...

    def parse_resume(self, text: str) -> Answer[ResumeProfile]:
        """Read a profile out of a résumé's text."""
        ...

    def match(self, job: JobBrief, candidate: CandidateBrief) -> Answer[MatchResult]:
        """Score how well a résumé fits a job, with the breakdown of MATCH_WEIGHTS."""
        ...

    def plan(
        self,
        job: JobBrief,
        candidate: CandidateBrief,
        competencies: tuple[CompetencyBrief, ...],
        own_questions: tuple[str, ...],
        count: int,
    ) -> Answer[tuple[PlannedQuestion, ...]]:
        """Plan up to `count` further questions, none of which repeats an own question or another by meaning."""
        ...

    def draft_rubric(
        self, job: JobBrief, ready: tuple[CompetencyDraft, ...]
    ) -> Answer[tuple[CompetencyDraft, ...]]:
        """Propose three to six competencies for a job, each with five anchors, for a person to edit.

        `ready` are those of the library: examples for an engine that writes, all there is to one that doesn't.
        """
        ...

    def draft_text(self, job: JobBrief, part: str, keywords: tuple[str, ...]) -> Answer[str]:
        """Write a job's "description" or "benefits" from keywords, for a person to edit."""
        ...

    def follow_up(
        self,
        turn: Turn,
        competency: CompetencyBrief,
        asked: tuple[str, ...],
        language: str,
        names: tuple[str, ...] = (),
    ) -> Answer[FollowUp | None]:
        """Ask about something just said; None when the answer is enough, empty or a refusal.

        The answer goes in as it was given: the engine masks `names` and takes out attacks before anybody else
        sees it, and quotes the candidate's true words.
        """
        ...

    def assess(
        self,
        competencies: tuple[CompetencyBrief, ...],
        turns: tuple[Turn, ...],
        language: str,
        names: tuple[str, ...] = (),
        run: int = 0,
    ) -> Answer[tuple[CompetencyAssessment, ...]]:
        """Give one assessment per competency, in the order given; quotes are verified, levels have evidence.

        The answers go in as they were given, so that quotes and their offsets are the transcript's. `names` are the
        candidate's: the engine masks them, and takes out attacks, before anything is scored. `run` numbers the
        repetitions of one question, so that a model with a seed gets another one each time.
        """
        ...

    def summarise(
        self,
        job: JobBrief,
        competencies: tuple[CompetencyBrief, ...],
        assessments: tuple[CompetencyAssessment, ...],
        turns: tuple[Turn, ...],
        facts: ReportFacts,
    ) -> Answer[ReportText]:
        """Write the report's words and the candidate's feedback from scores that are already given."""
        ...
