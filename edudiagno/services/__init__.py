"""Everything that changes something about EduDiagno tests."""

from __future__ import annotations
