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
    pool = factory.Sequence(lambda n: f"pool {n}")
    count = 2


class EduDiagnoAttemptFactory(factory.django.DjangoModelFactory):
    """An attempt under way."""

    class Meta:
        model = models.EduDiagnoAttempt

    test = factory.SubFactory(EduDiagnoTestFactory)
    job_seeker = factory.SubFactory(JobSeekerFactory)
    deadline_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))


class EduDiagnoAccommodationFactory(factory.django.DjangoModelFactory):
    """Half as much time again."""

    class Meta:
        model = models.EduDiagnoAccommodation

    job_seeker = factory.SubFactory(JobSeekerFactory)
    extra_time_percent = 50


class EduDiagnoCertificateFactory(factory.django.DjangoModelFactory):
    """A certificate."""

    class Meta:
        model = models.EduDiagnoCertificate

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    holder = "Asha Rao"


class EduDiagnoMCQResponseFactory(factory.django.DjangoModelFactory):
    """A question that was asked."""

    class Meta:
        model = models.EduDiagnoMCQResponse

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoMCQQuestionFactory)
    option_order = factory.LazyFunction(lambda: [0, 1])


class EduDiagnoSubmissionFactory(factory.django.DjangoModelFactory):
    """A program."""

    class Meta:
        model = models.EduDiagnoSubmission

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    kind = "submit"
    language = "python"
    code = "print(3)"


class EduDiagnoSubmissionCaseFactory(factory.django.DjangoModelFactory):
    """A verdict."""

    class Meta:
        model = models.EduDiagnoSubmissionCase

    submission = factory.SubFactory(EduDiagnoSubmissionFactory)
    name = factory.Sequence(lambda n: f"Hidden {n}")
    verdict = "AC"


class EduDiagnoDSAResponseFactory(factory.django.DjangoModelFactory):
    """A problem that was asked."""

    class Meta:
        model = models.EduDiagnoDSAResponse

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    language = "python"


class EduDiagnoCodeDraftFactory(factory.django.DjangoModelFactory):
    """A draft."""

    class Meta:
        model = models.EduDiagnoCodeDraft

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    language = "python"


class EduDiagnoCodeSnapshotFactory(factory.django.DjangoModelFactory):
    """An earlier version."""

    class Meta:
        model = models.EduDiagnoCodeSnapshot

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    language = "python"
    typed_at = factory.LazyFunction(timezone.now)


class EduDiagnoCodePairFactory(factory.django.DjangoModelFactory):
    """Two programs that are alike."""

    class Meta:
        model = models.EduDiagnoCodePair

    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    first = factory.SubFactory(EduDiagnoSubmissionFactory)
    second = factory.SubFactory(EduDiagnoSubmissionFactory)
    language = "python"
    similarity = 90


class EduDiagnoVideoResponseFactory(factory.django.DjangoModelFactory):
    """A video question that was asked."""

    class Meta:
        model = models.EduDiagnoVideoResponse

    attempt = factory.SubFactory(EduDiagnoAttemptFactory)
    question = factory.SubFactory(EduDiagnoVideoQuestionFactory)


class EduDiagnoReferenceSolutionFactory(factory.django.DjangoModelFactory):
    """A right program."""

    class Meta:
        model = models.EduDiagnoReferenceSolution

    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    name = "right"
    language = "python"
    code = "print(3)"


class EduDiagnoDSAImageFactory(factory.django.DjangoModelFactory):
    """A picture."""

    class Meta:
        model = models.EduDiagnoDSAImage

    question = factory.SubFactory(EduDiagnoDSAQuestionFactory)
    name = factory.Sequence(lambda n: f"map-{n}.png")
    file = "problems/images/map.png"
