"""The order of the stages, as a calculation on plain values: which are required, which is the current one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields
from datetime import timedelta

from interviews.enums import Stage


@dataclass(frozen=True)
class Plan:
    """A job's interview settings as they were when the candidate began. Kept as JSON on the interview."""

    has_match: bool = True
    match_threshold: int | None = None
    has_quiz: bool = False
    quiz_timing: str = "whole_test"
    quiz_minutes: int = 15
    has_coding: bool = False
    coding_minutes: int = 45
    coding_languages: list[str] = field(default_factory=list)
    has_conversation: bool = True
    question_count: int = 4
    max_follow_ups: int = 1
    has_warm_up: bool = False
    takes_questions: bool = False
    answer_seconds: int = 180
    allow_rerecord: bool = True
    uses_camera: bool = True
    allow_text_only: bool = True
    share_feedback: bool = True
    interview_language: str = "en"
    retention_days: int = 180
    quiz_weight: int = 20
    coding_weight: int = 30
    conversation_weight: int = 50

    @classmethod
    def of(cls, source: object) -> Plan:
        """The plan of a job, or of the JSON kept on an interview. Unknown JSON keys are left out."""
        if isinstance(source, dict):
            return cls(**{f.name: source[f.name] for f in fields(cls) if f.name in source})
        return cls(**{f.name: getattr(source, f.name) for f in fields(cls)})

    def as_json(self) -> dict[str, object]:
        """What is kept on the interview."""
        return asdict(self)


def required_stages(plan: Plan) -> tuple[Stage, ...]:
    """The stages of a plan, in order. The conversation brings the device check with it."""
    wanted = {
        Stage.CONSENT: True,
        Stage.RESUME: True,
        Stage.EMAIL_CODE: True,
        Stage.MATCH: plan.has_match,
        Stage.QUIZ: plan.has_quiz,
        Stage.CODING: plan.has_coding,
        Stage.DEVICES: plan.has_conversation,
        Stage.CONVERSATION: plan.has_conversation,
        Stage.SCORING: True,
    }
    return tuple(stage for stage, is_wanted in wanted.items() if is_wanted)


def current_stage(plan: Plan, finished: Collection[str]) -> Stage | None:
    """The first required stage that is not finished; None when all are."""
    return next((stage for stage in required_stages(plan) if stage not in finished), None)


def time_limit(plan: Plan, stage: Stage, extra_time_percent: int = 0) -> timedelta | None:
    """How long a stage may take; None for stages without a clock. Extra time is an accommodation."""
    minutes = {Stage.QUIZ: plan.quiz_minutes, Stage.CODING: plan.coding_minutes}.get(stage)
    return with_extra_time(timedelta(minutes=minutes), extra_time_percent) if minutes else None


def with_extra_time(duration: timedelta, extra_time_percent: int) -> timedelta:
    """A duration with an accommodation's extra time."""
    return duration * (100 + extra_time_percent) / 100
