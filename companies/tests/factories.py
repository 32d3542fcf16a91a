"""Makes companies, their people, jobs and applications for tests and demo data."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from companies.enums import JobStatus, Role
from companies.models import (
    AiInterviewedJob,
    ApiKey,
    ApplicationNote,
    Company,
    CompanyEvent,
    Job,
    JobApplication,
    JobPosting,
    JobTextDraft,
    LetterTemplate,
    Membership,
    SearchWord,
    SentLetter,
    TeamInvitation,
    WebhookDelivery,
    WebhookEndpoint,
)
from companies.services import postings
from interviewer.accounts.tests.factories import UserFactory


class CompanyFactory(factory.django.DjangoModelFactory):
    """A verified company."""

    class Meta:
        model = Company

    name = factory.Sequence(lambda n: f"Company {n}")
    email = factory.Sequence(lambda n: f"hello@company{n}.example")
    industry = "Software"
    verified_at = factory.LazyFunction(timezone.now)


class MembershipFactory(factory.django.DjangoModelFactory):
    """Somebody owns a company."""

    class Meta:
        model = Membership

    company = factory.SubFactory(CompanyFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.OWNER


class TeamInvitationFactory(factory.django.DjangoModelFactory):
    """Somebody was asked to join; the token of the link is not known. `team_invitations.invite` makes real ones."""

    class Meta:
        model = TeamInvitation

    company = factory.SubFactory(CompanyFactory)
    email = factory.Sequence(lambda n: f"asked{n}@example.com")
    role = Role.RECRUITER
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class ApiKeyFactory(factory.django.DjangoModelFactory):
    """A key that may read jobs; nobody knows its secret."""

    class Meta:
        model = ApiKey

    made_by = factory.SubFactory(MembershipFactory)
    company = factory.SelfAttribute("made_by.company")
    name = "Nightly report"
    prefix = factory.Sequence(lambda n: f"aik_{n:08x}")
    secret_hash = "0" * 64
    scopes = factory.LazyFunction(lambda: ["jobs:read"])


class CompanyEventFactory(factory.django.DjangoModelFactory):
    """An interview was scored."""

    class Meta:
        model = CompanyEvent

    company = factory.SubFactory(CompanyFactory)
    type = "interview.scored"


class WebhookEndpointFactory(factory.django.DjangoModelFactory):
    """An address that is told of everything."""

    class Meta:
        model = WebhookEndpoint

    company = factory.SubFactory(CompanyFactory)
    url = "https://example.com/hooks"
    secret = "whsec_" + "c2VjcmV0" * 4


class WebhookDeliveryFactory(factory.django.DjangoModelFactory):
    """An event that waits to be sent."""

    class Meta:
        model = WebhookDelivery

    endpoint = factory.SubFactory(WebhookEndpointFactory)
    event = factory.SubFactory(CompanyEventFactory, company=factory.SelfAttribute("..endpoint.company"))


class JobFactory(factory.django.DjangoModelFactory):
    """An open classic job."""

    class Meta:
        model = Job

    company = factory.SubFactory(CompanyFactory)
    title = factory.Sequence(lambda n: f"Engineer {n}")
    description = "Build and run services."
    skills = factory.LazyFunction(lambda: ["python", "sql"])


class AiInterviewedJobFactory(factory.django.DjangoModelFactory):
    """An active job with a conversation only; turn stages on by parameter."""

    class Meta:
        model = AiInterviewedJob

    company = factory.SubFactory(CompanyFactory)
    title = factory.Sequence(lambda n: f"Backend engineer {n}")
    description = "Build and run web services in Python."
    requirements = "Three years of Python and SQL. Experience with Django is a plus."
    skills = factory.LazyFunction(lambda: ["python", "django", "sql"])
    status = JobStatus.ACTIVE
    published_at = factory.LazyFunction(timezone.now)


class JobApplicationFactory(factory.django.DjangoModelFactory):
    """A job seeker applied."""

    class Meta:
        model = JobApplication

    job_seeker = factory.SubFactory("seekers.tests.factories.JobSeekerFactory")
    job = factory.SubFactory(JobFactory)


class JobPostingFactory(factory.django.DjangoModelFactory):
    """A classic job on the board."""

    class Meta:
        model = JobPosting

    job = factory.SubFactory(JobFactory)

    @classmethod
    def _create(cls, model_class: type[JobPosting], *, job: Job) -> JobPosting:
        postings.refresh(job=job)
        return JobPosting.objects.get(job=job)


def on_board(make: type[factory.Factory] = JobFactory, **values: object) -> Job | AiInterviewedJob:
    """A job of either kind that the board shows."""
    job = make(**values)
    postings.refresh(job=job)
    return job


class SearchWordFactory(factory.django.DjangoModelFactory):
    """A word that occurs in a posting."""

    class Meta:
        model = SearchWord

    word = factory.Sequence(lambda n: f"word{n}")


class ApplicationNoteFactory(factory.django.DjangoModelFactory):
    """A note on an application."""

    class Meta:
        model = ApplicationNote

    application = factory.SubFactory(JobApplicationFactory)
    text = "Ask about the notice period."


class JobTextDraftFactory(factory.django.DjangoModelFactory):
    """A draft of a description that is asked for."""

    class Meta:
        model = JobTextDraft

    job = factory.SubFactory(JobFactory)
    part = "description"
    keywords = "python, payments"


class LetterTemplateFactory(factory.django.DjangoModelFactory):
    """A company's words to those it shortlists."""

    class Meta:
        model = LetterTemplate

    company = factory.SubFactory(CompanyFactory)
    status = "shortlisted"
    subject = "Your application"
    body = "We would like to meet you."


class SentLetterFactory(factory.django.DjangoModelFactory):
    """A letter that was sent."""

    class Meta:
        model = SentLetter

    application = factory.SubFactory(JobApplicationFactory)
    status = "shortlisted"
    subject = "Your application"
    text = "We would like to meet you."
