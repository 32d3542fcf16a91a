"""The text-message integration: `get_sms()` returns the engine that the settings name."""

from __future__ import annotations

from django.conf import settings

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.sms.port import Sms


def get_sms() -> Sms:
    """Return the engine of SMS_ENGINE."""
    from interviewer.integrations.sms import local, webhook

    if settings.SMS_ENGINE == "outbox":
        return local.OutboxSms(settings.EMAIL_FILE_PATH)
    if settings.SMS_ENGINE == "console":
        return local.ConsoleSms()
    if settings.SMS_ENGINE == "webhook":
        return webhook.WebhookSms(settings.SMS_URL, settings.SMS_TOKEN)
    raise Misconfigured(f"SMS_ENGINE must be outbox, console or webhook, not {settings.SMS_ENGINE!r}.")
