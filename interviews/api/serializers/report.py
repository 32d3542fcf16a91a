"""The report of an interview and what stands behind it, for the company."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from interviewer.api.serializers import ModelOut, Out
from interviews.api.serializers.interviews import ScoresOut
from interviews.enums import QuestionKind, TurnSource, TurnStatus
from interviews.models import Evaluation


class PartOut(Out):
    """One part of the overall score, with the share that it really had."""

    key = serializers.CharField()
    score = serializers.FloatField(allow_null=True)
    weight = serializers.IntegerField()
    share = serializers.IntegerField()


class QuoteOut(Out):
    """Words of an answer that stand behind a level."""

    text = serializers.CharField()
    turn = serializers.UUIDField(source="turn_uid")
    start_s = serializers.FloatField(allow_null=True)


class LevelOut(Out):
    """A competency: the level that counts, the engine's own, and a person's override beside it."""

    key = serializers.CharField(source="score.competency.key")
    name = serializers.CharField()
    weight = serializers.IntegerField()
    level = serializers.IntegerField(allow_null=True)
    percent = serializers.FloatField(allow_null=True)
    engine_level = serializers.IntegerField(source="score.level", allow_null=True)
    override_level = serializers.IntegerField(source="score.override_level", allow_null=True)
    override_reason = serializers.CharField(source="score.override_reason")
    anchor = serializers.CharField()
    rationale = serializers.CharField(source="score.rationale")
    quotes = QuoteOut(many=True)
    missing = serializers.ListField(child=serializers.CharField())
    not_assessed_reason = serializers.CharField(source="reason")


class EvaluationOut(ModelOut):
    """One scoring."""

    class Meta:
        model = Evaluation
        fields = ["status", "engine", "engine_version", "model", "prompt_version", "created_at"]


class TurnOut(Out):
    """A question that was asked, and the answer. Only `answer` is scored."""

    uid = serializers.UUIDField()
    source = serializers.ChoiceField(choices=TurnSource.choices)
    question = serializers.CharField()
    question_type = serializers.ChoiceField(choices=QuestionKind.choices)
    competency_key = serializers.CharField()
    status = serializers.ChoiceField(choices=TurnStatus.choices)
    asked_at = serializers.DateTimeField(allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)
    transcript = serializers.CharField()
    answer = serializers.CharField()
    was_typed = serializers.BooleanField()
    was_corrected = serializers.BooleanField()
    recordings = serializers.SerializerMethodField()

    def get_recordings(self, turn: Any) -> list[str]:
        """Those that can be played."""
        return [str(one.uid) for one in turn.recordings.all() if one.file]


class ChosenOut(Out):
    """An option of a quiz question."""

    label = serializers.CharField()
    is_correct = serializers.BooleanField()
    is_chosen = serializers.BooleanField()


class AnsweredOut(Out):
    """A quiz question as answered."""

    text = serializers.CharField()
    is_right = serializers.BooleanField()
    options = ChosenOut(many=True)


class SectionOut(Out):
    """A section of the quiz."""

    label = serializers.CharField()
    right = serializers.IntegerField()
    questions = AnsweredOut(many=True)


class SolutionOut(Out):
    """The best program for a problem."""

    problem = serializers.CharField(source="question.title")
    language = serializers.CharField()
    code = serializers.CharField()
    passed = serializers.BooleanField()
    cases_passed = serializers.IntegerField()
    cases_total = serializers.IntegerField()
    score = serializers.FloatField()


class AskedOut(Out):
    """A candidate's question about the job."""

    question = serializers.CharField()
    answer = serializers.CharField(help_text="From the job's text; empty where it says nothing.")


class TimelineOut(Out):
    """A line of the timeline."""

    at = serializers.DateTimeField()
    label = serializers.CharField()
    note = serializers.CharField()


class FindingOut(Out):
    """Something that speaks to the AI instead of to people, or that nobody sees."""

    where = serializers.CharField()
    kind = serializers.CharField()
    label = serializers.CharField()
    text = serializers.CharField(default="")


class MatchOut(Out):
    """How résumé and job fit."""

    score = serializers.FloatField(source="match_score", allow_null=True)
    parts = serializers.ListField(child=serializers.DictField(), source="match_feedback.parts", default=list)
    matched = serializers.ListField(
        child=serializers.CharField(), source="match_feedback.matched", default=list
    )
    missing = serializers.ListField(
        child=serializers.CharField(), source="match_feedback.missing", default=list
    )
    explanation = serializers.CharField(source="match_feedback.explanation", default="")


class ReportOut(Out):
    """The report of an interview, in whatever state it is."""

    is_complete = serializers.BooleanField()
    is_partial = serializers.BooleanField()
    needs_person = serializers.BooleanField()
    is_being_scored_again = serializers.BooleanField()
    summary = serializers.CharField(source="interview.recruiter_feedback")
    suggestions = serializers.ListField(child=serializers.CharField(), source="interview.suggestions")
    key_terms = serializers.ListField(child=serializers.CharField(), source="interview.key_terms")
    scores = ScoresOut(source="interview")
    parts = PartOut(many=True)
    competencies = LevelOut(many=True)
    match = MatchOut(source="interview")
    turns = TurnOut(many=True)
    candidate_questions = AskedOut(many=True)
    quiz = SectionOut(many=True)
    code = SolutionOut(many=True, source="responses")
    timeline = TimelineOut(many=True, source="moments")
    findings = FindingOut(many=True)
    scorings = EvaluationOut(many=True, source="history")


class TypingOut(Out):
    """A record of how a program was typed."""

    uid = serializers.UUIDField(source="record.uid")
    problem = serializers.CharField(source="record.question.title")
    language = serializers.CharField(source="record.language")


class SentOut(Out):
    """A run or a submission while typing."""

    at_ms = serializers.IntegerField()
    kind = serializers.CharField()
    label = serializers.CharField()


class PlaybackOut(Out):
    """What a player needs to show how a program was typed."""

    base = serializers.CharField()
    events = serializers.ListField(child=serializers.JSONField())
    length_ms = serializers.IntegerField()
    complete = serializers.BooleanField()
    sent = SentOut(many=True)
