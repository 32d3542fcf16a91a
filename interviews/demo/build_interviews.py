"""Builds the demo interviews by the product's own services, so that their scores are real ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from zlib import crc32

from django.utils import timezone

from assessments.enums import SubmissionKind
from assessments.models import Submission
from assessments.services import drafts, judging
from companies.models import AiInterviewedJob
from interviewer.integrations.failures import Unavailable
from interviewer.integrations.judge import get_judge
from interviews.consents import consent_text
from interviews.demo.jobs import CODE
from interviews.demo.more_answers import MORE
from interviews.demo.resumes import DemoCandidate, address, education, resume
from interviews.demo.typing import record_typing
from interviews.enums import InterviewStatus, QuestionKind, Stage, TurnSource, TurnStatus
from interviews.lifecycles import INTERVIEW
from interviews.models import (
    Consent,
    Interview,
    InterviewQuestion,
    InterviewQuestionAndResponse,
    InterviewQuestionResponse,
    Invitation,
)
from interviews.services import coding, matching, quiz, scoring, stages

Answers = dict[str, tuple[str, tuple[str, str, str, str]]]


def build(job: AiInterviewedJob, candidate: DemoCandidate, answers: Answers) -> Interview:
    """Invite the candidate and bring them to their stage; `at=None` means through all of them."""
    began = timezone.now() - timedelta(days=28 - candidate.number * 0.9, hours=candidate.number % 7)
    interview = _invite(job, candidate, began)
    if candidate.status in {InterviewStatus.REVOKED, InterviewStatus.EXPIRED}:
        INTERVIEW.move(interview, candidate.status, actor="system")
    elif candidate.at != Stage.CONSENT:
        _walk(interview, candidate, answers)
    _backdate(interview, began)
    return interview


def _invite(job: AiInterviewedJob, candidate: DemoCandidate, at: datetime) -> Interview:
    first, last, city, years, skills = candidate.person
    is_expired = candidate.status == InterviewStatus.EXPIRED
    interview = Interview.objects.create(
        job=job,
        first_name=first,
        last_name=last,
        email=address(candidate),
        city=city,
        years_of_experience=years,
        skills=skills.split(),
        education=education(job, candidate.number),
        resume_text=resume(job, candidate),
        link_expires_at=at + timedelta(days=7) if is_expired else timezone.now() + timedelta(days=14),
    )
    owner = job.company.memberships.order_by("pk").first()
    Invitation.objects.create(
        interview=interview, email=interview.email, name=f"{first} {last}", invited_by=owner.user, sent_at=at
    )
    return interview


def _walk(interview: Interview, candidate: DemoCandidate, answers: Answers) -> None:
    stages.begin(interview=interview)
    text = consent_text(interview.job)
    Consent.objects.create(interview=interview, text_version=text.version, text_hash=text.sha256)
    while (stage := stages.current(interview)) not in {candidate.at, None, Stage.SCORING}:
        stages.enter(interview=interview, stage=stage)
        if not _go_through(interview, stage, candidate, answers):
            return
        stages.finish(interview=interview, stage=stage)
    if candidate.at == Stage.CONVERSATION:
        _talk(interview, candidate, answers, count=2)
    if candidate.at is None:
        scoring.run(interview_id=interview.pk)


def _go_through(interview: Interview, stage: Stage, candidate: DemoCandidate, answers: Answers) -> bool:
    """What the candidate does in a stage; False when it ends the interview."""
    if stage == Stage.EMAIL_CODE:
        interview.email_verified_at = timezone.now()
        interview.save(update_fields=["email_verified_at"])
    elif stage == Stage.MATCH:
        matching.run(interview_id=interview.pk)
        interview.refresh_from_db()
        return interview.status != InterviewStatus.SCREENED_OUT
    elif stage == Stage.QUIZ:
        _quiz(interview, candidate.quality, candidate.number)
    elif stage == Stage.CODING:
        _code(interview, candidate.quality)
    elif stage == Stage.CONVERSATION:
        _talk(interview, candidate, answers)
    return True


def _quiz(interview: Interview, quality: int, number: int) -> None:
    attempt = quiz.begin(interview=interview)
    right = {
        option.uid
        for question in interview.job.quiz_questions.prefetch_related("options")
        for option in question.options.all()
        if option.is_correct
    }
    for question in quiz.questions(interview=interview, attempt=attempt):
        is_right = (question.number + number) % 4 >= quality
        picked = [option.uid for option in question.options if (option.uid in right) == is_right]
        quiz.choose(
            interview=interview,
            question_uid=question.uid,
            option_uids=picked if question.is_multiple else picked[:1],
        )


def _code(interview: Interview, quality: int) -> None:
    is_ready = get_judge().health().ready
    for problem in coding.problems(coding.begin(interview=interview)):
        language, code = CODE[problem.title][quality]
        drafts.save(sitting=interview, question=problem, language=language, code=code)
        record_typing(interview, problem, language, code, timezone.now())
        row = Submission.objects.create(
            interview=interview, question=problem, kind=SubmissionKind.SUBMIT, language=language, code=code
        )
        if is_ready:
            try:
                judging.judge(submission_id=row.pk)
            except Unavailable:  # the worker tries again
                continue


def _answer(key: str, texts: tuple[str, ...], candidate: DemoCandidate) -> str:
    """One of two texts of the candidate's quality, or of the next: nobody is equally good at everything."""
    chance = crc32(f"{candidate.number}:{key}".encode())
    step = (-1, 0, 0, 1)[chance // 2 % 4]
    return (texts, MORE[key])[chance % 2][min(3, max(0, candidate.quality + step))]


def _talk(interview: Interview, candidate: DemoCandidate, answers: Answers, count: int = 99) -> None:
    now = timezone.now()
    for place, (key, (question, texts)) in enumerate(answers.items()):
        said = _answer(key, texts, candidate) if place < count else ""
        own = InterviewQuestion.objects.filter(job=interview.job, competency_key=key).first()
        InterviewQuestionAndResponse.objects.create(
            interview=interview,
            order=(place + 1) * 100,
            source=TurnSource.OWN,
            question=question,
            question_type=QuestionKind.CUSTOM,
            competency_key=key,
            own_question=own,
            status=TurnStatus.ANSWERED if said else TurnStatus.PLANNED,
            asked_at=now if said else None,
            answered_at=now if said else None,
            transcript=said,
            answer=said,
            was_typed=True,
        )
        if said and own:
            InterviewQuestionResponse.objects.create(interview=interview, question=own, answer=said)


#: Minutes that a stage takes somebody in no hurry.
_MINUTES = {
    Stage.CONSENT: 2,
    Stage.RESUME: 4,
    Stage.EMAIL_CODE: 1,
    Stage.MATCH: 1,
    Stage.QUIZ: 6,
    Stage.CODING: 27,
    Stage.DEVICES: 2,
    Stage.CONVERSATION: 13,
    Stage.SCORING: 1,
}


def _backdate(interview: Interview, began: datetime) -> None:
    """Give the interview and everything in it the times at which they would have happened."""
    interview.refresh_from_db()
    clock = began + timedelta(hours=5)
    changes: dict[str, datetime] = {"created_at": began}
    if interview.started_at:
        changes["started_at"] = clock
    interview.consents.update(given_at=clock)
    for attempt in interview.stage_attempts.order_by("pk"):
        is_open = attempt.finished_at is None
        start = timezone.now() if is_open else clock
        clock += timedelta(minutes=_MINUTES[attempt.stage], seconds=crc32(f"{attempt.pk}".encode()) % 120)
        interview.stage_attempts.filter(pk=attempt.pk).update(
            started_at=start, finished_at=None if is_open else clock
        )
        if attempt.stage == Stage.CODING:
            interview.typing_records.update(began_at=start + timedelta(minutes=1))
        if attempt.stage == Stage.CONVERSATION:
            _backdate_turns(interview, start)
    if interview.submitted_at and interview.status == InterviewStatus.COMPLETED:
        changes |= {"submitted_at": clock, "completed_at": clock + timedelta(minutes=1)}
    if interview.email_verified_at:
        changes["email_verified_at"] = clock
    Interview.objects.filter(pk=interview.pk).update(**changes)


def _backdate_turns(interview: Interview, start: datetime) -> None:
    """One answer after the other, three minutes each."""
    for place, turn in enumerate(interview.turns.exclude(answered_at=None).order_by("order")):
        asked = start + timedelta(minutes=1 + 3 * place)
        said = asked + timedelta(seconds=40 + len(turn.answer) // 6)
        interview.turns.filter(pk=turn.pk).update(asked_at=asked, answered_at=said)
