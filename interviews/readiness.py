"""What a job still lacks before candidates may come: a calculation on plain values that names each gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.enums import QuestionType


@dataclass(frozen=True)
class QuizFacts:
    """A quiz question: its place, its type, how many options it has and how many are right."""

    number: int
    question_type: str
    options: int
    right: int


@dataclass(frozen=True)
class ProblemFacts:
    """A coding problem and its cases."""

    title: str
    samples: int
    hidden: int
    minutes: int
    stale_references: int = 0
    wrong_references: int = 0


@dataclass(frozen=True)
class CompetencyFacts:
    """A competency of the rubric."""

    key: str
    name: str
    weight: int
    anchors: tuple[str, ...]
    expected_points: int


@dataclass(frozen=True)
class JobFacts:
    """What is known of a job and its interview."""

    has_description: bool = True
    skills: int = 1
    has_match: bool = True
    has_quiz: bool = False
    quiz_minutes: int = 15
    is_timed_as_a_whole: bool = True
    has_coding: bool = False
    coding_minutes: int = 45
    has_conversation: bool = True
    generated_questions: int = 4
    weights: dict[str, int] = field(default_factory=lambda: {"quiz": 20, "coding": 30, "conversation": 50})
    quiz: tuple[QuizFacts, ...] = ()
    problems: tuple[ProblemFacts, ...] = ()
    own_questions: tuple[str, ...] = ()
    competencies: tuple[CompetencyFacts, ...] = ()


@dataclass(frozen=True)
class Finding:
    """Something that is missing (`blocks`) or worth a look, and the section of the job where to mend it."""

    section: str
    text: str
    blocks: bool = True


def findings(job: JobFacts) -> list[Finding]:
    """Everything that is missing or worth a look, in the order of the sections."""
    parts = (_details(job), _stages(job), _quiz(job), _coding(job), _questions(job), _rubric(job))
    return [finding for part in parts for finding in part]


def blockers(job: JobFacts) -> list[Finding]:
    """What keeps the job from being published."""
    return [finding for finding in findings(job) if finding.blocks]


def _details(job: JobFacts) -> Iterator[Finding]:
    if not job.has_description:
        yield Finding("details", _("Describe the job: candidates and the interviewer read it."))
    if not job.skills and (job.has_match or job.has_conversation):
        yield Finding("details", _("Name at least one skill: the match and the questions are built on it."))


def _stages(job: JobFacts) -> Iterator[Finding]:
    present = {
        name: job.weights[name]
        for name, is_on in (
            ("quiz", job.has_quiz),
            ("coding", job.has_coding),
            ("conversation", job.has_conversation),
        )
        if is_on
    }
    if not present:
        yield Finding("stages", _("Turn on at least one of quiz, coding and conversation."))
    elif not sum(present.values()):
        yield Finding("stages", _("Give at least one stage a weight, or there is no overall score."))
    elif len(present) > 1 and sum(present.values()) != 100:
        shares = ", ".join(
            f"{_LABELS[name]()} {round(100 * weight / sum(present.values()))} %"
            for name, weight in present.items()
        )
        text = _("The weights are counted in proportion: %(shares)s.") % {"shares": shares}
        yield Finding("stages", text, blocks=False)


_LABELS = {
    "quiz": lambda: _("quiz"),
    "coding": lambda: _("coding"),
    "conversation": lambda: _("conversation"),
}


def _quiz(job: JobFacts) -> Iterator[Finding]:
    if not job.has_quiz:
        return
    if not job.quiz:
        yield Finding("quiz", _("The quiz is on and has no question."))
    for question in job.quiz:
        problem = _wrong_with(question)
        if problem:
            yield Finding(
                "quiz", _("Question %(n)d: %(problem)s") % {"n": question.number, "problem": problem}
            )
    if job.is_timed_as_a_whole and job.quiz and job.quiz_minutes * 60 < 20 * len(job.quiz):
        text = _("Less than 20 seconds for each question is very little.")
        yield Finding("quiz", text, blocks=False)


def _wrong_with(question: QuizFacts) -> str:
    if question.question_type == QuestionType.TRUE_FALSE and question.options != 2:
        return _("true or false needs two options.")
    if question.options < 2:
        return _("at least two options are needed.")
    if not question.right:
        return _("no option is marked as right.")
    if question.right > 1 and question.question_type != QuestionType.MULTIPLE:
        return _("only one option can be right.")
    return ""


def _coding(job: JobFacts) -> Iterator[Finding]:
    if not job.has_coding:
        return
    if not job.problems:
        yield Finding("coding", _("Coding is on and has no problem."))
    for problem in job.problems:
        values = {"title": problem.title}
        if not problem.hidden:
            yield Finding(
                "coding", _("“%(title)s” has no hidden case: it could be passed by heart.") % values
            )
        if not problem.samples:
            text = _("“%(title)s” has no sample case: candidates can't try anything out.") % values
            yield Finding("coding", text, blocks=False)
        yield from _references(problem)
    wanted = sum(problem.minutes for problem in job.problems)
    if wanted > job.coding_minutes:
        text = _("The problems suggest %(wanted)d minutes, the stage gives %(given)d.")
        yield Finding("coding", text % {"wanted": wanted, "given": job.coding_minutes}, blocks=False)


def _references(problem: ProblemFacts) -> Iterator[Finding]:
    values = {"title": problem.title}
    if problem.wrong_references:
        text = _("A reference solution of “%(title)s” does not get the verdict that it must.")
        yield Finding("coding", text % values)
    if problem.stale_references:
        text = _("A reference solution of “%(title)s” is not judged yet for the problem as it is.")
        yield Finding("coding", text % values)


def _questions(job: JobFacts) -> Iterator[Finding]:
    if not job.has_conversation:
        return
    if not job.generated_questions and not job.own_questions:
        yield Finding("questions", _("Nothing would be asked: write a question or have some generated."))
    asked = job.generated_questions + len(job.own_questions)
    if 0 < asked < len(job.competencies):
        text = _("%(asked)d questions can't cover %(count)d competencies: what is not asked is not assessed.")
        values = {"asked": asked, "count": len(job.competencies)}
        yield Finding("questions", text % values, blocks=False)
    known = {competency.key for competency in job.competencies}
    lost = [key for key in job.own_questions if key and key not in known]
    if lost:
        text = ngettext(
            "%(n)d question belongs to a competency that the rubric no longer has.",
            "%(n)d questions belong to competencies that the rubric no longer has.",
            len(lost),
        )
        yield Finding("questions", text % {"n": len(lost)}, blocks=False)


def _rubric(job: JobFacts) -> Iterator[Finding]:
    if not job.has_conversation:
        return
    if not job.competencies:
        yield Finding("rubric", _("The conversation has no rubric to be scored against."))
    for competency in job.competencies:
        values = {"name": competency.name}
        anchors = (*competency.anchors, *[""] * 5)[:5]
        missing = [str(level) for level, text in enumerate(anchors, start=1) if not text.strip()]
        if missing:
            text = _("“%(name)s” has no anchor at level %(levels)s.")
            yield Finding("rubric", text % {**values, "levels": ", ".join(missing)})
        if competency.weight < 1:
            yield Finding("rubric", _("“%(name)s” has no weight.") % values)
        if not competency.expected_points:
            text = _("“%(name)s” names no points of a good answer; the scorer has less to go by.")
            yield Finding("rubric", text % values, blocks=False)
    total = sum(competency.weight for competency in job.competencies)
    if job.competencies and total != 100:
        text = _("The weights of the competencies add up to %(total)d; they are counted in proportion.") % {
            "total": total
        }
        yield Finding("rubric", text, blocks=False)
