"""EduDiagno tests and attempts."""

from __future__ import annotations
