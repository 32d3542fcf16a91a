"""What a job asks: quiz questions, coding problems, own questions, the rubric."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from assessments.checking import MAX_GROUPS, valid_groups
from assessments.enums import CheckerKind, Difficulty, Expected, GroupRule
from assessments.models import DSAPoolQuestion, DSAQuestion, DSAReferenceSolution, QuizQuestion
from assessments.services.problems import MAX_CASE_CHARACTERS, MAX_CASES
from assessments.services.quizzes import MAX_OPTIONS
from companies.enums import DraftStatus
from interviewer.api.serializers import In, ModelIn, ModelOut, Out
from interviews.enums import QuestionKind
from interviews.models import Competency, InterviewQuestion, Rubric
from interviews.rubric_library import LIBRARY

_QUIZ = ["description", "question_type", "category", "seconds", "marks", "explanation", "image_text"]


class QuizOptionIn(In):
    """An option."""

    label = serializers.CharField(max_length=500)
    is_correct = serializers.BooleanField(default=False)


class QuizQuestionIn(ModelIn):
    """A quiz question, whole."""

    seconds = serializers.IntegerField(min_value=10, max_value=1800, default=60)
    marks = serializers.IntegerField(min_value=1, max_value=100, default=1)
    options = QuizOptionIn(many=True, min_length=2, max_length=MAX_OPTIONS)

    class Meta:
        model = QuizQuestion
        fields = [*_QUIZ, "options"]

    example: dict[str, Any] = {
        "description": "Which of these is immutable?",
        "options": [{"label": "tuple", "is_correct": True}, {"label": "list"}],
    }


class QuizOptionOut(Out):
    """An option, with whether it is right: for the company only."""

    uid = serializers.UUIDField()
    label = serializers.CharField()
    is_correct = serializers.BooleanField()


class QuizQuestionOut(ModelOut):
    """A quiz question."""

    options = QuizOptionOut(many=True)
    has_image = serializers.SerializerMethodField()

    class Meta:
        model = QuizQuestion
        fields = ["uid", *_QUIZ, "options", "has_image", "order", "updated_at"]

    def get_has_image(self, question: QuizQuestion) -> bool:
        """Whether there is a picture."""
        return bool(question.image)


class CheckerOptionsIn(In):
    """Options of the comparison; which ones count depends on the checker."""

    case_sensitive = serializers.BooleanField(required=False)
    space_change_sensitive = serializers.BooleanField(required=False)
    presentation = serializers.BooleanField(required=False)
    absolute = serializers.FloatField(min_value=0, max_value=0.999999, required=False)
    relative = serializers.FloatField(min_value=0, max_value=0.999999, required=False)
    exit_codes = serializers.ChoiceField(choices=["kattis", "testlib"], required=False)
    arguments = serializers.ListField(
        child=serializers.CharField(max_length=200), max_length=20, required=False
    )


class GroupIn(In):
    """A group of cases."""

    name = serializers.CharField(max_length=60)
    points = serializers.IntegerField(min_value=0, max_value=10_000)
    rule = serializers.ChoiceField(choices=GroupRule.choices)


class CaseIn(In):
    """An input with its right output."""

    input = serializers.CharField(
        max_length=MAX_CASE_CHARACTERS, allow_blank=True, trim_whitespace=False, default=""
    )
    expected_output = serializers.CharField(max_length=MAX_CASE_CHARACTERS, trim_whitespace=False)
    is_sample = serializers.BooleanField(default=False)
    weight = serializers.IntegerField(min_value=1, max_value=100, default=1)
    group = serializers.CharField(max_length=60, allow_blank=True, default="")


class ProblemIn(ModelIn):
    """A coding problem with all of its cases."""

    minutes = serializers.IntegerField(min_value=1, max_value=240, default=20)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, default=Difficulty.EASY)
    seconds_limit = serializers.DecimalField(
        min_value=Decimal("0.1"), max_value=Decimal(20), max_digits=4, decimal_places=1, default=2
    )
    memory_mib = serializers.IntegerField(min_value=16, max_value=2048, default=256)
    checker = serializers.ChoiceField(choices=CheckerKind.choices, default=CheckerKind.TOKENS)
    checker_options = CheckerOptionsIn(default=dict)
    validator_source = serializers.CharField(
        max_length=400_000, allow_blank=True, trim_whitespace=False, default=""
    )
    validator_language = serializers.CharField(max_length=20, allow_blank=True, default="")
    groups = GroupIn(many=True, max_length=MAX_GROUPS, default=list)
    cases = CaseIn(many=True, max_length=MAX_CASES)

    class Meta:
        model = DSAQuestion
        fields = [
            "title", "description", "difficulty", "minutes", "seconds_limit", "memory_mib", "checker",
            "checker_options", "validator_source", "validator_language", "groups", "cases",
        ]  # fmt: skip

    example: dict[str, Any] = {
        "title": "Double it",
        "description": "Read an integer and print its double.",
        "cases": [
            {"input": "2\n", "expected_output": "4\n", "is_sample": True},
            {"input": "21\n", "expected_output": "42\n"},
        ],
    }

    def validate_groups(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Each name once."""
        plain = [dict(one) for one in value]
        valid_groups(plain)
        return plain

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        """A program that decides has a language."""
        if values.get("validator_source") and not values.get("validator_language"):
            raise serializers.ValidationError({"validator_language": [_("In which language is it?")]})
        return values


