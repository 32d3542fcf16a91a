"""The résumé stage: check the file, keep it privately, read a profile out of it, take the candidate's word."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer import background
from interviewer.accounts.models import fold_email
from interviewer.errors import DomainError, Invalid, StorageFull, TooLarge, WrongType
from interviewer.integrations.documents.reading import UnreadableDocument, read_resume
from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.injection import screen
from interviewer.integrations.llm.port import ResumeProfile
from interviewer.journal import services as journal
from interviews.enums import InterviewSource, InterviewStatus, Stage
from interviews.models import Interview, StageAttempt
from interviews.services import budgets, stages

log = logging.getLogger(__name__)

#: After so long without a profile the task is taken for lost.
LOST = timedelta(minutes=2)
#: What the stage remembers of reading the file.
READING, READ, UNREAD, TYPING = "reading", "read", "unread", "typing"
_ERRORS: dict[str, type[DomainError]] = {"too_large": TooLarge, "wrong_type": WrongType}


@dataclass(frozen=True)
class Profile:
    """What the candidate says of themselves, corrected by them."""

    first_name: str
    last_name: str
    email: str
    phone: str = ""
    city: str = ""
    years_of_experience: float | None = None
    education: str = ""
    skills: tuple[str, ...] = ()
    linkedin_url: str = ""
    portfolio_url: str = ""


def upload(*, interview: Interview, data: bytes, name: str) -> None:
    """Keep a résumé and have it read in the background.

    Raises Invalid, TooLarge or WrongType with what to do, StorageFull when it can't be written; what was
    uploaded before stays.
    """
    attempt = stages.require(interview=interview, stage=Stage.RESUME)
    try:
        document = read_resume(data)
    except UnreadableDocument as problem:
        kind = _ERRORS.get(problem.code, Invalid)
        raise kind(str(problem.message), fields={"resume": str(problem.message)}) from problem
    # The stored name is ours: a file name from outside is text to show, never a path.
    try:
        stored = interview.resume.storage.save(
            f"interviews/resumes/{uuid.uuid4().hex}.{document.kind}", ContentFile(data)
        )
    except OSError as problem:
        message = _(
            "The file could not be stored just now. Nothing else is lost; please try again in a few minutes."
        )
        raise StorageFull(message, fields={"resume": message}) from problem
    findings = [{"kind": found.kind, "text": found.text[:500]} for found in document.findings]
    replaced = interview.resume.name
    with transaction.atomic():
        Interview.objects.filter(pk=interview.pk).update(
            resume=stored, resume_name=name[:200], resume_text=document.text, resume_findings=findings
        )
        _remember(attempt, READING)
        from interviews import tasks

        background.enqueue(tasks.read_resume, interview.pk)
        if replaced:
            transaction.on_commit(lambda: _drop(interview, replaced))


def _drop(interview: Interview, name: str) -> None:
    """A file that was replaced is not kept. One that cannot be deleted now does not stop the candidate."""
    try:
        interview.resume.storage.delete(name)
    except OSError:
        log.warning("a replaced résumé could not be deleted: %s", name)


def type_instead(*, interview: Interview) -> None:
    """The candidate fills in the form without a file."""
    _remember(stages.require(interview=interview, stage=Stage.RESUME), TYPING)


def _remember(attempt: StageAttempt, step: str, **more: object) -> None:
    state = {**attempt.state, "step": step, **more}
    StageAttempt.objects.filter(pk=attempt.pk).update(state=state, updated_at=timezone.now())


def read(*, interview_id: int) -> None:
    """Fill the profile from the résumé's text, where nothing was typed yet. Raises Unavailable."""
    interview = Interview.objects.select_related("job__company").filter(pk=interview_id).first()
    attempt = interview and interview.stage_attempts.filter(stage=Stage.RESUME, finished_at=None).first()
    if not attempt or attempt.state.get("step") != READING:
        return
    try:
        answer = budgets.llm_for(interview).parse_resume(screen(interview.resume_text).cleaned)
    except (Rejected, Misconfigured, Unavailable) as problem:
        _unread(interview, attempt, problem)
        return
    journal.provider_call(port="llm", purpose="parse_resume", usage=answer.usage, subject=interview)
    with transaction.atomic():
        # The candidate may have chosen to type, or sent another file, while the engine was reading.
        latest = StageAttempt.objects.select_for_update().get(pk=attempt.pk)
        now_has = Interview.objects.filter(pk=interview.pk).values_list("resume", flat=True).first()
        if latest.state.get("step") == READING and now_has == interview.resume.name:
            _remember(latest, READ, filled=_fill(interview, answer.value, latest.state.get("filled", {})))


