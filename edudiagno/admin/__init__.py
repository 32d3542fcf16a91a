"""EduDiagno tests in the admin: where staff write them, and look at what came of them."""

from __future__ import annotations

from edudiagno.admin import facts, questions, tests  # noqa: F401
