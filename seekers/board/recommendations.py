"""Jobs that suit a job seeker: their profile and the newest jobs with a word in common, compared by seekers.recommending."""

from __future__ import annotations

from collections.abc import Iterable

from companies.enums import EmploymentType, WorkMode
from companies.models import JobPosting
from companies.search import finding
from companies.search.words import key, searched, words
from seekers import recommending
from seekers.models import EmploymentDetail, Internship, JobSeeker
from seekers.recommending import Match, Offer, Person

MOST = 6
#: How many jobs with something in common are compared.
AMONG = 200
#: Words of a title that say how high, not what.
_RANK_WORDS = frozenset("senior junior lead trainee assistant head chief intern associate manager".split())


def person_of(seeker: JobSeeker) -> Person:
    """What counts of a profile."""
    rows = [
        (row.title, row.skills or [])
        for model in (EmploymentDetail, Internship)
        for row in model.objects.for_seeker(seeker)
    ]
    skills = [*(seeker.key_skills or []), *(skill for _title, own in rows for skill in own)]
    places = [seeker.preferred_place, seeker.current_city.name if seeker.current_city else ""]
    return Person(
        skills=_by_words(skills),
        titles=frozenset(word for title, _skills in rows for word in words(title)) - _RANK_WORDS,
        places=frozenset(key(part) for place in places for part in place.split(",") if part.strip()),
        years=float(seeker.years_of_experience) if seeker.years_of_experience is not None else None,
        wants_internships=seeker.wants_internships,
        wants_jobs=seeker.wants_jobs,
    )


def _by_words(skills: Iterable[object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for skill in skills:
        found.setdefault(key(str(skill)), str(skill))
    found.pop("", None)
    return found


def offer_of(posting: JobPosting) -> Offer:
    """What counts of a job."""
    return Offer(
        skills=[key(skill) for skill in posting.skills],
        title_words=frozenset(posting.title_words.split()) - _RANK_WORDS,
        place_key=posting.place_key,
        place=posting.place,
        is_remote=posting.work_mode == WorkMode.REMOTE,
        is_internship=posting.employment_type == EmploymentType.INTERNSHIP,
        low=posting.min_experience_years,
        high=posting.max_experience_years,
    )


def for_seeker(seeker: JobSeeker, *, most: int = MOST) -> list[tuple[JobPosting, Match]]:
    """The jobs that suit best, each with its reasons; none for a profile that says nothing."""
    person = person_of(seeker)
    asked = searched(" ".join([*person.skills.values(), *sorted(person.titles)]))
    postings = finding.with_any(asked[:40], most=AMONG)
    return recommending.best(
        ((row, recommending.match(person, offer_of(row))) for row in postings), most=most
    )