def _unread(interview: Interview, attempt: StageAttempt, problem: IntegrationError) -> None:
    """A candidate does not wait for an engine that is down: they type, and the file is kept."""
    journal.provider_call(
        port="llm", purpose="parse_resume", subject=interview, error=str(problem), engine=get_llm().label[:40]
    )
    _remember(attempt, UNREAD)


def _fill(interview: Interview, found: ResumeProfile, before: dict[str, object]) -> dict[str, object]:
    """Fill in what was read; returns it. An invited person's address and what was typed are not overwritten
    by a file, but what an earlier file had filled in is."""
    years = found.years_of_experience
    values = {
        "first_name": found.first_name[:100],
        "last_name": found.last_name[:100],
        "email": fold_email(found.email),
        "phone": found.phone[:30],
        "city": found.city[:120],
        "years_of_experience": None if years is None else float(min(70, max(0, round(years, 1)))),
        "education": "\n".join(found.education)[:5000],
        "skills": [skill[:60] for skill in found.skills],
        "linkedin_url": found.linkedin_url[:200],
        "portfolio_url": found.portfolio_url[:200],
    }
    kept = {}
    for name, value in values.items():
        present = getattr(interview, name)
        present = float(present) if isinstance(present, Decimal) else present
        is_ours = name in before and present == before[name]
        if value and (is_ours or not present):
            kept[name] = value
    Interview.objects.filter(pk=interview.pk).update(**kept)
    return kept


def step(interview: Interview) -> str:
    """Where the candidate is inside the stage: "" before a file, then reading, read, unread or typing."""
    attempt = interview.stage_attempts.filter(stage=Stage.RESUME).first()
    return str(attempt.state.get("step", "")) if attempt else ""


def address_is_fixed(interview: Interview) -> bool:
    """An invitation was sent to this address, or its holder came in through the account that has it."""
    is_given = interview.source == InterviewSource.INVITATION or interview.email_verified_at is not None
    return is_given and bool(interview.email)


def take_along(*, interview: Interview) -> None:
    """A job seeker's own profile stands in the form already: it is shown at once, to be corrected."""
    attempt = interview.stage_attempts.filter(stage=Stage.RESUME, finished_at=None).first()
    if attempt and interview.source == InterviewSource.JOB_BOARD and "step" not in attempt.state:
        _remember(attempt, READ if interview.resume else TYPING)


def confirm(*, interview: Interview, profile: Profile) -> None:
    """Take the corrected profile and go on to the e-mail code."""
    stages.require(interview=interview, stage=Stage.RESUME)
    email = fold_email(interview.email if address_is_fixed(interview) else profile.email)
    with transaction.atomic():
        Interview.objects.filter(pk=interview.pk).update(
            first_name=profile.first_name,
            last_name=profile.last_name,
            email=email,
            phone=profile.phone,
            city=profile.city,
            years_of_experience=profile.years_of_experience,
            education=profile.education,
            skills=list(profile.skills),
            linkedin_url=profile.linkedin_url,
            portfolio_url=profile.portfolio_url,
        )
        stages.finish(interview=interview, stage=Stage.RESUME)


@background.reconciler
def find_unread() -> int:
    """Ask again for the reading of résumés whose task was lost; returns how many."""
    from interviews import tasks

    waiting = StageAttempt.objects.filter(
        stage=Stage.RESUME,
        finished_at=None,
        state__step=READING,
        updated_at__lt=timezone.now() - LOST,
        interview__status=InterviewStatus.IN_PROGRESS,
    )
    return background.ask_again(tasks.read_resume, waiting.values_list("interview")[:50])
