"""Whole profiles for tests: one entry in each section, and what a form for each section would send."""

from __future__ import annotations

from seekers.models import JobSeeker
from seekers.tests import factories

#: A factory for each section of seekers/sections.py.
FACTORIES = {
    "employment": factories.EmploymentDetailFactory,
    "internships": factories.InternshipFactory,
    "projects": factories.ProjectFactory,
    "education": factories.HigherEducationFactory,
    "hsc": factories.HSCEducationFactory,
    "ssc": factories.SSCEducationFactory,
    "certifications": factories.CertificationFactory,
    "clubs": factories.ClubAndCommitteeFactory,
    "exams": factories.CompetitiveExamFactory,
    "achievements": factories.AcademicAchievementFactory,
}


def full_profile(**values: object) -> JobSeeker:
    """A job seeker with one entry in every section."""
    seeker = factories.JobSeekerFactory(
        **{"summary": "I build things.", "languages": ["English", "Hindi (native)"], **values}
    )
    for factory in FACTORIES.values():
        factory(job_seeker=seeker)
    return seeker


_DATED = {
    "start_month": "3",
    "start_year": "2021",
    "end_month": "4",
    "end_year": "2022",
    "description": "Built the billing service.",
    "skills": "python, django",
    "url": "https://acme.example/work",
}
#: What a browser sends for a new entry of each section.
FORMS: dict[str, dict[str, str]] = {
    "employment": {"title": "Engineer", "organisation": "Acme", **_DATED},
    "internships": {"title": "Intern", "organisation": "Acme", **_DATED},
    "projects": {"title": "Route planner", **_DATED},
    "education": {
        "qualification": "Bachelor",
        "course": "B.Tech",
        "specialization": "Computer science",
        "college": "NIT",
        "start_year": "2016",
        "end_year": "2020",
        "course_type": "full_time",
        "grading_system": "cgpa_10",
        "grade": "8.1",
    },
    "hsc": {"board": "CBSE", "year": "2016", "medium": "English", "percentage": "88.5"},
    "ssc": {"board": "CBSE", "year": "2014", "medium": "English", "percentage": "91"},
    "certifications": {
        "name": "Cloud practitioner",
        "provider": "Cloud company",
        "issued_on": "2023-02-01",
        "expires": "on",
        "expires_on": "2026-02-01",
        "url": "https://cloud.example/1",
    },
    "clubs": {"title": "Captain", "organisation": "Chess club", **_DATED},
    "exams": {"label": "GATE", "score": "680"},
    "achievements": {"qualification": "B.Tech", "achievements": "Gold medal."},
}
