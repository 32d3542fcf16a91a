"""Scoring a handed-in interview: wait for what is missing, assess with evidence, store, then report.

Nothing is scored from half a transcript. An engine that is down leaves the interview waiting and visible;
one that answers nonsense twice marks it for a person, who may ask for a new scoring.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.queries import coding_score
from assessments.services import pairs
from interviewer import background
from interviewer.journal import services as journal
from interviews.enums import EvaluationStatus, InterviewStatus, TranscriptStatus
from interviews.lifecycles import INTERVIEW
from interviews.models import Evaluation, Interview, Rubric
from interviews.scoring import Part, Scored, conversation_score, dimension_score, overall_score
from interviews.services import quiz
from interviews.services.evaluations import counting, evaluate
from interviews.services.stages import plan_of

#: After this long, scoring no longer waits for a transcript or a verdict that does not come.
PATIENCE = timedelta(minutes=30)


def waits_for(interview: Interview) -> str:
    """What scoring still waits for, in words for people; empty when everything is there."""
    if interview.submitted_at and timezone.now() - interview.submitted_at > PATIENCE:
        return ""
    if interview.turns.filter(transcript_status=TranscriptStatus.WAITING).exists():
        return _("Your recorded answers are being transcribed.")
    judging = interview.submissions.filter(
        kind=SubmissionKind.SUBMIT, status__in=[SubmissionStatus.QUEUED, SubmissionStatus.JUDGING]
    )
    if judging.exists():
        return _("Your code is being judged.")
    return ""


def run(*, interview_id: int) -> None:
    """Score an interview that was handed in, and complete it. Doing nothing when it is scored already, or
    when something is still missing (the one who brings it calls `nudge`). Raises Unavailable."""
    interview = Interview.objects.select_related("job__company", "rubric").filter(pk=interview_id).first()
    if interview is None or interview.status != InterviewStatus.SCORING or waits_for(interview):
        return
    evaluation = _open_evaluation(interview)
    if evaluation and evaluation.status == EvaluationStatus.WAITING:
        evaluate(evaluation=evaluation)
    complete(interview=interview, evaluation=evaluation)


def nudge(*, interview: Interview) -> None:
    """Something that scoring may have waited for is there: look again."""
    from interviews import tasks

    if interview.status == InterviewStatus.SCORING:
        background.enqueue(tasks.score, interview.pk)


def _open_evaluation(interview: Interview) -> Evaluation | None:
    """The evaluation under way, or a new one; None when the job has no conversation or no rubric."""
    if not plan_of(interview).has_conversation or interview.rubric is None:
        return None
    newest = interview.evaluations.first()
    return newest or Evaluation.objects.create(interview=interview, rubric=interview.rubric)


def scored_competencies(evaluation: Evaluation | None) -> list[Scored]:
    """Plain values of an evaluation's levels; a recruiter's override counts before the engine's level."""
    if evaluation is None:
        return []
    rows = evaluation.competency_scores.select_related("competency")
    return [
        Scored(
            row.competency.key,
            row.competency.dimension,
            row.competency.weight,
            row.counted_level,
        )
        for row in rows
    ]


def parts_of(interview: Interview, conversation: float | None) -> list[Part]:
    """The parts of the overall score that this interview's plan asks for."""
    plan = plan_of(interview)
    found = []
    if plan.has_quiz:
        found.append(Part("quiz", plan.quiz_weight, _number(interview.quiz_score)))
    if plan.has_coding:
        found.append(Part("coding", plan.coding_weight, _number(interview.coding_score)))
    if plan.has_conversation:
        found.append(Part("conversation", plan.conversation_weight, conversation))
    return found


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def set_scores(*, interview: Interview, evaluation: Evaluation | None) -> None:
    """Write the interview's scores from its parts; used at completion and after an override."""
    items = scored_competencies(evaluation)
    if plan_of(interview).has_quiz and interview.quiz_score is None:
        interview.quiz_score = quiz.score(interview=interview)
    if plan_of(interview).has_coding:
        interview.coding_score = coding_score(interview=interview)
    interview.conversation_score = conversation_score(items)
    interview.technical_score = dimension_score(items, "technical")
    interview.communication_score = dimension_score(items, "communication")
    interview.problem_solving_score = dimension_score(items, "problem_solving")
    interview.cultural_fit_score = dimension_score(items, "cultural_fit")
    interview.overall_score = overall_score(parts_of(interview, interview.conversation_score))
    names = "coding conversation technical communication problem_solving cultural_fit overall"
    interview.save(update_fields=[*(f"{name}_score" for name in names.split()), "updated_at"])


def complete(*, interview: Interview, evaluation: Evaluation | None) -> None:
    """Write scores and report, and complete the interview. Raises Unavailable when the words of the report
    can't be had just now; the evaluation is kept, so trying again does not score again."""
    from interviews import tasks
    from interviews.services import reports

    set_scores(interview=interview, evaluation=evaluation)
    reports.write(interview=interview, evaluation=evaluation)
    with transaction.atomic():
        if interview.status == InterviewStatus.SCORING:
            INTERVIEW.move(interview, InterviewStatus.COMPLETED, actor="system")
            pairs.enqueue(interview=interview)
        background.enqueue(tasks.render_report, interview.pk)


def score_again(*, actor: object, interview: Interview) -> Evaluation:
    """Ask for a new scoring; the old one is kept, and counts until the new one is done."""
    from interviews import tasks

    with transaction.atomic():
        rubric = interview.rubric or Rubric.objects.filter(job=interview.job).first()
        evaluation = Evaluation.objects.create(interview=interview, rubric=rubric)
        journal.record(actor=actor, action="interview.score_again", subject=interview)
        background.enqueue(tasks.evaluate_again, evaluation.pk)
    return evaluation


def run_again(*, evaluation_id: int) -> None:
    """Carry out a scoring that was asked for. Raises Unavailable."""
    evaluation = (
        Evaluation.objects.select_related("interview__job__company", "interview__rubric", "rubric")
        .filter(pk=evaluation_id, status=EvaluationStatus.WAITING)
        .first()
    )
    if evaluation is None:
        return
    evaluate(evaluation=evaluation)
    if evaluation.status == EvaluationStatus.NEEDS_PERSON and counting(evaluation.interview):
        return  # the scores that are there go on counting; the page says what went wrong
    complete(interview=evaluation.interview, evaluation=evaluation)


@background.reconciler
def find_unscored() -> int:
    """Look again at interviews that wait for scoring for over a minute, and at new scorings that were asked for."""
    from interviews import tasks

    before = timezone.now() - timedelta(minutes=1)
    waiting = Interview.objects.alive().filter(status=InterviewStatus.SCORING, submitted_at__lt=before)
    asked = background.ask_again(tasks.score, waiting.order_by("submitted_at").values_list("pk")[:50])
    again = Evaluation.objects.filter(
        status=EvaluationStatus.WAITING, created_at__lt=before, interview__status=InterviewStatus.COMPLETED
    )
    return asked + background.ask_again(tasks.evaluate_again, again.order_by("pk").values_list("pk")[:50])
