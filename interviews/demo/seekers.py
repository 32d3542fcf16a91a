"""Three invented job seekers with whole profiles. Any likeness is accidental."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.utils import timezone

from interviewer.accounts.models import User
from interviews.demo.people import PASSWORD
from seekers.models import JobSeeker
from seekers.sections import SECTIONS
from seekers.services import entries, profiles, registration

Rows = dict[str, list[dict[str, object]]]


def _span(start: tuple[int, int], end: tuple[int, int] | None = None) -> dict[str, object]:
    times: dict[str, object] = {"start_year": start[0], "start_month": start[1], "is_current": end is None}
    return times | ({"end_year": end[0], "end_month": end[1]} if end else {})


_ASHA: Rows = {
    "employment": [
        {
            "title": "Senior backend engineer",
            "organisation": "Tidal Payments",
            **_span((2023, 4)),
            "description": "Own the service that settles payments of 40,000 shops.\n"
            "• Cut the nightly run from three hours to twenty minutes.\n• On call one week in five.",
            "skills": ["python", "postgresql", "celery"],
        },
        {
            "title": "Backend engineer",
            "organisation": "Mango Freight",
            **_span((2020, 7), (2023, 3)),
            "description": "Built the API that drivers' phones talk to, and its tests.",
            "skills": ["python", "django", "redis"],
        },
    ],
    "internships": [
        {
            "title": "Engineering intern",
            "organisation": "Nilgiri Labs",
            **_span((2019, 5), (2019, 7)),
            "description": "Wrote an importer for sensor data.",
        }
    ],
    "projects": [
        {
            "title": "pg-retry",
            **_span((2022, 1), (2022, 6)),
            "description": "A small library that repeats transactions which lost a race.",
            "url": "https://code.example/asha/pg-retry",
            "skills": ["python", "postgresql"],
        }
    ],
    "education": [
        {
            "qualification": "Bachelor",
            "course": "B.Tech",
            "specialization": "Computer science",
            "college": "National Institute of Engineering, Mysuru",
            "start_year": 2016,
            "end_year": 2020,
            "grading_system": "cgpa_10",
            "grade": "8.40",
        }
    ],
    "hsc": [{"board": "Karnataka PUC", "year": 2016, "medium": "English", "percentage": "91.50"}],
    "ssc": [{"board": "CBSE", "year": 2014, "medium": "English", "percentage": "93.20"}],
    "certifications": [
        {"name": "PostgreSQL associate", "provider": "Elephant Academy", "credential_id": "EA-20418"}
    ],
    "clubs": [
        {
            "title": "Secretary",
            "organisation": "Open-source club",
            **_span((2018, 8), (2020, 4)),
            "description": "Ran a monthly evening at which first patches were written.",
        }
    ],
    "exams": [{"label": "GATE Computer Science 2020", "score": "671"}],
    "achievements": [
        {"qualification": "B.Tech", "achievements": "Second in class; prize for the best project."}
    ],
}
_AARAV: Rows = {
    "employment": [
        {
            "title": "डेटा विश्लेषक",
            "organisation": "राजस्थान सूर्य ऊर्जा",
            **_span((2022, 2)),
            "description": "सौर संयंत्रों के आँकड़ों की जाँच और पूर्वानुमान।",
            "skills": ["python", "pandas", "sql"],
        }
    ],
    "education": [
        {
            "qualification": "Master",
            "course": "M.Sc.",
            "specialization": "Statistics",
            "college": "University of Rajasthan",
            "start_year": 2019,
            "end_year": 2021,
            "grading_system": "percentage",
            "grade": "78.00",
        }
    ],
}
_PRIYA: Rows = {
    "projects": [
        {
            "title": "Bus times for Chennai",
            **_span((2025, 1), (2025, 5)),
            "description": "A page that shows the next bus, usable on a slow phone.",
            "skills": ["html", "css", "javascript"],
        }
    ],
    "education": [
        {
            "qualification": "Bachelor",
            "course": "BCA",
            "college": "Stella College, Chennai",
            "start_year": 2023,
            "end_year": 2026,
        }
    ],
    "hsc": [{"board": "Tamil Nadu State Board", "year": 2023, "medium": "Tamil", "percentage": "88.00"}],
}
#: E-mail, name, years, fields, entries.
PROFILES: tuple[tuple[str, str, str | None, dict[str, object], Rows], ...] = (
    (
        "asha.rao@seekers.example",
        "Asha Rao",
        "6.0",
        {
            "summary": "Backend engineer who likes queues, tests and short meetings. Looks for a team that "
            "owns what it runs.",
            "key_skills": ["python", "django", "postgresql", "redis", "docker", "celery"],
            "languages": ["English (fluent)", "Kannada (native)", "Hindi"],
            "phone_country_code": "+91",
            "phone": "9845012345",
            "shows_score": True,
        },
        _ASHA,
    ),
    (
        "aarav.sharma@seekers.example",
        "आरव शर्मा",
        "4.0",
        {
            "summary": "आँकड़ों से सवालों के जवाब ढूँढता हूँ।",
            "key_skills": ["python", "pandas", "sql", "statistics", "excel"],
            "languages": ["Hindi (native)", "English"],
        },
        _AARAV,
    ),
    (
        "priya.v@seekers.example",
        "Priya Venkatesan",
        None,
        {
            "summary": "Last year of BCA; looks for an internship in web development.",
            "key_skills": ["html", "css", "javascript"],
            "languages": ["Tamil (native)", "English"],
            "wants_internships": True,
            "min_months": 3,
            "preferred_place": "Chennai",
        },
        _PRIYA,
    ),
)


def load() -> None:
    """Make the job seekers, each with an account whose address is proven."""
    for email, name, years, fields, rows in PROFILES:
        user = User.objects.create_user(email, PASSWORD, name=name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        seeker = registration.begin(actor=user, name=name)
        profiles.change(seeker=seeker, values={**fields, "years_of_experience": years})
        for key, values in rows.items():
            for one in values:
                entries.add(seeker=seeker, section=SECTIONS[key], values=one)
        if seeker.phone:
            JobSeeker.objects.filter(pk=seeker.pk).update(phone_verified_at=timezone.now())
