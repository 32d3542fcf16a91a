"""How a test and an attempt may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

TEST = Lifecycle("edudiagno_test", edges(draft="published", published="closed", closed="published"))

ATTEMPT = Lifecycle(
    "edudiagno_attempt",
    edges(in_progress="scoring", scoring="completed"),
    stamps={"scoring": "submitted_at", "completed": "completed_at"},
)
