"""Job seekers and their profiles in the admin."""

from __future__ import annotations

from django.contrib import admin

from interviewer.web.admin_base import HouseAdmin, SoftDeletedAdmin
from seekers import models


@admin.register(models.JobSeeker)
class JobSeekerAdmin(SoftDeletedAdmin):
    """Job seekers."""

    list_display = ["__str__", "user", "years_of_experience", "edudiagno_score", "suspended_at", "created_at"]
    list_select_related = ["user"]
    search_fields = ["first_name", "last_name", "user__email"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["user", "current_city", "home_city"]
    readonly_fields = ["verified_at", "suspended_at", "phone_verified_at", "edudiagno_score"]


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
