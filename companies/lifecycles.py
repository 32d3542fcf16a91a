"""How an AI-interviewed job may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

#: A job that was published once never becomes a draft again: candidates know of it.
JOB = Lifecycle(
    "job",
    edges(draft="active", active="closed", closed="active"),
    stamps={"active": "published_at", "closed": "closed_at"},
)
