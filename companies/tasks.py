"""Background tasks of the companies app."""

from __future__ import annotations

from companies.services import deliveries
from interviewer import background


@background.task
def deliver_webhook(delivery_id: int) -> None:
    """Make the attempt of a delivery that is due."""
    deliveries.run(delivery_id=delivery_id)
