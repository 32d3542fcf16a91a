"""The ten sections of a profile, declared once: model, fields, texts, and what dates must obey.

Forms, pages, snapshots, imports and exports are made from this table; a new section is one more entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seekers import models, periods

#: More entries than this say nothing more, in any one section.
MOST_ENTRIES = 40


@dataclass(frozen=True)
class Section:
    """A section: its key in addresses and snapshots, its model, the fields in rows as the form shows them."""

    key: str
    model: type[models.ProfileSection]
    title: Promise | str
    add: Promise | str
    why: Promise | str
    rows: tuple[tuple[str, ...], ...]
    main: tuple[str, ...]
    sub: tuple[str, ...] = ()
    text: str = ""
    facts: tuple[str, ...] = ()
    problems: Callable[[periods.Values, date], periods.Problems] = field(default=periods.undated)
    is_single: bool = False
    icon: str = "file-text"

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that the job seeker fills in."""
        return tuple(name for row in self.rows for name in row)

    @property
    def most(self) -> int:
        """How many entries there may be."""
        return 1 if self.is_single else MOST_ENTRIES

    def label(self, name: str) -> str:
        """What a field is called."""
        return str(self.model._meta.get_field(name).verbose_name)

    def values_of(self, row: Model) -> dict[str, object]:
        """An entry as values that JSON can hold. A row of another table is named, not numbered."""
        return {name: _plain(getattr(row, name)) for name in self.fields}


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | bool | list):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


_TIMES = (("start_month", "start_year"), ("end_month", "end_year"), ("is_current",))
_SCHOOL_ROWS = (("board", "year"), ("medium", "percentage"))

SECTIONS: Mapping[str, Section] = {
    one.key: one
    for one in (
        Section(
            "employment",
            models.EmploymentDetail,
            _("Employment"),
            _("Add a job"),
            _("What you did, for whom and for how long is read first."),
            (("title", "organisation"), *_TIMES, ("description",), ("skills", "url")),
            main=("title",),
            sub=("organisation",),
            text="description",
            problems=periods.dated,
            icon="briefcase",
        ),
        Section(
            "internships",
            models.Internship,
            _("Internships"),
            _("Add an internship"),
            _("Early in a career they count like jobs."),
            (("title", "organisation"), *_TIMES, ("description",), ("skills", "url")),
            main=("title",),
            sub=("organisation",),
            text="description",
            problems=periods.dated,
            icon="briefcase",
        ),
        Section(
            "projects",
            models.Project,
            _("Projects"),
            _("Add a project"),
            _("Something that can be looked at says more than a list of skills."),
            (("title", "url"), *_TIMES, ("description",), ("skills",)),
            main=("title",),
            text="description",
            problems=periods.dated,
            icon="code",
        ),
        Section(
            "education",
            models.HigherEducation,
            _("Higher education"),
            _("Add a degree or diploma"),
            _("Many jobs ask for a degree; a course that still runs counts too."),
            (
                ("qualification", "course"),
                ("specialization", "college"),
                ("start_year", "end_year", "course_type"),
                ("grading_system", "grade"),
            ),
            main=("course", "specialization"),
            sub=("qualification", "college"),
            facts=("course_type", "grade"),
            problems=periods.studied,
            icon="graduation-cap",
        ),
        Section(
            "hsc",
            models.HSCEducation,
            _("Higher secondary (class 12)"),
            _("Add class 12"),
            _("Asked for by employers who hire from campus."),
            _SCHOOL_ROWS,
            main=("board",),
            facts=("medium", "percentage"),
            problems=periods.schooled,
            is_single=True,
            icon="graduation-cap",
        ),
        Section(
            "ssc",
            models.SSCEducation,
            _("Secondary (class 10)"),
            _("Add class 10"),
            _("Asked for by employers who hire from campus."),
            _SCHOOL_ROWS,
            main=("board",),
            facts=("medium", "percentage"),
            problems=periods.schooled,
            is_single=True,
            icon="graduation-cap",
        ),
        Section(
            "certifications",
            models.Certification,
            _("Certifications"),
            _("Add a certificate"),
            _("Proof by somebody else, best with its number or link."),
            (
                ("name", "provider"),
                ("credential_id", "url"),
                ("issued_on", "expires_on"),
                ("expires",),
            ),
            main=("name",),
            sub=("provider",),
            facts=("credential_id", "issued_on", "expires_on"),
            problems=periods.certified,
            icon="badge-check",
        ),
        Section(
            "clubs",
            models.ClubAndCommittee,
            _("Clubs and committees"),
            _("Add a club or committee"),
            _("Shows that others relied on you."),
            (("title", "organisation"), ("higher_education",), *_TIMES, ("description",), ("skills", "url")),
            main=("title",),
            sub=("organisation", "higher_education"),
            text="description",
            problems=periods.dated,
            icon="users",
        ),
        Section(
            "exams",
            models.CompetitiveExam,
            _("Competitive exams"),
            _("Add an exam"),
            _("A score or rank that employers can compare."),
            (("label", "score"),),
            main=("label",),
            facts=("score",),
            icon="list-checks",
        ),
        Section(
            "achievements",
            models.AcademicAchievement,
            _("Academic achievements"),
            _("Add an achievement"),
            _("Prizes, scholarships and ranks, with the qualification they belong to."),
            (("qualification",), ("achievements",)),
            main=("qualification",),
            text="achievements",
            icon="award",
        ),
    )
}
