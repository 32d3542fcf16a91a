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
from assessments.models.quiz import QuizOption, QuizQuestion, QuizResponse
from assessments.models.submissions import Submission, SubmissionCase

__all__ = [
    "CodeDraft",
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
]
