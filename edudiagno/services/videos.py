"""The video questions of an attempt: prepared, recorded or typed, written down, and given a level with evidence."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from edudiagno import clocks
from edudiagno.enums import Section, TranscriptStatus, VideoStatus
from edudiagno.models import EduDiagnoAttempt, EduDiagnoVideoResponse
from edudiagno.scores import Part, of_level, weighted
from edudiagno.services import attempts
from interviewer import background
from interviewer.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    StorageFull,
    TooLarge,
    TooLate,
    WrongType,
)
from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.evidence import verify_quotes
from interviewer.integrations.llm.port import CompetencyBrief, Turn
from interviewer.integrations.media import on_disk
from interviewer.integrations.media_types import container_of
from interviewer.integrations.speech import get_speech
from interviewer.journal import services as journal
from seekers.models import JobSeeker

LARGEST = 60 * 1024 * 1024
MAX_WORDS = 10_000
#: A recording that was made in time may take this long to arrive.
TO_ARRIVE = timedelta(minutes=2)
#: A transcript that is awaited this long will not come any more.
LOST = timedelta(minutes=20)
#: What the levels of every video answer mean.
ANCHORS = (
    "Does not answer the question, or is wrong in what matters.",
    "Touches the question; most of what matters is missing or vague.",
    "Answers the question; some of what matters is there with some reason.",
    "Answers well: most of what matters, with reasons or an example.",
    "Answers fully and precisely, with reasons, an example and limits.",
)


def may_type(attempt: EduDiagnoAttempt) -> bool:
    """Whether answers may be typed: where staff granted it, and where this server can't hear."""
    return attempt.text_answers or not get_speech().capabilities.transcribes


def response_of(*, seeker: JobSeeker, uid: uuid.UUID, answer_uid: uuid.UUID) -> EduDiagnoVideoResponse:
    """One video question of an attempt while the section is open; raises NotFound or TooLate."""
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.VIDEO)
    row = attempt.video_responses.select_related("question").filter(uid=answer_uid).first()
    if row is None:
        raise NotFound
    row.attempt = attempt
    return row


def open_take(*, seeker: JobSeeker, uid: uuid.UUID, answer_uid: uuid.UUID) -> EduDiagnoVideoResponse:
    """See a question: the time to prepare and to answer runs from here. Once more counts as a new take, as long as
    the test allows one and nothing later is lost. Raises Conflict without takes left."""
    row = response_of(seeker=seeker, uid=uid, answer_uid=answer_uid)
    with transaction.atomic():
        attempts.locked(row.attempt)
        row.refresh_from_db()
        if row.takes >= row.attempt.test.video_takes:
            raise Conflict(_("You have used all takes for this question. Your last answer counts."))
        now, percent = timezone.now(), row.attempt.extra_time_percent
        asked = row.question.preparation_seconds + row.question.answer_seconds
        whole = clocks.deadline_in(row.attempt.sections[Section.VIDEO]) or row.attempt.deadline_at
        row.opened_at = now
        row.deadline_at = min(whole, now + clocks.with_extra(timedelta(seconds=asked), percent))
        row.takes += 1
        if row.status == VideoStatus.DRAWN:
            row.status = VideoStatus.OPEN
        row.save(update_fields=["opened_at", "deadline_at", "takes", "status", "updated_at"])
    return row


def _check_open(row: EduDiagnoVideoResponse, now: datetime, slack: timedelta) -> None:
    if row.deadline_at is None:
        raise Conflict(_("Open the question first."))
    if now > row.deadline_at + slack:
        raise TooLate(_("The time for this answer is up. What you sent before counts."))


