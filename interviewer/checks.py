"""System checks: settings that are missing or contradict each other stop the start with what to set."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from interviewer.env import DEVELOPMENT_SECRET_KEY
from interviewer.integrations.llm.prices import price_of


@register(Tags.security)
def production_is_safe(app_configs: object, **kwargs: object) -> list[Error]:
    """Production has its own secret, knows its names, and its links fit how it is served."""
    found = []
    if not settings.DEBUG and DEVELOPMENT_SECRET_KEY == settings.SECRET_KEY:
        found.append(
            Error("SECRET_KEY is the development one.", hint="Set SECRET_KEY.", id="interviewer.E001")
        )
    if not settings.DEBUG and not settings.ALLOWED_HOSTS:
        found.append(Error("No host name is served.", hint="Set ALLOWED_HOSTS.", id="interviewer.E002"))
    if not settings.SITE_URL.startswith(("http://", "https://")):
        found.append(Error("SITE_URL must begin with http:// or https://.", id="interviewer.E003"))
    elif settings.SECURE_TLS and not settings.SITE_URL.startswith("https://"):
        found.append(Error("SECURE_TLS=True needs a SITE_URL with https://.", id="interviewer.E005"))
    if bool(settings.ADMIN_EMAIL) != bool(settings.ADMIN_PASSWORD):
        found.append(
            Error("ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or none.", id="interviewer.E007")
        )
    return found


@register()
def engines_have_what_they_need(app_configs: object, **kwargs: object) -> list[Error]:
    """Each engine that was chosen has its key or address, and exists."""
    found = []
    has_openai = bool(settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL)
    if settings.SMS_ENGINE == "webhook" and not settings.SMS_URL:
        found.append(Error("SMS_ENGINE=webhook needs SMS_URL.", id="interviewer.E013"))
    if settings.MAIL_ENGINE == "brevo" and not settings.BREVO_API_KEY:
        found.append(Error("MAIL_ENGINE=brevo needs BREVO_API_KEY.", id="interviewer.E004"))
    if settings.LLM_ENGINE == "openai" and not has_openai:
        found.append(
            Error("LLM_ENGINE=openai needs OPENAI_API_KEY or OPENAI_BASE_URL.", id="interviewer.E006")
        )
    if settings.SPEECH_ENGINE == "openai" and not has_openai:
        found.append(
            Error("SPEECH_ENGINE=openai needs OPENAI_API_KEY or OPENAI_BASE_URL.", id="interviewer.E008")
        )
    if not _can_import(settings.JUDGE_ENGINE):
        found.append(Error(f"JUDGE_ENGINE={settings.JUDGE_ENGINE} can't be imported.", id="interviewer.E009"))
    if not _can_import(settings.EMAIL_BACKEND):
        found.append(
            Error(f"MAIL_ENGINE={settings.MAIL_ENGINE} is not in this version.", id="interviewer.E010")
        )
    return found


@register()
def ai_costs_can_be_counted(app_configs: object, **kwargs: object) -> list[Error]:
    """The table of prices can be read, and a limit of costs has a price to count by."""
    try:
        known = any(price_of(settings.OPENAI_MODEL, settings.AI_PRICES))
    except ValueError as problem:
        hint = "Write it as model=in/out, for example gpt-4o-mini=0.15/0.60."
        return [
            Error(f"AI_PRICES has an entry that can't be read: {problem}", hint=hint, id="interviewer.E012")
        ]
    is_paid = settings.LLM_ENGINE != "offline" and settings.OPENAI_API_KEY
    if (settings.AI_LIMIT_INTERVIEW_CENTS or settings.AI_LIMIT_COMPANY_CENTS) and is_paid and not known:
        hint = f"Add {settings.OPENAI_MODEL}=in/out to AI_PRICES."
        return [Error("A limit of AI costs needs the model's price.", hint=hint, id="interviewer.E011")]
    return []


def _can_import(path: str) -> bool:
    try:
        import_string(path)
    except ImportError:
        return False
    return True


def refuse_to_start() -> None:
    """For the web server, which is no management command: raise ImproperlyConfigured with all that is wrong."""
    found = [
        *production_is_safe(None),
        *engines_have_what_they_need(None),
        *ai_costs_can_be_counted(None),
    ]
    if found:
        raise ImproperlyConfigured(" ".join(f"{error.msg} {error.hint or ''}".strip() for error in found))
