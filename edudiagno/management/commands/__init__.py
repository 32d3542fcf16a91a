"""Commands of EduDiagno tests."""

from __future__ import annotations
