"""A fixed measure of the search: what people type, and the job that should stand first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from companies.search.finding import Question, find
from companies.tests.factories import CompanyFactory, on_board

pytestmark = pytest.mark.django_db

#: Title, skills, company, place.
JOBS = (
    ("Python developer", "python django postgresql", "Lumen Ledger", "Bengaluru"),
    ("Senior Python developer and team lead", "python aws", "Zephyr Labs", "Pune"),
    ("Data engineer", "python sql airflow", "Lumen Ledger", "Chennai"),
    ("C++ developer", "c++|linux|qt", "Orbit Robotics", "Hyderabad"),
    ("C programmer, embedded systems", "c|rtos", "Orbit Robotics", "Hyderabad"),
    ("C# developer", "c#|.net|azure", "Harbour Bank", "Mumbai"),
    (".NET architect", ".net|c#|microservices", "Harbour Bank", "Mumbai"),
    ("Node.js backend engineer", "node.js|typescript|mongodb", "Zephyr Labs", "Remote"),
    ("Frontend engineer", "react|typescript|css", "Zephyr Labs", "Remote"),
    ("Java developer", "java|spring", "Harbour Bank", "Gurugram"),
    ("JavaScript developer", "javascript|vue.js", "Marigold Media", "Kolkata"),
    ("Go engineer", "golang|kubernetes|docker", "Orbit Robotics", "Bengaluru"),
    ("DevOps engineer", "kubernetes|terraform|ci/cd", "Lumen Ledger", "Bengaluru"),
    ("Staff nurse", "icu|patient care", "Kaveri Health", "Mysuru"),
    ("Nursing supervisor", "wards|rosters", "Kaveri Health", "Mandya"),
    ("Accountant", "tally|gst", "Lumen Ledger", "Jaipur"),
    ("Sales executive", "crm|field sales", "Marigold Media", "Surat"),
    ("HR business partner", "hiring|payroll", "Harbour Bank", "Mumbai"),
    ("UI/UX designer", "figma|research", "Marigold Media", "Remote"),
    ("Machine learning engineer", "pytorch|python", "Orbit Robotics", "Bengaluru"),
    ("हिंदी शिक्षक", "हिंदी|व्याकरण", "Vidya School", "Lucknow"),
    ("हिंदी अनुवादक", "हिंदी|english", "Marigold Media", "New Delhi"),
    ("Mathematics teacher", "algebra|cbse", "Vidya School", "Lucknow"),
    ("Warehouse associate", "forklift|inventory", "Teal Logistics", "New Delhi"),
    ("Truck driver", "heavy licence", "Teal Logistics", "Jaipur"),
)
QUERIES = {
    "python developer": "Python developer",
    "python developers": "Python developer",
    "pyhton developr": "Python developer",
    "senior python": "Senior Python developer and team lead",
    "python chennai": "Data engineer",
    "c++": "C++ developer",
    "cpp developer": "C++ developer",
    "c embedded": "C programmer, embedded systems",
    "c#": "C# developer",
    ".net": ".NET architect",
    "dot net architect": ".NET architect",
    "node.js": "Node.js backend engineer",
    "nodejs back-end": "Node.js backend engineer",
    "node js engineer": "Node.js backend engineer",
    "front end": "Frontend engineer",
    "java": "Java developer",
    "javascript": "JavaScript developer",
    "javscript": "JavaScript developer",
    "golang": "Go engineer",
    "k8s": "Go engineer",
    "kuberntes bangalore": "Go engineer",
    "nurses mysore": "Staff nurse",
    "acountant": "Accountant",
    "human resources": "HR business partner",
    "ux designer": "UI/UX designer",
    "हिंदी शिक्षक": "हिंदी शिक्षक",
    "शिक्षक": "हिंदी शिक्षक",
    "teachers lucknow": "Mathematics teacher",
    "harbour bank java": "Java developer",
    "delhi warehouse": "Warehouse associate",
    "machine lerning": "Machine learning engineer",
    "kaveri helth": "Staff nurse",
}


@pytest.fixture
def board() -> None:
    """The jobs, the first the newest."""
    companies = {name: CompanyFactory(name=name) for _title, _skills, name, _place in JOBS}
    now = timezone.now()
    for number, (title, skills, company, place) in enumerate(JOBS):
        on_board(
            title=title,
            skills=skills.split("|") if "|" in skills else skills.split(),
            company=companies[company],
            location=place,
            posted_at=now - timedelta(hours=number),
        )


def test_what_people_type_finds_the_job_they_mean(board):
    found = {}
    for query in QUERIES:
        postings = find(Question(query)).postings
        found[query] = postings[0].title if postings else ""
    assert found == QUERIES


def test_what_nobody_offers_finds_nothing(board):
    assert [
        query for query in ("astronaut", "zzzz", "ruby on rails", "शतरंज") if find(Question(query)).postings
    ] == []
