"""Recording consent, and with it the start of the interview."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from interviewer.errors import Conflict, Gone, Invalid
from interviewer.journal import services as journal
from interviewer.journal.context import origin
from interviews import rules
from interviews.consents import ConsentText
from interviews.enums import InterviewStatus, Stage
from interviews.models import Consent, Interview
from interviews.services import stages


def languages_of(interview: Interview) -> list[str]:
    """The languages that the candidate may choose from: the one that holds now first. One means no choice."""
    job = interview.job
    held = stages.plan_of(interview).interview_language
    offered = [job.interview_language, *job.offered_languages] if job.offered_languages else []
    known = dict(settings.LANGUAGES)
    return list(dict.fromkeys(code for code in [held, *offered] if code in known))


def choose_language(*, interview: Interview, language: str) -> None:
    """Hold the interview in a language that the job offers.

    Raises Invalid for another one, Conflict once the interview has begun: its questions are made then.
    """
    if language not in languages_of(interview):
        raise Invalid(_("This interview is not held in that language."))
    own = "" if language == interview.job.interview_language else language
    rows = Interview.objects.filter(pk=interview.pk, status=InterviewStatus.INVITED)
    if not rows.update(language=own):
        raise Conflict(_("The interview has begun: its language stays. Ask the company if you need another."))
    journal.record(
        actor="candidate", action="interview.language_chosen", subject=interview, data={"to": language}
    )


def give(
    *, interview: Interview, text: ConsentText, shown_hash: str, text_only: bool, user_agent: str = ""
) -> None:
    """Record that the candidate agreed to the text that was shown, and begin.

    Raises Invalid when the text changed since the page was opened, Gone when the job takes nobody in.
    """
    if reason := rules.why_not_begin(interview.job):
        raise Gone(reason)
    if shown_hash != text.sha256:
        raise Invalid(_("The text has changed since you opened the page. Please read it again."))
    with transaction.atomic():
        stages.begin(interview=interview)
        Consent.objects.get_or_create(
            interview=interview,
            text_version=text.version,
            defaults={
                "text_hash": text.sha256,
                "language": text.language,
                "address": origin.get().address or None,
                "user_agent": user_agent[:300],
            },
        )
        if text_only and stages.plan_of(interview).allow_text_only:
            Interview.objects.filter(pk=interview.pk).update(text_only=True)
        stages.finish(interview=interview, stage=Stage.CONSENT)
