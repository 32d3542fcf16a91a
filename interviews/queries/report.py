"""Everything the report of one interview shows, read in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from assessments.enums import Category
from assessments.models import QuizQuestion, SubmissionCase
from interviewer.journal.spending import spent_on
from interviews.enums import EvaluationStatus, InterviewStatus, TurnStatus
from interviews.models import (
    CandidateQuestion,
    CompetencyScore,
    Evaluation,
    Interview,
    InterviewQuestionAndResponse,
)
from interviews.scoring import Part, level_percent, shares
from interviews.services.scoring import parts_of
from interviews.services.stages import plan_of


@dataclass(frozen=True)
class OverallPart:
    """One part of the overall score, with the share it really had (percent)."""

    key: str
    label: str
    score: float | None
    weight: int
    share: int


@dataclass(frozen=True)
class ShownQuote:
    """Words of an answer, with the question they answer."""

    text: str
    turn_number: int
    turn_uid: str
    question: str
    start_s: float | None = None

    @property
    def heard_at(self) -> str:
        """Minutes and seconds in the recording of the answer, where they are known."""
        return "" if self.start_s is None else f"{int(self.start_s) // 60}:{int(self.start_s) % 60:02d}"


@dataclass(frozen=True)
class ShownCompetency:
    """One competency of the report. `level` is what counts: a person's override before the engine's level."""

    score: CompetencyScore
    name: str
    weight: int
    level: int | None
    percent: float | None
    anchor: str
    quotes: tuple[ShownQuote, ...]
    missing: tuple[str, ...]
    reason: str

    @property
    def label(self) -> str:
        """For charts."""
        return self.name

    @property
    def value(self) -> float | None:
        """For charts."""
        return self.percent


@dataclass(frozen=True)
class ShownOption:
    """An option of a quiz question, with whether it is right and was chosen."""

    label: str
    is_correct: bool
    is_chosen: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A quiz question as answered."""

    text: str
    options: tuple[ShownOption, ...]

    @property
    def is_right(self) -> bool:
        """Whether exactly the right options were chosen."""
        return all(option.is_correct == option.is_chosen for option in self.options)

    @property
    def is_open(self) -> bool:
        """Whether nothing was chosen."""
        return not any(option.is_chosen for option in self.options)


@dataclass(frozen=True)
class QuizSection:
    """One section of the quiz."""

    label: str
    questions: tuple[ShownQuestion, ...]

    @property
    def right(self) -> int:
        """How many were answered rightly."""
        return sum(question.is_right for question in self.questions)


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""

    at: datetime
    label: str
    note: str = ""
    took: timedelta | None = None


@dataclass(frozen=True)
class Report:
    """What page and PDF show."""

    interview: Interview
    parts: tuple[OverallPart, ...]
    evaluation: Evaluation | None
    competencies: tuple[ShownCompetency, ...]
    language: str
    turns: tuple[InterviewQuestionAndResponse, ...]
    candidate_questions: tuple[CandidateQuestion, ...]
    quiz: tuple[QuizSection, ...]
    responses: tuple
    moments: tuple[Moment, ...]
    findings: tuple[dict, ...]
    history: tuple[Evaluation, ...] = ()
    cost_micros: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether the interview was scored."""
        return self.interview.status == InterviewStatus.COMPLETED

    @property
    def needs_person(self) -> bool:
        """Whether the engine could not score and a person has to look."""
        return bool(self.history) and self.history[0].status == EvaluationStatus.NEEDS_PERSON

    @property
    def cost(self) -> str:
        """What the AI calls for this interview cost so far, in US dollars; empty where nothing was paid."""
        return f"{self.cost_micros / 1_000_000:.4f}" if self.cost_micros else ""

    @property
    def is_being_scored_again(self) -> bool:
        """Whether a further scoring was asked for and is not done."""
        return self.is_complete and bool(self.history) and self.history[0].status == EvaluationStatus.WAITING

    @property
    def problem(self) -> str:
        """Why the newest scoring did not come to an end, in the engine's or the limit's words."""
        return self.history[0].error if self.history else ""

    @property
    def is_partial(self) -> bool:
        """Whether a part of the plan could not be scored, so that the overall score rests on the rest."""
        return self.is_complete and any(part.score is None for part in self.parts)

    @property
    def set_by_people(self) -> int:
        """How many levels a person set; the written summary knows only the engine's."""
        return sum(item.score.override_level is not None for item in self.competencies)

    @property
    def not_assessed(self) -> int:
        """How many competencies have no level."""
        return sum(item.level is None for item in self.competencies)


def _parts(interview: Interview) -> tuple[OverallPart, ...]:
    conversation = None if interview.conversation_score is None else float(interview.conversation_score)
    parts: list[Part] = parts_of(interview, conversation)
    real = shares(parts)
    labels = {"quiz": _("Quiz"), "coding": _("Coding"), "conversation": _("Conversation")}
    return tuple(OverallPart(p.key, labels[p.key], p.score, p.weight, real.get(p.key, 0)) for p in parts)


