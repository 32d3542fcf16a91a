"""What others read of a job seeker: the profile as recruiters see it, whole and ready to be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from seekers import completion, periods, showing
from seekers.blocks import BLOCKS
from seekers.models import JobSeeker, ProfileReading, Proposal
from seekers.sections import SECTIONS, Section

#: Raised when a field changes its meaning; what only adds fields keeps the number.
SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Profile:
    """A profile as recruiters see it. Gender, date of birth and photo are left out: they say nothing of skill.

    `entries` has the values of every entry by the section's key (see seekers/sections.py).
    """

    schema_version: int = SCHEMA_VERSION
    name: str = ""
    email: str = ""
    phone: str = ""
    is_phone_verified: bool = False
    current_city: str = ""
    home_city: str = ""
    years_of_experience: float | None = None
    summary: str = ""
    awards: str = ""
    key_skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wants_jobs: bool = False
    wants_internships: bool = False
    min_months: int | None = None
    preferred_place: str = ""
    edudiagno_score: float | None = None
    has_resume: bool = False
    entries: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """Everything in types that JSON knows, to be kept with an application."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if name != "entries"
        } | {"entries": {key: list(rows) for key, rows in self.entries.items()}}

    @property
    def sections(self) -> tuple[showing.ShownSection, ...]:
        """The entries in words, in the language of whoever reads."""
        return showing.sections(self.entries)


def profile_of(seeker: JobSeeker) -> Profile:
    """The profile as a recruiter sees it now: one query for each section. The score only if allowed."""
    shows_score = seeker.shows_score and seeker.edudiagno_score is not None
    years = seeker.years_of_experience
    return Profile(
        name=str(seeker),
        email=seeker.user.email,
        phone=seeker.whole_phone,
        is_phone_verified=seeker.phone_verified_at is not None,
        current_city=str(seeker.current_city or ""),
        home_city=str(seeker.home_city or ""),
        years_of_experience=None if years is None else float(years),
        summary=seeker.summary,
        awards=seeker.awards,
        key_skills=tuple(seeker.key_skills),
        languages=tuple(seeker.languages),
        wants_jobs=seeker.wants_jobs,
        wants_internships=seeker.wants_internships,
        min_months=seeker.min_months,
        preferred_place=seeker.preferred_place,
        edudiagno_score=float(seeker.edudiagno_score) if shows_score else None,
        has_resume=bool(seeker.resume),
        entries=entries_of(seeker),
    )


def entries_of(seeker: JobSeeker) -> dict[str, tuple[dict[str, object], ...]]:
    """The values of every entry, by the section's key; sections without entries are left out."""
    found = {}
    for section in SECTIONS.values():
        rows = section.model.objects.for_seeker(seeker)
        if "higher_education" in section.fields:
            rows = rows.select_related("higher_education")
        if values := tuple(section.values_of(row) for row in rows):
            found[section.key] = values
    return found


def profile_from(kept: Mapping[str, object]) -> Profile:
    """A profile out of what `as_dict` gave, also of an earlier version: what is missing stays empty."""
    known = {one.name for one in fields(Profile)}
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in kept.items()
        if name in known
    }
    rows = values.pop("entries", None) or {}
    entries = {key: tuple(found) for key, found in dict(rows).items()}  # type: ignore[call-overload]
    return Profile(**values, entries=entries)  # type: ignore[arg-type]


@dataclass(frozen=True)
class OwnEntry:
    """An entry as its owner sees it."""

    uid: UUID
    shown: showing.Shown
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class OwnSection:
    """A section as its owner sees it, also while it is empty."""

    section: Section
    entries: tuple[OwnEntry, ...]
    warnings: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether nothing can be added."""
        return len(self.entries) >= self.section.most


def own_sections(seeker: JobSeeker) -> tuple[OwnSection, ...]:
    """Every section for its owner: one query for each."""
    found = []
    for section in SECTIONS.values():
        rows = section.model.objects.for_seeker(seeker)
        if "higher_education" in section.fields:
            rows = rows.select_related("higher_education")
        kept = [(row.uid, section.values_of(row)) for row in rows]
        entries = tuple(
            OwnEntry(uid, showing.entry(section, values), place == 0, place == len(kept) - 1)
            for place, (uid, values) in enumerate(kept)
        )
        warnings = overlaps([values for _uid, values in kept]) if section.key == "employment" else ()
        found.append(OwnSection(section, entries, warnings))
    return tuple(found)


def overlaps(jobs: list[dict[str, object]]) -> tuple[str, ...]:
    """What recruiters would ask about jobs that ran beside each other."""
    pairs = periods.overlapping(
        [(f"{job['title']}, {job['organisation']}", periods.span_of(job)) for job in jobs],
        today=timezone.localdate(),
    )
    return tuple(
        _("“%(one)s” and “%(other)s” overlap by %(n)d months. If that is right, leave it.")
        % {"one": one, "other": other, "n": months}
        for one, other, months in pairs
    )


def completion_of(seeker: JobSeeker, filled_sections: frozenset[str]) -> completion.Completion:
    """How complete a profile is; `filled_sections` are the keys of the sections that have entries."""
    has = {
        "skills": len(seeker.key_skills) >= completion.FEWEST_SKILLS,
        "summary": bool(seeker.summary.strip()),
        "resume": bool(seeker.resume),
        "phone": seeker.phone_verified_at is not None,
        "city": seeker.current_city_id is not None,
        "years": seeker.years_of_experience is not None,
        "languages": bool(seeker.languages),
        "photo": bool(seeker.photo),
    }
    for part in completion.PARTS:
        if part.key not in has:
            has[part.key] = bool(filled_sections & set(part.places))
    return completion.of(frozenset(key for key, is_filled in has.items() if is_filled))


def filled_sections(seeker: JobSeeker) -> frozenset[str]:
    """The keys of the sections that have entries."""
    return frozenset(key for key, one in SECTIONS.items() if one.model.objects.for_seeker(seeker).exists())


@dataclass(frozen=True)
class ShownProposal:
    """A proposal in words: an entry, or fields with their values."""

    uid: UUID
    status: str
    status_label: str
    title: str
    entry: showing.Shown | None
    facts: tuple[tuple[str, str], ...]


def proposals_of(reading: ProfileReading) -> tuple[ShownProposal, ...]:
    """Everything that a file proposes, in one query."""
    return tuple(_shown_proposal(row) for row in reading.proposals.all())


def _shown_proposal(row: Proposal) -> ShownProposal:
    status = (row.status, row.get_status_display())
    if row.target in SECTIONS:
        section = SECTIONS[row.target]
        return ShownProposal(row.uid, *status, str(section.title), showing.entry(section, row.values), ())
    facts = tuple(
        (
            str(JobSeeker._meta.get_field(name).verbose_name),
            ", ".join(map(str, value)) if isinstance(value, list) else str(value),
        )
        for name, value in row.values.items()
    )
    return ShownProposal(row.uid, *status, str(BLOCKS[row.target].title), None, facts)
