"""The report: its words from the engine, kept on the interview, and its PDF."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.utils import timezone

from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm, offline_llm
from interviewer.integrations.llm.port import (
    Answer,
    CandidateFeedback,
    CompetencyAssessment,
    Quote,
    ReportFacts,
    ReportText,
)
from interviewer.journal import services as journal
from interviews.briefs import competency_briefs, job_brief, language_of, turns_to_score
from interviews.enums import TurnStatus
from interviews.models import Evaluation, Interview
from interviews.queries.feedback import feedback_of
from interviews.scoring import shares
from interviews.services import budgets
from interviews.services.stages import plan_of


def _assessments(evaluation: Evaluation | None) -> tuple[CompetencyAssessment, ...]:
    """The stored levels, as the port knows them."""
    if evaluation is None:
        return ()
    rows = evaluation.competency_scores.select_related("competency").prefetch_related("quotes__turn")
    return tuple(
        CompetencyAssessment(
            competency_key=row.competency.key,
            level=row.counted_level,
            certainty=float(row.certainty or 0),
            anchor=row.anchor,
            quotes=tuple(Quote(str(q.turn.uid), q.text, q.start, q.end) for q in row.quotes.all()),
            missing=tuple(map(str, row.missing)),
            rationale=row.rationale,
            not_assessed_reason=row.not_assessed_reason,
        )
        for row in rows
    )


def _facts(interview: Interview) -> ReportFacts:
    def number(value: object) -> float | None:
        return None if value is None else float(str(value))

    responses = list(interview.dsa_responses.all()) if plan_of(interview).has_coding else []
    return ReportFacts(
        match_score=number(interview.match_score),
        quiz_percent=number(interview.quiz_score),
        coding_percent=number(interview.coding_score),
        conversation_percent=number(interview.conversation_score),
        overall_percent=number(interview.overall_score),
        coding_solved=sum(row.passed for row in responses) if responses else None,
        coding_problems=len(responses) or None,
    )


def _words(interview: Interview, evaluation: Evaluation | None) -> Answer[ReportText]:
    """The engine's words; the offline engine's where the engine answers nonsense. Raises Unavailable."""
    rows = list(interview.turns.filter(status=TurnStatus.ANSWERED).exclude(answer=""))
    briefs = competency_briefs(evaluation.rubric if evaluation else interview.rubric)
    question = (
        job_brief(interview.job, language_of(interview)),
        briefs,
        _assessments(evaluation),
        turns_to_score(interview, rows),
        _facts(interview),
    )
    try:
        answer = budgets.llm_for(interview).summarise(*question)
    except Rejected as problem:
        _failed(interview, problem)
        answer = offline_llm().summarise(*question)
    except (Unavailable, Misconfigured) as problem:
        _failed(interview, problem)
        raise Unavailable(str(problem)) from problem
    journal.provider_call(port="llm", purpose="summarise", usage=answer.usage, subject=interview)
    return answer


def _failed(interview: Interview, problem: IntegrationError) -> None:
    journal.provider_call(
        port="llm",
        purpose="summarise",
        subject=interview,
        usage=problem.usage,
        error=str(problem),
        engine=get_llm().label[:40],
    )


def write(*, interview: Interview, evaluation: Evaluation | None) -> None:
    """Put the report's words on the interview. Raises Unavailable when the engine is down."""
    from interviews.services.scoring import parts_of

    answer = _words(interview, evaluation)
    text, usage = answer.value, answer.usage
    conversation = None if interview.conversation_score is None else float(interview.conversation_score)
    interview.recruiter_feedback = text.summary
    interview.candidate_feedback = text.candidate_feedback.as_text()
    interview.suggestions = list(text.suggestions)
    interview.key_terms = list(text.key_terms)
    interview.report = {
        "strengths": list(text.strengths),
        "concerns": list(text.concerns),
        "feedback": _parts(text.candidate_feedback),
        "shares": shares(parts_of(interview, conversation)),
        "written_at": timezone.now().isoformat(),
        "engine": usage.engine,
        "engine_version": usage.engine_version,
        "model": usage.model,
        "prompt_version": usage.prompt_version,
    }
    names = ["recruiter_feedback", "candidate_feedback", "suggestions", "key_terms", "report", "updated_at"]
    interview.save(update_fields=names)


def _parts(feedback: CandidateFeedback) -> dict[str, object]:
    return {
        "opening": feedback.opening,
        "competencies": [
            {
                "key": item.competency_key,
                "name": item.name,
                "strength": item.strength,
                "next_step": item.next_step,
            }
            for item in feedback.competencies
        ],
        "closing": feedback.closing,
    }


def render(*, interview_id: int) -> None:
    """Make the PDFs of a completed interview, the recruiter's and the candidate's, and keep them in private storage."""
    from interviews.report_pdf import as_pdf, feedback_as_pdf

    interview = Interview.objects.select_related("job__company", "rubric").get(pk=interview_id)
    _keep(interview, "report_pdf", f"{interview.uid}.pdf", as_pdf(interview))
    feedback = feedback_of(interview)
    if feedback:
        pdf = feedback_as_pdf(interview, feedback)
        _keep(interview, "feedback_pdf", f"feedback-{interview.uid}.pdf", pdf)


def _keep(interview: Interview, name: str, file_name: str, pdf: bytes) -> None:
    file = getattr(interview, name)
    old = file.name
    file.save(file_name, ContentFile(pdf), save=False)
    Interview.objects.filter(pk=interview.pk).update(**{name: file.name})
    if old and old != file.name:
        file.storage.delete(old)
