"""What the interviewer says at a moment of the conversation beside the questions."""

from __future__ import annotations

from interviews import spoken
from interviews.models import Interview
from interviews.services import stages
from interviews.services.moments import Kind, Moment


def words(interview: Interview, moment: Moment) -> dict[str, object]:
    """The greeting, an apology, or the candidate's turn to ask with what was asked before; nothing otherwise."""
    language = stages.plan_of(interview).interview_language
    if moment.kind == Kind.GREETING:
        return {"greeting": _greeting(interview, moment, language)}
    if moment.kind == Kind.STUCK:
        return {"apology": spoken.apology(language=language)}
    if moment.kind != Kind.ASKING:
        return {}
    asked = list(interview.candidate_questions.all())
    unknown = spoken.not_in_the_text(language=language)
    exchange = [{"question": one.question, "answer": one.answer or unknown} for one in asked]
    return {"exchange": exchange, "invitation": spoken.invitation_to_ask(language=language)}


def _greeting(interview: Interview, moment: Moment, language: str) -> str:
    return spoken.greeting(
        language=language,
        first_name=interview.first_name,
        job_title=interview.job.title,
        company_name=interview.job.company.name,
        questions=moment.total,
    )
