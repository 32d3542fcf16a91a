"""What a model's answer must look like: closed schemas with no room for emotion, accent or appearance."""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, field_validator

_VERDICT = re.compile(
    r"\b(?:rejected|not (?:been )?(?:selected|shortlisted)|(?:will|would) (?:not )?(?:be )?hired?|you (?:have )?failed|unsuccessful"
    r"|level \d|\d+ ?/ ?(?:5|10|100))\b",
    re.IGNORECASE,
)


class Strict(BaseModel):
    """A closed object in which every field is required, as structured outputs ask for."""

    model_config = ConfigDict(extra="forbid", strict=False)


class ResumeOut(Strict):
    """Fields of a résumé."""

    first_name: str
    last_name: str
    email: str
    phone: str
    city: str
    years_of_experience: float | None
    education: list[str]
    skills: list[str]
    linkedin_url: str
    portfolio_url: str
    headline: str


class PartOut(Strict):
    """One part of a match."""

    key: Literal["skills", "experience", "education", "achievements", "other"]
    score: float
    note: str

    @field_validator("score")
    @classmethod
    def within_scale(cls, value: float) -> float:
        """Refuse a score outside of 0 to 100."""
        if not 0 <= value <= 100:
            raise ValueError("a score is 0 to 100")
        return value


class MatchOut(Strict):
    """A match with its parts."""

    parts: list[PartOut]
    matched: list[str]
    missing: list[str]
    explanation: str

    @field_validator("parts")
    @classmethod
    def complete(cls, value: list[PartOut]) -> list[PartOut]:
        """Refuse a match in which a part is absent or there twice."""
        if sorted(part.key for part in value) != [
            "achievements",
            "education",
            "experience",
            "other",
            "skills",
        ]:
            raise ValueError("a match has each of its five parts once")
        return value


class QuestionOut(Strict):
    """One planned question."""

    text: str
    competency_id: str
    kind: Literal["technical", "behavioral", "problem_solving"]
    expected_points: list[str]


class PlanOut(Strict):
    """A plan."""

    questions: list[QuestionOut]


#: What no competency may be about, because nobody may be scored for it.
_PERSONAL = re.compile(
    r"\b(?:accent|pronunciation|voice|tone of voice|facial|face|eye contact|appearance|looks|attractive\w*|emotion\w*|mood|enthusias\w*"
    r"|smil\w*|body language|gender|age|young|native speaker|nationality|religio\w*|family|charisma\w*)\b",
    re.IGNORECASE,
)


class CompetencyDraftOut(Strict):
    """One competency of a drafted rubric."""

    name: str
    description: str
    weight: int
    dimension: Literal["technical", "communication", "problem_solving", "cultural_fit"]
    anchors: list[str]
    expected_points: list[str]

    @field_validator("anchors")
    @classmethod
    def five_levels(cls, value: list[str]) -> list[str]:
        """Refuse anything but five different texts."""
        texts = [text.strip() for text in value]
        if len(texts) != 5 or not all(texts) or len({text.casefold() for text in texts}) != 5:
            raise ValueError("a competency has five different anchors")
        return texts

    @field_validator("name", "description")
    @classmethod
    def about_the_work(cls, value: str) -> str:
        """Refuse a competency about who somebody is, or how they look, sound or feel."""
        if not value.strip() or _PERSONAL.search(value):
            raise ValueError("a competency is about the work")
        return value.strip()

    @field_validator("weight")
    @classmethod
    def weighs_something(cls, value: int) -> int:
        """Refuse a weight out of 1 to 100."""
        if not 1 <= value <= 100:
            raise ValueError("a weight is 1 to 100")
        return value


class RubricOut(Strict):
    """A drafted rubric."""

    competencies: list[CompetencyDraftOut]

    @field_validator("competencies")
    @classmethod
    def of_some_size(cls, value: list[CompetencyDraftOut]) -> list[CompetencyDraftOut]:
        """Refuse fewer than three or more than six, and the same name twice."""
        if not 3 <= len(value) <= 6 or len({item.name.casefold() for item in value}) != len(value):
            raise ValueError("a rubric has three to six different competencies")
        return value


class FollowUpOut(Strict):
    """A follow-up, or the word that none is needed."""

    needed: bool
    text: str
    reason: str


class QuoteOut(Strict):
    """Words of the candidate."""

    turn_id: str
    text: str


class AssessmentOut(Strict):
    """The assessment of one competency."""

    competency_id: str
    quotes: list[QuoteOut]
    missing: list[str]
    rationale: str
    anchor: str
    level: Literal[1, 2, 3, 4, 5] | None
    certainty: float
    not_assessed_reason: str

    @field_validator("certainty")
    @classmethod
    def within_scale(cls, value: float) -> float:
        """Refuse a certainty outside of 0 to 1."""
        if not 0 <= value <= 1:
            raise ValueError("certainty is 0 to 1")
        return value


class AssessmentsOut(Strict):
    """The assessments of all competencies."""

    assessments: list[AssessmentOut]


class CompetencyFeedbackOut(Strict):
    """What the candidate hears about one competency."""

    competency_id: str
    strength: str
    next_step: str

    @field_validator("strength", "next_step")
    @classmethod
    def no_verdict(cls, value: str) -> str:
        """Refuse a verdict or a number, which feedback for a candidate must not have."""
        if _VERDICT.search(value):
            raise ValueError("feedback has no verdict")
        return value


class CandidateFeedbackOut(Strict):
    """Feedback for the candidate."""

    opening: str
    competencies: list[CompetencyFeedbackOut]
    closing: str


class JobTextOut(Strict):
    """A drafted text of a job."""

    text: str

    @field_validator("text")
    @classmethod
    def of_some_length(cls, value: str) -> str:
        """Refuse next to nothing and what no advertisement is as long as."""
        if not 10 <= len(value.strip()) <= 5_000:
            raise ValueError("a text of a job has 10 to 5,000 characters")
        return value.strip()


class ReportOut(Strict):
    """The words of a report."""

    summary: str
    strengths: list[str]
    concerns: list[str]
    suggestions: list[str]
    key_terms: list[str]
    candidate_feedback: CandidateFeedbackOut


#: What is asked for, by purpose; the prompt file of the same name says how.
SCHEMAS: dict[str, type[Strict]] = {
    "parse_resume": ResumeOut,
    "match": MatchOut,
    "plan": PlanOut,
    "draft_rubric": RubricOut,
    "draft_text": JobTextOut,
    "follow_up": FollowUpOut,
    "assess": AssessmentsOut,
    "summarise": ReportOut,
}


def response_format(purpose: str) -> dict[str, Any]:
    """Return the response format of the chat completions API for a purpose."""
    schema = SCHEMAS[purpose].model_json_schema()
    return {"type": "json_schema", "json_schema": {"name": purpose, "strict": True, "schema": schema}}
