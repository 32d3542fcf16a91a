"""What the language model is told of a job, a candidate and a rubric; who the candidate is, is masked."""

from __future__ import annotations

from interviewer.integrations.llm import injection
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.port import CandidateBrief, CompetencyBrief, JobBrief, Turn
from interviews.models import Competency, Interview, InterviewQuestionAndResponse
from interviews.services import stages


def job(interview: Interview) -> JobBrief:
    """The job as the engine may know it."""
    row = interview.job
    return JobBrief(
        title=row.title,
        description=row.description,
        requirements=row.requirements,
        skills=tuple(row.skills),
        language=stages.plan_of(interview).interview_language,
    )


def candidate(interview: Interview) -> CandidateBrief:
    """The candidate without name, contact, age or gender, and without what speaks to the AI."""
    names = (interview.first_name, interview.last_name)
    years = interview.years_of_experience
    return CandidateBrief(
        skills=tuple(interview.skills),
        years_of_experience=None if years is None else float(years),
        education=tuple(line.strip() for line in interview.education.splitlines() if line.strip()),
        resume_text=mask_identity(injection.screen(interview.resume_text).cleaned, names),
    )


def competencies(interview: Interview) -> tuple[CompetencyBrief, ...]:
    """The rubric's competencies, in order."""
    if interview.rubric is None:
        return ()
    return tuple(competency(row) for row in interview.rubric.competencies.all())


def competency(row: Competency) -> CompetencyBrief:
    """One competency; missing anchors are empty texts."""
    anchors = [str(anchor) for anchor in row.anchors][:5]
    return CompetencyBrief(
        key=row.key,
        name=row.name,
        description=row.description,
        weight=row.weight,
        anchors=tuple(anchors + [""] * (5 - len(anchors))),  # type: ignore[arg-type]
        expected_points=tuple(str(point) for point in row.expected_points),
    )


def turn(row: InterviewQuestionAndResponse) -> Turn:
    """A question and its answer, masked and without what speaks to the AI."""
    names = (row.interview.first_name, row.interview.last_name)
    return Turn(
        key=str(row.uid),
        question=row.question,
        answer=mask_identity(injection.screen(row.answer).cleaned, names),
        competency_key=row.competency_key,
        is_followup=row.parent_id is not None,
    )
