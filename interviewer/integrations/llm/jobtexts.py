"""The offline draft of a job's text: the keywords put into plain sentences, for a person to edit."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from interviewer.integrations.llm.port import JobBrief

DESCRIPTION, BENEFITS = "description", "benefits"


def text_offline(job: JobBrief, part: str, keywords: Sequence[str]) -> str:
    """A description or benefits made of the keywords; nothing is claimed that was not typed."""
    points = [_sentence(word) for word in keywords if word.strip()]
    with override(job.language):
        if part == BENEFITS:
            return "\n".join([_("What we offer:"), *(f"- {point}" for point in points)])
        lines = [_("We are looking for somebody as %(title)s.") % {"title": job.title}, ""]
        lines += [_("What you will do:"), *(f"- {point}" for point in points)]
        if job.skills:
            lines += ["", _("What you bring along:"), *(f"- {skill}" for skill in job.skills)]
        low, high = job.experience_years
        if low:
            years = f"{low}–{high}" if high and high != low else str(low)
            lines.append("- " + _("%(years)s years of experience") % {"years": years})
        return "\n".join(lines)


def _sentence(word: str) -> str:
    text = " ".join(word.split())
    return text[:1].upper() + text[1:]
