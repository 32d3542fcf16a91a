"""Background tasks of the seekers app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def send_alert(search_id: int) -> None:
    """Tell of the new jobs of a saved search."""
    from seekers.services import alerts

    alerts.send(search_id=search_id)
