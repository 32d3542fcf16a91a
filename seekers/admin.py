"""Job seekers and their profiles in the admin."""

from __future__ import annotations

from django.contrib import admin

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
