"""The text that a candidate agrees to: versioned files, never edited once used, filled in for the job."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob

VERSION = "2"
#: Texts that do not yet say that it is recorded how code is typed, and that programs are compared.
WITHOUT_TYPING = frozenset({"1"})
_FOLDER = Path(__file__).parent / "consent_texts"


@dataclass(frozen=True)
class ConsentText:
    """The text as shown, its version, and its SHA-256 so that what was agreed to can be proven."""

    version: str
    language: str
    text: str

    @property
    def sha256(self) -> str:
        """The hash of the text shown."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def opening(self) -> str:
        """The first paragraph."""
        return self.text.split("\n\n")[0]

    @property
    def points(self) -> list[str]:
        """The lines of the list."""
        return [line[2:] for line in self.text.splitlines() if line.startswith("- ")]


def consent_text(job: AiInterviewedJob, language: str = "en") -> ConsentText:
    """The present text for a job; English where a translation is missing."""
    path = _FOLDER / f"v{VERSION}.{language}.txt"
    if not path.exists():
        language, path = "en", _FOLDER / f"v{VERSION}.en.txt"
    with translation.override(language):
        video = _(" and video")
    values = {
        "company": job.company.name,
        "job": job.title,
        "email": job.company.email,
        "days": job.retention_days,
        "video": video if job.uses_camera else "",
    }
    return ConsentText(VERSION, language, path.read_text().format(**values).strip())
