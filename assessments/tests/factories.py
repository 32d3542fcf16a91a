"""Makes questions, problems, answers and submissions for tests and demo data."""

from __future__ import annotations

import factory
from django.utils import timezone

from assessments import models
from assessments.enums import Category, QuestionType, SubmissionKind, Verdict
from assessments.packages.tests.packages import PNG
from companies.tests.factories import AiInterviewedJobFactory


class QuizQuestionFactory(factory.django.DjangoModelFactory):
    """A single-choice question with options A (right), B and C; `options=False` makes none."""

    class Meta:
        model = models.QuizQuestion
        skip_postgeneration_save = True

    job = factory.SubFactory(AiInterviewedJobFactory, has_quiz=True)
    description = factory.Sequence(lambda n: f"Which one is right? ({n})")
    question_type = QuestionType.SINGLE
    category = Category.TECHNICAL
    order = factory.Sequence(lambda n: n)

    @factory.post_generation
    def options(obj, create, extracted, **kwargs):
        """Give it options: a list of (label, is_correct), or the three usual ones."""
        if not create or extracted is False:
            return
        for order, (label, is_correct) in enumerate(extracted or [("A", True), ("B", False), ("C", False)]):
            QuizOptionFactory(question=obj, label=label, is_correct=is_correct, order=order)


class QuizOptionFactory(factory.django.DjangoModelFactory):
    """A wrong option."""

    class Meta:
        model = models.QuizOption

    question = factory.SubFactory(QuizQuestionFactory, options=False)
    label = "An option"


class QuizResponseFactory(factory.django.DjangoModelFactory):
    """A candidate chose an option."""

    class Meta:
        model = models.QuizResponse

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(QuizQuestionFactory)
    option = factory.LazyAttribute(lambda row: row.question.options.first())


class DSAPoolQuestionFactory(factory.django.DjangoModelFactory):
    """A problem of the pool."""

    class Meta:
        model = models.DSAPoolQuestion

    title = factory.Sequence(lambda n: f"Sum of two numbers {n}")
    slug = factory.Sequence(lambda n: f"sum-of-two-numbers-{n}")
    topic = "arithmetic"
    description = "Read two whole numbers and print their sum."


class DSAPoolTestCaseFactory(factory.django.DjangoModelFactory):
    """A case of a pool problem."""

    class Meta:
        model = models.DSAPoolTestCase

    question = factory.SubFactory(DSAPoolQuestionFactory)
    input = "1 2\n"
    expected_output = "3\n"


class DSAQuestionFactory(factory.django.DjangoModelFactory):
    """ "Sum of two numbers" with one sample and two hidden cases; `cases=False` makes none."""

    class Meta:
        model = models.DSAQuestion
        skip_postgeneration_save = True

    job = factory.SubFactory(AiInterviewedJobFactory, has_coding=True)
    title = factory.Sequence(lambda n: f"Sum of two numbers {n}")
    description = "Read two whole numbers and print their **sum**."
    order = factory.Sequence(lambda n: n)

    @factory.post_generation
    def cases(obj, create, extracted, **kwargs):
        """Give it a sample and two hidden cases."""
        if not create or extracted is False:
            return
        for order, (text, answer) in enumerate([("1 2", "3"), ("40 2", "42"), ("-5 5", "0")]):
            DSATestCaseFactory(
                question=obj,
                input=f"{text}\n",
                expected_output=f"{answer}\n",
                is_sample=order == 0,
                order=order,
            )


class DSATestCaseFactory(factory.django.DjangoModelFactory):
    """A hidden case."""

    class Meta:
        model = models.DSATestCase

    question = factory.SubFactory(DSAQuestionFactory, cases=False)
    input = "1 2\n"
    expected_output = "3\n"


class DSAReferenceSolutionFactory(factory.django.DjangoModelFactory):
    """A right solution of a job's problem, not judged yet."""

    class Meta:
        model = models.DSAReferenceSolution

    question = factory.SubFactory(DSAQuestionFactory)
    name = factory.Sequence(lambda n: f"right {n}")
    language = "python"
    code = "print(sum(map(int, input().split())))\n"


class DSAPoolReferenceSolutionFactory(DSAReferenceSolutionFactory):
    """The same of a pool problem."""

    class Meta:
        model = models.DSAPoolReferenceSolution

    question = factory.SubFactory(DSAPoolQuestionFactory)


class DSAImageFactory(factory.django.DjangoModelFactory):
    """A picture in the statement of a job's problem."""

    class Meta:
        model = models.DSAImage

    question = factory.SubFactory(DSAQuestionFactory)
    name = factory.Sequence(lambda n: f"picture-{n}.png")
    file = factory.django.FileField(filename="picture.png", data=PNG)


class DSAPoolImageFactory(DSAImageFactory):
    """The same of a pool problem."""

    class Meta:
        model = models.DSAPoolImage

    question = factory.SubFactory(DSAPoolQuestionFactory)


class CodeDraftFactory(factory.django.DjangoModelFactory):
    """Some code typed."""

    class Meta:
        model = models.CodeDraft

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(DSAQuestionFactory)
    language = "python"
    code = "print(sum(map(int, input().split())))\n"


class SubmissionFactory(factory.django.DjangoModelFactory):
    """A queued submission."""

    class Meta:
        model = models.Submission

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(DSAQuestionFactory)
    kind = SubmissionKind.SUBMIT
    language = "python"
    code = "print(sum(map(int, input().split())))\n"


class SubmissionCaseFactory(factory.django.DjangoModelFactory):
    """An accepted case."""

    class Meta:
        model = models.SubmissionCase

    submission = factory.SubFactory(SubmissionFactory)
    name = factory.Sequence(lambda n: f"case {n}")
    verdict = Verdict.ACCEPTED


class DSAResponseFactory(factory.django.DjangoModelFactory):
    """Where a candidate stands with a problem."""

    class Meta:
        model = models.DSAResponse

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(DSAQuestionFactory)
    language = "python"


class DSATestCaseResponseFactory(factory.django.DjangoModelFactory):
    """An accepted case of a response."""

    class Meta:
        model = models.DSATestCaseResponse

    response = factory.SubFactory(DSAResponseFactory)
    test_case = factory.SubFactory(DSATestCaseFactory)
    status = Verdict.ACCEPTED


class CodeSnapshotFactory(factory.django.DjangoModelFactory):
    """An earlier version."""

    class Meta:
        model = models.CodeSnapshot

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(DSAQuestionFactory)
    language = "python"
    code = "print(1)\n"
    typed_at = factory.LazyFunction(timezone.now)


class TypingRecordFactory(factory.django.DjangoModelFactory):
    """A record without events."""

    class Meta:
        model = models.TypingRecord

    interview = factory.SubFactory("interviews.tests.factories.InterviewFactory")
    question = factory.SubFactory(DSAQuestionFactory)
    language = "python"
    began_at = factory.LazyFunction(timezone.now)


class CodePairFactory(factory.django.DjangoModelFactory):
    """Two programs that are the same."""

    class Meta:
        model = models.CodePair

    question = factory.SubFactory(DSAQuestionFactory)
    first = factory.SubFactory(SubmissionFactory, question=factory.SelfAttribute("..question"))
    second = factory.SubFactory(SubmissionFactory, question=factory.SelfAttribute("..question"))
    language = "python"
    similarity = 100
    passages = [[1, 1, 1, 1]]
