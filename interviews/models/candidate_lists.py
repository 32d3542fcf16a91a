"""How members look at the list of candidates, and what they do to many of them at once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.models import Company, Membership
from interviewer.db.models import PublicModel, TimedModel
from interviews.enums import BulkKind


class SavedViewQuerySet(models.QuerySet):
    """Views, reached through the member who looks."""

    def for_member(self, membership: Membership) -> models.QuerySet:
        """The member's own and those that colleagues share."""
        own_or_shared = models.Q(owner=membership) | models.Q(is_shared=True, owner__removed_at=None)
        return self.filter(own_or_shared, company=membership.company_id)


class SavedView(PublicModel):
    """Filters, order and columns of the list under a name."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    owner = models.ForeignKey(Membership, models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("filters and order"), max_length=2_000, blank=True)
    columns = models.JSONField(_("columns"), default=list, blank=True)
    is_shared = models.BooleanField(_("colleagues may use it"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="view_name_once_per_member")]

    def __str__(self) -> str:
        return self.name


class ListPreference(TimedModel):
    """The columns and the view that a member's list opens with."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="list_preference")
    columns = models.JSONField(_("columns"), default=list, blank=True)
    default_view = models.ForeignKey(
        SavedView, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("opens with")
    )

    class Meta:
        verbose_name = _("preference for the list")
        verbose_name_plural = _("preferences for the list")

    def __str__(self) -> str:
        return str(self.membership_id)


class BulkAction(PublicModel):
    """One thing done to many candidates, in portions; `done` of `interview_ids` are dealt with."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    actor = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(_("what is done"), max_length=8, choices=BulkKind)
    values = models.JSONField(_("with"), default=dict, blank=True)
    drawn_at = models.DateTimeField(
        _("list drawn at"), help_text=_("A decision made after this moment is left alone.")
    )
    interview_ids = models.JSONField(default=list)
    total = models.PositiveIntegerField(_("candidates"), default=0)
    done = models.PositiveIntegerField(_("dealt with"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    passed_over = models.PositiveIntegerField(_("left alone"), default=0)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("bulk action")
        verbose_name_plural = _("bulk actions")
        indexes = [
            models.Index(
                fields=["id"], name="bulk_action_open", condition=models.Q(done__lt=models.F("total"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.done}/{self.total}"

    @property
    def is_done(self) -> bool:
        """Whether every candidate was dealt with."""
        return self.done >= self.total
