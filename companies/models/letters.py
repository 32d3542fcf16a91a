"""E-mails to applicants: a company's wording for each status, and what was sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.enums import ApplicationStatus
from companies.models.applications import JobApplication
from companies.models.companies import Company
from interviewer.db.models import PublicModel, TimedModel

MAX_SUBJECT, MAX_BODY = 200, 5_000


class LetterTemplate(TimedModel):
    """How a company writes to applicants who come into a status; without a row our own wording is used."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="letter_templates")
    status = models.CharField(_("status"), max_length=12, choices=ApplicationStatus)
    subject = models.CharField(_("subject"), max_length=MAX_SUBJECT)
    body = models.TextField(_("text"), max_length=MAX_BODY)
    is_on = models.BooleanField(_("write to applicants who come into this status"), default=True)

    class Meta:
        verbose_name = _("e-mail template")
        verbose_name_plural = _("e-mail templates")
        constraints = [
            models.UniqueConstraint(fields=["company", "status"], name="one_letter_per_company_and_status")
        ]

    def __str__(self) -> str:
        return f"{self.company}: {self.status}"


class SentLetter(PublicModel):
    """An e-mail to an applicant as it was written; how far it got stands on the outgoing mail."""

    application = models.ForeignKey(JobApplication, models.CASCADE, related_name="letters")
    mail = models.ForeignKey(
        "journal.OutgoingMail", models.SET_NULL, null=True, blank=True, related_name="letters"
    )
    status = models.CharField(_("status"), max_length=12, choices=ApplicationStatus)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="letters_sent"
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("e-mail to an applicant")
        verbose_name_plural = _("e-mails to applicants")

    def __str__(self) -> str:
        return self.subject
