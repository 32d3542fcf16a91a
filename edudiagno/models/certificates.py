"""Certificates: what proves to others that a test was passed."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from edudiagno.models.attempts import EduDiagnoAttempt
from interviewer.db.models import PublicModel


def new_code() -> str:
    """A code that nobody guesses, without letters that look alike."""
    return "".join(secrets.choice("23456789ABCDEFGHJKMNPQRSTUVWXYZ") for _number in range(16))


class EduDiagnoCertificateQuerySet(models.QuerySet):
    """Certificates, reached through the job seeker; anybody reaches one by its code."""

    def for_seeker(self, seeker: object) -> models.QuerySet:
        """Certificates of one job seeker."""
        return self.filter(attempt__job_seeker=seeker)


class EduDiagnoCertificate(PublicModel):
    """One passed attempt. The name is that of the day of issue; `credential` is the signed badge."""

    attempt = models.OneToOneField(EduDiagnoAttempt, models.CASCADE, related_name="certificate")
    code = models.CharField(_("code"), max_length=20, unique=True, default=new_code, editable=False)
    holder = models.CharField(_("name"), max_length=201)
    issued_at = models.DateTimeField(_("issued at"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True, editable=False)
    revoked_reason = models.CharField(_("why it was revoked"), max_length=300, blank=True)
    credential = models.TextField(_("credential"), blank=True, editable=False)
    pdf = models.FileField(_("PDF"), upload_to="edudiagno/certificates", blank=True, editable=False)

    objects = EduDiagnoCertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        return self.code
