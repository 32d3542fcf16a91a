"""Makes what members leave on candidates: tags, notes, scorecards, views, letters."""

from __future__ import annotations

import factory
from django.utils import timezone

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, MembershipFactory
from interviewer.accounts.tests.factories import UserFactory
from interviews import models
from interviews.enums import BulkKind, Decision, Recommendation


class TagFactory(factory.django.DjangoModelFactory):
    """A tag of a company."""

    class Meta:
        model = models.Tag

    company = factory.SubFactory(CompanyFactory)
    name = factory.Sequence(lambda n: f"tag {n}")


class InterviewTagFactory(factory.django.DjangoModelFactory):
    """A candidate with a tag."""

    class Meta:
        model = models.InterviewTag

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    tag = factory.SubFactory(TagFactory, company=factory.SelfAttribute("..interview.job.company"))


class NoteFactory(factory.django.DjangoModelFactory):
    """A note by a member."""

    class Meta:
        model = models.Note

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    author = factory.SubFactory(UserFactory)
    author_label = factory.LazyAttribute(lambda row: str(row.author))
    text = "Ask about the outage."


class ReviewAssignmentFactory(factory.django.DjangoModelFactory):
    """A reviewer who is asked to review a job's candidates, or `interview=` one of them."""

    class Meta:
        model = models.ReviewAssignment

    membership = factory.SubFactory(MembershipFactory, role=Role.REVIEWER)
    interview = None
    job = factory.LazyAttribute(
        lambda row: None if row.interview else AiInterviewedJobFactory(company=row.membership.company)
    )


class ScorecardFactory(factory.django.DjangoModelFactory):
    """A scorecard that was handed in, without levels."""

    class Meta:
        model = models.Scorecard

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    author = factory.SubFactory(UserFactory)
    author_label = factory.LazyAttribute(lambda row: str(row.author))
    recommendation = Recommendation.YES


class ScorecardLevelFactory(factory.django.DjangoModelFactory):
    """A reviewer's level 4."""

    class Meta:
        model = models.ScorecardLevel

    scorecard = factory.SubFactory(ScorecardFactory)
    competency = factory.SubFactory("interviews.tests.factories.CompetencyFactory")
    level = 4


class SavedViewFactory(factory.django.DjangoModelFactory):
    """A view of the completed interviews."""

    class Meta:
        model = models.SavedView

    owner = factory.SubFactory(MembershipFactory)
    company = factory.SelfAttribute("owner.company")
    name = factory.Sequence(lambda n: f"View {n}")
    query = "status=completed"


class ListPreferenceFactory(factory.django.DjangoModelFactory):
    """A member's list with the city."""

    class Meta:
        model = models.ListPreference

    membership = factory.SubFactory(MembershipFactory)
    columns = factory.LazyFunction(lambda: ["city"])


class BulkActionFactory(factory.django.DjangoModelFactory):
    """A flag for nobody, which is done."""

    class Meta:
        model = models.BulkAction

    company = factory.SubFactory(CompanyFactory)
    kind = BulkKind.FLAG
    drawn_at = factory.LazyFunction(timezone.now)


class DecisionLetterFactory(factory.django.DjangoModelFactory):
    """A company's text to those it rejects."""

    class Meta:
        model = models.DecisionLetter

    company = factory.SubFactory(CompanyFactory)
    decision = Decision.REJECTED
    subject = "{job} at {company}"
    body = "Hello {first_name}, thank you."


class CandidateMailFactory(factory.django.DjangoModelFactory):
    """A letter that was sent."""

    class Meta:
        model = models.CandidateMail

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    decision = Decision.REJECTED
    to = factory.LazyAttribute(lambda row: row.interview.email)
    subject = "Your interview"
    body = "Thank you."
