"""The assessments app's tables."""

from __future__ import annotations

from assessments.models.coding import (
    CodeDraft,
    DSAImage,
    DSAPoolImage,
    DSAPoolQuestion,
    DSAPoolReferenceSolution,
    DSAPoolTestCase,
    DSAQuestion,
    DSAReferenceSolution,
    DSAResponse,
    DSATestCase,
    DSATestCaseResponse,
)
from assessments.models.history import CodeSnapshot, TypingRecord
from assessments.models.pairs import CodePair
from assessments.models.quiz import QuizOption, QuizQuestion, QuizResponse
from assessments.models.submissions import Submission, SubmissionCase

__all__ = [
    "CodeDraft",
    "CodePair",
    "CodeSnapshot",
    "DSAImage",
    "DSAPoolImage",
    "DSAPoolQuestion",
    "DSAPoolReferenceSolution",
    "DSAPoolTestCase",
    "DSAQuestion",
    "DSAReferenceSolution",
    "DSAResponse",
    "DSATestCase",
    "DSATestCaseResponse",
    "QuizOption",
    "QuizQuestion",
    "QuizResponse",
    "Submission",
    "SubmissionCase",
    "TypingRecord",
]
