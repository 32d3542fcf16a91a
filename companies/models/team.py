"""The people who act for a company, and those who were asked to."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import Role
from companies.models.companies import Company
from interviewer.db.models import PublicModel


class Membership(PublicModel):
    """A user acts for a company in a role."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["company", "user"], name="member_once_per_company")]

    def __str__(self) -> str:
        return f"{self.user} ({self.role}) at {self.company}"

    @property
    def is_owner(self) -> bool:
        """Whether this member may change the company and its team."""
        return self.role == Role.OWNER


class TeamInvitationQuerySet(models.QuerySet):
    """Invitations by what became of them."""

    def waiting(self) -> models.QuerySet:
        """Not accepted and not withdrawn; expired ones too, which can be sent again."""
        return self.filter(accepted_at=None, revoked_at=None)


class TeamInvitation(PublicModel):
    """Somebody is asked by e-mail to join a company; only a hash of the link's token is kept."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="team_invitations")
    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("role"), max_length=12, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    times_sent = models.PositiveSmallIntegerField(_("times sent"), default=1)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = TeamInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("team invitation")
        verbose_name_plural = _("team invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="asked_once_per_company",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} ({self.role}) to {self.company}"

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether its link still leads into the team."""
        is_waiting = self.accepted_at is None and self.revoked_at is None
        return is_waiting and self.expires_at > (now or timezone.now())

    @property
    def is_expired(self) -> bool:
        """Whether it waited for too long."""
        return self.expires_at <= timezone.now()