class CaseOut(Out):
    """A case, for the company only: hidden ones never reach a candidate."""

    input = serializers.CharField()
    expected_output = serializers.CharField()
    is_sample = serializers.BooleanField()
    weight = serializers.IntegerField()
    group = serializers.CharField()


class ProblemRowOut(ModelOut):
    """A line of the list of problems."""

    samples = serializers.IntegerField()
    hidden = serializers.IntegerField()

    class Meta:
        model = DSAQuestion
        fields = ["uid", "title", "difficulty", "minutes", "samples", "hidden", "order", "updated_at"]


class ProblemOut(ModelOut):
    """A coding problem with its cases."""

    cases = CaseOut(many=True)
    seconds_limit = serializers.FloatField()
    checker_options = serializers.DictField()
    groups = serializers.ListField(child=serializers.DictField())

    class Meta:
        model = DSAQuestion
        fields = [
            "uid", "title", "description", "difficulty", "minutes", "seconds_limit", "memory_mib", "checker",
            "checker_options", "validator_source", "validator_language", "groups", "cases", "order", "updated_at",
        ]  # fmt: skip


class PoolProblemOut(ModelOut):
    """A problem of the platform's pool that can be copied into a job."""

    class Meta:
        model = DSAPoolQuestion
        fields = ["uid", "title", "topic", "difficulty", "minutes", "description"]


class PoolFilters(In):
    """Search of the pool."""

    search = serializers.CharField(
        max_length=100, required=False, help_text="Words in title, topic or statement."
    )
    topic = serializers.CharField(max_length=60, required=False)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, required=False)


class CopyIn(In):
    """A problem of the pool."""

    pool_problem = serializers.UUIDField()

    example = {"pool_problem": "0b9a3f4e-7d2c-4a55-9d0e-5f1f3c7a9b11"}


class ReferenceIn(In):
    """A program whose verdict is known."""

    name = serializers.CharField(max_length=100)
    language = serializers.CharField(max_length=20)
    expected = serializers.ChoiceField(choices=Expected.choices, default=Expected.ACCEPTED)
    code = serializers.CharField(max_length=64 * 1024, trim_whitespace=False)

    example = {"name": "Straight", "language": "python", "code": "print(2 * int(input()))\n"}


class ReferenceOut(ModelOut):
    """A reference solution and what the judge said of it."""

    number = serializers.IntegerField(source="pk")

    class Meta:
        model = DSAReferenceSolution
        fields = [
            "number",
            "name",
            "language",
            "expected",
            "code",
            "status",
            "verdict",
            "message",
            "judged_at",
        ]


