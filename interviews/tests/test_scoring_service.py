"""A handed-in interview is scored with evidence, waits for what is missing, and keeps earlier scores."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from companies.tests.factories import AiInterviewedJobFactory
from interviewer.journal.models import ProviderCall
from interviews.enums import EvaluationStatus, InterviewStatus, Stage, TranscriptStatus
from interviews.models import Competency, Evaluation
from interviews.services import reports, review, scoring
from interviews.tests.factories import AnsweredTurnFactory, InterviewFactory, RubricFactory, TurnFactory

pytestmark = pytest.mark.django_db
ANSWER = (
    "I built a Django service that handled payments for two years. I wrote tests with pytest for every view. "
    "When a page was slow I measured the queries first and then added an index on the order table, "
    "which brought the response time from two seconds to eighty milliseconds."
)


def handed_in(**extra):
    job = AiInterviewedJobFactory()
    rubric = RubricFactory(job=job, competencies=["python"])
    points = ["measures before optimising", "writes automated tests", "uses database indexes"]
    Competency.objects.filter(rubric=rubric).update(expected_points=points)
    interview = InterviewFactory(job=job, at=Stage.SCORING)
    AnsweredTurnFactory(interview=interview, answer=ANSWER, transcript=ANSWER, **extra)
    interview.status = InterviewStatus.SCORING
    interview.save()
    return interview


def test_a_conversation_is_scored_with_quotes_from_the_transcript():
    interview = handed_in()
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    evaluation = interview.evaluations.get()
    score = evaluation.competency_scores.get()
    assert interview.status == InterviewStatus.COMPLETED
    assert (evaluation.status, evaluation.engine, evaluation.is_offline) == (
        EvaluationStatus.DONE,
        "offline",
        True,
    )
    assert score.level in range(1, 6)
    assert [ANSWER[quote.start : quote.end] for quote in score.quotes.all()] == [
        q.text for q in score.quotes.all()
    ]
    assert score.quotes.count() > 0
    assert interview.overall_score == interview.conversation_score is not None
    assert interview.recruiter_feedback
    assert interview.candidate_feedback
    assert set(ProviderCall.objects.values_list("purpose", flat=True)) == {"assess", "summarise"}


def test_scoring_twice_scores_once():
    interview = handed_in()
    scoring.run(interview_id=interview.pk)
    scoring.run(interview_id=interview.pk)
    assert interview.evaluations.count() == 1


def test_nothing_is_scored_while_an_answer_is_being_transcribed():
    interview = handed_in(transcript_status=TranscriptStatus.WAITING)
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    assert interview.status == InterviewStatus.SCORING
    assert Evaluation.objects.count() == 0
    interview.turns.update(transcript_status=TranscriptStatus.READY)
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    assert interview.status == InterviewStatus.COMPLETED


def test_silence_is_not_assessed_rather_than_scored_low():
    job = AiInterviewedJobFactory()
    RubricFactory(job=job)
    interview = InterviewFactory(job=job, at=Stage.SCORING)
    TurnFactory(interview=interview, status="skipped")
    interview.status = InterviewStatus.SCORING
    interview.save()
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    score = interview.evaluations.get().competency_scores.get()
    assert (interview.status, interview.overall_score, score.level) == (InterviewStatus.COMPLETED, None, None)
    assert score.not_assessed_reason


def test_a_recruiters_level_counts_and_the_engines_is_kept():
    interview = handed_in()
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    score = interview.evaluations.get().competency_scores.get()
    review.override(actor=None, score=score, level=5, reason="Knew more than was asked.")
    interview.refresh_from_db()
    before = score.level
    score.refresh_from_db()
    assert (score.level, score.override_level, interview.overall_score) == (before, 5, 100)


def test_scoring_again_keeps_the_first_scores():
    interview = handed_in()
    scoring.run(interview_id=interview.pk)
    interview.refresh_from_db()
    again = scoring.score_again(actor=None, interview=interview)
    scoring.run_again(evaluation_id=again.pk)
    assert [row.status for row in interview.evaluations.all()] == ["done", "done"]


def test_the_report_can_be_printed_in_any_script():
    interview = handed_in()
    interview.first_name, interview.last_name = "आशा", "राव"
    interview.save()
    scoring.run(interview_id=interview.pk)
    reports.render(interview_id=interview.pk)
    interview.refresh_from_db()
    with interview.report_pdf.open() as file:
        text = "".join(page.extract_text() for page in PdfReader(file).pages)
    assert "आशा" in text
    assert "Django service" in text


@pytest.mark.parametrize(("competencies", "turns", "sentences"), [(3, 4, 4), (5, 12, 40)])
def test_a_printed_report_has_two_to_four_pages(competencies, turns, sentences):
    keys = [f"skill-{number}" for number in range(competencies)]
    job = AiInterviewedJobFactory()
    RubricFactory(job=job, competencies=keys)
    interview = InterviewFactory(job=job, at=Stage.SCORING)
    for number in range(turns):
        AnsweredTurnFactory(
            interview=interview,
            answer=f"{ANSWER} " * (sentences // 4),
            competency_key=keys[number % competencies],
        )
    interview.status = InterviewStatus.SCORING
    interview.save()
    scoring.run(interview_id=interview.pk)
    reports.render(interview_id=interview.pk)
    interview.refresh_from_db()
    with interview.report_pdf.open() as file:
        assert 2 <= len(PdfReader(file).pages) <= 4
