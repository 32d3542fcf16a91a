"""The profile as a printed résumé in one of three designs, in any script that a name can be written in."""

from __future__ import annotations

import base64

from interviewer.web import printing
from seekers import queries
from seekers.enums import DownloadKind
from seekers.models import JobSeeker

DESIGNS = (DownloadKind.CLASSIC, DownloadKind.MODERN, DownloadKind.COMPACT)


def as_pdf(seeker: JobSeeker, *, design: str) -> bytes:
    """The résumé's bytes. The photo is printed in the modern design only, because some countries ask for none."""
    context = {
        "profile": queries.profile_of(seeker),
        "design": design,
        "photo": _photo(seeker) if design == DownloadKind.MODERN else "",
    }
    return printing.as_pdf("seekers/resume_pdf.html", context, style="resume.css")


def _photo(seeker: JobSeeker) -> str:
    """The photo as an address that holds the picture itself: nothing is fetched while printing."""
    if not seeker.photo:
        return ""
    try:
        with seeker.photo.storage.open(seeker.photo.name, "rb") as file:
            return "data:image/jpeg;base64," + base64.b64encode(file.read()).decode()
    except FileNotFoundError:
        return ""
