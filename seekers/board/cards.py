"""A job as a list shows it, and its facts in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from companies.enums import EmploymentType, WorkMode
from companies.models import JobPosting
from companies.search import bands

MOST_SKILLS = 6


@dataclass(frozen=True)
class Card:
    """A job in a list."""

    uid: str
    title: str
    href: str
    company: str
    company_uid: str
    is_verified: bool
    facts: tuple[tuple[str, str], ...]
    skills: list[str]
    posted_at: datetime
    is_ai: bool
    featured: bool
    is_saved: bool = False
    reasons: tuple[str, ...] = ()
    is_open: bool = True


def cards(
    postings: Iterable[JobPosting],
    saved: Collection[object] = (),
    reasons: dict[int, tuple[str, ...]] | None = None,
) -> list[Card]:
    """Cards of postings; `saved` holds the ids of jobs that were kept."""
    return [card(row, row.uid in saved, (reasons or {}).get(row.pk, ())) for row in postings]


def card(posting: JobPosting, is_saved: bool = False, reasons: tuple[str, ...] = ()) -> Card:
    """A posting's card."""
    return Card(
        uid=str(posting.uid),
        title=posting.title,
        href=path_of(posting),
        company=posting.company.name,
        company_uid=str(posting.company.uid),
        is_verified=posting.company.is_verified,
        facts=tuple(facts(posting)),
        skills=posting.skills[:MOST_SKILLS],
        posted_at=posting.posted_at,
        is_ai=posting.ai_job_id is not None,
        featured=posting.featured,
        is_saved=is_saved,
        reasons=reasons,
    )


def path_of(posting: JobPosting) -> str:
    """The address of a job's page."""
    return reverse("seekers:job", kwargs={"slug": posting.slug, "posting": posting.uid})


def facts(posting: JobPosting) -> Iterable[tuple[str, str]]:
    """Icon and words: place, kind of contract, experience, pay."""
    mode = str(WorkMode(posting.work_mode).label).capitalize()
    yield "map-pin", f"{posting.place} · {mode}" if posting.place else mode
    if posting.employment_type:
        yield "briefcase", str(EmploymentType(posting.employment_type).label).capitalize()
    if years := experience(posting.min_experience_years, posting.max_experience_years):
        yield "clock", years
    if pay := salary(posting):
        yield "credit-card", pay


def experience(low: int | None, high: int | None) -> str:
    """A range of years in words; empty when nothing is asked for."""
    if low is None and high is None:
        return ""
    if not high:
        return (
            ngettext("%(n)d year and more", "%(n)d years and more", low) % {"n": low}
            if low
            else _("For beginners")
        )
    if low == high:
        return ngettext("%(n)d year", "%(n)d years", high) % {"n": high}
    return _("%(low)d–%(high)d years") % {"low": low or 0, "high": high}


def salary(posting: JobPosting) -> str:
    """The yearly pay in words; empty where it is not stated."""
    low, high = posting.min_salary, posting.max_salary
    if low is None and high is None:
        return ""
    if low is not None and low == high:
        text = bands.short_amount(posting.currency, low)
    else:
        text = bands.money_range(posting.currency, low or 0, high)
    return _("%(amount)s a year") % {"amount": text}
