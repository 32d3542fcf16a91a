"""Makes EduDiagno tests and attempts for tests."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from edudiagno import models
from seekers.tests.factories import JobSeekerFactory


class EduDiagnoTestFactory(factory.django.DjangoModelFactory):
    """A test of Python."""

    class Meta:
        model = models.EduDiagnoTest

    title = factory.Sequence(lambda n: f"Python basics {n}")
    slug = factory.Sequence(lambda n: f"python-basics-{n}")
    field = "Software"


class EduDiagnoMCQQuestionFactory(factory.django.DjangoModelFactory):
    """A quiz question."""

    class Meta:
        model = models.EduDiagnoMCQQuestion

    test = factory.SubFactory(EduDiagnoTestFactory)
    description = "Which one is right?"
    order = factory.Sequence(lambda n: n)
    explanation = "Because A is."
    options = factory.LazyFunction(
        lambda: [{"label": "A", "is_correct": True}, {"label": "B", "is_correct": False}]
    )


class EduDiagnoDSAQuestionFactory(factory.django.DjangoModelFactory):
    """A coding problem."""

    class Meta:
        model = models.EduDiagnoDSAQuestion

    test = factory.SubFactory(EduDiagnoTestFactory)
    title = "Sum"
    description = "Print the sum."


class EduDiagnoDSATestCaseFactory(factory.django.DjangoModelFactory):
    """A case."""

    class Meta:
        model = models.EduDiagnoDSATestCase

    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    input = "1 2\n"
    expected_output = "3\n"


class EduDiagnoVideoQuestionFactory(factory.django.DjangoModelFactory):
    """A video question."""

    class Meta:
        model = models.EduDiagnoVideoQuestion

    test = factory.SubFactory(EduDiagnoTestFactory)
    question = "Explain generators."


class EduDiagnoDrawFactory(factory.django.DjangoModelFactory):
    """Two of a pool."""

    class Meta:
        model = models.EduDiagnoDraw

    test = factory.SubFactory(EduDiagnoTestFactory)
    section = "mcq"
    pool = "pool"
    count = 2


class EduDiagnoAttemptFactory(factory.django.DjangoModelFactory):
    """An attempt under way."""

    class Meta:
        model = models.EduDiagnoAttempt

    test = factory.SubFactory(EduDiagnoTestFactory)
    job_seeker = factory.SubFactory(JobSeekerFactory)
    deadline_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))
