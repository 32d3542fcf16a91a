"""Recording consent, and with it the start of the interview."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from interviewer.errors import Gone, Invalid
from interviewer.journal.context import origin
from interviews import rules
from interviews.consents import ConsentText
from interviews.enums import Stage
from interviews.models import Consent, Interview
from interviews.services import stages


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