def _competency(row: CompetencyScore, numbers: dict[int, int]) -> ShownCompetency:
    level = row.counted_level
    anchors = row.competency.anchors
    quotes = tuple(
        ShownQuote(q.text, numbers.get(q.turn_id, 0), str(q.turn.uid), q.turn.question, q.start_s)
        for q in row.quotes.all()
    )
    return ShownCompetency(
        score=row,
        name=row.competency.name,
        weight=row.competency.weight,
        level=level,
        percent=None if level is None else level_percent(level),
        anchor=anchors[level - 1] if level and len(anchors) >= level else row.anchor,
        quotes=quotes,
        missing=tuple(map(str, row.missing)),
        reason=row.not_assessed_reason,
    )


def _evaluations(interview: Interview) -> list[Evaluation]:
    """Every scoring, the newest first, with what it found."""
    scores = CompetencyScore.objects.select_related("competency", "override_by").prefetch_related(
        "quotes__turn"
    )
    rows = interview.evaluations.select_related("rubric").prefetch_related(
        Prefetch("competency_scores", scores)
    )
    return list(rows.order_by("-id"))


def _quiz(interview: Interview) -> tuple[QuizSection, ...]:
    if not plan_of(interview).has_quiz:
        return ()
    answered = interview.quiz_responses.values_list("question_id", "option_id")
    chosen = {option for _question, option in answered}
    shown = QuizQuestion.objects.filter(job_id=interview.job_id).prefetch_related("options")
    known = {question for question, _option in answered}
    questions = [q for q in shown if q.pk in known or (q.approved and not q.is_deleted)]
    sections = []
    for category in Category:
        rows = [q for q in questions if q.category == category]
        if rows:
            sections.append(QuizSection(str(category.label), tuple(_question(row, chosen) for row in rows)))
    return tuple(sections)


def _question(row: QuizQuestion, chosen: set[int]) -> ShownQuestion:
    options = (ShownOption(o.label, o.is_correct, o.pk in chosen) for o in row.options.all())
    return ShownQuestion(row.description, tuple(options))


def _moments(interview: Interview) -> tuple[Moment, ...]:
    found = [Moment(row.sent_at, _("Invited"), row.email) for row in interview.invitations.all()]
    for consent in interview.consents.all():
        found.append(
            Moment(consent.given_at, _("Consent given"), _("text %(v)s") % {"v": consent.text_version})
        )
    for attempt in interview.stage_attempts.all():
        note = _("ended by the clock") if attempt.timed_out else ""
        took = attempt.finished_at - attempt.started_at if attempt.finished_at else None
        found.append(Moment(attempt.started_at, attempt.get_stage_display(), note, took))
        if attempt.given_back:
            found.append(Moment(attempt.started_at, _("Time given back"), str(attempt.given_back)))
    if interview.submitted_at:
        found.append(Moment(interview.submitted_at, _("Handed in")))
    if interview.completed_at:
        found.append(Moment(interview.completed_at, _("Scored")))
    return tuple(sorted(found, key=lambda moment: moment.at))


def _findings(interview: Interview, turns: list[InterviewQuestionAndResponse]) -> tuple[dict, ...]:
    labels = {
        "instruction": _("an instruction to the AI"),
        "delimiter": _("marks that forge the AI's own"),
        "hidden_characters": _("characters that nobody sees"),
        "hidden_text": _("text that nobody sees: white, tiny, hidden or off the page"),
        "properties": _("an instruction in the file's properties"),
    }
    found = [{"where": _("Résumé"), **item} for item in interview.resume_findings]
    for number, row in enumerate(turns, start=1):
        found += [{"where": _("Answer %(n)d") % {"n": number}, **item} for item in row.findings]
    return tuple({**item, "label": labels.get(item.get("kind", ""), item.get("kind", ""))} for item in found)


def read(interview: Interview) -> Report:
    """The report of an interview, in whatever state it is; of a masked one nothing that the AI found."""
    asked = interview.turns.exclude(status=TurnStatus.PLANNED).prefetch_related("recordings")
    turns = list(asked.order_by("order"))
    numbers = {row.pk: number for number, row in enumerate(turns, start=1)}
    history = [] if interview.is_blind else _evaluations(interview)
    done = [row for row in history if row.status == EvaluationStatus.DONE]
    evaluation = (done or history or [None])[0]
    scores = list(evaluation.competency_scores.all()) if evaluation else []
    # Cases are stored as they end; people read them in the order of the problem.
    cases = SubmissionCase.objects.order_by("-is_sample", "test_case__order", "id")
    responses = interview.dsa_responses.select_related("question", "submission").prefetch_related(
        Prefetch("submission__cases", cases)
    )
    return Report(
        interview=interview,
        parts=_parts(interview),
        evaluation=evaluation,
        competencies=tuple(_competency(row, numbers) for row in scores),
        language=plan_of(interview).interview_language,
        turns=tuple(turns),
        candidate_questions=tuple(interview.candidate_questions.all()),
        quiz=_quiz(interview),
        responses=tuple(responses.order_by("question__order", "question_id")),
        moments=_moments(interview),
        findings=_findings(interview, turns),
        history=tuple(history),
        cost_micros=spent_on(interview),
    )
