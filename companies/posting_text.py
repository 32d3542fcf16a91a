"""From a job to its row on the board: its yearly pay, its bands, its words. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from companies.enums import EmploymentType
from companies.listing import when_posted
from companies.models import AiInterviewedJob, Job
from companies.models.postings import JobPosting
from companies.search import bands
from companies.search.wanted import as_vector, token
from companies.search.words import key, words

MONTHS = 12
#: What people write for a place where there is none.
_NOWHERE = frozenset({"remote", "anywhere", "work_from_home", "wfh"})


def posting_of(listing: Job | AiInterviewedJob) -> JobPosting:
    """The row, not stored."""
    is_classic = isinstance(listing, Job)
    row = JobPosting(
        uid=listing.uid,
        job=listing if is_classic else None,
        ai_job=None if is_classic else listing,
        company=listing.company,
        company_name=listing.company.name,
        title=listing.title,
        place=_place(listing),
        work_mode=listing.work_mode,
        employment_type=_type(listing),
        skills=[str(skill) for skill in listing.skills or []],
        min_experience_years=listing.min_experience_years,
        max_experience_years=listing.max_experience_years,
        currency=listing.currency,
        featured=listing.featured,
        posted_at=when_posted(listing),
    )
    row.experience_bands = " ".join(bands.of_experience(row.min_experience_years, row.max_experience_years))
    row.place_key = key(row.place)[:150]
    _state_pay(row, listing)
    _index(row, extra=[listing.role if is_classic else listing.department, getattr(listing, "locality", "")])
    return row


def _place(listing: Job | AiInterviewedJob) -> str:
    """The town, without the state after its comma, so that one town is one place."""
    written = listing.location if isinstance(listing, Job) else listing.city
    town = written.split(",")[0].strip()
    return "" if key(town) in _NOWHERE else town


def _type(listing: Job | AiInterviewedJob) -> str:
    # A classic job does not say what kind of contract it is.
    found = getattr(listing, "employment_type", "")
    return found if found in EmploymentType.values else ""


def _state_pay(row: JobPosting, listing: Job | AiInterviewedJob) -> None:
    if not listing.show_salary:
        return
    times = MONTHS if isinstance(listing, Job) else 1
    row.min_salary = listing.min_salary * times if listing.min_salary else None
    row.max_salary = listing.max_salary * times if listing.max_salary else None
    row.pay_bands = " ".join(bands.of_pay(row.currency, row.min_salary, row.max_salary))
    if row.currency == bands.HOME_CURRENCY:
        row.pay_order = row.max_salary or row.min_salary or -1


def _index(row: JobPosting, extra: Sequence[str]) -> None:
    """A role or department counts like a skill: it says what the work is, and is no title."""
    fields = [
        words(row.title),
        words(" ".join([*row.skills, extra[0]])),
        words(row.company_name),
        words(f"{row.place} {extra[1]}"),
    ]
    row.title_words, row.skill_words, row.company_words, row.place_words = map(" ".join, fields)
    row.search = as_vector(fields, facet_tokens(row))


def facet_tokens(row: JobPosting) -> list[str]:
    """What the row is found by when somebody filters."""
    values = {
        "mode": [row.work_mode],
        "type": [row.employment_type],
        "experience": row.experience_bands.split(),
        "pay": row.pay_bands.split(),
        "place": [row.place_key],
        "company": [row.company.uid.hex],
    }
    return [token(facet, value) for facet, found in values.items() for value in found if value]
