"""Work of every background task, waiting to be done: scenes for tests of killed and repeated workers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from assessments import tasks as judge_tasks
from assessments.services import references
from assessments.services.references import ReferenceText
from assessments.tests.factories import (
    DSAQuestionFactory,
    DSAResponseFactory,
    DSATestCaseFactory,
    SubmissionFactory,
)
from companies import tasks as company_tasks
from companies.services import job_drafts, postings
from companies.tests.factories import JobFactory, JobPostingFactory, WebhookDeliveryFactory
from interviewer import background
from interviewer.integrations import mail
from interviews import tasks
from interviews.enums import InterviewStatus, RecordingStatus, Reminder, Stage, TranscriptStatus, TurnStatus
from interviews.models import Interview, InterviewQuestionAndResponse
from interviews.services import bulk, rubric_drafts
from interviews.tests.conversations import sitting
from interviews.tests.factories import (
    AnsweredTurnFactory,
    BulkActionFactory,
    EvaluationFactory,
    InterviewFactory,
    InvitationBatchFactory,
    InvitationFactory,
    InvitationRowFactory,
    RecordingChunkFactory,
    RecordingFactory,
    StageAttemptFactory,
    TurnFactory,
)
from seekers import tasks as seeker_tasks
from seekers.models import Download, ProfileReading
from seekers.tests.factories import JobSeekerFactory, SavedSearchFactory

#: A task, and what it is called with.
Work = tuple[Callable[..., object], tuple[object, ...]]
RESUME = "Asha Rao\nasha@example.com\n+91 98765 43210\nSkills: Python, Django, SQL"
#: The beginning of a WebM file: enough to be kept, too little to be played.
WEBM = b"\x1aE\xdf\xa3" + b"\x00" * 60


def mail_to_send() -> Work:
    """An e-mail that is queued."""
    row = mail.queue(kind="test", to="asha@example.com", subject="Hello", text="Text", html="<p>Text</p>")
    return mail.deliver, (row.pk,)


def job_off_the_board() -> Work:
    """An open job whose change the job board did not follow."""
    row = JobFactory()
    return postings.refresh, (row.pk,)


def alert_to_send() -> Work:
    """A saved search whose hour has come, and a job that is new since."""
    now = timezone.now()
    search = SavedSearchFactory(seen_until=now - timedelta(days=1), next_alert_at=now - timedelta(minutes=5))
    row = JobPostingFactory(job__title="Python developer")
    type(row).objects.filter(pk=row.pk).update(listed_at=now - timedelta(hours=1))
    return seeker_tasks.send_alert, (search.pk,)


def submission_to_judge() -> Work:
    """A submission with a sample and a hidden case, for the scripted judge."""
    row = SubmissionFactory(code="AC", interview=InterviewFactory(at=Stage.CODING))
    DSATestCaseFactory(question=row.question, is_sample=True)
    DSATestCaseFactory(question=row.question, is_sample=False)
    return judge_tasks.judge, (row.pk,)


def reference_to_judge() -> Work:
    """A reference solution that was just added, for the scripted judge."""
    problem = DSAQuestionFactory()
    row = references.add(problem=problem, text=ReferenceText("a try", "python", "AC"))
    return judge_tasks.judge_reference, ("job", row.pk)


def programs_to_compare() -> Work:
    """Two candidates whose best programs are the same."""
    code = "".join(f"value_{n} = int(input()) * {n} + len(str({n}))\n" for n in range(20))
    problem = DSAQuestionFactory()
    for _candidate in range(2):
        interview = InterviewFactory(at=Stage.SCORING, job=problem.job)
        row = SubmissionFactory(code=code, language="python", question=problem, interview=interview)
        DSAResponseFactory(
            interview=interview, question=problem, submission=row, code=code, language="python"
        )
    return judge_tasks.compare_programs, (problem.pk,)


def job_text_to_draft() -> Work:
    """A text of a classic job that a recruiter asked for."""
    draft = job_drafts.ask(actor=None, job=JobFactory(), part="benefits", keywords="lunch, pension")
    return company_tasks.draft_job_text, (draft.pk,)


def rubric_to_draft() -> Work:
    """A rubric that a recruiter asked for."""
    return tasks.draft_rubric, (rubric_drafts.ask(actor=None, job=sitting().job).pk,)


def resume_to_read() -> Work:
    """A résumé that was uploaded."""
    interview = sitting(at=Stage.RESUME)
    interview.resume_text = RESUME
    interview.resume.save("resume.pdf", ContentFile(b"%PDF-"))
    StageAttemptFactory(interview=interview, stage=Stage.RESUME, state={"step": "reading"})
    return tasks.read_resume, (interview.pk,)


def profile_to_read() -> Work:
    """A job seeker's résumé that is to fill the profile."""
    row = ProfileReading.objects.create(
        job_seeker=JobSeekerFactory(key_skills=[]), source="resume", file_name="cv.pdf", text=RESUME
    )
    return seeker_tasks.read_profile_resume, (row.pk,)


def download_to_make() -> Work:
    """A file that a job seeker asked for."""
    row = Download.objects.create(job_seeker=JobSeekerFactory(), kind="data")
    return seeker_tasks.make_download, (row.pk,)


def download_to_drop() -> Work:
    """A file whose time will be over in half an hour."""
    over = timezone.now() + timedelta(minutes=30)
    row = Download.objects.create(job_seeker=JobSeekerFactory(), kind="data", status="ready", expires_at=over)
    return seeker_tasks.make_download, (row.pk,)


