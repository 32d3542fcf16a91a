"""What others read of a job seeker: the profile as recruiters see it, whole and ready to be kept as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields

from django.utils.translation import gettext as _

from seekers.models import JobSeeker
from seekers.models.experience import DatedSection


@dataclass(frozen=True)
class Shown:
    """One entry in words."""

    main: str
    sub: str = ""
    period: str = ""
    text: str = ""
    skills: tuple[str, ...] = ()
    url: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ShownSection:
    """A section with its entries in words."""

    key: str
    title: str
    entries: tuple[Shown, ...]


@dataclass(frozen=True)
class Profile:
    """A profile as recruiters see it. Gender, date of birth and photo are left out: they say nothing of skill."""

    name: str = ""
    email: str = ""
    phone: str = ""
    current_city: str = ""
    years_of_experience: float | None = None
    summary: str = ""
    awards: str = ""
    key_skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    entries: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """Everything in types that JSON knows, to be kept with an application."""
        values = {
            name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()
        }
        return values | {"entries": {key: list(rows) for key, rows in self.entries.items()}}

    @property
    def sections(self) -> tuple[ShownSection, ...]:
        """The sections that have entries, in the order of the profile."""
        titles = {
            "employment": _("Employment"),
            "internships": _("Internships"),
            "education": _("Education"),
            "projects": _("Projects"),
            "certifications": _("Certifications"),
            "exams": _("Competitive exams"),
            "achievements": _("Achievements"),
            "clubs": _("Clubs and committees"),
        }
        return tuple(
            ShownSection(key, title, tuple(_shown(row) for row in self.entries[key]))
            for key, title in titles.items()
            if self.entries.get(key)
        )


def profile_of(seeker: JobSeeker) -> Profile:
    """The profile as a recruiter sees it now: one query for each section."""
    years = seeker.years_of_experience
    entries = {
        "employment": [_dated(row) for row in seeker.employmentdetails.all()],
        "internships": [_dated(row) for row in seeker.internships.all()],
        "education": list(_education(seeker)),
        "projects": [_dated(row) for row in seeker.projects.all()],
        "certifications": [
            _entry(str(row), sub=row.provider, url=row.url) for row in seeker.certifications.all()
        ],
        "exams": [_entry(row.label, sub=row.score) for row in seeker.competitiveexams.all()],
        "achievements": [
            _entry(row.qualification, text=row.achievements) for row in seeker.academicachievements.all()
        ],
        "clubs": [_dated(row) for row in seeker.clubandcommittees.all()],
    }
    return Profile(
        name=str(seeker),
        email=seeker.user.email,
        phone=f"{seeker.phone_country_code}{seeker.phone}" if seeker.phone else "",
        current_city=str(seeker.current_city or ""),
        years_of_experience=None if years is None else float(years),
        summary=seeker.summary,
        awards=seeker.awards,
        key_skills=tuple(seeker.key_skills),
        languages=tuple(seeker.languages),
        entries={key: tuple(rows) for key, rows in entries.items() if rows},
    )


def profile_from(kept: Mapping[str, object]) -> Profile:
    """A profile out of what `as_dict` gave, also of an earlier version: what is missing stays empty."""
    known = {one.name for one in fields(Profile)} - {"entries"}
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in kept.items()
        if name in known
    }
    rows: Mapping[str, list] = kept.get("entries") or {}  # type: ignore[assignment]
    return Profile(**values, entries={key: tuple(found) for key, found in rows.items()})  # type: ignore[arg-type]


def _shown(row: Mapping[str, object]) -> Shown:
    names = ("main", "sub", "period", "text", "url")
    texts = {name: str(row.get(name) or "") for name in names}
    return Shown(**texts, skills=tuple(row.get("skills") or ()))  # type: ignore[arg-type]


def _entry(main: str, *, skills: Iterable[str] = (), **texts: str) -> dict[str, object]:
    return {"main": main, "skills": list(skills), **texts}


def _dated(row: DatedSection) -> dict[str, object]:
    start, end = _month(row.start_month, row.start_year), _month(row.end_month, row.end_year)
    end = _("now") if row.is_current else end
    return _entry(
        row.title,
        sub=getattr(row, "organisation", ""),
        period=f"{start} – {end}" if end else start,
        text=row.description,
        url=row.url,
        skills=row.skills,
    )


def _month(month: int | None, year: int | None) -> str:
    return f"{month:02}/{year}" if month and year else str(year or "")


def _education(seeker: JobSeeker) -> Iterable[dict[str, object]]:
    for row in seeker.highereducations.all():
        grade = f"{row.grade} ({row.get_grading_system_display()})" if row.grade is not None else ""
        sub = ", ".join(part for part in (row.college, row.specialization, grade) if part)
        period = f"{row.start_year} – {row.end_year or _('now')}"
        yield _entry(f"{row.qualification}: {row.course}", sub=sub, period=period)
    for name, label in (("hsc_education", _("Class 12")), ("ssc_education", _("Class 10"))):
        row = getattr(seeker, name, None)
        if row:
            grade = f"{row.percentage} %" if row.percentage is not None else ""
            sub = ", ".join(part for part in (row.board, row.medium, grade) if part)
            yield _entry(label, sub=sub, period=str(row.year))
