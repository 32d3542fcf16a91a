"""Source tags: short words in links and lists that say where a candidate found the job, such as careers-page."""

from __future__ import annotations

import re

FIELD = "source_tag"
_TAG = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def clean_tag(text: str) -> str:
    """A tag as it is kept: lower case, hyphens for spaces and dots; empty when the text is none.

    Whoever follows a link must not be stopped by what stands in it, so nothing is raised.
    """
    words = re.sub(r"[\s.]+", "-", text.strip().casefold())
    return words if _TAG.fullmatch(words) else ""
