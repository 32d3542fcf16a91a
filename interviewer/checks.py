"""System checks: settings that are missing or contradict each other stop the start with what to set."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import Error, Tags, register

from interviewer.env import DEVELOPMENT_SECRET_KEY


@register(Tags.security)
def production_is_safe(app_configs: object, **kwargs: object) -> list[Error]:
    """Production has its own secret and knows its names."""
    found = []
    if not settings.DEBUG and DEVELOPMENT_SECRET_KEY == settings.SECRET_KEY:
        found.append(
            Error("SECRET_KEY is the development one.", hint="Set SECRET_KEY.", id="interviewer.E001")
        )
    if not settings.DEBUG and not settings.ALLOWED_HOSTS:
        found.append(Error("No host name is served.", hint="Set ALLOWED_HOSTS.", id="interviewer.E002"))
    return found


@register()
def engines_are_known(app_configs: object, **kwargs: object) -> list[Error]:
    """Each engine setting names one that exists, with what it needs."""
    found = []
    if settings.MAIL_ENGINE not in {"outbox", "smtp", "brevo"}:
        found.append(Error("MAIL_ENGINE must be outbox, smtp or brevo.", id="interviewer.E003"))
    if settings.MAIL_ENGINE == "brevo" and not settings.BREVO_API_KEY:
        found.append(Error("MAIL_ENGINE=brevo needs BREVO_API_KEY.", id="interviewer.E004"))
    if settings.LLM_ENGINE not in {"auto", "offline", "openai"}:
        found.append(Error("LLM_ENGINE must be auto, offline or openai.", id="interviewer.E005"))
    if settings.LLM_ENGINE == "openai" and not (settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL):
        found.append(
            Error("LLM_ENGINE=openai needs OPENAI_API_KEY or OPENAI_BASE_URL.", id="interviewer.E006")
        )
    if settings.SPEECH_ENGINE not in {"auto", "openai", "whisper", "none"}:
        found.append(Error("SPEECH_ENGINE must be auto, openai, whisper or none.", id="interviewer.E007"))
    return found
