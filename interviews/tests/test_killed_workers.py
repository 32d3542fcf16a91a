"""Whatever a worker had in hand when it was killed is found, set going, and done once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as django_mail
from django.utils import timezone
from django_q.models import OrmQ, Schedule

from assessments.enums import SubmissionStatus
from assessments.models import DSAReferenceSolution, Submission
from assessments.tests.judges import SCRIPTED
from companies.models import JobPosting, WebhookDelivery
from edudiagno.models import EduDiagnoAttempt, EduDiagnoCertificate, EduDiagnoVideoResponse
from edudiagno.tests import waiting_work as test_work
from interviewer import background
from interviewer.integrations import mail
from interviewer.journal.models import MailStatus, OutgoingMail, ProviderCall
from interviews.models import (
    BulkAction,
    Evaluation,
    Interview,
    InterviewQuestionAndResponse,
    InvitationReminder,
    InvitationRow,
    Recording,
    StageAttempt,
)
from interviews.services import bulk
from interviews.tests import waiting_work as work
from seekers.models import Download, ProfileReading, SavedSearch

pytestmark = pytest.mark.django_db
Turn = InterviewQuestionAndResponse


@dataclass(frozen=True)
class Lost:
    """What was left behind, what a killed worker made of the row before it died, and how it looks when done."""

    arrange: Callable[[], work.Work]
    done: Callable[[object], object]
    looks: object
    before: Callable[[object], object] | None = None


def _sending(pk: object) -> None:
    OutgoingMail.objects.filter(pk=pk).update(status=MailStatus.SENDING)


def _judging(pk: object) -> None:
    Submission.objects.filter(pk=pk).update(status=SubmissionStatus.JUDGING, claimed_at=timezone.now())


def _sending_webhook(pk: object) -> None:
    WebhookDelivery.objects.filter(pk=pk).update(status="sending", claimed_at=timezone.now())


def _referring(pk: object) -> None:
    DSAReferenceSolution.objects.filter(pk=pk).update(status=SubmissionStatus.JUDGING)


def _open(pk: object) -> None:
    Recording.objects.filter(pk=pk).update(status="open")


def value(model: type, *names: str) -> Callable[[object], tuple]:
    """Reads fields of the row."""
    return lambda pk: model.objects.values_list(*names).get(pk=pk)


def value_list(model: type, owner: str, pk: object, name: str) -> list:
    """One field of all rows of an owner, in order."""
    return list(model.objects.filter(**{owner: pk}).order_by("pk").values_list(name, flat=True))


def _mail(pk: object) -> tuple:
    return (*value(OutgoingMail, "status", "text")(pk), len(django_mail.outbox))


def _calls(*names: str) -> Callable[[object], tuple]:
    """Whether these fields of the interview are filled, and which engines' calls that took."""

    def read(pk: object) -> tuple:
        row = Interview.objects.get(pk=pk)
        calls = ProviderCall.objects.order_by("id").values_list("purpose", flat=True)
        return (*(bool(getattr(row, name)) for name in names), *calls)

    return read


def _heard(pk: object) -> tuple:
    row = Recording.objects.select_related("turn").get(pk=pk)
    return row.status, row.turn.transcript_status, row.turn.answer


def _results(pk: object) -> tuple:
    return value_list(InvitationRow, "batch", pk, "result"), len(django_mail.outbox)


def _reminded(pk: object) -> tuple:
    return value_list(InvitationReminder, "interview", pk, "kind"), len(django_mail.outbox)


def _quiz(pk: object) -> tuple:
    row = StageAttempt.objects.get(interview=pk, stage="quiz")
    return row.timed_out, row.finished_at is not None


