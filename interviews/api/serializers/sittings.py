"""The candidate's interview: what a candidate's program sends and is told. Nothing here says what is right."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from interviewer.api.serializers import In, ModelIn, ModelOut, Out
from interviews.enums import InterviewStatus, Stage
from interviews.forms.arrival import MAX_SKILL
from interviews.models import Interview


class SeatIn(In):
    """The token of an interview's private link: what stands in its address after /i/."""

    link_token = serializers.CharField(max_length=200)

    example = {"link_token": "q3vT5mQWm0S2bX1nJ9yR7uK4aZ8cE6fH"}


class StageStateOut(Out):
    """A stage of the interview, in order."""

    stage = serializers.ChoiceField(choices=Stage.choices)
    state = serializers.ChoiceField(choices=["done", "current", "todo"])


class SittingOut(Out):
    """Where an interview is. `version` changes whenever something changed that a candidate waits for."""

    uid = serializers.UUIDField()
    status = serializers.ChoiceField(choices=InterviewStatus.choices)
    stage = serializers.ChoiceField(choices=Stage.choices, allow_null=True)
    stages = StageStateOut(many=True)
    version = serializers.CharField()
    deadline_at = serializers.DateTimeField(
        allow_null=True, help_text="By the server's clock, which the header Date tells."
    )
    is_proven = serializers.BooleanField(
        help_text="Whether this seat may see what is behind the e-mail code."
    )
    is_typed = serializers.BooleanField()
    language = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField(), help_text="Those to choose from.")
    job_title = serializers.CharField()
    company = serializers.CharField()


class SeatOut(Out):
    """A seat token for the header Authorization, and where the interview is."""

    token_type = serializers.CharField(default="Bearer")
    token = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")
    is_earlier = serializers.BooleanField(
        default=False, help_text="The address holds an earlier interview for the job: that one goes on."
    )
    sitting = SittingOut()


class ExpectedOut(Out):
    """A stage as it is promised."""

    title = serializers.CharField()
    text = serializers.CharField()
    minutes = serializers.IntegerField()


class ConsentOut(Out):
    """What awaits a candidate, and the text to agree to."""

    version = serializers.CharField()
    language = serializers.CharField()
    text = serializers.CharField()
    text_hash = serializers.CharField(help_text="SHA-256 of the text; sent back with the consent.")
    expected = ExpectedOut(many=True)
    needs_microphone = serializers.BooleanField()
    needs_camera = serializers.BooleanField()
    may_type = serializers.BooleanField()


class PublicLinkOut(Out):
    """A job by its public link."""

    job_title = serializers.CharField()
    company = serializers.CharField()
    description = serializers.CharField()
    expected = ExpectedOut(many=True)


class ConsentIn(In):
    """Agreement to the text that was shown."""

    agree = serializers.BooleanField()
    text_hash = serializers.CharField(max_length=64)
    text_only = serializers.BooleanField(default=False)

    example = {"agree": True, "text_hash": "0" * 64, "text_only": True}

    def validate_agree(self, value: bool) -> bool:
        """Nothing is stored before."""
        if not value:
            raise serializers.ValidationError(_("Nothing is stored before you agree."))
        return value


class LanguageIn(In):
    """One of the languages that are offered."""

    language = serializers.CharField(max_length=8)

    example = {"language": "en"}


class ProfileIn(ModelIn):
    """What the candidate says of themselves."""

    first_name = serializers.CharField(max_length=100)
    email = serializers.EmailField(max_length=254, required=False)
    skills = serializers.ListField(
        child=serializers.CharField(max_length=MAX_SKILL), max_length=100, default=list
    )
    years_of_experience = serializers.DecimalField(
        max_digits=4, decimal_places=1, min_value=0, max_value=70, required=False, allow_null=True
    )
    education = serializers.CharField(max_length=5_000, required=False, allow_blank=True)

    class Meta:
        model = Interview
        fields = [
            "first_name", "last_name", "email", "phone", "city", "years_of_experience", "education", "skills",
            "linkedin_url", "portfolio_url",
        ]  # fmt: skip

    example: dict[str, Any] = {
        "first_name": "Asha", "last_name": "Rao", "email": "asha@example.com", "skills": ["python", "sql"],
        "years_of_experience": 4,
    }  # fmt: skip


class ProfileOut(ModelOut):
    """What was read from the résumé, or typed; `reading` says whether the file is being read."""

    reading = serializers.CharField()
    email_is_fixed = serializers.BooleanField()
    skills = serializers.ListField(child=serializers.CharField())
    years_of_experience = serializers.FloatField(allow_null=True)

    class Meta:
        model = Interview
        fields = [
            "reading", "email_is_fixed", "resume_name", "first_name", "last_name", "email", "phone", "city",
            "years_of_experience", "education", "skills", "linkedin_url", "portfolio_url",
        ]  # fmt: skip


class CodeOut(Out):
    """Where the code goes."""

    address = serializers.CharField()
    was_sent = serializers.BooleanField()


class CodeIn(In):
    """The six digits from the e-mail."""

    code = serializers.CharField(max_length=12)

    example = {"code": "123456"}


class MatchStateOut(Out):
    """Where the match of résumé and job is; its score is for the company."""

    state = serializers.ChoiceField(choices=["not_asked", "waiting", "ready", "screened_out", "done"])


class ScoringStepOut(Out):
    """One thing that happens to a handed-in interview."""

    label = serializers.CharField()
    state = serializers.ChoiceField(choices=["done", "current", "todo"])
    note = serializers.CharField()


class ScoringOut(Out):
    """How the scoring goes."""

    is_over = serializers.BooleanField()
    steps = ScoringStepOut(many=True)


class FeedbackItemOut(Out):
    """A competency as the candidate reads it."""

    name = serializers.CharField()
    level = serializers.CharField()
    strength = serializers.CharField()
    next_step = serializers.CharField()


class FeedbackOut(Out):
    """The candidate's own feedback; it has no number and no verdict."""

    opening = serializers.CharField()
    items = FeedbackItemOut(many=True)
    closing = serializers.CharField()
    has_pdf = serializers.BooleanField()
