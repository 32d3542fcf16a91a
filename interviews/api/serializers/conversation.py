"""The candidate's device check, conversation and recordings."""

from __future__ import annotations

from rest_framework import serializers

from interviewer.api.serializers import In, Out
from interviews.enums import TranscriptStatus, TurnStatus
from interviews.forms.conversation import ACTIONS
from interviews.services.moments import Kind, Phase

_CHECKED = ["", "ok", "failed", "none"]


class DevicesOut(Out):
    """How answers can be given."""

    may_type = serializers.BooleanField()
    uses_camera = serializers.BooleanField()


class DevicesIn(In):
    """How the candidate will answer, and what a check of the devices found."""

    mode = serializers.ChoiceField(choices=["recorded", "typed"])
    camera = serializers.ChoiceField(choices=_CHECKED, default="", allow_blank=True)
    microphone = serializers.ChoiceField(choices=_CHECKED, default="", allow_blank=True)
    speaker = serializers.ChoiceField(choices=_CHECKED, default="", allow_blank=True)

    example = {"mode": "typed"}


class SpokenTurnOut(Out):
    """The question of this moment. Its words are told once it is open."""

    uid = serializers.UUIDField()
    status = serializers.ChoiceField(choices=TurnStatus.choices)
    question = serializers.CharField()
    rephrased = serializers.CharField()
    take = serializers.IntegerField(help_text="The number of the recording that counts now.")
    deadline_at = serializers.DateTimeField(allow_null=True)
    review_until = serializers.DateTimeField(allow_null=True)
    transcript = serializers.CharField()
    transcript_status = serializers.ChoiceField(choices=TranscriptStatus.choices)
    answer = serializers.CharField()
    may_rerecord = serializers.BooleanField()
    may_restart = serializers.BooleanField()
    has_voice = serializers.BooleanField()


class ExchangeOut(Out):
    """A candidate's question about the job, and the answer."""

    question = serializers.CharField()
    answer = serializers.CharField()


class MomentOut(Out):
    """Where the conversation is. Take the step that fits `kind`; ask again while it prepares or thinks."""

    kind = serializers.ChoiceField(choices=[one.value for one in Kind])
    phase = serializers.ChoiceField(choices=[one.value for one in Phase])
    version = serializers.CharField()
    number = serializers.IntegerField()
    total = serializers.IntegerField()
    is_follow_up = serializers.BooleanField()
    is_warm_up = serializers.BooleanField()
    is_typed = serializers.BooleanField()
    may_type = serializers.BooleanField()
    answer_seconds = serializers.IntegerField()
    says = serializers.CharField(help_text="What the interviewer says beside the question.")
    exchange = ExchangeOut(many=True)
    turn = SpokenTurnOut(allow_null=True)


class StepIn(In):
    """A step in the conversation; `text` counts for submit and confirm."""

    do = serializers.ChoiceField(choices=[name for name, _label in ACTIONS])
    text = serializers.CharField(max_length=10_000, allow_blank=True, default="")

    example = {"do": "submit", "text": "I would first look at the query plan, then at the indexes."}


class WordsIn(In):
    """Words written so far."""

    text = serializers.CharField(max_length=10_000, allow_blank=True)

    example = {"text": "I would first look at"}


class AskIn(In):
    """A question about the job."""

    text = serializers.CharField(max_length=1_000)

    example = {"text": "How large is the team?"}


class SoundIn(In):
    """How long the candidate waited for the first sound of a question."""

    milliseconds = serializers.IntegerField(min_value=0, max_value=3_600_000)

    example = {"milliseconds": 850}


class KeptOut(Out):
    """Whether it was kept: only the first one is."""

    kept = serializers.BooleanField()


class ProgressOut(Out):
    """What the server has of a recording."""

    status = serializers.CharField()
    received = serializers.IntegerField()
    next_number = serializers.IntegerField()
    missing = serializers.ListField(child=serializers.IntegerField())


class CloseIn(In):
    """The end of a recording."""

    chunks = serializers.IntegerField(min_value=1, max_value=10_000)
    content_type = serializers.CharField(max_length=120)
    heard = serializers.CharField(max_length=10_000, allow_blank=True, default="")

    example = {"chunks": 12, "content_type": "audio/webm"}
