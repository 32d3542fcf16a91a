"""Makes interviews and all that belongs to them, for tests and demo data."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews import models
from interviews.enums import (
    InterviewStatus,
    Reminder,
    Stage,
    TurnSource,
    TurnStatus,
)
from interviews.stages import Plan
from interviews.tests.review_factories import (  # noqa: F401 - one module of factories for each app
    BulkActionFactory,
    CandidateMailFactory,
    DecisionLetterFactory,
    InterviewTagFactory,
    ListPreferenceFactory,
    NoteFactory,
    ReviewAssignmentFactory,
    SavedViewFactory,
    ScorecardFactory,
    ScorecardLevelFactory,
    TagFactory,
)

ANCHORS = [
    "Cannot describe it.",
    "Names terms without using them.",
    "Uses it in simple cases.",
    "Explains trade-offs from own work.",
    "Weighs alternatives and teaches others.",
]


class RubricFactory(factory.django.DjangoModelFactory):
    """A rubric with one competency, "python"; `competencies=False` makes none."""

    class Meta:
        model = models.Rubric
        skip_postgeneration_save = True

    job = factory.SubFactory(AiInterviewedJobFactory)
    version = 1

    @factory.post_generation
    def competencies(obj, create, extracted, **kwargs):
        """Give it a competency for each key in the list."""
        if create and extracted is not False:
            for order, key in enumerate(extracted or ["python"]):
                CompetencyFactory(rubric=obj, key=key, name=key.title(), order=order)


class CompetencyFactory(factory.django.DjangoModelFactory):
    """A competency with five anchors."""

    class Meta:
        model = models.Competency

    rubric = factory.SubFactory(RubricFactory, competencies=False)
    key = factory.Sequence(lambda n: f"competency-{n}")
    name = factory.LazyAttribute(lambda row: row.key.title())
    anchors = factory.LazyFunction(lambda: list(ANCHORS))
    weight = 50


class InterviewFactory(factory.django.DjangoModelFactory):
    """An invited candidate whose link is open for two weeks.

    `at=Stage.QUIZ` puts the candidate into that stage: begun, address proven, earlier stages finished.
    """

    class Meta:
        model = models.Interview
        skip_postgeneration_save = True

    job = factory.SubFactory(AiInterviewedJobFactory)
    first_name = "Asha"
    last_name = "Rao"
    email = factory.Sequence(lambda n: f"candidate{n}@example.com")
    link_expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))

    @factory.post_generation
    def at(obj, create, extracted, **kwargs):
        """Bring the candidate to a stage."""
        if not create or extracted is None:
            return
        now = timezone.now()
        order = list(Stage)
        obj.status = InterviewStatus.IN_PROGRESS
        obj.started_at = now
        obj.plan = Plan.of(obj.job).as_json()
        obj.rubric = obj.job.rubrics.first()
        if order.index(extracted) > order.index(Stage.EMAIL_CODE):
            obj.email_verified_at = now
        obj.save()
        for stage in order[: order.index(extracted)]:
            StageAttemptFactory(interview=obj, stage=stage, finished_at=now)


class InvitationFactory(factory.django.DjangoModelFactory):
    """An invitation that was sent."""

    class Meta:
        model = models.Invitation

    interview = factory.SubFactory(InterviewFactory)
    email = factory.LazyAttribute(lambda row: row.interview.email)


class InvitationBatchFactory(factory.django.DjangoModelFactory):
    """A list that waits, of a member of the job's company."""

    class Meta:
        model = models.InvitationBatch

    job = factory.SubFactory(AiInterviewedJobFactory)
    started_by = factory.SubFactory(MembershipFactory, company=factory.SelfAttribute("..job.company"))
    headings = factory.LazyFunction(lambda: ["email", "name"])
    row_count = 1


class InvitationRowFactory(factory.django.DjangoModelFactory):
    """A row that waits."""

    class Meta:
        model = models.InvitationRow

    batch = factory.SubFactory(InvitationBatchFactory)
    number = factory.Sequence(lambda n: n + 1)
    email = factory.Sequence(lambda n: f"listed{n}@example.com")
    cells = factory.LazyAttribute(lambda row: [row.email, "Asha Rao"])
    first_name = "Asha"
    last_name = "Rao"


class InvitationReminderFactory(factory.django.DjangoModelFactory):
    """A reminder that was sent."""

    class Meta:
        model = models.InvitationReminder

    interview = factory.SubFactory(InterviewFactory)
    kind = Reminder.TWO_DAYS
    link_expires_at = factory.LazyAttribute(lambda row: row.interview.link_expires_at)


class SourceLinkFactory(factory.django.DjangoModelFactory):
    """A link with a source."""

    class Meta:
        model = models.SourceLink

    job = factory.SubFactory(AiInterviewedJobFactory)
    tag = factory.Sequence(lambda n: f"board-{n}")


