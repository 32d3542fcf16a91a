"""The core questions of a job: generated once for a version of its rubric, kept, and asked of every candidate."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from django.db import transaction

from companies.models import AiInterviewedJob
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm.planning import repeats
from interviewer.integrations.llm.port import (
    LLM,
    CandidateBrief,
    CompetencyBrief,
    PlannedQuestion,
    QuestionKind,
)
from interviewer.journal import services as journal
from interviews.briefs import competency_briefs, job_brief, language_of
from interviews.models import CoreQuestions, Interview, InterviewQuestion
from interviews.services import stages


def count(interview: Interview, own: list[InterviewQuestion]) -> int:
    """How many core questions the job wants; at least one where the recruiter wrote none."""
    wanted = stages.plan_of(interview).question_count
    return wanted if own else max(1, wanted)


def of(*, interview: Interview, own: list[InterviewQuestion], engine: LLM) -> list[PlannedQuestion]:
    """The core questions for this interview: those that were kept, else new ones by `engine`, kept from now on.

    A question that one of the recruiter's own questions asks already, by meaning, is left out. Raises what the
    engine raises.
    """
    wanted = count(interview, own)
    if not wanted:
        return []
    competencies = competency_briefs(interview.rubric)
    basis = _basis(competencies, wanted, language_of(interview))
    kept = interview.job.core_questions.filter(basis=basis).first()
    if kept is None:
        made = _generate(interview, own, _to_cover(competencies, own, wanted), wanted, engine)
        if not made:
            return []
        kept = _keep(interview, basis, made, engine)
    return without_repetition([_read(row) for row in kept.questions], [one.question for one in own])


def without_repetition(questions: list[PlannedQuestion], own: list[str]) -> list[PlannedQuestion]:
    """The questions that ask nothing that was asked before, by meaning; the recruiter's own come first."""
    asked, left = [text for text in own if text.strip()], []
    for question in questions:
        if not repeats(question.text, asked):
            asked.append(question.text)
            left.append(question)
    return left


def _basis(competencies: tuple[CompetencyBrief, ...], wanted: int, language: str) -> str:
    """What a set of questions is made for. A rubric that changes gets new questions, a changed weight too."""
    parts = [language, wanted, [asdict(one) for one in competencies]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _to_cover(
    competencies: tuple[CompetencyBrief, ...], own: list[InterviewQuestion], wanted: int
) -> tuple[CompetencyBrief, ...]:
    """The competencies to ask about: where there are too few questions for all, first what no own question asks."""
    if wanted >= len(competencies):
        return competencies
    asked = {question.competency_key for question in own}
    by_need = sorted(competencies, key=lambda one: (one.key in asked, -one.weight))
    return tuple(by_need[:wanted])


def _generate(
    interview: Interview,
    own: list[InterviewQuestion],
    competencies: tuple[CompetencyBrief, ...],
    wanted: int,
    engine: LLM,
) -> list[PlannedQuestion]:
    texts = tuple(question.question for question in own)
    # The candidate is left out on purpose: whoever comes first must not shape what the others are asked.
    nobody = CandidateBrief()
    try:
        job = job_brief(interview.job, language_of(interview))
        answer = engine.plan(job, nobody, competencies, texts, wanted)
    except IntegrationError as problem:
        journal.provider_call(
            port="llm",
            purpose="plan",
            subject=interview,
            engine=engine.label[:40],
            error=str(problem) or "failed",
        )
        raise
    journal.provider_call(port="llm", purpose="plan", subject=interview, usage=answer.usage)
    return without_repetition(list(answer.value), list(texts))[:wanted]


def _keep(interview: Interview, basis: str, made: list[PlannedQuestion], engine: LLM) -> CoreQuestions:
    """Keep a set; of two candidates who come at once the first one's is taken for both."""
    with transaction.atomic():
        AiInterviewedJob.objects.select_for_update().get(pk=interview.job_id)
        kept, is_new = CoreQuestions.objects.get_or_create(
            job=interview.job,
            basis=basis,
            defaults={
                "rubric": interview.rubric,
                "language": language_of(interview),
                "questions": [asdict(question) for question in made],
                "engine": engine.label[:60],
            },
        )
        if is_new:
            data = {"questions": len(made), "engine": engine.label}
            journal.record(action="job.core_questions_made", subject=interview.job, data=data)
    return kept


def _read(row: dict[str, object]) -> PlannedQuestion:
    points = tuple(map(str, row["expected_points"]))  # type: ignore[arg-type]
    kind = QuestionKind(str(row["kind"]))
    return PlannedQuestion(str(row["text"]), str(row["competency_key"]), kind, points)