def store(
    *, seeker: JobSeeker, uid: uuid.UUID, answer_uid: uuid.UUID, file: UploadedFile
) -> EduDiagnoVideoResponse:
    """Keep a recorded answer in the place of an earlier take, and have it written down."""
    row = response_of(seeker=seeker, uid=uid, answer_uid=answer_uid)
    _check_open(row, timezone.now(), TO_ARRIVE)
    if file.size > LARGEST:
        raise TooLarge(_("An answer may have 60 MB."))
    container = container_of(file.read(16))
    file.seek(0)
    if container is None:
        raise WrongType(_("Recordings are WebM, MP4 or Ogg."))
    old = row.file.name
    try:
        row.file.save(f"{row.uid}-{row.takes}.{container}", ContentFile(file.read()), save=False)
    except OSError as problem:
        raise StorageFull(_("The recording could not be stored just now. Please send it again.")) from problem
    try:
        with transaction.atomic():
            attempts.locked(row.attempt)
            _keep(row, was_typed=False, answer="", content_type=f"video/{container}", file=row.file.name)
    except TooLate:  # the test was handed in meanwhile, in another tab
        row.file.storage.delete(row.file.name)
        raise
    if old and old != row.file.name:
        row.file.storage.delete(old)
    return row


def type_answer(
    *, seeker: JobSeeker, uid: uuid.UUID, answer_uid: uuid.UUID, text: str
) -> EduDiagnoVideoResponse:
    """Keep a typed answer, where typing is open to this job seeker."""
    row = response_of(seeker=seeker, uid=uid, answer_uid=answer_uid)
    if not may_type(row.attempt):
        raise NotAllowed(_("This answer is spoken. Ask our staff if you need to type."))
    _check_open(row, timezone.now(), TO_ARRIVE)
    words = text.replace("\x00", "").strip()
    if not words or len(words) > MAX_WORDS:
        why = _("Write an answer of at most %(n)d characters.") % {"n": MAX_WORDS}
        raise Invalid(why, fields={"answer": why})
    with transaction.atomic():
        attempts.locked(row.attempt)
        _keep(row, was_typed=True, answer=words)
    return row


def _keep(row: EduDiagnoVideoResponse, *, was_typed: bool, **values: object) -> None:
    from edudiagno import tasks

    status = TranscriptStatus.NONE if was_typed else TranscriptStatus.WAITING
    rows = EduDiagnoVideoResponse.objects.filter(pk=row.pk)
    rows.update(
        **values,
        was_typed=was_typed,
        status=VideoStatus.ANSWERED,
        transcript_status=status,
        asked_at=timezone.now(),
        updated_at=timezone.now(),
    )
    if not was_typed:
        background.enqueue(tasks.write_down, row.pk)
    row.refresh_from_db()


def write_down(*, response_id: int) -> None:
    """Have a recording written down; one that can't be is left for a person to hear. Raises Unavailable."""
    row = EduDiagnoVideoResponse.objects.select_related("attempt").filter(pk=response_id).first()
    if row is None or row.transcript_status != TranscriptStatus.WAITING:
        return
    engine, name = get_speech(), row.file.name
    if not engine.capabilities.transcribes:
        _written(row, name, transcript_status=TranscriptStatus.FAILED)
        return
    try:
        with on_disk(row.file) as path:
            found = engine.transcribe(path, "en", row.content_type)
    except (IntegrationError, OSError) as problem:
        journal.provider_call(
            port="speech", purpose="transcribe", subject=row, engine=engine.label[:40], error=str(problem)
        )
        if isinstance(problem, Unavailable):
            raise
        _written(row, name, transcript_status=TranscriptStatus.FAILED)
        return
    journal.provider_call(port="speech", purpose="transcribe", subject=row, usage=found)
    _written(
        row,
        name,
        transcript_status=TranscriptStatus.READY,
        answer=found.text.strip()[:MAX_WORDS],
        transcript_engine=found.engine[:60],
    )


