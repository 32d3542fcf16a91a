"""AI-interviewed jobs: what is sent and what is told."""

from __future__ import annotations

from dataclasses import fields as fields_of
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework import serializers

from assessments.models import CodePair
from companies.enums import JobStatus
from companies.job_input import RANGES, upside_down
from companies.models import AiInterviewedJob
from interviewer.api.serializers import In, ModelIn, ModelOut, Out
from interviewer.integrations.judge import get_judge
from interviews import links
from interviews.enums import RowResult
from interviews.services.jobs import InterviewSetup, JobDetails

DETAILS = [field.name for field in fields_of(JobDetails)]
SETUP = [field.name for field in fields_of(InterviewSetup)]


class JobIn(ModelIn):
    """A job and how its candidates are interviewed; what is left out keeps its value, or gets the usual one."""

    skills = serializers.ListField(child=serializers.CharField(max_length=60), max_length=20, required=False)
    currency = serializers.RegexField(r"^[A-Za-z]{3}$", required=False, help_text="ISO 4217.")
    coding_languages = serializers.ListField(
        child=serializers.CharField(max_length=20), max_length=40, required=False, help_text="Empty: all."
    )
    interview_language = serializers.ChoiceField(
        choices=[code for code, _name in settings.LANGUAGES], required=False
    )

    offered_languages = serializers.ListField(
        child=serializers.ChoiceField(choices=[code for code, _name in settings.LANGUAGES]),
        max_length=10,
        required=False,
        help_text="What a candidate may choose beside the language of the interview.",
    )

    class Meta:
        model = AiInterviewedJob
        fields = [*DETAILS, *SETUP]

    example: dict[str, Any] = {
        "title": "Backend engineer",
        "description": "Build and run web services in Python.",
        "skills": ["python", "sql"],
        "has_quiz": False,
        "question_count": 4,
    }

    def validate_currency(self, value: str) -> str:
        """In capitals."""
        return value.upper()

    def validate_skills(self, value: list[str]) -> list[str]:
        """Each once."""
        return list({" ".join(one.split()).casefold(): " ".join(one.split()) for one in value}.values())

    def validate_coding_languages(self, value: list[str]) -> list[str]:
        """Those that are installed here."""
        known = {one.slug for one in get_judge().languages() if one.available}
        if unknown := sorted(set(value) - known):
            raise serializers.ValidationError(
                _("Not installed here: %(names)s.") % {"names": ", ".join(unknown)}
            )
        return value

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        """Ranges begin before they end, together with what is kept."""
        job = getattr(self.context.get("view"), "job", None)
        ends = [name for low, high, _text in RANGES for name in (low, high)]
        together = {name: values.get(name, getattr(job, name, None)) for name in ends}
        for low, high, _text in upside_down(together):
            raise serializers.ValidationError({high: [_("Not less than %(name)s.") % {"name": low}]})
        return values


class JobOut(ModelOut):
    """A job."""

    skills = serializers.ListField(child=serializers.CharField())
    coding_languages = serializers.ListField(child=serializers.CharField())
    offered_languages = serializers.ListField(child=serializers.CharField())
    public_link = serializers.SerializerMethodField(help_text="Where anybody may begin an interview.")

    class Meta:
        model = AiInterviewedJob
        fields = [
            "uid", "status", *DETAILS, *SETUP, "approved", "public_link", "created_at", "updated_at",
            "published_at", "closed_at",
        ]  # fmt: skip

    def get_public_link(self, job: AiInterviewedJob) -> str:
        """The whole address."""
        return links.public_link(job)


class JobRowOut(ModelOut):
    """A line of the list of jobs, with how many candidates are where."""

    invited = serializers.IntegerField(source="invited_count")
    under_way = serializers.IntegerField(source="busy_count")
    completed = serializers.IntegerField(source="done_count")
    total = serializers.IntegerField(source="total_count")

    class Meta:
        model = AiInterviewedJob
        fields = [
            "uid", "title", "department", "city", "status", "invited", "under_way", "completed", "total",
            "created_at", "updated_at", "published_at",
        ]  # fmt: skip


