"""Builds the demo companies, their people and jobs."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from assessments.models import DSAQuestion, DSATestCase, QuizOption, QuizQuestion
from companies.enums import JobStatus, WorkMode
from companies.models import AiInterviewedJob, Company, Job, Membership
from interviewer.accounts.models import AdminUser, User
from interviews.demo.answers import BACKEND, SUPPORT
from interviews.demo.jobs import BACKEND_PROBLEMS, BACKEND_QUIZ, BACKEND_RUBRIC, SUPPORT_RUBRIC
from interviews.demo.people import COMPANIES, PASSWORD, DemoCompany
from interviews.models import Competency, InterviewQuestion, Rubric

STAFF_EMAIL = "staff@interviewer.example"


def person(email: str, name: str) -> User:
    """A user whose address is proven and whose password is the demo's."""
    user = User.objects.create_user(email, PASSWORD, name=name)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def staff() -> AdminUser:
    """Somebody for the admin."""
    user = AdminUser.objects.create_superuser(STAFF_EMAIL, PASSWORD, name="Sam Staff")
    EmailAddress.objects.create(user=user, email=STAFF_EMAIL, verified=True, primary=True)
    return user


def company(given: DemoCompany) -> Company:
    """A company with its members."""
    row = Company.objects.create(
        name=given.name,
        email=given.email,
        industry=given.industry,
        tagline=given.tagline,
        about=given.about,
        verified_at=timezone.now() if given.is_verified else None,
    )
    for member in given.members:
        Membership.objects.create(company=row, user=person(member.email, member.name), role=member.role)
    return row


def _rubric(job: AiInterviewedJob, lines: tuple) -> Rubric:
    rubric = Rubric.objects.create(job=job)
    for order, (key, name, dimension, weight, anchors, points) in enumerate(lines):
        Competency.objects.create(
            rubric=rubric,
            key=key,
            name=name,
            dimension=dimension,
            weight=weight,
            anchors=list(anchors),
            expected_points=list(points),
            order=order,
        )
    return rubric


def _questions(job: AiInterviewedJob, source: dict) -> None:
    for order, (key, (question, _answers)) in enumerate(source.items()):
        InterviewQuestion.objects.create(job=job, question=question, competency_key=key, order=order)


def _quiz(job: AiInterviewedJob) -> None:
    for order, (text, category, kind, options) in enumerate(BACKEND_QUIZ):
        question = QuizQuestion.objects.create(
            job=job, description=text, category=category, question_type=kind, order=order
        )
        for place, (label, is_correct) in enumerate(options):
            QuizOption.objects.create(question=question, label=label, is_correct=is_correct, order=place)


def _problems(job: AiInterviewedJob) -> None:
    for order, (title, difficulty, statement, cases) in enumerate(BACKEND_PROBLEMS):
        problem = DSAQuestion.objects.create(
            job=job, title=title, difficulty=difficulty, description=statement, order=order
        )
        for place, (text, answer, is_sample) in enumerate(cases):
            DSATestCase.objects.create(
                question=problem, input=text, expected_output=answer, is_sample=is_sample, order=place
            )


def backend_job(company: Company) -> AiInterviewedJob:
    """An active job with every stage."""
    job = AiInterviewedJob.objects.create(
        company=company,
        title="Backend engineer (Python)",
        department="Engineering",
        city="Bengaluru",
        work_mode=WorkMode.HYBRID,
        description="You build and run the services that keep the books of forty thousand shops right.",
        requirements="Three years with Python in production. SQL that you can explain. Django is a plus.",
        benefits="Health insurance for the family. Four weeks of leave. A day a month to learn.",
        skills=["python", "django", "sql", "postgresql", "testing"],
        min_experience_years=3,
        max_experience_years=8,
        min_salary=1_800_000,
        max_salary=2_800_000,
        status=JobStatus.ACTIVE,
        published_at=timezone.now() - timedelta(days=32),
        match_threshold=25,
        has_quiz=True,
        quiz_minutes=10,
        has_coding=True,
        coding_minutes=40,
        question_count=1,
    )
    _rubric(job, BACKEND_RUBRIC)
    _questions(job, BACKEND)
    _quiz(job)
    _problems(job)
    return job


def support_job(company: Company) -> AiInterviewedJob:
    """An active job with a conversation only."""
    job = AiInterviewedJob.objects.create(
        company=company,
        title="Patient support associate",
        department="Help line",
        city="Mysuru",
        description="You answer the help line: appointments, results, questions that worry people.",
        requirements="Two years with callers. Two Indian languages and English.",
        skills=["support", "communication", "crm"],
        min_experience_years=1,
        status=JobStatus.ACTIVE,
        published_at=timezone.now() - timedelta(days=20),
        uses_camera=False,
        question_count=1,
    )
    _rubric(job, SUPPORT_RUBRIC)
    _questions(job, SUPPORT)
    return job


def other_jobs(first: Company, second: Company) -> None:
    """A draft, a closed job, and classic ones."""
    draft = AiInterviewedJob.objects.create(
        company=first, title="Data engineer", city="Remote", work_mode=WorkMode.REMOTE, skills=["sql", "etl"]
    )
    _rubric(draft, BACKEND_RUBRIC[:2])
    closed = AiInterviewedJob.objects.create(
        company=first,
        title="Test engineer",
        city="Pune",
        skills=["testing", "selenium"],
        status=JobStatus.CLOSED,
        published_at=timezone.now() - timedelta(days=90),
        closed_at=timezone.now() - timedelta(days=30),
    )
    _rubric(closed, BACKEND_RUBRIC[:2])
    for owner, title, place in [(first, "Office manager", "Bengaluru"), (second, "Clinic nurse", "Mandya")]:
        Job.objects.create(
            company=owner, title=title, role=title, location=place, description=f"{title} in {place}."
        )


def demo_companies() -> tuple[Company, Company]:
    """Both companies."""
    first, second = (company(given) for given in COMPANIES)
    return first, second
