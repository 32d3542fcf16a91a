"""Builds demo job seekers and their applications to the classic jobs of the demo companies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import escape

from companies.enums import ApplicationStatus
from companies.models import Company, Job, JobApplication
from companies.services import applications
from interviewer.journal import services as journal
from interviews.demo.build_jobs import person
from seekers.models import EmploymentDetail, HigherEducation, JobSeeker
from seekers.queries import profile_of


@dataclass(frozen=True)
class DemoSeeker:
    """Somebody who looks for work."""

    email: str
    first_name: str
    last_name: str
    years: int
    skills: str
    summary: str
    held: tuple[str, str]
    degree: tuple[str, str]
    goes_to: tuple[str, ...] = ()


SEEKERS = (
    DemoSeeker(
        "ira@seekers.example", "Ira", "Joshi", 6, "office management, excel, vendors, travel",
        "Ran an office of sixty people through two moves without a lost day.",
        ("Office administrator", "Brightside Studios"), ("B.Com", "Mount Carmel College"),
        (ApplicationStatus.SHORTLISTED,),
    ),
    DemoSeeker(
        "joel@seekers.example", "Joel", "D'Cruz", 2, "front desk, calendars, english, kannada",
        "Two years at a front desk where everybody comes in at once.",
        ("Receptionist", "Palm Court Hotel"), ("BA", "St. Joseph's University"),
    ),
    DemoSeeker(
        "sunita@seekers.example", "Sunita", "Hegde", 9, "facilities, budgets, contracts, safety",
        "Facilities, budgets and contracts for three sites.",
        ("Facilities manager", "Granite Works"), ("MBA", "Mysore University"),
        (ApplicationStatus.SHORTLISTED, ApplicationStatus.ACCEPTED),
    ),
    DemoSeeker(
        "nabil@seekers.example", "Nabil", "Akhtar", 1, "data entry, excel",
        "Quick and careful with numbers.", ("Clerk", "Harbour Traders"), ("B.Com", "Calicut University"),
        (ApplicationStatus.REJECTED,),
    ),
    DemoSeeker(
        "leela@seekers.example", "Leela", "Prasad", 5, "triage, first aid, kannada, hindi",
        "Emergency ward, then home care.", ("Staff nurse", "City Hospital"), ("B.Sc. Nursing", "Bangalore Medical College"),
        (ApplicationStatus.SHORTLISTED,),
    ),
    DemoSeeker(
        "bhavesh@seekers.example", "Bhavesh", "Solanki", 3, "vaccination, records, gujarati",
        "Vaccination drives in forty villages.", ("Community nurse", "Rural Health Trust"), ("GNM", "Civil Hospital Surat"),
    ),
)  # fmt: skip
#: So many of them apply to the first company's job, the others to the second's.
FIRST = 4


def apply_to_classic_jobs(first: Company, second: Company) -> None:
    """Every demo job seeker has applied to the classic job of one company; some were moved on. No e-mail is sent."""
    for number, given in enumerate(SEEKERS):
        company = first if number < FIRST else second
        job = Job.objects.for_company(company).order_by("pk").first()
        if job:
            _apply(given, job, days=12 - 2 * number)


def _apply(given: DemoSeeker, job: Job, days: int) -> None:
    seeker = _seeker(given)
    row = JobApplication.objects.create(
        job_seeker=seeker,
        job=job,
        profile_snapshot=profile_of(seeker).as_dict(),
        applied_at=timezone.now() - timedelta(days=days),
    )
    row.resume_snapshot.save("resume.pdf", seeker.resume.open())
    journal.record(actor=seeker.user, action="application.applied", subject=row)
    actor = job.company.memberships.order_by("pk").first()
    for status in given.goes_to:
        applications.move(actor=actor, application=row, to=status, seen=row.status)
    if given.goes_to:
        applications.add_note(actor=actor, application=row, text="Read the résumé together with the team.")


def _seeker(given: DemoSeeker) -> JobSeeker:
    seeker = JobSeeker.objects.create(
        user=person(given.email, f"{given.first_name} {given.last_name}"),
        first_name=given.first_name,
        last_name=given.last_name,
        years_of_experience=given.years,
        key_skills=given.skills.split(", "),
        languages=["English"],
        summary=given.summary,
    )
    title, organisation = given.held
    year = timezone.localdate().year
    EmploymentDetail.objects.create(
        job_seeker=seeker, title=title, organisation=organisation, start_month=6,
        start_year=year - given.years, is_current=True, description=given.summary,
    )  # fmt: skip
    course, college = given.degree
    HigherEducation.objects.create(
        job_seeker=seeker, qualification="Degree", course=course, college=college,
        start_year=year - given.years - 4, end_year=year - given.years - 1,
    )  # fmt: skip
    seeker.resume.save("resume.pdf", ContentFile(_resume(given)))
    return seeker


def _resume(given: DemoSeeker) -> bytes:
    from weasyprint import HTML

    lines = [given.summary, ", ".join(given.held), ", ".join(given.degree), given.skills]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return HTML(string=f"<h1>{escape(given.first_name)} {escape(given.last_name)}</h1>{body}").write_pdf()