def match_to_make() -> Work:
    """A candidate who looks at the page of the match."""
    interview = sitting(at=Stage.MATCH, has_match=True)
    StageAttemptFactory(interview=interview, stage=Stage.MATCH, state={"asked": True})
    return tasks.match, (interview.pk,)


def conversation_to_plan() -> Work:
    """A candidate at the device check, near to a conversation without questions."""
    interview = sitting(at=Stage.DEVICES, question_count=2)
    now = timezone.now()
    StageAttemptFactory(
        interview=interview, stage=Stage.DEVICES, started_at=now, state={"plan_asked_for": True}
    )
    return tasks.plan_conversation, (interview.pk,)


def question_to_speak() -> Work:
    """A question, for a server that has a voice."""
    return tasks.speak_question, (TurnFactory(interview=sitting()).pk,)


def answer_to_follow_up() -> Work:
    """An answer that the candidate's page waits with for a follow-up."""
    turn = AnsweredTurnFactory(interview=sitting(own=0, max_follow_ups=1), considered_at=None)
    TurnFactory(interview=turn.interview)
    return tasks.consider_follow_up, (turn.pk,)


def recording_to_join(status: str = RecordingStatus.CLOSED) -> Work:
    """An answer that was recorded in two chunks and waits for its transcript."""
    turn = AnsweredTurnFactory(
        interview=sitting(text_only=False),
        answer="",
        transcript="what the browser heard",
        transcript_status=TranscriptStatus.WAITING,
    )
    row = RecordingFactory(turn=turn, status=status, chunks_expected=2, content_type="audio/webm")
    for number, data in enumerate((WEBM, b"\x01" * 30)):
        RecordingChunkFactory(recording=row, number=number, file=ContentFile(data, f"{number}.webm"))
    return tasks.join_recording, (row.pk,)


def recording_to_transcribe() -> Work:
    """A joined recording, for a server that can hear."""
    _task, (pk,) = recording_to_join(RecordingStatus.JOINED)
    row = RecordingFactory._meta.model.objects.get(pk=pk)
    row.file.save("answer.webm", ContentFile(WEBM))
    return tasks.transcribe, (pk,)


def list_to_work_off() -> Work:
    """A list of three people to invite."""
    batch = InvitationBatchFactory(row_count=3)
    for _row in range(3):
        InvitationRowFactory(batch=batch)
    return tasks.work_off_invitations, (batch.pk,)


def reminder_to_send(hours: float = 36) -> Work:
    """Somebody whose invitation of yesterday ends in so many hours; two days before the end is in the window."""
    now = timezone.now()
    interview = InterviewFactory(link_expires_at=now + timedelta(hours=hours))
    InvitationFactory(interview=interview, sent_at=now - timedelta(days=1))
    return tasks.remind, (interview.pk, Reminder.TWO_DAYS.value)


def reminder_due_soon() -> Work:
    """The same, but the reminder is due in half an hour."""
    return reminder_to_send(hours=48.5)


def interview_to_score() -> Work:
    """An interview that was handed in."""
    interview = sitting(at=Stage.SCORING)
    AnsweredTurnFactory(interview=interview)
    interview.status, interview.submitted_at = InterviewStatus.SCORING, timezone.now()
    interview.save()
    return tasks.score, (interview.pk,)


def scoring_to_repeat() -> Work:
    """A completed interview whose new scoring a recruiter asked for."""
    interview = sitting(at=Stage.SCORING)
    AnsweredTurnFactory(interview=interview)
    interview.status = InterviewStatus.COMPLETED
    interview.save()
    return tasks.evaluate_again, (EvaluationFactory(interview=interview, rubric=interview.rubric).pk,)


def report_to_render() -> Work:
    """A completed interview without its PDF."""
    interview = InterviewFactory(at=Stage.SCORING)
    interview.status, interview.overall_score = InterviewStatus.COMPLETED, 70
    interview.save()
    return tasks.render_report, (interview.pk,)


def quiz_left_alone() -> Work:
    """A quiz whose time is up."""
    interview = sitting(at=Stage.QUIZ, has_quiz=True)
    soon = timezone.now() + timedelta(minutes=5)
    StageAttemptFactory(interview=interview, stage=Stage.QUIZ, deadline_at=soon)
    return tasks.score, (interview.pk,)


def question_left_alone() -> Work:
    """A question that is open, with something written."""
    interview = sitting()
    soon = timezone.now() + timedelta(minutes=2)
    turn = TurnFactory(interview=interview, status=TurnStatus.ASKED, deadline_at=soon, transcript="I mea")
    TurnFactory(interview=interview)
    return tasks.score, (turn.interview_id,)


def turns_of(interview_id: object) -> list[tuple[str, str]]:
    """Status and answer of each question, in order."""
    rows = InterviewQuestionAndResponse.objects.filter(interview_id=interview_id).order_by("order")
    return list(rows.values_list("status", "answer"))


def bulk_to_advance() -> Work:
    """A flag for more candidates than one portion holds, two of them left."""
    interviews = [InterviewFactory() for _number in range(2)]
    job = interviews[0].job
    Interview.objects.filter(pk__in=[one.pk for one in interviews]).update(job=job, company=job.company)
    ids = [0] * bulk.PORTION + [one.pk for one in interviews]
    values = {"reason": "look again"}
    row = BulkActionFactory(company=job.company, values=values, interview_ids=ids, total=len(ids))
    return tasks.advance_bulk, (row.pk,)


def webhook_to_send() -> Work:
    """A delivery to an address that was switched off meanwhile: it is given up without a connection."""
    row = WebhookDeliveryFactory(endpoint__disabled_at=timezone.now())
    background.enqueue(company_tasks.deliver_webhook, row.pk)
    return company_tasks.deliver_webhook, (row.pk,)
