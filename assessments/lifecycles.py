"""How a submission may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

SUBMISSION = Lifecycle(
    "submission",
    edges(queued="judging failed cancelled", judging="done failed queued cancelled"),
    stamps={"judging": "claimed_at", "done": "judged_at", "failed": "judged_at", "cancelled": "judged_at"},
)
