"""Companies, their people, jobs and applications in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from companies.models import (
    AiInterviewedJob,
    ApiKey,
    Company,
    CompanyEvent,
    Job,
    JobApplication,
    Membership,
    WebhookDelivery,
    WebhookEndpoint,
)
from companies.services import staff
from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import HouseAdmin, SoftDeletedAdmin


class MembershipInline(admin.TabularInline):
    """Who acts for the company."""

    model = Membership
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(Company)
class CompanyAdmin(SoftDeletedAdmin):
    """Employers."""

    list_display = ["name", "email", "industry", "is_verified", "is_suspended", "deleted_at", "created_at"]
    list_filter = [
        "industry",
        "size_range",
        ("verified_at", admin.EmptyFieldListFilter),
        ("suspended_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["name", "email"]
    date_hierarchy = "created_at"
    readonly_fields = ["verified_at", "suspended_at", "phone_verified_at", "rating", "ratings_count"]
    autocomplete_fields = ["country", "state", "city"]
    inlines = [MembershipInline]
    actions = [*SoftDeletedAdmin.actions, "suspend", "lift", "verify", "unverify"]

    @admin.display(boolean=True, description=_("verified"))
    def is_verified(self, company: Company) -> bool:
        """For the list."""
        return company.is_verified

    @admin.display(boolean=True, description=_("suspended"))
    def is_suspended(self, company: Company) -> bool:
        """For the list."""
        return company.is_suspended

    @admin.action(description=_("Suspend"), permissions=["change"])
    def suspend(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Stop the chosen companies."""
        for company in queryset:
            staff.set_suspended(actor=request.user, company=company, suspended=True)

    @admin.action(description=_("Lift the suspension"), permissions=["change"])
    def lift(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let the chosen companies go on."""
        for company in queryset:
            staff.set_suspended(actor=request.user, company=company, suspended=False)

    @admin.action(description=_("Verify (the document was checked)"), permissions=["change"])
    def verify(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Mark the chosen companies as verified."""
        for company in queryset:
            staff.set_verified(actor=request.user, company=company, verified=True)

    @admin.action(description=_("Take verification back"), permissions=["change"])
    def unverify(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Mark the chosen companies as not verified."""
        for company in queryset:
            staff.set_verified(actor=request.user, company=company, verified=False)


@admin.register(Membership)
class MembershipAdmin(HouseAdmin):
    """Who acts for whom."""

    list_display = ["user", "company", "role", "removed_at"]
    list_select_related = ["user", "company"]
    list_filter = ["role"]
    search_fields = ["user__email", "company__name"]
    autocomplete_fields = ["user", "company"]


class JobListingAdmin(SoftDeletedAdmin):
    """What both kinds of job share."""

    list_select_related = ["company"]
    search_fields = ["title", "company__name"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["company"]
    actions = [*SoftDeletedAdmin.actions, "approve", "take_down", "feature", "unfeature"]

    def _mark(self, request: HttpRequest, queryset: QuerySet, mark: str, value: bool) -> None:
        for job in queryset:
            staff.set_job_mark(actor=request.user, job=job, mark=mark, value=value)

    @admin.action(description=_("Approve"), permissions=["change"])
    def approve(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let the chosen jobs show."""
        self._mark(request, queryset, "approved", True)

    @admin.action(description=_("Take down (not approved)"), permissions=["change"])
    def take_down(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Hide the chosen jobs from candidates."""
        self._mark(request, queryset, "approved", False)

    @admin.action(description=_("Feature"), permissions=["change"])
    def feature(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Show the chosen jobs first."""
        self._mark(request, queryset, "featured", True)

    @admin.action(description=_("No longer feature"), permissions=["change"])
    def unfeature(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Show the chosen jobs like any other."""
        self._mark(request, queryset, "featured", False)


@admin.register(Job)
class JobAdmin(JobListingAdmin):
    """Classic jobs."""

    list_display = [
        "title",
        "company",
        "location",
        "work_mode",
        "approved",
        "featured",
        "closed_at",
        "posted_at",
    ]
    list_filter = ["approved", "featured", "work_mode"]


@admin.register(AiInterviewedJob)
class AiInterviewedJobAdmin(JobListingAdmin):
    """Jobs with an AI interview."""

    list_display = [
        "title",
        "company",
        "status",
        "approved",
        "featured",
        "has_quiz",
        "has_coding",
        "published_at",
    ]
    list_filter = ["status", "approved", "featured", "has_quiz", "has_coding"]
    readonly_fields = ["status", "published_at", "closed_at"]


@admin.register(JobApplication)
class JobApplicationAdmin(HouseAdmin):
    """Applications to classic jobs."""

    list_display = ["job_seeker", "job", "status", "flagged", "applied_at"]
    list_select_related = ["job_seeker", "job"]
    list_filter = ["status", "flagged"]
    search_fields = ["job_seeker__first_name", "job_seeker__last_name", "job__title"]
    date_hierarchy = "applied_at"
    autocomplete_fields = ["job_seeker", "job"]
    readonly_fields = ["status", "profile_snapshot"]


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnlyAdmin):
    """Which keys companies have; never a secret."""

    list_display = ["company", "name", "prefix", "made_by", "last_used_at", "expires_at", "revoked_at"]
    list_select_related = ["company", "made_by__user", "made_by__company"]
    search_fields = ["company__name", "name", "prefix"]
    exclude = ["secret_hash"]


@admin.register(CompanyEvent)
class CompanyEventAdmin(ReadOnlyAdmin):
    """What companies' programs are told of."""

    list_display = ["type", "company", "created_at"]
    list_select_related = ["company"]
    search_fields = ["type", "company__name"]


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(ReadOnlyAdmin):
    """Where events are sent; never a secret."""

    list_display = ["company", "url", "disabled_at", "created_at"]
    list_select_related = ["company"]
    search_fields = ["company__name", "url"]
    exclude = ["secret", "old_secret"]


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(ReadOnlyAdmin):
    """What became of each sending."""

    list_display = ["endpoint", "event", "status", "attempts", "answered", "next_at", "delivered_at"]
    list_select_related = ["endpoint", "event"]
    list_filter = ["status"]
    search_fields = ["endpoint__url"]
