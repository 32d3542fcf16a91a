"""What the engines may know: rows put into the language-model port's own words, masked and screened.

Names, contact data, age and graduation years are masked, and instructions to the AI are blanked, before
anything is matched or scored. Answers are masked at equal length, so that a quote's place stays true.
"""

from __future__ import annotations

from collections.abc import Iterable

from companies.models import AiInterviewedJob
from interviewer.integrations.llm.injection import blank
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.port import CandidateBrief, CompetencyBrief, JobBrief, Turn
from interviews.enums import TurnSource
from interviews.models import Competency, Interview, InterviewQuestionAndResponse, Rubric
from interviews.services.stages import plan_of


def job_brief(job: AiInterviewedJob, language: str = "en") -> JobBrief:
    """The job, as candidates see it."""
    return JobBrief(
        title=job.title,
        description=job.description,
        requirements="\n".join(part for part in (job.requirements, job.key_qualification) if part),
        skills=tuple(map(str, job.skills)),
        experience_years=(job.min_experience_years, job.max_experience_years),
        language=language,
    )


def names_of(interview: Interview) -> tuple[str, ...]:
    """The candidate's names, for masking."""
    return tuple(name for name in (interview.first_name, interview.last_name) if name)


def candidate_brief(interview: Interview) -> CandidateBrief:
    """The candidate without who they are."""
    names = names_of(interview)
    education = (
        mask_identity(blank(line), names) for line in interview.education.splitlines() if line.strip()
    )
    return CandidateBrief(
        skills=tuple(map(str, interview.skills)),
        years_of_experience=None
        if interview.years_of_experience is None
        else float(interview.years_of_experience),
        education=tuple(education),
        resume_text=mask_identity(blank(interview.resume_text), names),
    )


def competency_brief(row: Competency) -> CompetencyBrief:
    """One competency with its five anchors."""
    anchors = [*map(str, row.anchors), "", "", "", "", ""][:5]
    return CompetencyBrief(
        key=row.key,
        name=row.name,
        description=row.description,
        weight=row.weight,
        anchors=(anchors[0], anchors[1], anchors[2], anchors[3], anchors[4]),
        expected_points=tuple(map(str, row.expected_points)),
    )


def competency_briefs(rubric: Rubric | None) -> tuple[CompetencyBrief, ...]:
    """All competencies of a rubric; none without one."""
    return tuple(map(competency_brief, rubric.competencies.all())) if rubric else ()


def turn(row: InterviewQuestionAndResponse, answer: str) -> Turn:
    """One turn with the answer's text given."""
    return Turn(
        key=str(row.uid),
        question=row.question,
        answer=answer,
        competency_key=row.competency_key,
        is_followup=row.source == TurnSource.FOLLOW_UP,
        expected_points=tuple(map(str, row.expected_points)),
    )


def turns_as_said(rows: Iterable[InterviewQuestionAndResponse]) -> tuple[Turn, ...]:
    """The answers as they are in the transcript, without the warm-up, which measures nothing."""
    return tuple(turn(row, row.answer) for row in rows if row.source != TurnSource.WARM_UP)


def turns_to_score(interview: Interview, rows: Iterable[InterviewQuestionAndResponse]) -> tuple[Turn, ...]:
    """The answers as the scorer may see them: masked and without instructions, every character in its place."""
    names = names_of(interview)
    return tuple(
        turn(row, mask_identity(blank(row.answer), names, keep_length=True))
        for row in rows
        if row.source != TurnSource.WARM_UP
    )


def language_of(interview: Interview) -> str:
    """The language that the interview is held in."""
    return plan_of(interview).interview_language
