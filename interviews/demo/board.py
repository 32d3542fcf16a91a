"""Classic jobs of the demo companies, so that the job board looks as one does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from companies.enums import WorkMode
from companies.models import Company, Job
from companies.services import postings


@dataclass(frozen=True)
class DemoJob:
    """An open classic job; pay is monthly. `owner` 0 is the first company, 1 the second."""

    owner: int
    title: str
    place: str
    work_mode: str
    skills: str
    years: tuple[int, int]
    pay: tuple[int, int]
    days_ago: int
    description: str


JOBS = (
    DemoJob(
        0,
        "Frontend engineer (React)",
        "Bengaluru",
        WorkMode.HYBRID,
        "react|typescript|css|accessibility",
        (2, 5),
        (110_000, 170_000),
        1,
        "You build the screens on which shop owners enter a day's sales in under a minute. They must work on a cheap "
        "phone with a bad connection, and with a screen reader.",
    ),
    DemoJob(
        0,
        "Node.js developer, payments",
        "Bengaluru",
        WorkMode.REMOTE,
        "node.js|typescript|postgresql|redis",
        (3, 6),
        (120_000, 190_000),
        2,
        "You look after the service that matches bank entries with invoices: four million a month, none lost.",
    ),
    DemoJob(
        0,
        "C++ engineer, receipt recognition",
        "Hyderabad",
        WorkMode.ON_SITE,
        "c++|opencv|cmake|python",
        (4, 8),
        (150_000, 230_000),
        4,
        "You make the reading of paper receipts faster on small devices, and measure what each change does.",
    ),
    DemoJob(
        0,
        ".NET developer",
        "Pune",
        WorkMode.HYBRID,
        "c#|.net|sql server|azure",
        (2, 6),
        (90_000, 150_000),
        6,
        "You keep the desktop programme of our older customers running while they move to the web.",
    ),
    DemoJob(
        0,
        "Data analyst",
        "Remote",
        WorkMode.REMOTE,
        "sql|python|statistics|reporting",
        (1, 3),
        (70_000, 100_000),
        3,
        "You find out which features help shops close their month, and show it in figures that others can repeat.",
    ),
    DemoJob(
        0,
        "Chartered accountant, product",
        "Mumbai",
        WorkMode.HYBRID,
        "gst|tally|audit|excel",
        (3, 7),
        (100_000, 160_000),
        8,
        "You decide with engineers how the law becomes a screen, and check that our reports stand up to an audit.",
    ),
    DemoJob(
        0,
        "Customer success associate, Hindi",
        "Jaipur",
        WorkMode.ON_SITE,
        "hindi|english|crm|communication",
        (0, 2),
        (25_000, 38_000),
        5,
        "You help shop owners through their first month with our books, by phone and on the spot.",
    ),
    DemoJob(
        0,
        "Technical writer",
        "Remote",
        WorkMode.REMOTE,
        "writing|markdown|api documentation|english",
        (2, 5),
        (60_000, 95_000),
        12,
        "You write the manual that makes a call to support unnecessary, and the notes to every release.",
    ),
    DemoJob(
        0,
        "Sales executive, Gujarat",
        "Surat",
        WorkMode.ON_SITE,
        "field sales|gujarati|negotiation|crm",
        (1, 4),
        (30_000, 55_000),
        9,
        "You visit markets and show shop owners how their books balance by evening. Fuel and phone are paid.",
    ),
    DemoJob(
        1,
        "Staff nurse, day clinic",
        "Mysuru",
        WorkMode.ON_SITE,
        "patient care|vaccination|kannada|records",
        (1, 4),
        (28_000, 42_000),
        1,
        "You look after patients from the door to the way home, in a clinic of eight rooms. No nights.",
    ),
    DemoJob(
        1,
        "Pharmacist",
        "Mandya",
        WorkMode.ON_SITE,
        "dispensing|inventory|kannada|english",
        (2, 6),
        (30_000, 45_000),
        7,
        "You run the clinic's pharmacy: advice at the counter, stock that neither runs out nor runs over.",
    ),
    DemoJob(
        1,
        "Laboratory technician",
        "Mysuru",
        WorkMode.ON_SITE,
        "haematology|biochemistry|quality control",
        (1, 5),
        (24_000, 36_000),
        10,
        "You take samples, run the analysers and ring the doctor when a value cannot wait.",
    ),
    DemoJob(
        1,
        "Physiotherapist",
        "Bengaluru",
        WorkMode.ON_SITE,
        "rehabilitation|patient care|kannada",
        (2, 8),
        (35_000, 55_000),
        14,
        "You help people walk again after an operation, in the clinic and at their homes.",
    ),
    DemoJob(
        1,
        "Help line supervisor",
        "Mysuru",
        WorkMode.HYBRID,
        "team lead|communication|crm|rosters",
        (3, 8),
        (40_000, 60_000),
        11,
        "You lead twelve people who answer four hundred calls a day, and listen to the difficult ones yourself.",
    ),
    DemoJob(
        1,
        "हिंदी स्वास्थ्य सलाहकार (Hindi health adviser)",
        "Remote",
        WorkMode.REMOTE,
        "हिंदी|english|communication|first aid",
        (0, 3),
        (24_000, 34_000),
        2,
        "You answer callers in Hindi: what a result means, when to come, and when to call an ambulance.",
    ),
)


def fill_board(companies: tuple[Company, Company]) -> None:
    """The jobs above, and everything open on the board."""
    now = timezone.now()
    for given in JOBS:
        Job.objects.create(
            company=companies[given.owner],
            title=given.title,
            role=given.title.split(",")[0].split(" (")[0],
            location=given.place,
            work_mode=given.work_mode,
            description=given.description,
            skills=given.skills.split("|"),
            min_experience_years=given.years[0],
            max_experience_years=given.years[1],
            min_salary=given.pay[0],
            max_salary=given.pay[1],
            posted_at=now - timedelta(days=given.days_ago),
            featured=given.title.startswith("Frontend"),
        )
    postings.rebuild()