class ConsentFactory(factory.django.DjangoModelFactory):
    """Consent to version 1."""

    class Meta:
        model = models.Consent

    interview = factory.SubFactory(InterviewFactory)
    text_version = "1"
    text_hash = "0" * 64


class StageAttemptFactory(factory.django.DjangoModelFactory):
    """An open attempt at the quiz."""

    class Meta:
        model = models.StageAttempt

    interview = factory.SubFactory(InterviewFactory)
    stage = Stage.QUIZ


class InterviewQuestionFactory(factory.django.DjangoModelFactory):
    """A recruiter's own question."""

    class Meta:
        model = models.InterviewQuestion

    job = factory.SubFactory(AiInterviewedJobFactory)
    question = factory.Sequence(lambda n: f"Why do you want to work with us? ({n})")
    order = factory.Sequence(lambda n: n)


class TurnFactory(factory.django.DjangoModelFactory):
    """A planned question."""

    class Meta:
        model = models.InterviewQuestionAndResponse

    interview = factory.SubFactory(InterviewFactory)
    order = factory.Sequence(lambda n: 100 * (n + 1))
    source = TurnSource.GENERATED
    question = "How have you used Python in production?"
    competency_key = "python"


class AnsweredTurnFactory(TurnFactory):
    """A question that was answered."""

    status = TurnStatus.ANSWERED
    answer = (
        "I built a Django service that handled payments for two years. "
        "I wrote tests with pytest and measured slow queries before adding indexes."
    )
    transcript = factory.SelfAttribute("answer")
    asked_at = factory.LazyFunction(timezone.now)
    answered_at = factory.LazyFunction(timezone.now)


class InterviewQuestionResponseFactory(factory.django.DjangoModelFactory):
    """An answer to an own question."""

    class Meta:
        model = models.InterviewQuestionResponse

    interview = factory.SubFactory(InterviewFactory)
    question = factory.SubFactory(InterviewQuestionFactory)
    answer = "Because of the product."


class CoreQuestionsFactory(factory.django.DjangoModelFactory):
    """The questions that every candidate of a job is asked."""

    class Meta:
        model = models.CoreQuestions

    job = factory.SubFactory(AiInterviewedJobFactory)
    basis = factory.Sequence(lambda n: f"{n:064d}")
    language = "en"


class CandidateQuestionFactory(factory.django.DjangoModelFactory):
    """What a candidate asked about the job."""

    class Meta:
        model = models.CandidateQuestion

    interview = factory.SubFactory(InterviewFactory)
    question = "Is there a canteen?"


class RecordingFactory(factory.django.DjangoModelFactory):
    """A recording under way."""

    class Meta:
        model = models.Recording

    turn = factory.SubFactory(TurnFactory)
    interview = factory.SelfAttribute("turn.interview")
    content_type = "video/webm"


class RecordingChunkFactory(factory.django.DjangoModelFactory):
    """A chunk of ten bytes."""

    class Meta:
        model = models.RecordingChunk

    recording = factory.SubFactory(RecordingFactory)
    number = factory.Sequence(lambda n: n)
    sha256 = "0" * 64
    size_bytes = 10
    file = factory.django.FileField(filename="chunk.webm", data=b"0123456789")


class EvaluationFactory(factory.django.DjangoModelFactory):
    """An evaluation that waits."""

    class Meta:
        model = models.Evaluation

    rubric = factory.SubFactory(RubricFactory)
    interview = factory.SubFactory(InterviewFactory, job=factory.SelfAttribute("..rubric.job"))


class CompetencyScoreFactory(factory.django.DjangoModelFactory):
    """Level 3."""

    class Meta:
        model = models.CompetencyScore

    evaluation = factory.SubFactory(EvaluationFactory)
    competency = factory.LazyAttribute(lambda row: row.evaluation.rubric.competencies.first())
    level = 3
    anchor = ANCHORS[2]


class EvidenceQuoteFactory(factory.django.DjangoModelFactory):
    """Words from an answer."""

    class Meta:
        model = models.EvidenceQuote

    competency_score = factory.SubFactory(CompetencyScoreFactory)
    turn = factory.SubFactory(AnsweredTurnFactory)
    text = "I built a Django service"
    start = 0
    end = 24


class SharedReportFactory(factory.django.DjangoModelFactory):
    """A link that is open for a week."""

    class Meta:
        model = models.SharedReport

    interview = factory.SubFactory(InterviewFactory)
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class RubricDraftFactory(factory.django.DjangoModelFactory):
    """A draft that was asked for."""

    class Meta:
        model = models.RubricDraft

    job = factory.SubFactory(AiInterviewedJobFactory)
