"""The interviews app's tables."""

from __future__ import annotations

from interviews.models.candidate_lists import BulkAction, ListPreference, SavedView
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
from interviews.models.letters import CandidateMail, DecisionLetter
from interviews.models.recordings import Recording, RecordingChunk
from interviews.models.review import (
    InterviewTag,
    Note,
    ReviewAssignment,
    Scorecard,
    ScorecardLevel,
    Tag,
)
from interviews.models.rubrics import Competency, Rubric, RubricDraft

__all__ = [
    "BulkAction",
    "CandidateMail",
    "CandidateQuestion",
    "Competency",
    "CompetencyScore",
    "Consent",
    "CoreQuestions",
    "DecisionLetter",
    "Evaluation",
    "EvidenceQuote",
    "Interview",
    "InterviewQuestion",
    "InterviewQuestionAndResponse",
    "InterviewQuestionResponse",
    "InterviewTag",
    "Invitation",
    "InvitationBatch",
    "InvitationReminder",
    "InvitationRow",
    "ListPreference",
    "Note",
    "Recording",
    "RecordingChunk",
    "ReviewAssignment",
    "Rubric",
    "RubricDraft",
    "SavedView",
    "Scorecard",
    "ScorecardLevel",
    "SharedReport",
    "SourceLink",
    "StageAttempt",
    "Tag",
]
