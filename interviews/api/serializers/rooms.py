"""The candidate's quiz and coding stage. Nothing here says what is right, and no hidden case is told."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from assessments.enums import SubmissionKind, SubmissionStatus
from interviewer.api.serializers import In, Out


class SittingOptionOut(Out):
    """An option, without whether it is right."""

    uid = serializers.UUIDField()
    label = serializers.CharField()
    is_chosen = serializers.BooleanField()


class SittingQuestionOut(Out):
    """A question of this candidate's quiz."""

    uid = serializers.UUIDField()
    number = serializers.IntegerField()
    text = serializers.CharField()
    section = serializers.CharField()
    is_multiple = serializers.BooleanField()
    has_image = serializers.BooleanField()
    image_text = serializers.CharField()
    options = SittingOptionOut(many=True)
    is_marked = serializers.BooleanField()
    deadline_at = serializers.DateTimeField(allow_null=True, help_text="Of the question's own clock.")
    is_over = serializers.BooleanField()


class QuizOut(Out):
    """The quiz: how much there is, and once it was begun the questions in this candidate's order."""

    has_begun = serializers.BooleanField()
    count = serializers.IntegerField()
    has_own_clocks = serializers.BooleanField()
    limit_seconds = serializers.IntegerField()
    deadline_at = serializers.DateTimeField(allow_null=True)
    questions = SittingQuestionOut(many=True)


class AnswerIn(In):
    """What is chosen for a question, and whether it is marked for later; what is left out stays."""

    options = serializers.ListField(child=serializers.UUIDField(), max_length=20, required=False)
    is_marked = serializers.BooleanField(required=False)

    example: dict[str, Any] = {"options": ["6f3c0c52-8a53-4a60-9c0b-3b2f6d9d8c11"], "is_marked": False}


class LanguageOut(Out):
    """A language that programs may be written in."""

    slug = serializers.CharField()
    name = serializers.CharField()
    version = serializers.CharField()
    template = serializers.CharField()


class CodingProblemStateOut(Out):
    """Where the candidate is with a problem."""

    uid = serializers.UUIDField(source="problem.uid")
    title = serializers.CharField(source="problem.title")
    is_submitted = serializers.BooleanField()
    has_draft = serializers.BooleanField()
    cases_passed = serializers.IntegerField()
    cases_total = serializers.IntegerField()


class CodingOut(Out):
    """The coding stage."""

    has_begun = serializers.BooleanField()
    deadline_at = serializers.DateTimeField(allow_null=True)
    problems = CodingProblemStateOut(many=True)
    languages = LanguageOut(many=True)
    judge_is_ready = serializers.BooleanField()


class SampleOut(Out):
    """A case that is shown."""

    input = serializers.CharField()
    expected_output = serializers.CharField()


class CodingProblemOut(Out):
    """A problem as the candidate reads it; hidden cases are not told."""

    uid = serializers.UUIDField(source="problem.uid")
    title = serializers.CharField(source="problem.title")
    statement = serializers.CharField(source="problem.description", help_text="Markdown.")
    statement_html = serializers.CharField(source="statement")
    samples = SampleOut(many=True)
    codes = serializers.DictField(child=serializers.CharField(), help_text="The present code by language.")
    submissions = serializers.SerializerMethodField()

    def get_submissions(self, room: Any) -> list[str]:
        """Their uids, the newest first."""
        return [str(one.uid) for one in room.submissions]


class DraftIn(In):
    """A program as it is typed."""

    code = serializers.CharField(max_length=70_000, allow_blank=True, trim_whitespace=False)

    example = {"code": "print(2 * int(input()))\n"}


class DraftOut(Out):
    """A program as it is kept."""

    language = serializers.CharField()
    code = serializers.CharField()


class SubmissionIn(In):
    """Run shows samples, or the candidate's own input; submit judges every case."""

    kind = serializers.ChoiceField(choices=SubmissionKind.choices)
    language = serializers.CharField(max_length=20)
    code = serializers.CharField(max_length=70_000, trim_whitespace=False)
    own_input = serializers.CharField(
        max_length=70_000,
        trim_whitespace=False,
        allow_blank=True,
        required=False,
        allow_null=True,
        default=None,
    )

    example = {"kind": "submit", "language": "python", "code": "print(2 * int(input()))\n"}


class JudgedCaseOut(Out):
    """A case; what was read and written is told of samples only."""

    name = serializers.CharField()
    verdict = serializers.CharField()
    is_sample = serializers.BooleanField()
    time_ms = serializers.IntegerField(allow_null=True)
    memory_kib = serializers.IntegerField(allow_null=True)
    input = serializers.CharField(required=False)
    expected = serializers.CharField(required=False)
    stdout = serializers.CharField(required=False)
    stderr = serializers.CharField(required=False)
    detail = serializers.CharField(required=False)


class SubmissionOut(Out):
    """How a submission stands."""

    uid = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=SubmissionKind.choices)
    status = serializers.ChoiceField(choices=SubmissionStatus.choices)
    done = serializers.BooleanField()
    verdict = serializers.CharField()
    message = serializers.CharField()
    cases_passed = serializers.IntegerField()
    cases_total = serializers.IntegerField()
    cases_judged = serializers.IntegerField()
    score = serializers.FloatField()
    time_ms = serializers.IntegerField(allow_null=True)
    memory_kib = serializers.IntegerField(allow_null=True)
    cases = JudgedCaseOut(many=True)


class VersionOut(Out):
    """An earlier version of a program."""

    key = serializers.CharField()
    label = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)
    code = serializers.CharField()


class VersionFilters(In):
    """In which language."""

    language = serializers.CharField(max_length=20)


class RestoreIn(In):
    """The version to put back."""

    language = serializers.CharField(max_length=20)
    version = serializers.CharField(max_length=60)

    example = {"language": "python", "version": "template"}
