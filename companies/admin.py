"""Companies, their people, jobs and applications in the admin."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from companies import admin_of_programs  # noqa: F401  (registers keys, events and webhooks)
from companies.enums import Verification
from companies.models import (
    AiInterviewedJob,
    ApplicationNote,
    Company,
    Job,
    JobApplication,
    JobPosting,
    JobTextDraft,
    LetterTemplate,
    Membership,
    SearchWord,
    SentLetter,
    TeamInvitation,
)
from companies.services import applications, postings, staff
from interviewer.errors import DomainError
from interviewer.web.admin_base import HouseAdmin, SoftDeletedAdmin


class MembershipInline(admin.TabularInline):
    """Who acts for the company."""

    model = Membership
    extra = 0
    autocomplete_fields = ["user"]


class ReasonForm(ActionForm):
    """The actions of companies, with room for the reason of a refusal."""

    reason = forms.CharField(label=_("Reason"), required=False, max_length=staff.LONGEST_REASON)


@admin.register(Company)
class CompanyAdmin(SoftDeletedAdmin):
    """Employers."""

    list_display = [
        "name",
        "email",
        "industry",
        "state_of_check",
        "is_suspended",
        "deleted_at",
        "created_at",
    ]
    list_filter = [
        "industry",
        "size_range",
        ("verified_at", admin.EmptyFieldListFilter),
        ("refused_at", admin.EmptyFieldListFilter),
        ("identity_document", admin.EmptyFieldListFilter),
        ("suspended_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["name", "email"]
    date_hierarchy = "created_at"
    readonly_fields = [
        "verified_at",
        "refused_at",
        "refusal_reason",
        "suspended_at",
        "phone_verified_at",
        "rating",
        "ratings_count",
    ]
    autocomplete_fields = ["country", "state", "city"]
    inlines = [MembershipInline]
    actions = [*SoftDeletedAdmin.actions, "suspend", "lift", "verify", "refuse", "unverify"]
    action_form = ReasonForm

    def in_step(self, row: Company) -> None:
        """Its jobs go from the job board with it, and come back."""
        postings.refresh_company(company=row)

    @admin.display(description=_("identity"))
    def state_of_check(self, company: Company) -> str:
        """For the list: whether the document waits, was accepted or refused."""
        return Verification(company.verification).label

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
        """Mark the chosen companies as verified; their owners are told."""
        for company in queryset:
            staff.verify(actor=request.user, company=company)

    @admin.action(description=_("Refuse the document (with the reason given beside)"), permissions=["change"])
    def refuse(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Refuse the documents of the chosen companies; their owners read the reason."""
        for company in queryset:
            try:
                staff.refuse(actor=request.user, company=company, reason=request.POST.get("reason", ""))
            except DomainError as problem:
                text = next(iter(problem.fields.values()), problem.message)
                messages.error(request, f"{company}: {text}")

    @admin.action(description=_("Take verification back"), permissions=["change"])
    def unverify(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Mark the chosen companies as not verified."""
        for company in queryset:
            staff.take_verification_back(actor=request.user, company=company)


@admin.register(Membership)
class MembershipAdmin(HouseAdmin):
    """Who acts for whom."""

    list_display = ["user", "company", "role", "removed_at"]
    list_select_related = ["user", "company"]
    list_filter = ["role"]
    search_fields = ["user__email", "company__name"]
    autocomplete_fields = ["user", "company"]


@admin.register(TeamInvitation)
class TeamInvitationAdmin(HouseAdmin):
    """Who was asked into which team. Facts: owners invite and withdraw, in their workspace."""

    list_display = ["email", "company", "role", "sent_at", "expires_at", "accepted_at", "revoked_at"]
    list_select_related = ["company"]
    list_filter = [
        "role",
        ("accepted_at", admin.EmptyFieldListFilter),
        ("revoked_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["email", "company__name"]
    date_hierarchy = "sent_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A row without an e-mail would lead nowhere."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are facts."""
        return False


class JobListingAdmin(SoftDeletedAdmin):
    """What both kinds of job share."""

    list_select_related = ["company"]
    search_fields = ["title", "company__name"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["company"]
    actions = [*SoftDeletedAdmin.actions, "approve", "take_down", "feature", "unfeature"]

    def in_step(self, row: Job | AiInterviewedJob) -> None:
        """The job board shows it as it is now."""
        postings.refresh(job=row)

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
    list_filter = ["approved", "featured", "work_mode", ("closed_at", admin.EmptyFieldListFilter)]
    readonly_fields = ["posted_at", "closed_at"]
    actions = [*JobListingAdmin.actions, "close", "reopen"]

    @admin.action(description=_("Close"), permissions=["change"])
    def close(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Take no more applications for the chosen jobs."""
        for job in queryset:
            staff.set_job_closed(actor=request.user, job=job, closed=True)

    @admin.action(description=_("Reopen"), permissions=["change"])
    def reopen(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Take applications for the chosen jobs again."""
        for job in queryset:
            staff.set_job_closed(actor=request.user, job=job, closed=False)


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
    readonly_fields = ["status", "flagged", "profile_snapshot"]
    actions = ["flag", "unflag"]

    @admin.action(description=_("Flag"), permissions=["change"])
    def flag(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Mark the chosen applications to be looked at again."""
        for row in queryset.select_related("job"):
            applications.set_flagged(actor=request.user, application=row, flagged=True)

    @admin.action(description=_("Take the flag off"), permissions=["change"])
    def unflag(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Take the mark off the chosen applications."""
        for row in queryset.select_related("job"):
            applications.set_flagged(actor=request.user, application=row, flagged=False)


@admin.register(LetterTemplate)
class LetterTemplateAdmin(HouseAdmin):
    """How companies write to applicants."""

    list_display = ["company", "status", "subject", "is_on", "updated_at"]
    list_select_related = ["company"]
    list_filter = ["status", "is_on"]
    search_fields = ["company__name", "subject"]
    autocomplete_fields = ["company"]


class WrittenAdmin(HouseAdmin):
    """What was written about an application; a fact, read only."""

    search_fields = ["application__job__title", "application__job_seeker__user__email"]
    date_hierarchy = "created_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They are written in the workspace."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are facts."""
        return False


@admin.register(SentLetter)
class SentLetterAdmin(WrittenAdmin):
    """E-mails to applicants."""

    list_display = ["subject", "application", "status", "sent_by", "created_at"]
    list_select_related = ["application__job", "application__job_seeker", "sent_by"]
    list_filter = ["status"]


@admin.register(ApplicationNote)
class ApplicationNoteAdmin(WrittenAdmin):
    """Notes of members on applications."""

    list_display = ["__str__", "application", "author", "created_at"]
    list_select_related = ["application__job", "application__job_seeker", "author"]


@admin.register(JobTextDraft)
class JobTextDraftAdmin(HouseAdmin):
    """Texts that an engine drafted."""

    list_display = ["job", "part", "status", "engine", "updated_at"]
    list_select_related = ["job"]
    list_filter = ["part", "status"]
    search_fields = ["job__title"]
    autocomplete_fields = ["job", "asked_by"]
    readonly_fields = ["status"]


@admin.register(JobPosting)
class JobPostingAdmin(HouseAdmin):
    """What the job board shows; made from the jobs, so that nothing is changed here."""

    list_display = ["title", "company_name", "place", "work_mode", "featured", "posted_at", "listed_at"]
    list_filter = ["work_mode", "employment_type", "featured"]
    search_fields = ["title", "company_name"]
    exclude = ["search"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """It is made from a job."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: JobPosting | None = None) -> bool:
        """Change the job."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: JobPosting | None = None) -> bool:
        """Take the job down."""
        return False


@admin.register(SearchWord)
class SearchWordAdmin(HouseAdmin):
    """Words that slips are compared with. One that misleads may be deleted."""

    list_display = ["word"]
    search_fields = ["word"]

    def has_change_permission(self, request: HttpRequest, obj: SearchWord | None = None) -> bool:
        """Words come from postings."""
        return False
