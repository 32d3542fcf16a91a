"""How an AI-interviewed job and an application may move."""

from __future__ import annotations

from interviewer.db.lifecycle import Lifecycle, edges

#: A job that was published once never becomes a draft again: candidates know of it.
JOB = Lifecycle(
    "job",
    edges(draft="active", active="closed", closed="active"),
    stamps={"active": "published_at", "closed": "closed_at"},
)

#: A decision can be taken back to the shortlist; who withdrew may apply once more, and only they.
APPLICATION = Lifecycle(
    "application",
    edges(
        applied="shortlisted rejected withdrawn",
        shortlisted="accepted rejected withdrawn",
        accepted="shortlisted withdrawn",
        rejected="shortlisted",
        withdrawn="applied",
    ),
)
