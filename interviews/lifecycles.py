"""How an interview may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

INTERVIEW = Lifecycle(
    "interview",
    edges(
        invited="in_progress expired revoked",
        in_progress="scoring screened_out expired revoked withdrawn",
        scoring="completed",
        revoked="invited in_progress",
        expired="invited in_progress",
    ),
    stamps={"in_progress": "started_at", "scoring": "submitted_at", "completed": "completed_at"},
)

TURN = Lifecycle(
    "turn",
    edges(
        planned="asked",
        asked="reviewing answered skipped",
        reviewing="asked answered skipped",
    ),
    stamps={"answered": "answered_at", "skipped": "answered_at"},
)
