"""How a submission may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

SUBMISSION = Lifecycle(
    "submission",
    edges(queued="judging failed", judging="done failed queued"),
    stamps={"judging": "claimed_at", "done": "judged_at", "failed": "judged_at"},
)
