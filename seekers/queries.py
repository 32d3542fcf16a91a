"""A job seeker's profile as plain values: what an application keeps and what is shown of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from seekers.models import JobSeeker
from seekers.models.experience import DatedSection


def profile_of(seeker: JobSeeker) -> dict[str, object]:
    """The profile as JSON: who, what they can, and a list of sections with entries (title, when, facts, text).

    Nothing that an employer has no business to know: no date of birth, no gender, no photo.
    """
    years = seeker.years_of_experience
    return {
        "name": str(seeker),
        "first_name": seeker.first_name,
        "last_name": seeker.last_name,
        "email": seeker.user.email,
        "phone": seeker.phone,
        "city": seeker.current_city.name if seeker.current_city else "",
        "years_of_experience": float(years) if isinstance(years, Decimal) else years,
        "skills": list(seeker.key_skills),
        "languages": list(seeker.languages),
        "summary": seeker.summary,
        "awards": seeker.awards,
        "sections": [section for section in _sections(seeker) if section["entries"]],
    }


def _sections(seeker: JobSeeker) -> Iterable[dict[str, object]]:
    dated = {
        _("Employment"): seeker.employmentdetails.all(),
        _("Internships"): seeker.internships.all(),
        _("Projects"): seeker.projects.all(),
        _("Clubs and committees"): seeker.clubandcommittees.all(),
    }
    jobs, internships, projects, clubs = (
        {"title": title, "entries": [_dated(row) for row in rows]} for title, rows in dated.items()
    )
    return [jobs, internships, _education(seeker), projects, *_proofs(seeker), clubs]


def _dated(row: DatedSection) -> dict[str, object]:
    end = _("now") if row.is_current else _month(row.end_month, row.end_year)
    return _entry(
        str(row),
        f"{_month(row.start_month, row.start_year)} – {end}"
        if end
        else _month(row.start_month, row.start_year),
        facts=[", ".join(map(str, row.skills)), row.url],
        text=row.description,
    )


def _month(month: int | None, year: int | None) -> str:
    return f"{month:02}/{year}" if month and year else str(year or "")


def _entry(
    title: str, when: object = "", *, facts: Iterable[object] = (), text: str = ""
) -> dict[str, object]:
    return {"title": title, "when": str(when or ""), "facts": [str(f) for f in facts if f], "text": text}


def _education(seeker: JobSeeker) -> dict[str, object]:
    entries = []
    for row in seeker.highereducations.all():
        grade = f"{row.grade} ({row.get_grading_system_display()})" if row.grade is not None else ""
        when = f"{row.start_year} – {row.end_year or _('now')}"
        entries.append(_entry(f"{row.qualification}: {row}", when, facts=[row.specialization, grade]))
    for name, label in (("hsc_education", _("Class 12")), ("ssc_education", _("Class 10"))):
        row = getattr(seeker, name, None)
        if row:
            grade = f"{row.percentage} %" if row.percentage is not None else ""
            entries.append(_entry(f"{label}, {row.board}", row.year, facts=[row.medium, grade]))
    return {"key": "education", "title": _("Education"), "entries": entries}


def _proofs(seeker: JobSeeker) -> list[dict[str, object]]:
    certificates = [
        _entry(
            f"{row.name}, {row.provider}",
            formats.date_format(row.issued_on, "DATE_FORMAT") if row.issued_on else "",
            facts=[row.credential_id, row.url],
        )
        for row in seeker.certifications.all()
    ]
    exams = [_entry(row.label, facts=[row.score]) for row in seeker.competitiveexams.all()]
    achievements = [
        _entry(row.qualification, text=row.achievements) for row in seeker.academicachievements.all()
    ]
    return [
        {"title": _("Certifications"), "entries": certificates},
        {"title": _("Competitive exams"), "entries": exams},
        {"title": _("Achievements"), "entries": achievements},
    ]
