"""What is asked and answered: the recruiter's questions, and every turn of a conversation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.quiz import QuestionQuerySet
from companies.models import AiInterviewedJob
from interviewer.db.models import PublicModel, SoftDeletedModel, TimedModel
from interviews.enums import QuestionKind, TranscriptStatus, TurnSource, TurnStatus
from interviews.models.interviews import Interview
from interviews.models.rubrics import Rubric

#: What a turn is when nothing more can be said to it.
FINAL = (TurnStatus.ANSWERED, TurnStatus.SKIPPED)


class InterviewQuestion(PublicModel, SoftDeletedModel):
    """A recruiter's own question: asked of every candidate of the job, word for word."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="interview_questions")
    question = models.TextField(_("question"), max_length=1_000)
    question_type = models.CharField(
        _("type"), max_length=16, choices=QuestionKind, default=QuestionKind.CUSTOM
    )
    competency_key = models.SlugField(_("competency"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    approved = models.BooleanField(_("approved"), default=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("interview question")
        verbose_name_plural = _("interview questions")
        indexes = [models.Index(fields=["job", "order"])]

    def __str__(self) -> str:
        return self.question[:80]


class CoreQuestions(TimedModel):
    """What every candidate of a job is asked beside the recruiter's own questions: made once, then kept.

    `basis` stands for what the questions were made for: the rubric, their number and the language.
    """

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="core_questions")
    rubric = models.ForeignKey(Rubric, models.SET_NULL, null=True, blank=True, related_name="core_questions")
    basis = models.CharField(_("made for"), max_length=64)
    language = models.CharField(_("language"), max_length=8)
    questions = models.JSONField(_("questions"), default=list)
    engine = models.CharField(_("engine"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("core questions")
        verbose_name_plural = _("core questions")
        constraints = [models.UniqueConstraint(fields=["job", "basis"], name="core_questions_once_per_basis")]

    def __str__(self) -> str:
        return f"{self.job} ({len(self.questions)})"


class InterviewQuestionAndResponse(PublicModel):
    """One turn: a question as it was asked of this candidate, and the answer.

    `transcript` is what was heard or typed; `answer` is the transcript as the candidate left it after the
    time for correction, and the only text that is scored.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="turns")
    order = models.PositiveSmallIntegerField(_("order"))
    source = models.CharField(_("source"), max_length=10, choices=TurnSource)
    question = models.TextField(_("question"))
    question_type = models.CharField(
        _("type"), max_length=16, choices=QuestionKind, default=QuestionKind.TECHNICAL
    )
    competency_key = models.SlugField(_("competency"), max_length=60, blank=True)
    expected_points = models.JSONField(default=list, blank=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="follow_ups")
    own_question = models.ForeignKey(
        InterviewQuestion, models.SET_NULL, null=True, blank=True, related_name="turns"
    )
    reason = models.CharField(_("why it was asked"), max_length=300, blank=True)
    status = models.CharField(max_length=10, choices=TurnStatus, default=TurnStatus.PLANNED)
    restarts = models.PositiveSmallIntegerField(_("asked anew"), default=0)
    rephrased = models.TextField(_("said in other words"), blank=True)
    stuck_at = models.DateTimeField(
        _("found to go round in a circle at"),
        null=True,
        blank=True,
        help_text=_("The candidate chooses then whether to go on or to begin the question again."),
    )
    first_sound_ms = models.PositiveIntegerField(
        _("wait before the question was heard (ms)"),
        null=True,
        blank=True,
        help_text=_(
            "From the end of the answer before to the first sound, without the candidate's own time."
        ),
    )
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True)
    deadline_at = models.DateTimeField(_("deadline"), null=True, blank=True)
    review_until = models.DateTimeField(_("correction open until"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    considered_at = models.DateTimeField(
        _("follow-up considered at"),
        null=True,
        blank=True,
        help_text=_("When it was decided whether to ask more about this answer; empty while that is open."),
    )
    transcript = models.TextField(_("transcript"), blank=True)
    transcript_status = models.CharField(
        max_length=8, choices=TranscriptStatus, default=TranscriptStatus.NONE
    )
    transcript_engine = models.CharField(max_length=60, blank=True)
    segments = models.JSONField(_("timed segments"), default=list, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    was_typed = models.BooleanField(_("typed"), default=False)
    was_corrected = models.BooleanField(_("corrected by the candidate"), default=False)
    rerecorded = models.BooleanField(_("recorded anew"), default=False)
    findings = models.JSONField(_("found in the answer"), default=list, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("question and answer")
        verbose_name_plural = _("questions and answers")
        constraints = [models.UniqueConstraint(fields=["interview", "order"], name="one_turn_per_place")]

    def __str__(self) -> str:
        return self.question[:80]

    @property
    def company_id(self) -> int:
        """The company whose interview it is (for the journal)."""
        return self.interview.company_id

    @property
    def is_final(self) -> bool:
        """Whether nothing more can be said to it."""
        return self.status in FINAL

    @property
    def take(self) -> int:
        """The number of the recording that counts now."""
        return 1 + self.rerecorded + self.restarts


class CandidateQuestion(PublicModel):
    """What a candidate asked about the job, and what the job's text said to it; empty: the recruiter answers."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="candidate_questions")
    question = models.TextField(_("question"), max_length=1_000)
    answer = models.TextField(_("answer from the job's text"), blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("candidate's question")
        verbose_name_plural = _("candidates' questions")

    def __str__(self) -> str:
        return self.question[:80]

    @property
    def company_id(self) -> int:
        """The company whose interview it is (for the journal)."""
        return self.interview.company_id


class InterviewQuestionResponse(TimedModel):
    """A candidate's final answer to one of the recruiter's own questions."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="question_responses")
    question = models.ForeignKey(InterviewQuestion, models.PROTECT, related_name="responses")
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("answer to an own question")
        verbose_name_plural = _("answers to own questions")
        constraints = [
            models.UniqueConstraint(fields=["interview", "question"], name="one_answer_per_own_question")
        ]

    def __str__(self) -> str:
        return self.answer[:80]
