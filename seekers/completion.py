"""How complete a profile is, from plain facts: documented weights, what is missing, and why it helps."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Part:
    """One thing that a profile should have. The weights of all parts add up to 100 (percent)."""

    key: str
    weight: int
    label: Promise | str
    why: Promise | str
    #: Where it is filled in: the keys of blocks or sections, of which one is enough.
    places: tuple[str, ...]


#: Weighted by what recruiters look for first; being young or without a job costs nobody a part, because
#: an internship or a project counts like employment and school like a degree.
PARTS: tuple[Part, ...] = (
    Part(
        "experience",
        20,
        _("Employment, an internship or a project"),
        _("Recruiters read first what you did."),
        ("employment", "internships", "projects"),
    ),
    Part(
        "education",
        15,
        _("Your education"),
        _("Many jobs ask for a degree or a school-leaving certificate."),
        ("education", "hsc", "ssc"),
    ),
    Part(
        "skills",
        15,
        _("At least five skills"),
        _("Search and job alerts compare them with the jobs."),
        ("skills",),
    ),
    Part("summary", 10, _("A summary"), _("Three sentences say what a list can't."), ("summary",)),
    Part(
        "resume",
        10,
        _("Your résumé as a file"),
        _("It goes along when you apply with one click."),
        ("resume",),
    ),
    Part(
        "phone",
        5,
        _("A verified phone number"),
        _("Recruiters can reach you on the day it matters."),
        ("phone",),
    ),
    Part("city", 5, _("Your city"), _("Jobs near you are found first."), ("about",)),
    Part(
        "years",
        5,
        _("Years of experience"),
        _("Jobs name a range, and you are compared with it."),
        ("about",),
    ),
    Part("languages", 5, _("Languages"), _("Some teams and customers speak yours."), ("languages",)),
    Part(
        "extras",
        5,
        _("A certificate, an exam, a club or an achievement"),
        _("It sets you apart from profiles like yours."),
        ("certifications", "exams", "clubs", "achievements"),
    ),
    Part(
        "photo",
        5,
        _("A photo"),
        _("It helps you to recognise your pages; recruiters never see it."),
        ("photo",),
    ),
)
FEWEST_SKILLS = 5


@dataclass(frozen=True)
class Completion:
    """How much is there, in whole percent, and what is missing, the weightiest first."""

    percent: int
    missing: tuple[Part, ...]


def of(filled: frozenset[str]) -> Completion:
    """The completion of a profile of which the parts with these keys are filled."""
    missing = sorted((part for part in PARTS if part.key not in filled), key=lambda part: -part.weight)
    return Completion(sum(part.weight for part in PARTS if part.key in filled), tuple(missing))
