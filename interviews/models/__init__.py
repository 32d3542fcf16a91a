"""The interviews app's tables."""

from __future__ import annotations

from interviews.models.conversation import (
    CandidateQuestion,
    CoreQuestions,
    InterviewQuestion,
    InterviewQuestionAndResponse,
    InterviewQuestionResponse,
)
from interviews.models.evaluations import CompetencyScore, Evaluation, EvidenceQuote, SharedReport
from interviews.models.interviews import Consent, Interview, Invitation, StageAttempt
from interviews.models.inviting import InvitationBatch, InvitationReminder, InvitationRow, SourceLink
from interviews.models.recordings import Recording, RecordingChunk
from interviews.models.rubrics import Competency, Rubric, RubricDraft

__all__ = [
    "CandidateQuestion",
    "Competency",
    "CompetencyScore",
    "Consent",
    "CoreQuestions",
    "Evaluation",
    "EvidenceQuote",
    "Interview",
    "InterviewQuestion",
    "InterviewQuestionAndResponse",
    "InterviewQuestionResponse",
    "Invitation",
    "InvitationBatch",
    "InvitationReminder",
    "InvitationRow",
    "Recording",
    "RecordingChunk",
    "Rubric",
    "RubricDraft",
    "SharedReport",
    "SourceLink",
    "StageAttempt",
]