class ImageOut(Out):
    """A picture of a statement."""

    number = serializers.IntegerField(source="pk")
    name = serializers.CharField()


class ImportedOut(Out):
    """The problem of a package, and what was left out of it."""

    problem = ProblemOut()
    notes = serializers.ListField(child=serializers.CharField())


class OwnQuestionIn(In):
    """A question that every candidate is asked, word for word."""

    question = serializers.CharField(max_length=1_000)
    question_type = serializers.ChoiceField(choices=QuestionKind.choices, default=QuestionKind.CUSTOM)
    competency_key = serializers.CharField(max_length=60, default="", allow_blank=True)

    example = {"question": "What would you change about our product?"}

    def validate_competency_key(self, value: str) -> str:
        """One of the rubric's."""
        view = self.context.get("view")
        if value and view is not None and value not in view.competency_keys():
            raise serializers.ValidationError(_("The rubric has no such competency."))
        return value


class OwnQuestionOut(ModelOut):
    """A question of the company's own."""

    class Meta:
        model = InterviewQuestion
        fields = ["uid", "question", "question_type", "competency_key", "order", "updated_at"]


class CompetencyIn(ModelIn):
    """A competency with what each of its five levels looks like."""

    weight = serializers.IntegerField(min_value=1, max_value=100, default=20)
    anchors = serializers.ListField(
        child=serializers.CharField(max_length=500),
        min_length=5,
        max_length=5,
        help_text="For levels 1 to 5.",
    )
    expected_points = serializers.ListField(
        child=serializers.CharField(max_length=300), max_length=12, default=list
    )

    class Meta:
        model = Competency
        fields = ["name", "description", "weight", "dimension", "anchors", "expected_points"]

    example: dict[str, Any] = {
        "name": "Python",
        "weight": 60,
        "anchors": ["Cannot describe it.", "Names terms.", "Uses it.", "Explains trade-offs.", "Teaches it."],
    }

    def validate_anchors(self, value: list[str]) -> list[str]:
        """Two levels that read the same can't be told apart."""
        if len({text.casefold() for text in value}) < len(value):
            raise serializers.ValidationError(_("Two levels read the same: what is different?"))
        return value


class CompetencyOut(ModelOut):
    """A competency; `key` stays the same from version to version."""

    anchors = serializers.ListField(child=serializers.CharField())
    expected_points = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Competency
        fields = ["key", "name", "description", "weight", "dimension", "anchors", "expected_points", "order"]


class RubricOut(ModelOut):
    """The version of a job's rubric that new interviews get."""

    competencies = CompetencyOut(many=True)

    class Meta:
        model = Rubric
        fields = ["version", "competencies", "updated_at"]


class RubricStartIn(In):
    """A rubric of the library; `replace` is needed where competencies are there already."""

    library = serializers.ChoiceField(choices=sorted(LIBRARY))
    replace = serializers.BooleanField(default=False)

    example = {"library": sorted(LIBRARY)[0], "replace": True}


class DraftUseIn(In):
    """Take the draft over; `replace` is needed where competencies are there already."""

    replace = serializers.BooleanField(default=False)

    example = {"replace": True}


class DraftedCompetencyOut(Out):
    """A competency as an engine proposes it."""

    name = serializers.CharField()
    description = serializers.CharField()
    weight = serializers.IntegerField()
    dimension = serializers.CharField()
    anchors = serializers.ListField(child=serializers.CharField())
    expected_points = serializers.ListField(child=serializers.CharField())


class RubricDraftOut(Out):
    """Where the draft of a rubric is; nothing of it counts before it is taken over."""

    status = serializers.ChoiceField(choices=DraftStatus.choices)
    competencies = DraftedCompetencyOut(many=True)
    engine = serializers.CharField()
    is_offline = serializers.BooleanField()
    error = serializers.CharField()
    updated_at = serializers.DateTimeField()
