"""Makes job seekers and their profiles for tests and demo data."""

from __future__ import annotations

import factory

from companies.tests.factories import JobFactory
from interviewer.accounts.tests.factories import UserFactory
from seekers import models


class JobSeekerFactory(factory.django.DjangoModelFactory):
    """A job seeker with an account."""

    class Meta:
        model = models.JobSeeker

    user = factory.SubFactory(UserFactory)
    first_name = factory.Faker("first_name")
    last_name = factory.Faker("last_name")
    key_skills = factory.LazyFunction(lambda: ["python"])


class SectionFactory(factory.django.DjangoModelFactory):
    """An entry of a profile."""

    class Meta:
        abstract = True

    job_seeker = factory.SubFactory(JobSeekerFactory)


class HSCEducationFactory(SectionFactory):
    """Class 12."""

    class Meta:
        model = models.HSCEducation

    board = "CBSE"
    year = 2016


class SSCEducationFactory(SectionFactory):
    """Class 10."""

    class Meta:
        model = models.SSCEducation

    board = "CBSE"
    year = 2014


class HigherEducationFactory(SectionFactory):
    """A bachelor's degree."""

    class Meta:
        model = models.HigherEducation

    qualification = "Bachelor"
    course = "B.Tech"
    college = "National Institute of Technology"
    start_year = 2016
    end_year = 2020


class CompetitiveExamFactory(SectionFactory):
    """An entrance exam."""

    class Meta:
        model = models.CompetitiveExam

    label = "GATE"
    score = "680"


class AcademicAchievementFactory(SectionFactory):
    """A prize."""

    class Meta:
        model = models.AcademicAchievement

    qualification = "B.Tech"
    achievements = "First in class."


class DatedFactory(SectionFactory):
    """An entry from a month on."""

    class Meta:
        abstract = True

    title = "Developer"
    start_month = 6
    start_year = 2020
    is_current = True


class EmploymentDetailFactory(DatedFactory):
    """A job held."""

    class Meta:
        model = models.EmploymentDetail

    organisation = "Acme"


class InternshipFactory(DatedFactory):
    """An internship."""

    class Meta:
        model = models.Internship

    organisation = "Acme"


class ProjectFactory(DatedFactory):
    """A project."""

    class Meta:
        model = models.Project


class ClubAndCommitteeFactory(DatedFactory):
    """A club."""

    class Meta:
        model = models.ClubAndCommittee

    organisation = "Coding club"


class CertificationFactory(SectionFactory):
    """A certificate."""

    class Meta:
        model = models.Certification

    name = "Cloud practitioner"
    provider = "Cloud company"


class SavedJobFactory(factory.django.DjangoModelFactory):
    """A job to come back to."""

    class Meta:
        model = models.SavedJob

    job_seeker = factory.SubFactory(JobSeekerFactory)
    job = factory.SubFactory(JobFactory)


class SavedSearchFactory(factory.django.DjangoModelFactory):
    """A search that tells of new jobs."""

    class Meta:
        model = models.SavedSearch

    job_seeker = factory.SubFactory(JobSeekerFactory)
    name = "python"
    query = "q=python"


class AgreementRecordFactory(factory.django.DjangoModelFactory):
    """The terms, agreed to."""

    class Meta:
        model = models.AgreementRecord

    job_seeker = factory.SubFactory(JobSeekerFactory)
    kind = "terms"
    is_given = True


class DownloadFactory(factory.django.DjangoModelFactory):
    """All data, being made."""

    class Meta:
        model = models.Download

    job_seeker = factory.SubFactory(JobSeekerFactory)
    kind = "data"


class ProfileReadingFactory(factory.django.DjangoModelFactory):
    """A résumé that fills a profile."""

    class Meta:
        model = models.ProfileReading

    job_seeker = factory.SubFactory(JobSeekerFactory)
    source = "resume"
    file_name = "cv.pdf"


class ProposalFactory(factory.django.DjangoModelFactory):
    """A summary that was read."""

    class Meta:
        model = models.Proposal

    reading = factory.SubFactory(ProfileReadingFactory)
    target = "summary"
    values = factory.LazyFunction(lambda: {"summary": "Writes tests first."})
