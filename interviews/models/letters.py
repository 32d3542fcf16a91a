"""E-mails of a company to its candidates about a decision: the texts they start from, and those that were sent."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from interviewer.db.models import PublicModel, TimedModel
from interviews.enums import Decision
from interviews.models.interviews import Interview


class DecisionLetter(TimedModel):
    """What a company writes for one decision; may hold placeholders such as {first_name}."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="decision_letters")
    decision = models.CharField(_("decision"), max_length=12, choices=Decision)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"), max_length=5_000)

    class Meta:
        ordering = ["decision"]
        verbose_name = _("letter about a decision")
        verbose_name_plural = _("letters about decisions")
        constraints = [
            models.UniqueConstraint(fields=["company", "decision"], name="one_letter_per_decision")
        ]

    def __str__(self) -> str:
        return f"{self.company_id}: {self.decision}"


class CandidateMail(PublicModel):
    """An e-mail to a candidate as it was sent; how its delivery goes is the journal's (key `letter:<uid>`)."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="letters")
    decision = models.CharField(_("decision"), max_length=12, choices=Decision)
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=6_000)
    sent_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("e-mail to a candidate")
        verbose_name_plural = _("e-mails to candidates")

    def __str__(self) -> str:
        return self.subject

    @property
    def key(self) -> str:
        """The idempotency key of its outgoing e-mail."""
        return f"letter:{self.uid}"
