"""Inviting many: lists that are worked off in the background, reminders that were sent, links with a source."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models import AiInterviewedJob
from interviewer.db.models import PublicModel
from interviews.enums import BatchAction, Reminder, RowResult
from interviews.models.interviews import Interview


class InvitationBatchQuerySet(models.QuerySet):
    """Lists, reached through the job."""

    def for_job(self, job: AiInterviewedJob) -> models.QuerySet:
        """The lists of one job."""
        return self.filter(job=job)


class InvitationBatch(PublicModel):
    """Something done to many invitations of a job, row by row. Finished once no row waits any more."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="invitation_batches")
    started_by = models.ForeignKey(
        "companies.Membership", models.SET_NULL, null=True, related_name="invitation_batches"
    )
    action = models.CharField(
        _("action"), max_length=8, choices=BatchAction, default=BatchAction.INVITE, editable=False
    )
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    message = models.TextField(_("personal message"), blank=True, max_length=2_000)
    deadline_at = models.DateTimeField(_("open until"), null=True, blank=True)
    days = models.PositiveSmallIntegerField(_("more days"), null=True, blank=True)
    headings = models.JSONField(_("headings"), default=list, blank=True)
    ignored = models.JSONField(_("columns without a meaning"), default=list, blank=True)
    row_count = models.PositiveIntegerField(_("rows"), default=0, editable=False)
    tries = models.PositiveSmallIntegerField(
        _("tries without progress"), default=0, editable=False, help_text=_("Since the last rows were done.")
    )
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True, editable=False)

    objects = InvitationBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("list of invitations")
        verbose_name_plural = _("lists of invitations")
        indexes = [
            models.Index(fields=["updated_at"], name="batch_unfinished", condition=models.Q(finished_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.file_name or self.row_count}"

    @property
    def company_id(self) -> int:
        """The company whose job it is (for the journal)."""
        return self.job.company_id


class InvitationRow(models.Model):
    """One row of a list as it was read, and what became of it."""

    batch = models.ForeignKey(InvitationBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("line"))
    cells = models.JSONField(_("cells"), default=list, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    external_id = models.CharField(_("external id"), max_length=64, blank=True)
    source_tag = models.CharField(_("source tag"), max_length=40, blank=True)
    deadline_at = models.DateTimeField(_("open until"), null=True, blank=True)
    interview = models.ForeignKey(
        Interview, models.SET_NULL, null=True, blank=True, related_name="invitation_rows"
    )
    result = models.CharField(
        _("result"), max_length=12, choices=RowResult, default=RowResult.WAITING, editable=False
    )
    detail = models.CharField(_("what is wrong"), max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("row of a list")
        verbose_name_plural = _("rows of lists")
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="row_once_in_a_list")]
        indexes = [models.Index(fields=["batch", "result", "number"])]

    def __str__(self) -> str:
        return f"{self.number}: {self.email or self.get_result_display()}"


class InvitationReminder(models.Model):
    """A reminder that was sent; the same one is never sent twice for the same end."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="reminders")
    kind = models.CharField(_("kind"), max_length=10, choices=Reminder)
    link_expires_at = models.DateTimeField(_("end that it spoke of"))
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "kind", "link_expires_at"], name="reminder_once_for_each_end"
            )
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.kind}"


class SourceLink(models.Model):
    """A public link of a job with a source tag, kept so that it can be copied and counted."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="source_links")
    tag = models.SlugField(_("source tag"), max_length=40, db_index=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["tag"]
        verbose_name = _("link with a source")
        verbose_name_plural = _("links with a source")
        constraints = [models.UniqueConstraint(fields=["job", "tag"], name="source_link_once")]

    def __str__(self) -> str:
        return self.tag
