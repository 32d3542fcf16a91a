"""The EduDiagno tables."""

from __future__ import annotations

from edudiagno.models.attempts import EduDiagnoAttempt
from edudiagno.models.tests import (
    EduDiagnoDSAQuestion,
    EduDiagnoDSATestCase,
    EduDiagnoMCQQuestion,
    EduDiagnoTest,
    EduDiagnoVideoQuestion,
)

__all__ = [
    "EduDiagnoAttempt",
    "EduDiagnoDSAQuestion",
    "EduDiagnoDSATestCase",
    "EduDiagnoMCQQuestion",
    "EduDiagnoTest",
    "EduDiagnoVideoQuestion",
]
