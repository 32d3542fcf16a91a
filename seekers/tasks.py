"""Background tasks of the seekers app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def read_profile_resume(reading_id: int) -> None:
    """Read a résumé that is to fill a profile."""
    from seekers.services import readings

    readings.read(reading_id=reading_id)


@background.task
def make_download(download_id: int) -> None:
    """Make a file that a job seeker asked for."""
    from seekers.services import downloads

    downloads.make(download_id=download_id)


@background.task
def send_alert(search_id: int) -> None:
    """Tell of the new jobs of a saved search."""
    from seekers.services import alerts

    alerts.send(search_id=search_id)
