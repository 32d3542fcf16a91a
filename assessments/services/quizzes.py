"""Writing a job's quiz questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import Category, QuestionType
from assessments.models import QuizOption, QuizQuestion
from companies.enums import JobStatus
from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.errors import Invalid
from interviewer.journal import services as journal

MAX_OPTIONS = 8


@dataclass(frozen=True)
class QuestionText:
    """A question as it was written."""

    description: str
    question_type: str = QuestionType.SINGLE
    category: str = Category.TECHNICAL
    seconds: int = 60
    marks: int = 1
    explanation: str = ""
    image_text: str = ""


@dataclass(frozen=True)
class OptionText:
    """An option, and whether it is right."""

    label: str
    is_correct: bool


def check_options(*, question_type: str, options: Sequence[OptionText]) -> None:
    """Raise Invalid with what is wrong with a question's options."""
    right = sum(option.is_correct for option in options)
    if len({option.label.casefold() for option in options}) != len(options):
        raise Invalid(_("Two options say the same."))
    if len(options) > MAX_OPTIONS:
        raise Invalid(_("A question may have %(n)d options.") % {"n": MAX_OPTIONS})
    if question_type == QuestionType.TRUE_FALSE and len(options) != 2:
        raise Invalid(_("True or false has two options."))
    if len(options) < 2:
        raise Invalid(_("Give at least two options."))
    if right == 0:
        raise Invalid(_("Mark which option is right."))
    if right > 1 and question_type != QuestionType.MULTIPLE:
        raise Invalid(_("Only one option can be right here; choose another type for several."))


def save(
    *,
    actor: object,
    job: AiInterviewedJob,
    question: QuizQuestion | None,
    text: QuestionText,
    options: Sequence[OptionText],
    image: UploadedFile | None = None,
    remove_image: bool = False,
) -> QuizQuestion:
    """Write a new question, or a present one anew. Raises Invalid when the options make no question.

    Once the job was published a changed question takes the place of the old one, which stays for the
    candidates who have it before them or answered it: what they were asked never changes.
    """
    check_options(question_type=text.question_type, options=options)
    with transaction.atomic():
        rows = QuizQuestion.objects.for_job(job)
        row = question or QuizQuestion(job=job, order=ordering.next_place(rows))
        if question and (job.status != JobStatus.DRAFT or question.responses.exists()):
            row = _successor(question)
        for name, value in asdict(text).items():
            setattr(row, name, value)
        if image or remove_image:
            row.image = image or ""
        row.save()
        row.options.all().delete()
        QuizOption.objects.bulk_create(
            QuizOption(question=row, order=number, **asdict(option)) for number, option in enumerate(options)
        )
        action = "quiz_question.edited" if question else "quiz_question.added"
        journal.record(actor=actor, action=action, subject=row, company_id=job.company_id)
    return row


def _successor(question: QuizQuestion) -> QuizQuestion:
    QuizQuestion.objects.filter(pk=question.pk).update(deleted_at=timezone.now())
    names = ("job_id", "order", "image", "approved")
    return QuizQuestion(**{name: getattr(question, name) for name in names})


def delete(*, actor: object, question: QuizQuestion) -> None:
    """Take a question out of the quiz; answers already given to it stay."""
    with transaction.atomic():
        question.deleted_at = timezone.now()
        question.save(update_fields=["deleted_at", "updated_at"])
        journal.record(
            actor=actor,
            action="quiz_question.deleted",
            subject=question,
            company_id=question.job.company_id,
        )


def move(*, question: QuizQuestion, up: bool) -> None:
    """Change places with the neighbour."""
    ordering.move(question, QuizQuestion.objects.for_job(question.job), up=up)