class JobFilters(In):
    """Filters of the list of jobs."""

    search = serializers.CharField(
        max_length=100, required=False, help_text="Words in title, department or city."
    )
    status = serializers.ChoiceField(choices=JobStatus.choices, required=False)


class LackOut(Out):
    """Something that a job lacks; it can't be published while one blocks."""

    section = serializers.CharField()
    text = serializers.CharField()
    blocks = serializers.BooleanField()


class ReadinessOut(Out):
    """Whether a job can be published, and why not."""

    is_complete = serializers.BooleanField()
    findings = LackOut(many=True)
    why_not_open = serializers.ListField(
        child=serializers.CharField(), help_text="Beside what the job lacks."
    )
    why_not_invite = serializers.CharField(help_text="Empty when candidates can be invited.")


class MoveIn(In):
    """Change places with the neighbour."""

    direction = serializers.ChoiceField(choices=["up", "down"])

    example = {"direction": "up"}


class InviteeIn(In):
    """Somebody to invite."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class InvitationsIn(In):
    """People to invite, and a message to all of them."""

    people = InviteeIn(many=True, allow_empty=False)
    message = serializers.CharField(max_length=2_000, required=False, default="", allow_blank=True)

    example = {
        "people": [{"email": "asha@example.com", "name": "Asha Rao"}],
        "message": "We liked your talk.",
    }

    def validate_people(self, value: list[dict[str, str]]) -> list[dict[str, str]]:
        """Not more than one page takes."""
        if len(value) > 200:
            raise serializers.ValidationError(_("At most 200 people at once, please."))
        return value


class OutcomeOut(Out):
    """What became of one person of the list."""

    email = serializers.EmailField(source="person.email")
    result = serializers.ChoiceField(choices=RowResult.choices)
    interview = serializers.UUIDField(source="interview.uid", default=None, allow_null=True)


class OutcomesOut(Out):
    """What became of everybody."""

    results = OutcomeOut(many=True)


class PairOut(Out):
    """Two programs of candidates of a job that are alike."""

    uid = serializers.UUIDField()
    problem = serializers.CharField(source="question.title")
    first = serializers.UUIDField(source="first.interview.uid")
    second = serializers.UUIDField(source="second.interview.uid")
    score = serializers.FloatField(source="similarity")


class CellOut(Out):
    """One candidate's value."""

    value = serializers.FloatField(allow_null=True)
    note = serializers.CharField()


class LineOut(Out):
    """One thing that is compared, with a value for each candidate in their order."""

    label = serializers.CharField()
    cells = CellOut(many=True)


class ComparedOut(Out):
    """A candidate who is compared."""

    uid = serializers.UUIDField()
    name = serializers.CharField(source="full_name")


class ComparisonOut(Out):
    """Candidates of a job side by side."""

    candidates = ComparedOut(many=True)
    scores = LineOut(many=True)
    competencies = LineOut(many=True)
    has_several_rubrics = serializers.BooleanField()


class ComparisonFilters(In):
    """Whom to compare."""

    candidate = serializers.ListField(
        child=serializers.UUIDField(),
        min_length=1,
        max_length=4,
        help_text="Up to four; repeat the parameter.",
    )


class ProgramOut(Out):
    """A candidate's program."""

    interview = serializers.UUIDField(source="interview.uid")
    language = serializers.CharField()
    code = serializers.CharField()


class PairDetailOut(PairOut):
    """Two programs with the passages that are alike: first and last line in each, counted from 1."""

    programs = serializers.SerializerMethodField()
    passages = serializers.ListField(child=serializers.ListField(child=serializers.IntegerField()))

    def get_programs(self, pair: CodePair) -> list[dict[str, Any]]:
        """The first and the second."""
        return [dict(ProgramOut(one).data) for one in (pair.first, pair.second)]
