"""The parts of a profile that are no lists of entries: each a few fields of the job seeker's own row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Block:
    """A part of the profile: its key in addresses, its texts, the fields in rows as the form shows them."""

    key: str
    title: Promise | str
    why: Promise | str
    rows: tuple[tuple[str, ...], ...]
    #: How it is shown while nobody edits it: facts, text or tags.
    kind: str = "facts"

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that the job seeker fills in."""
        return tuple(name for row in self.rows for name in row)


BLOCKS: Mapping[str, Block] = {
    one.key: one
    for one in (
        Block(
            "about",
            _("About you"),
            _("Gender and date of birth are for you and for statistics: recruiters never see them."),
            (
                ("first_name", "last_name"),
                ("gender", "birth_on"),
                ("current_city", "home_city"),
                ("years_of_experience",),
            ),
        ),
        Block(
            "phone",
            _("Phone"),
            _("Recruiters see it, and whether it was verified, once you apply."),
            (("phone_country_code", "phone"),),
        ),
        Block(
            "summary",
            _("Summary"),
            _("Who you are and what you look for, in a few sentences."),
            (("summary",),),
            kind="text",
        ),
        Block(
            "skills",
            _("Key skills"),
            _("Search and job alerts compare them with the jobs."),
            (("key_skills",),),
            kind="tags",
        ),
        Block(
            "languages",
            _("Languages"),
            _("With how well, if you like: Hindi (native)."),
            (("languages",),),
            kind="tags",
        ),
        Block(
            "preferences",
            _("What you look for"),
            _("Recommended jobs and alerts follow it."),
            (("wants_jobs", "wants_internships"), ("min_months", "preferred_place")),
        ),
        Block(
            "awards",
            _("Awards"),
            _("What others honoured you for, outside of school."),
            (("awards",),),
            kind="text",
        ),
        Block(
            "sharing",
            _("What may be shared"),
            _("You can change this at any time; when you did is listed under “My data”."),
            (("shows_score",), ("wants_updates",)),
        ),
    )
}
