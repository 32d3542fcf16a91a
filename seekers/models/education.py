"""What a job seeker learned: school, higher education, exams, achievements."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from seekers.enums import CourseType, GradingSystem
from seekers.models.seekers import JobSeeker, ProfileSection

YEAR = [MinValueValidator(1940), MaxValueValidator(2100)]
PERCENTAGE = [MinValueValidator(0), MaxValueValidator(100)]


class SchoolEducation(ProfileSection):
    """A school-leaving certificate."""

    board = models.CharField(_("board"), max_length=120)
    medium = models.CharField(_("language of instruction"), max_length=60, blank=True)
    percentage = models.DecimalField(
        _("percentage"), max_digits=5, decimal_places=2, null=True, blank=True, validators=PERCENTAGE
    )
    year = models.PositiveSmallIntegerField(_("year"), validators=YEAR)

    class Meta(ProfileSection.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.board} {self.year}"


class HSCEducation(SchoolEducation):
    """Higher secondary certificate (class 12). One for each job seeker."""

    job_seeker = models.OneToOneField(JobSeeker, models.CASCADE, related_name="hsc_education")

    class Meta(SchoolEducation.Meta):
        verbose_name = _("higher secondary education")
        verbose_name_plural = _("higher secondary education")


class SSCEducation(SchoolEducation):
    """Secondary school certificate (class 10). One for each job seeker."""

    job_seeker = models.OneToOneField(JobSeeker, models.CASCADE, related_name="ssc_education")

    class Meta(SchoolEducation.Meta):
        verbose_name = _("secondary education")
        verbose_name_plural = _("secondary education")


class HigherEducation(ProfileSection):
    """A degree or diploma."""

    qualification = models.CharField(_("qualification"), max_length=100)
    course = models.CharField(_("course"), max_length=150)
    specialization = models.CharField(_("specialization"), max_length=150, blank=True)
    college = models.CharField(_("college"), max_length=200)
    grading_system = models.CharField(_("grading"), max_length=12, choices=GradingSystem, blank=True)
    grade = models.DecimalField(_("grade"), max_digits=5, decimal_places=2, null=True, blank=True)
    start_year = models.PositiveSmallIntegerField(_("from"), validators=YEAR)
    end_year = models.PositiveSmallIntegerField(_("to"), null=True, blank=True, validators=YEAR)
    course_type = models.CharField(
        _("kind of course"), max_length=10, choices=CourseType, default=CourseType.FULL_TIME
    )

    class Meta(ProfileSection.Meta):
        verbose_name = _("higher education")
        verbose_name_plural = _("higher education")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_year=None) | models.Q(end_year__gte=models.F("start_year")),
                name="higher_education_years",
            )
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.college}"


class CompetitiveExam(ProfileSection):
    """The result of an entrance or competitive exam."""

    label = models.CharField(_("exam"), max_length=150)
    score = models.CharField(_("score"), max_length=50)

    class Meta(ProfileSection.Meta):
        verbose_name = _("competitive exam")
        verbose_name_plural = _("competitive exams")

    def __str__(self) -> str:
        return f"{self.label}: {self.score}"


class AcademicAchievement(ProfileSection):
    """Something achieved during a qualification."""

    qualification = models.CharField(_("qualification"), max_length=100)
    achievements = models.TextField(_("achievements"), max_length=2_000)

    class Meta(ProfileSection.Meta):
        verbose_name = _("academic achievement")
        verbose_name_plural = _("academic achievements")

    def __str__(self) -> str:
        return self.qualification
