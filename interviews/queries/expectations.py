"""What awaits a candidate, stage by stage with times: promised before anything starts, from the job's settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import DSAQuestion, QuizQuestion
from companies.enums import QuizTiming
from companies.models import AiInterviewedJob
from interviews.enums import Stage
from interviews.models import InterviewQuestion
from interviews.stages import Plan, required_stages, with_extra_time


@dataclass(frozen=True)
class Expectation:
    """One stage as it is promised. `minutes` is about how long it takes, or its limit where there is a clock."""

    icon: str
    title: str
    text: str
    minutes: int


@dataclass(frozen=True)
class Expectations:
    """All stages, and what they need."""

    stages: tuple[Expectation, ...]
    needs_microphone: bool
    needs_camera: bool
    may_type: bool

    @property
    def minutes(self) -> int:
        """About how long everything takes."""
        return sum(stage.minutes for stage in self.stages)


def expectations(job: AiInterviewedJob, plan: Plan, extra_time_percent: int = 0) -> Expectations:
    """What a candidate of this job goes through under this plan."""
    described = {
        Stage.RESUME: lambda: _resume(plan),
        Stage.QUIZ: lambda: _quiz(job, plan, extra_time_percent),
        Stage.CODING: lambda: _coding(job, plan, extra_time_percent),
        Stage.CONVERSATION: lambda: _conversation(job, plan, extra_time_percent),
    }
    shown = tuple(described[stage]() for stage in required_stages(plan) if stage in described)
    return Expectations(
        shown,
        needs_microphone=plan.has_conversation,
        needs_camera=plan.has_conversation and plan.uses_camera,
        may_type=plan.has_conversation and plan.allow_text_only,
    )


def _minutes(duration: timedelta, extra_time_percent: int) -> int:
    return max(1, round(with_extra_time(duration, extra_time_percent).total_seconds() / 60))


def _resume(plan: Plan) -> Expectation:
    text = _("You upload your résumé or type your details, and prove your e-mail address with a code.")
    if plan.has_match:
        text += " " + _("An AI then compares your résumé with the job.")
    if plan.has_match and plan.match_threshold is not None:
        text += " " + _("If the two have too little in common, the interview ends there.")
    return Expectation("file-text", _("Résumé and e-mail"), text, 5)


def _quiz(job: AiInterviewedJob, plan: Plan, extra: int) -> Expectation:
    seconds = list(QuizQuestion.objects.for_job(job).filter(approved=True).values_list("seconds", flat=True))
    count = ngettext("%(n)d question", "%(n)d questions", len(seconds)) % {"n": len(seconds)}
    if plan.quiz_timing == QuizTiming.PER_QUESTION:
        minutes = _minutes(timedelta(seconds=sum(seconds)), extra)
        text = _("%(count)s to choose answers for. Each question has its own clock.") % {"count": count}
    else:
        minutes = _minutes(timedelta(minutes=plan.quiz_minutes), extra)
        text = _("%(count)s to choose answers for, in any order, under one clock.") % {"count": count}
    return Expectation("list-checks", _("Quiz"), text, minutes)


def _coding(job: AiInterviewedJob, plan: Plan, extra: int) -> Expectation:
    problems = DSAQuestion.objects.for_job(job).filter(approved=True).count()
    count = ngettext("%(n)d problem", "%(n)d problems", problems) % {"n": problems}
    text = _("%(count)s to solve in an editor on the page. You can run your code as often as you like.")
    minutes = _minutes(timedelta(minutes=plan.coding_minutes), extra)
    return Expectation("code", _("Coding"), text % {"count": count}, minutes)


def _conversation(job: AiInterviewedJob, plan: Plan, extra: int) -> Expectation:
    own = InterviewQuestion.objects.filter(job=job, approved=True, deleted_at=None).count()
    questions = own + plan.question_count
    each = _minutes(timedelta(seconds=plan.answer_seconds), extra)
    text = ngettext(
        "An AI asks about %(n)d question and listens; there are up to %(each)d minutes for an answer.",
        "An AI asks about %(n)d questions and listens; there are up to %(each)d minutes for each answer.",
        questions,
    ) % {"n": questions, "each": each}
    if plan.max_follow_ups:
        text += " " + _("It may ask a follow-up about what you say.")
    minutes = _minutes(timedelta(seconds=plan.answer_seconds * questions), extra)
    return Expectation("message-circle", _("Conversation"), text, minutes)
