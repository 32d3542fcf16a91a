"""Writing a recruiter's own interview questions."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from companies.enums import JobStatus
from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.journal import services as journal
from interviews.models import InterviewQuestion


def save(
    *,
    actor: object,
    job: AiInterviewedJob,
    question: InterviewQuestion | None,
    text: str,
    question_type: str,
    competency_key: str = "",
) -> InterviewQuestion:
    """Write a new question, or a present one anew. Once the job was published the old wording stays with the
    answers that were given to it, and the new one takes its place."""
    with transaction.atomic():
        rows = InterviewQuestion.objects.for_job(job)
        row = question or InterviewQuestion(job=job, order=ordering.next_place(rows))
        if question and question.question != text and job.status != JobStatus.DRAFT:
            InterviewQuestion.objects.filter(pk=question.pk).update(deleted_at=timezone.now())
            row = InterviewQuestion(job=job, order=question.order)
        row.question, row.question_type, row.competency_key = text, question_type, competency_key
        row.save()
        action = "interview_question.edited" if question else "interview_question.added"
        journal.record(actor=actor, action=action, subject=row, company_id=job.company_id)
    return row


def delete(*, actor: object, question: InterviewQuestion) -> None:
    """Ask it no more; answers already given stay."""
    with transaction.atomic():
        question.deleted_at = timezone.now()
        question.save(update_fields=["deleted_at", "updated_at"])
        journal.record(
            actor=actor,
            action="interview_question.deleted",
            subject=question,
            company_id=question.job.company_id,
        )


def move(*, question: InterviewQuestion, up: bool) -> None:
    """Change places with the neighbour."""
    ordering.move(question, InterviewQuestion.objects.for_job(question.job), up=up)
