"""Interviews as the company sees them: the list, the report and everything behind it, and what is done with it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from interviewer.api.serializers import In, ModelOut, Out
from interviews.enums import (
    Decision,
    InterviewSource,
    InterviewStatus,
    Stage,
)
from interviews.forms.invitations import interview_languages
from interviews.models import Interview, Invitation, SharedReport
from interviews.queries.candidates import BANDS, SORTS
from interviews.services import stages


class InterviewFilters(In):
    """The filters of the list of candidates."""

    search = serializers.CharField(max_length=100, required=False, help_text="Words in name or e-mail.")
    job_uid = serializers.UUIDField(required=False)
    job_title = serializers.CharField(max_length=100, required=False)
    status = serializers.ChoiceField(choices=InterviewStatus.choices, required=False)
    stage = serializers.ChoiceField(
        choices=Stage.choices, required=False, help_text="Where candidates are now."
    )
    decision = serializers.ChoiceField(choices=Decision.choices, required=False)
    band = serializers.ChoiceField(
        choices=list(BANDS), required=False, help_text="Of the overall score, from."
    )
    min_score = serializers.IntegerField(min_value=0, max_value=100, required=False)
    max_score = serializers.IntegerField(min_value=0, max_value=100, required=False)
    min_match = serializers.IntegerField(min_value=0, max_value=100, required=False)
    city = serializers.CharField(max_length=100, required=False)
    source = serializers.ChoiceField(choices=InterviewSource.choices, required=False)
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)
    flagged = serializers.ChoiceField(choices=["yes", "no"], required=False)
    tag = serializers.CharField(max_length=60, required=False)
    assigned = serializers.ChoiceField(choices=["mine"], required=False)
    sort = serializers.ChoiceField(choices=list(SORTS), required=False)


class JobRefOut(Out):
    """The job of an interview."""

    uid = serializers.UUIDField()
    title = serializers.CharField()


class ScoresOut(Out):
    """All scores."""

    match = serializers.FloatField(source="match_score", allow_null=True)
    quiz = serializers.FloatField(source="quiz_score", allow_null=True)
    coding = serializers.FloatField(source="coding_score", allow_null=True)
    conversation = serializers.FloatField(source="conversation_score", allow_null=True)
    technical = serializers.FloatField(source="technical_score", allow_null=True)
    communication = serializers.FloatField(source="communication_score", allow_null=True)
    problem_solving = serializers.FloatField(source="problem_solving_score", allow_null=True)
    cultural_fit = serializers.FloatField(source="cultural_fit_score", allow_null=True)
    overall = serializers.FloatField(source="overall_score", allow_null=True)


class InterviewRowOut(ModelOut):
    """A line of the list of candidates."""

    name = serializers.CharField(source="full_name")
    job = JobRefOut()
    status = serializers.ChoiceField(choices=InterviewStatus.choices)
    stage = serializers.SerializerMethodField()
    scores = ScoresOut(source="*")
    decision = serializers.ChoiceField(choices=Decision.choices)

    class Meta:
        model = Interview
        fields = [
            "uid",
            "name",
            "email",
            "job",
            "status",
            "stage",
            "scores",
            "decision",
            "created_at",
            "updated_at",
            "completed_at",
        ]

    def get_stage(self, interview: Interview) -> str | None:
        """Where the candidate is while under way; null otherwise."""
        if interview.status != InterviewStatus.IN_PROGRESS:
            return None
        stage = stages.current(interview)
        return stage.value if stage else None


class InvitationOut(ModelOut):
    """An e-mail that asked somebody to the interview."""

    class Meta:
        model = Invitation
        fields = ["uid", "email", "name", "sent_at", "revoked_at"]


class AccommodationsIn(In):
    """What somebody needs to take part on equal terms, whole."""

    extra_time_percent = serializers.IntegerField(min_value=0, max_value=300, default=0)
    text_only = serializers.BooleanField(default=False)
    without_camera = serializers.BooleanField(default=False)
    large_captions = serializers.BooleanField(default=False)
    language = serializers.ChoiceField(
        choices=[code for code, _name in interview_languages()], default="", allow_blank=True
    )

    example = {"extra_time_percent": 25, "large_captions": True}


class AccommodationsOut(Out):
    """What was granted."""

    extra_time_percent = serializers.IntegerField()
    text_only = serializers.BooleanField()
    without_camera = serializers.BooleanField()
    large_captions = serializers.BooleanField()
    language = serializers.CharField()


class InterviewOut(InterviewRowOut):
    """One candidate's interview."""

    stages = serializers.SerializerMethodField()
    source = serializers.ChoiceField(choices=InterviewSource.choices)
    accommodations = AccommodationsOut(source="*")
    invitations = InvitationOut(many=True)
    skills = serializers.ListField(child=serializers.CharField())
    years_of_experience = serializers.FloatField(allow_null=True)
    has_resume = serializers.SerializerMethodField()

    class Meta(InterviewRowOut.Meta):
        fields = [
            *InterviewRowOut.Meta.fields, "stages", "source", "accommodations", "invitations", "first_name",
            "last_name", "phone", "city", "years_of_experience", "education", "skills", "linkedin_url",
            "portfolio_url", "has_resume", "decision_reason", "link_expires_at", "started_at", "submitted_at",
        ]  # fmt: skip

    def get_stages(self, interview: Interview) -> list[dict[str, Any]]:
        """Stages that were begun, with their times."""
        return [dict(StageOut(one).data) for one in interview.stage_attempts.all()]

    def get_has_resume(self, interview: Interview) -> bool:
        """Whether a file was uploaded."""
        return bool(interview.resume)


class StageOut(Out):
    """A stage that the candidate is or was in."""

    stage = serializers.ChoiceField(choices=Stage.choices)
    started_at = serializers.DateTimeField()
    deadline_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)
    timed_out = serializers.BooleanField()


class DecisionIn(In):
    """What the company decides, and why."""

    decision = serializers.ChoiceField(choices=Decision.choices)
    reason = serializers.CharField(max_length=2_000, default="", allow_blank=True)

    example = {"decision": "shortlisted", "reason": "Clear thinking about indexes."}


class DecisionOut(Out):
    """What was decided; the interview's status does not change with it."""

    decision = serializers.ChoiceField(choices=Decision.choices)
    reason = serializers.CharField(source="decision_reason")


class OverrideIn(In):
    """A person's level for a competency, beside the engine's."""

    level = serializers.IntegerField(min_value=1, max_value=5)
    reason = serializers.CharField(max_length=500)

    example = {"level": 4, "reason": "The second answer shows it."}


class ExtendIn(In):
    """For how many more days."""

    days = serializers.IntegerField(min_value=1, max_value=180)

    example = {"days": 7}


class ShareIn(In):
    """For how many days a report can be read by link, and who it is for."""

    days = serializers.IntegerField(min_value=1, max_value=90, default=7)
    note = serializers.CharField(max_length=120, default="", allow_blank=True)

    example = {"days": 7, "note": "Head of engineering"}


class ShareOut(ModelOut):
    """A link to a report; its address is not kept."""

    class Meta:
        model = SharedReport
        fields = ["uid", "note", "created_at", "expires_at", "opened_at", "times_opened"]


class NewShareOut(ShareOut):
    """A link that was just made, with its address: it is shown this once."""

    url = serializers.SerializerMethodField()

    class Meta(ShareOut.Meta):
        fields = [*ShareOut.Meta.fields, "url"]

    def get_url(self, row: SharedReport) -> str:
        """The whole address."""
        return str(row.url)  # type: ignore[attr-defined]
