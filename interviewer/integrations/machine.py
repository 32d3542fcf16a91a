"""What the system's own packages bring, and which one to install when a part is missing."""

from __future__ import annotations

import ctypes
import shutil

#: The libraries that WeasyPrint opens, and the Debian packages that hold them.
PDF_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


def missing_for_pdf() -> list[str]:
    """The packages without which no PDF can be made; importing WeasyPrint to find out would take a second."""
    missing = []
    for library, package in PDF_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def missing_for_recordings() -> list[str]:
    """The packages without which recordings play and do not seek."""
    return [] if shutil.which("ffmpeg") and shutil.which("ffprobe") else ["ffmpeg"]


def remedy(packages: list[str]) -> str:
    """The line that mends it."""
    return f"apt-get install {' '.join(packages)}"
