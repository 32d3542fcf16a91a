"""Job seekers and their profiles in the admin."""

from __future__ import annotations

from django.contrib import admin

from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import HouseAdmin, ReadOnlyInline, SoftDeletedAdmin
from seekers import models
from seekers.sections import SECTIONS, Section


def _inline_of(section: Section) -> type[ReadOnlyInline]:
    """The entries of one section, shown beside their owner."""
    names = tuple(name for name in section.main + section.sub if name != "higher_education")
    return type(
        f"{section.model.__name__}Inline",
        (ReadOnlyInline,),
        {"model": section.model, "fields": names, "readonly_fields": names},
    )


@admin.register(models.JobSeeker)
class JobSeekerAdmin(SoftDeletedAdmin):
    """Job seekers."""

    list_display = ["__str__", "user", "years_of_experience", "edudiagno_score", "suspended_at", "created_at"]
    list_select_related = ["user"]
    search_fields = ["first_name", "last_name", "user__email"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["user", "current_city", "home_city"]
    readonly_fields = ["verified_at", "suspended_at", "phone_verified_at", "edudiagno_score", "shows_score"]
    inlines = [_inline_of(section) for section in SECTIONS.values()]


class SectionAdmin(HouseAdmin):
    """One section of a profile."""

    list_select_related = ["job_seeker"]
    autocomplete_fields = ["job_seeker"]
    search_fields = ["job_seeker__first_name", "job_seeker__last_name", "job_seeker__user__email"]

    def get_list_display(self, request: object) -> list[str]:
        """The entry and whose it is."""
        return ["__str__", "job_seeker", "order", "updated_at"]


for _model in (
    models.HSCEducation,
    models.SSCEducation,
    models.HigherEducation,
    models.CompetitiveExam,
    models.AcademicAchievement,
    models.EmploymentDetail,
    models.Internship,
    models.Project,
    models.Certification,
):
    admin.site.register(_model, SectionAdmin)


@admin.register(models.ClubAndCommittee)
class ClubAdmin(SectionAdmin):
    """Clubs may point to a college."""

    autocomplete_fields = ["job_seeker", "higher_education"]


@admin.register(models.AgreementRecord)
class AgreementAdmin(HouseAdmin):
    """What was agreed to and taken back: facts."""

    list_display = ["job_seeker", "kind", "is_given", "version", "at"]
    list_select_related = ["job_seeker"]
    list_filter = ["kind", "is_given"]
    readonly_fields = ["job_seeker", "kind", "is_given", "version", "at"]

    def has_add_permission(self, request: object) -> bool:
        """They are facts."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """They are facts."""
        return False


@admin.register(models.SavedJob)
class SavedJobAdmin(HouseAdmin):
    """Jobs that job seekers keep."""

    list_display = ["__str__", "created_at"]
    list_select_related = ["job_seeker", "job", "ai_job"]
    autocomplete_fields = ["job_seeker", "job", "ai_job"]


@admin.register(models.SavedSearch)
class SavedSearchAdmin(HouseAdmin):
    """Searches that tell of new jobs."""

    list_display = ["name", "job_seeker", "frequency", "last_sent_at", "next_alert_at"]
    list_select_related = ["job_seeker"]
    list_filter = ["frequency"]
    autocomplete_fields = ["job_seeker"]


class ProposalInline(ReadOnlyInline):
    """What a file says, and what the job seeker made of it."""

    model = models.Proposal
    fields = ["target", "values", "status"]


@admin.register(models.ProfileReading)
class ProfileReadingAdmin(ReadOnlyAdmin):
    """Files that fill profiles: the work of the job seekers."""

    list_display = ["file_name", "job_seeker", "source", "status", "created_at"]
    list_select_related = ["job_seeker"]
    list_filter = ["source", "status"]
    date_hierarchy = "created_at"
    search_fields = ["job_seeker__user__email", "file_name"]
    inlines = [ProposalInline]


@admin.register(models.Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """What files say, for job seekers to accept or decline."""

    list_display = ["target", "reading", "status", "created_at"]
    list_select_related = ["reading"]
    list_filter = ["status"]
    search_fields = ["reading__job_seeker__user__email"]


@admin.register(models.Download)
class DownloadAdmin(ReadOnlyAdmin):
    """Files that job seekers asked for. Their contents are theirs alone."""

    list_display = ["job_seeker", "kind", "status", "size", "expires_at", "created_at"]
    list_select_related = ["job_seeker"]
    list_filter = ["kind", "status"]
    date_hierarchy = "created_at"
    search_fields = ["job_seeker__user__email"]
    exclude = ["file"]
