"""The EduDiagno tables."""

from __future__ import annotations

from edudiagno.models.answers import (
    EduDiagnoCodeDraft,
    EduDiagnoCodePair,
    EduDiagnoCodeSnapshot,
    EduDiagnoDSAResponse,
    EduDiagnoMCQResponse,
    EduDiagnoSubmission,
    EduDiagnoSubmissionCase,
    EduDiagnoVideoResponse,
)
from edudiagno.models.attempts import EduDiagnoAccommodation, EduDiagnoAttempt
from edudiagno.models.certificates import EduDiagnoCertificate
from edudiagno.models.tests import (
    EduDiagnoDraw,
    EduDiagnoDSAImage,
    EduDiagnoDSAQuestion,
    EduDiagnoDSATestCase,
    EduDiagnoMCQQuestion,
    EduDiagnoReferenceSolution,
    EduDiagnoTest,
    EduDiagnoVideoQuestion,
)

__all__ = [
    "EduDiagnoAccommodation",
    "EduDiagnoAttempt",
    "EduDiagnoCertificate",
    "EduDiagnoCodeDraft",
    "EduDiagnoCodePair",
    "EduDiagnoCodeSnapshot",
    "EduDiagnoDSAImage",
    "EduDiagnoDSAQuestion",
    "EduDiagnoDSAResponse",
    "EduDiagnoDSATestCase",
    "EduDiagnoDraw",
    "EduDiagnoMCQQuestion",
    "EduDiagnoMCQResponse",
    "EduDiagnoReferenceSolution",
    "EduDiagnoSubmission",
    "EduDiagnoSubmissionCase",
    "EduDiagnoTest",
    "EduDiagnoVideoQuestion",
    "EduDiagnoVideoResponse",
]
