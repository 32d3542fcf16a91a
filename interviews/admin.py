"""Interviews and all that belongs to them in the admin. Status and scores are shown, never typed."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interviewer.errors import Conflict
from interviewer.journal import services as journal
from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import HouseAdmin, ReadOnlyInline, SoftDeletedAdmin
from interviews import models
from interviews.services import review, scoring


class StageInline(ReadOnlyInline):
    """How far the candidate came."""

    model = models.StageAttempt
    fields = ["stage", "started_at", "deadline_at", "finished_at", "timed_out", "given_back"]


class TurnInline(ReadOnlyInline):
    """What was asked and answered."""

    model = models.InterviewQuestionAndResponse
    fields = ["order", "source", "question", "status", "answer"]


class EvaluationInline(ReadOnlyInline):
    """How it was scored."""

    model = models.Evaluation
    fields = ["status", "engine", "engine_version", "model", "prompt_version", "refused_quotes", "error"]


@admin.register(models.Interview)
class InterviewAdmin(SoftDeletedAdmin):
    """Interviews. The private link is not shown: whoever holds it is the candidate."""

    list_display = ["__str__", "email", "job", "status", "overall_score", "decision", "flagged", "created_at"]
    list_select_related = ["job"]
    list_filter = ["status", "decision", "flagged", "source"]
    search_fields = ["email", "first_name", "last_name", "job__title", "source_tag", "external_id", "uid"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["job", "job_seeker", "rubric"]
    inlines = [StageInline, TurnInline, EvaluationInline]
    exclude = ["link_token"]
    readonly_fields = [
        "status", "plan", "started_at", "submitted_at", "completed_at", "email_verified_at", "match_score",
        "match_feedback", "quiz_score", "coding_score", "conversation_score", "technical_score",
        "communication_score", "problem_solving_score", "cultural_fit_score", "overall_score",
        "recruiter_feedback", "candidate_feedback", "suggestions", "key_terms", "resume_findings",
    ]  # fmt: skip
    actions = [*SoftDeletedAdmin.actions, "flag", "unflag", "retry_scoring"]

    def _flag(self, request: HttpRequest, queryset: QuerySet, value: bool) -> None:
        for interview in queryset:
            models.Interview.objects.filter(pk=interview.pk).update(flagged=value)
            journal.record(
                actor=request.user,
                action="interview.flagged" if value else "interview.unflagged",
                subject=interview,
            )

    @admin.action(description=_("Flag"), permissions=["change"])
    def flag(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Mark for a second look."""
        self._flag(request, queryset, True)

    @admin.action(description=_("Take the flag away"), permissions=["change"])
    def unflag(self, request: HttpRequest, queryset: QuerySet) -> None:
        """The look was taken."""
        self._flag(request, queryset, False)

    @admin.action(description=_("Try a stuck scoring again"), permissions=["change"])
    def retry_scoring(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Ask for scoring again where it waits or needs a person."""
        for interview in queryset.select_related("job"):
            scoring.nudge(interview=interview)
            try:
                review.retry(actor=request.user, interview=interview)
            except Conflict:
                continue
        messages.success(request, _("Scoring was asked for where it was stuck."))


class CompetencyInline(admin.StackedInline):
    """A rubric's competencies."""

    model = models.Competency
    extra = 0


@admin.register(models.Rubric)
class RubricAdmin(HouseAdmin):
    """Rubrics of jobs, by version."""

    list_display = ["job", "version", "created_at"]
    list_select_related = ["job"]
    search_fields = ["job__title"]
    autocomplete_fields = ["job"]
    inlines = [CompetencyInline]


@admin.register(models.InterviewQuestion)
class InterviewQuestionAdmin(SoftDeletedAdmin):
    """Recruiters' own questions."""

    list_display = ["__str__", "job", "question_type", "approved", "order"]
    list_select_related = ["job"]
    list_filter = ["question_type", "approved"]
    search_fields = ["question", "job__title"]
    autocomplete_fields = ["job"]


@admin.register(models.Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    """Invitations that were sent."""

    list_display = ["email", "name", "interview", "invited_by", "sent_at", "revoked_at"]
    list_select_related = ["interview", "invited_by"]
    search_fields = ["email", "name"]
    date_hierarchy = "sent_at"


class ListRowInline(ReadOnlyInline):
    """The rows of a list that could not be invited; the others are in the product's own pages."""

    model = models.InvitationRow
    fields = readonly_fields = ["number", "email", "result", "detail"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those with a reason: a list may have thousands of rows."""
        return super().get_queryset(request).exclude(detail="")


@admin.register(models.InvitationBatch)
class InvitationBatchAdmin(ReadOnlyAdmin):
    """Lists of invitations, and how far they are."""

    list_display = ["__str__", "job", "action", "row_count", "started_by", "created_at", "finished_at"]
    list_select_related = ["job", "started_by__user", "started_by__company"]
    list_filter = ["action", ("finished_at", admin.EmptyFieldListFilter)]
    search_fields = ["file_name", "job__title", "uid"]
    date_hierarchy = "created_at"
    inlines = [ListRowInline]


@admin.register(models.InvitationRow)
class InvitationRowAdmin(ReadOnlyAdmin):
    """Rows of lists."""

    list_display = ["email", "batch", "number", "result", "detail", "interview"]
    list_select_related = ["batch", "interview"]
    list_filter = ["result"]
    search_fields = ["email", "external_id"]


@admin.register(models.InvitationReminder)
class InvitationReminderAdmin(ReadOnlyAdmin):
    """Reminders that were sent."""

    list_display = ["interview", "kind", "link_expires_at", "sent_at"]
    list_select_related = ["interview"]
    list_filter = ["kind"]
    search_fields = ["interview__email"]
    date_hierarchy = "sent_at"


@admin.register(models.SourceLink)
class SourceLinkAdmin(HouseAdmin):
    """Public links with a source."""

    list_display = ["tag", "job", "created_at"]
    list_select_related = ["job"]
    search_fields = ["tag", "job__title"]
    autocomplete_fields = ["job"]


class FactAdmin(ReadOnlyAdmin):
    """What the product wrote about an interview."""

    def get_list_select_related(self, request: object) -> list[str]:
        """Every owner, also one that may be missing (`True` would leave those out)."""
        owners = [field.name for field in self.model._meta.fields if field.is_relation]
        deeper = {
            "rubric": ["rubric__job"],
            **{name: [f"{name}__user", f"{name}__company"] for name in ("owner", "membership")},
        }
        return [path for name in owners for path in deeper.get(name, [name])]

    def get_list_display(self, request: object) -> list[str]:
        """Every plain column that is not long text."""
        long = {
            "state",
            "anchors",
            "expected_points",
            "segments",
            "transcript",
            "answer",
            "rationale",
            "missing",
            "token_hash",
            "input_hash",
            "interview_ids",
            "values",
            "text",
            "body",
            "comment",
        }
        return [field.name for field in self.model._meta.fields if field.name not in long][:9]


for _model in (
    models.Competency,
    models.Consent,
    models.StageAttempt,
    models.InterviewQuestionAndResponse,
    models.InterviewQuestionResponse,
    models.CoreQuestions,
    models.CandidateQuestion,
    models.Recording,
    models.RecordingChunk,
    models.Evaluation,
    models.CompetencyScore,
    models.EvidenceQuote,
    models.SharedReport,
    models.RubricDraft,
    models.Tag,
    models.InterviewTag,
    models.Note,
    models.ReviewAssignment,
    models.Scorecard,
    models.ScorecardLevel,
    models.SavedView,
    models.ListPreference,
    models.BulkAction,
    models.DecisionLetter,
    models.CandidateMail,
):
    admin.site.register(_model, FactAdmin)
