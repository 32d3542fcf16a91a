"""The journal's tables; rows are written once and never edited, but for a mail's delivery state."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import TimedModel
from interviewer.errors import NotAllowed

IS_FACT = _("The journal is added to, never changed.")


class FactQuerySet(models.QuerySet):
    """Rows that are read and added to; changing or deleting them is refused."""

    def update(self, **values: object) -> int:
        """Refuse."""
        raise NotAllowed(IS_FACT)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise NotAllowed(IS_FACT)


class Fact(models.Model):
    """A row that is written once: neither code nor staff change or delete it."""

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Write a new row; refuse to change one."""
        if not self._state.adding:
            raise NotAllowed(IS_FACT)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise NotAllowed(IS_FACT)


class AuditEvent(Fact):
    """Somebody did something to something."""

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="audit_events"
    )
    actor_label = models.CharField(_("actor"), max_length=200, help_text=_("Kept when the user is erased."))
    action = models.CharField(_("action"), max_length=80, db_index=True)
    subject_type = models.CharField(_("kind of subject"), max_length=80, blank=True)
    subject_id = models.CharField(_("subject"), max_length=40, blank=True)
    subject_label = models.CharField(max_length=200, blank=True)
    company_id = models.BigIntegerField(null=True, blank=True)
    data = models.JSONField(default=dict, blank=True)
    request_id = models.CharField(max_length=40, blank=True, db_index=True)
    address = models.GenericIPAddressField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"]),
            models.Index(fields=["company_id", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.actor_label}: {self.action} {self.subject_label}"


class ProviderCall(Fact):
    """One question asked of an outside (or built-in) engine: what for, with what, at which price."""

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    port = models.CharField(_("port"), max_length=20)
    purpose = models.CharField(_("purpose"), max_length=40)
    engine = models.CharField(_("engine"), max_length=40)
    engine_version = models.CharField(_("engine version"), max_length=60, blank=True)
    model = models.CharField(_("model"), max_length=80, blank=True)
    prompt_version = models.CharField(_("prompt version"), max_length=40, blank=True)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    company_id = models.BigIntegerField(null=True, blank=True)
    ok = models.BooleanField(_("succeeded"), default=True)
    error = models.CharField(_("error"), max_length=500, blank=True)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    cost_micros = models.PositiveBigIntegerField(default=0, help_text=_("Millionths of a US dollar."))
    latency_ms = models.PositiveIntegerField(default=0)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    cached = models.BooleanField(
        _("answered from what was kept"), default=False, help_text=_("Nothing was asked and nothing paid.")
    )
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("provider call")
        verbose_name_plural = _("provider calls")
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"]),
            models.Index(fields=["company_id", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.port} {self.purpose} by {self.engine}"


class MailStatus(models.TextChoices):
    """Where an e-mail is on its way."""

    QUEUED = "queued", _("queued")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")


class OutgoingMail(TimedModel):
    """An e-mail to send. Its text is wiped once it is sent: it may hold a code or a private link."""

    key = models.CharField(
        _("idempotency key"), max_length=120, unique=True, help_text=_("The same key is never sent twice.")
    )
    kind = models.CharField(_("kind"), max_length=40)
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    attachments = models.JSONField(
        default=list, blank=True, editable=False, help_text=_("Small texts: name, content type, text.")
    )
    headers = models.JSONField(default=dict, blank=True, editable=False)
    status = models.CharField(max_length=10, choices=MailStatus, default=MailStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("outgoing e-mail")
        verbose_name_plural = _("outgoing e-mails")
        indexes = [models.Index(fields=["status", "created_at"])]

    def __str__(self) -> str:
        return f"{self.kind} to {self.to}"


class Heartbeat(models.Model):
    """When a part of the product was last seen alive. A gap is an outage of ours."""

    name = models.CharField(_("part"), max_length=40, unique=True)
    beat_at = models.DateTimeField(_("last seen"))

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return self.name
