"""Which jobs suit a job seeker, and why: figures and reasons from plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: What counts: a skill that both name, the title one had, the place, the years, freshness of the post is left out.
SKILL, TITLE, PLACE, REMOTE, YEARS, INTERNSHIP = 10, 12, 8, 4, 6, 6
#: Too far from what is asked for: half of what counts is lost.
FAR = 0.5
MOST_SKILLS = 5
#: Below it a job is not shown: one shared skill alone, for instance, is chance.
LEAST = 14


@dataclass(frozen=True)
class Person:
    """What is compared of a job seeker; words as companies.search.words makes them."""

    skills: dict[str, str]  # words → as written
    titles: frozenset[str]
    places: frozenset[str]
    years: float | None
    wants_internships: bool = False
    wants_jobs: bool = True


@dataclass(frozen=True)
class Offer:
    """What is compared of a job."""

    skills: Sequence[str]
    title_words: frozenset[str]
    place_key: str
    place: str
    is_remote: bool
    is_internship: bool
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Match:
    """How well a job suits, and the reasons as a person reads them."""

    score: float
    reasons: tuple[str, ...]


def match(person: Person, offer: Offer) -> Match:
    """Compare. No reason is ever given that did not count."""
    reasons: list[str] = []
    total = 0.0
    shared = [person.skills[skill] for skill in dict.fromkeys(offer.skills) if skill in person.skills]
    if shared:
        total += SKILL * min(len(shared), MOST_SKILLS)
        text = ngettext("You both name %(skills)s", "You share %(count)d skills: %(skills)s", len(shared))
        reasons.append(text % {"count": len(shared), "skills": ", ".join(shared[:MOST_SKILLS])})
    if same := sorted(person.titles & offer.title_words):
        total += TITLE
        reasons.append(_("Like what you did before: %(words)s") % {"words": ", ".join(same[:3])})
    total += _place(person, offer, reasons)
    fits = _years(person, offer)
    if fits:
        total += YEARS
        reasons.append(_("Your experience fits"))
    if offer.is_internship and person.wants_internships:
        total += INTERNSHIP
        reasons.append(_("An internship, as you wish"))
    unwanted = person.wants_jobs is False if not offer.is_internship else not person.wants_internships
    if fits is False or unwanted:
        total *= FAR
    return Match(round(total, 2), tuple(reasons))


def _place(person: Person, offer: Offer, reasons: list[str]) -> float:
    if offer.place_key and offer.place_key in person.places:
        reasons.append(_("In %(place)s") % {"place": offer.place})
        return PLACE
    if offer.is_remote:
        reasons.append(_("From anywhere"))
        return REMOTE
    return 0.0


def _years(person: Person, offer: Offer) -> bool | None:
    """None where one side says nothing; half a year either way is no matter."""
    if person.years is None or (offer.low is None and offer.high is None):
        return None
    low, high = offer.low or 0, offer.high
    return person.years >= low - 0.5 and (high is None or person.years <= high + 2)


def best(matches: Iterable[tuple[object, Match]], *, most: int) -> list[tuple[object, Match]]:
    """Those that suit, the best first; of equals the one that came first."""
    suiting = [one for one in matches if one[1].score >= LEAST]
    return sorted(suiting, key=lambda one: -one[1].score)[:most]