def _written(row: EduDiagnoVideoResponse, file: str, **values: object) -> None:
    """Note the words of a take, unless a newer one came meanwhile, and tell scoring."""
    from edudiagno.services import scoring

    waiting = EduDiagnoVideoResponse.objects.filter(
        pk=row.pk, file=file, transcript_status=TranscriptStatus.WAITING
    )
    if waiting.update(**values, updated_at=timezone.now()):
        row.attempt.refresh_from_db()
        scoring.nudge(attempt=row.attempt)


@background.reconciler
def find_unwritten() -> int:
    """Ask again for transcripts whose task got lost, and give up those that will not come; returns how many."""
    from edudiagno import tasks

    now = timezone.now()
    waiting = EduDiagnoVideoResponse.objects.filter(transcript_status=TranscriptStatus.WAITING)
    lost = list(waiting.filter(asked_at__lt=now - LOST).select_related("attempt")[:100])
    for row in lost:
        _written(row, row.file.name, transcript_status=TranscriptStatus.FAILED)
    stuck = waiting.filter(asked_at__lt=now - timedelta(minutes=2)).order_by("asked_at")
    return len(lost) + background.ask_again(tasks.write_down, stuck.values_list("pk")[:100])


def assess_all(*, attempt: EduDiagnoAttempt) -> None:
    """Give every answer that has words and no level yet a level. Raises Unavailable when the engine is down."""
    unscored = Q(level=None) & Q(not_assessed_reason="")
    for row in attempt.video_responses.select_related("question").filter(unscored):
        row.attempt = attempt
        _assess(row)


def _assess(row: EduDiagnoVideoResponse) -> None:
    if row.status != VideoStatus.ANSWERED:
        return
    if not row.answer:
        reason = _("There are no words of this recording, so a person should hear it.")
        _store(row, not_assessed_reason=reason)
        return
    llm, key = get_llm(), str(row.question.uid)
    brief = CompetencyBrief(
        key=key,
        name=_("Answer"),
        description=row.question.question,
        anchors=ANCHORS,
        expected_points=tuple(map(str, row.question.expected_points)),
    )
    turns = (Turn(key=str(row.uid), question=row.question.question, answer=row.answer, competency_key=key),)
    names = (row.attempt.job_seeker.first_name, row.attempt.job_seeker.last_name)
    try:
        answer = llm.assess((brief,), turns, "en", tuple(filter(None, names)))
    except (Rejected, Unavailable, Misconfigured) as problem:
        journal.provider_call(
            port="llm",
            purpose="assess",
            subject=row,
            usage=problem.usage,
            error=str(problem),
            engine=llm.label[:40],
        )
        if not isinstance(problem, Rejected):
            raise Unavailable(str(problem)) from problem
        _store(row, not_assessed_reason=str(problem)[:300])
        return
    journal.provider_call(port="llm", purpose="assess", usage=answer.usage, subject=row)
    (found,) = verify_quotes(answer.value, turns)
    reason = "" if found.level else found.not_assessed_reason or _("No level was given.")
    _store(
        row,
        level=found.level,
        rationale=found.rationale,
        quotes=[quote.text for quote in found.quotes],
        not_assessed_reason=reason[:300],
        scored_by=f"{answer.usage.engine} {answer.usage.engine_version} {answer.usage.model}".strip()[:80],
    )


def _store(row: EduDiagnoVideoResponse, **values: object) -> None:
    EduDiagnoVideoResponse.objects.filter(pk=row.pk).update(
        **values, scored_at=timezone.now(), updated_at=timezone.now()
    )


def score(*, attempt: EduDiagnoAttempt) -> float | None:
    """The mean of the levels weighted by the questions' marks, 0 to 100: not answered is 0, what could not be
    assessed is left out. None when there is none to count."""
    return weighted(
        Part(row.question.marks, _score_of(row)) for row in attempt.video_responses.select_related("question")
    )


def _score_of(row: EduDiagnoVideoResponse) -> float | None:
    if row.level is not None:
        return of_level(row.level)
    return 0.0 if row.status != VideoStatus.ANSWERED else None