WORDS = "what the browser heard"
LOST = {
    "mail.resend_forgotten: lost": Lost(work.mail_to_send, _mail, ("sent", "", 1)),
    "mail.resend_forgotten: killed": Lost(work.mail_to_send, _mail, ("sent", "", 1), _sending),
    "postings.repair": Lost(work.job_off_the_board, lambda pk: JobPosting.objects.filter(job=pk).count(), 1),
    "alerts.find_due": Lost(
        work.alert_to_send,
        lambda pk: (SavedSearch.objects.get(pk=pk).last_sent_at is not None, len(django_mail.outbox)),
        (True, 1),
    ),
    "submissions.judge_forgotten: lost": Lost(
        work.submission_to_judge, value(Submission, "status", "verdict", "attempts"), ("done", "AC", 1)
    ),
    "submissions.judge_forgotten: killed": Lost(
        work.submission_to_judge, value(Submission, "status", "verdict"), ("done", "AC"), _judging
    ),
    "deliveries.find_lost: lost": Lost(
        work.webhook_to_send, value(WebhookDelivery, "status", "attempts"), ("dead", 1)
    ),
    "deliveries.find_lost: killed": Lost(
        work.webhook_to_send, value(WebhookDelivery, "status", "attempts"), ("dead", 1), _sending_webhook
    ),
    "references.judge_forgotten: lost": Lost(
        work.reference_to_judge, value(DSAReferenceSolution, "status", "verdict"), ("done", "AC")
    ),
    "references.judge_forgotten: killed": Lost(
        work.reference_to_judge, value(DSAReferenceSolution, "status", "verdict"), ("done", "AC"), _referring
    ),
    "invitation_batches.resume_lists": Lost(work.list_to_work_off, _results, (["invited"] * 3, 3)),
    "reminders.find_due": Lost(
        work.reminder_due_soon,
        _reminded,
        (["two_days"], 1),
    ),
    "attempts.settle_overdue": Lost(
        test_work.attempt_to_end, value(EduDiagnoAttempt, "status", "timed_out"), ("completed", True)
    ),
    "scoring.find_unscored_attempts": Lost(
        test_work.attempt_to_score, value(EduDiagnoAttempt, "status", "overall_score"), ("completed", 100)
    ),
    "videos.find_unwritten": Lost(
        test_work.answer_to_write_down, value(EduDiagnoVideoResponse, "transcript_status"), ("failed",)
    ),
    "certificates.print_missing": Lost(
        test_work.certificate_to_print,
        lambda pk: bool(EduDiagnoCertificate.objects.get(pk=pk).pdf),
        True,
    ),
    "stages.settle_overdue": Lost(work.quiz_left_alone, _quiz, (True, True)),
    "conversation.settle_overdue": Lost(
        work.question_left_alone,
        lambda pk: [one for one in work.turns_of(pk) if one[0] != "planned"],
        [("answered", "I mea")],
    ),
    "transcripts.give_up_lost": Lost(work.recording_to_transcribe, _heard, ("joined", "failed", WORDS)),
    "matching.find_unmatched": Lost(
        work.match_to_make, _calls("match_score", "match_feedback"), (True, True, "match")
    ),
    "resumes.find_unread": Lost(work.resume_to_read, _calls("phone", "skills"), (True, True, "parse_resume")),
    "readings.find_unread": Lost(work.profile_to_read, value(ProfileReading, "status", "text"), ("read", "")),
    "downloads.make_forgotten": Lost(work.download_to_make, value(Download, "status"), ("ready",)),
    "downloads.drop_expired": Lost(
        work.download_to_drop, lambda pk: Download.objects.filter(pk=pk).exists(), False
    ),
    "recordings.close_abandoned": Lost(work.recording_to_join, _heard, ("joined", "failed", WORDS), _open),
    "recordings.join_forgotten": Lost(work.recording_to_join, _heard, ("joined", "failed", WORDS)),
    "planning.plan_missing": Lost(
        work.conversation_to_plan, lambda pk: Turn.objects.filter(interview=pk).count(), 4
    ),
    "bulk.find_unfinished": Lost(
        work.bulk_to_advance, value(BulkAction, "done", "changed"), (bulk.PORTION + 2, 2)
    ),
    "scoring.find_unscored: lost": Lost(
        work.interview_to_score,
        _calls("recruiter_feedback", "report_pdf"),
        (True, True, "assess", "summarise"),
    ),
    "scoring.find_unscored: asked again": Lost(
        work.scoring_to_repeat, value(Evaluation, "status", "error"), ("done", "")
    ),
}


@pytest.fixture(autouse=True)
def engines(settings):
    settings.JUDGE_ENGINE = SCRIPTED


def named(name: str) -> Callable[[], int]:
    """The reconciler of this name."""
    (found,) = (one for one in background._reconcilers if short(one) == name.split(":")[0])
    return found


def number_in(arguments: tuple[object, ...]) -> int:
    """The row that a task is called with."""
    return next(one for one in arguments if isinstance(one, int))


def short(function: Callable[[], int]) -> str:
    return f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"


def test_every_reconciler_is_in_the_table_of_this_module():
    ours = {short(one) for one in background._reconcilers if ".tests." not in one.__module__}
    assert {name.split(":")[0] for name in LOST} == ours, "add work of the new reconciler to LOST"


@pytest.mark.parametrize("name", LOST)
def test_lost_work_is_found_and_done_once(name, run_tasks):
    lost, reconciler = LOST[name], named(name)
    pk = number_in(lost.arrange()[1])
    if lost.before:
        lost.before(pk)
    OrmQ.objects.all().delete()
    Schedule.objects.all().delete()
    assert lost.done(pk) != lost.looks
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=True):
        assert reconciler() == 1
        assert reconciler() == 0, "found again before a worker could begin"
        run_tasks()
        assert lost.done(pk) == lost.looks
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=True):
        assert (reconciler(), run_tasks()) == (0, 0)
        assert lost.done(pk) == lost.looks


@pytest.mark.parametrize(
    "name",
    [name for name in LOST if not name.startswith(("scoring", "stages", "conv", "alerts", "attempts"))],
)
def test_work_that_is_only_young_is_left_alone(name):
    lost, reconciler = LOST[name], named(name)
    pk = number_in(lost.arrange()[1])
    if lost.before:
        lost.before(pk)
    if name == "matching.find_unmatched":
        background.enqueue(work.tasks.match, pk)
    assert reconciler() == 0


def test_a_call_that_waits_is_not_asked_for_again_and_one_that_was_lost_is():
    row = mail.queue(kind="t", to="a@example.com", subject="S", text="T")
    assert background.ask_again(mail.deliver, [(row.pk,), (row.pk,), (row.pk + 1,)]) == 1
    OrmQ.objects.all().delete()
    background.enqueue(mail.deliver, row.pk, delay=timedelta(minutes=5))
    assert background.ask_again(mail.deliver, [(row.pk,)]) == 0
    Schedule.objects.all().delete()
    assert background.ask_again(mail.deliver, [(row.pk,)]) == 1


@pytest.mark.parametrize(("seconds_ago", "asked"), [(10, 0), (110, 0), (130, 1), (290, 1)])
def test_a_call_that_was_begun_is_not_taken_for_lost_at_once(settings, seconds_ago, asked):
    background.enqueue(mail.deliver, 7)
    until = timezone.now() + timedelta(seconds=settings.Q_CLUSTER["retry"] - seconds_ago)
    OrmQ.objects.update(lock=until)
    assert background.ask_again(mail.deliver, [(7,)]) == asked
