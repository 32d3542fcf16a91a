"""Background tasks of the companies app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def draft_job_text(draft_id: int) -> None:
    """Draft a text of a classic job."""
    from companies.services import job_drafts

    job_drafts.run(draft_id=draft_id)


@background.task
def deliver_webhook(delivery_id: int) -> None:
    """Make the attempt of a delivery that is due."""
    from companies.services import deliveries

    deliveries.run(delivery_id=delivery_id)
