"""The candidate's conversation: devices, steps, words, and recordings chunk by chunk."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import Any

from django.core.files.storage import default_storage
from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from interviewer.api.endpoints import MIB
from interviewer.api.operations import reads, writes
from interviewer.api.parsers import Bytes
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import sound_type_of
from interviews.api.seats import SittingEndpoint
from interviews.api.serializers import conversation as shapes
from interviews.api.serializers.sittings import SittingOut
from interviews.api.views.sittings import state_of
from interviews.enums import Stage, TurnStatus
from interviews.models import InterviewQuestionAndResponse
from interviews.queries import saying
from interviews.services import (
    candidate_questions,
    clarifying,
    conversation,
    devices,
    planning,
    recordings,
    stages,
    turn_steps,
    voices,
)
from interviews.services.moments import Kind, Moment


class Devices(SittingEndpoint):
    """The device check."""

    tag = "candidate-conversation"
    stage = Stage.DEVICES

    @reads("get-devices", shapes.DevicesOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """How answers can be given"""
        plan = stages.plan_of(self.interview)
        return {"may_type": conversation.may_type(self.interview), "uses_camera": plan.uses_camera}

    @writes("set-devices", shapes.DevicesIn, SittingOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
        """Say how you will answer, and go on; the questions are planned meanwhile"""
        stages.enter(interview=self.interview, stage=Stage.DEVICES)
        planning.ensure(interview=self.interview)
        results = {name: data[name] for name in ("camera", "microphone", "speaker")}
        devices.finish(interview=self.interview, is_typed=data["mode"] == "typed", results=results)
        return state_of(self.fresh(uid, request.auth), is_proven=True)


class ConversationEndpoint(SittingEndpoint):
    """The conversation of this candidate."""

    tag = "candidate-conversation"
    stage = Stage.CONVERSATION

    def told(self, moment: Moment | None = None) -> dict[str, Any]:
        """Where it is now."""
        interview = self.interview
        moment = moment or conversation.settle(interview=interview)
        said = saying.words(interview, moment)
        spoken = [str(said[name]) for name in ("greeting", "apology", "invitation") if name in said]
        names = ("kind", "phase", "version", "number", "total", "is_follow_up", "is_warm_up")
        return {
            **{name: getattr(moment, name) for name in names},
            "is_typed": interview.text_only,
            "may_type": conversation.may_type(interview),
            "answer_seconds": int(conversation.answer_time(interview).total_seconds()),
            "says": " ".join(spoken),
            "exchange": said.get("exchange", []),
            "turn": _turn(moment.turn) if moment.turn else None,
        }


def _turn(turn: InterviewQuestionAndResponse) -> dict[str, Any]:
    """A question of which nothing is told before it is open."""
    is_open = turn.status != TurnStatus.PLANNED
    names = (
        "uid",
        "status",
        "take",
        "deadline_at",
        "review_until",
        "transcript",
        "transcript_status",
        "answer",
    )
    return {
        **{name: getattr(turn, name) for name in names},
        "question": turn.question if is_open else "",
        "rephrased": turn.rephrased if is_open else "",
        "may_rerecord": conversation.may_rerecord(turn),
        "may_restart": clarifying.may_restart(turn),
        "has_voice": is_open and voices.is_ready(turn),
    }


class Conversation(ConversationEndpoint):
    """All of it."""

    stage = None

    @reads("get-conversation", shapes.MomentOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Where the conversation is; cheap to ask again"""
        if Stage.CONVERSATION in stages.finished(self.interview):
            return self.told(Moment(Kind.FINISHED, version=str(Kind.FINISHED)))
        self._require_stage(Stage.CONVERSATION)
        return self.told()

    @writes("begin-conversation", None, shapes.MomentOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Begin. Beginning again changes nothing"""
        self._require_stage(Stage.CONVERSATION)
        stages.enter(interview=self.interview, stage=Stage.CONVERSATION)
        planning.ensure(interview=self.interview)
        return self.told()


class Steps(ConversationEndpoint):
    """Steps."""

    @writes("take-step", shapes.StepIn, shapes.MomentOut, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, turn: uuid.UUID) -> dict[str, Any]:
        """Take a step with a question: open it, answer it, leave it out, have it said again"""
        turn_steps.take(interview=self.interview, uid=turn, step=data["do"], text=data["text"])
        return self.told()


class Words(ConversationEndpoint):
    """Words so far."""

    @writes("save-words", shapes.WordsIn)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, turn: uuid.UUID) -> None:
        """Keep the words written so far: they count when time runs out"""
        conversation.save_draft(interview=self.interview, uid=turn, text=data["text"])


class Sound(ConversationEndpoint):
    """Hearing a question."""

    @writes("heard-question", shapes.SoundIn, shapes.KeptOut)
    def post(
        self, request: Request, data: dict[str, Any], uid: uuid.UUID, turn: uuid.UUID
    ) -> dict[str, bool]:
        """Say after how long the first sound of a question was heard"""
        return {"kept": voices.heard(interview=self.interview, uid=turn, milliseconds=data["milliseconds"])}


class Voice(ConversationEndpoint):
    """The sound of a question."""

    stage = None

    @reads("get-voice", file_type="audio/*", also=(206,))
    def get(self, request: Request, uid: uuid.UUID, turn: uuid.UUID) -> HttpResponseBase:
        """The sound of a question that was asked"""
        row = conversation.find_turn(interview=self.interview, uid=turn)
        name = voices.file_name(row)
        if row.status == TurnStatus.PLANNED or not default_storage.exists(name):
            raise NotFound
        return serve_private(request, default_storage.open(name), content_type=sound_type_of)


class Questions(ConversationEndpoint):
    """The candidate's own questions."""

    @writes(
        "ask-about-job", shapes.AskIn, shapes.MomentOut, status=201, budget="ai-drafts", is_idempotent=True
    )
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Ask about the job; answered from its text or passed on"""
        candidate_questions.ask(interview=self.interview, text=data["text"])
        return Reply(self.told(), at=reverse("v1:conversation", args=[uid]))


class Farewell(ConversationEndpoint):
    """The end."""

    @writes("end-conversation", None, SittingOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """No more questions: the conversation ends"""
        candidate_questions.enough(interview=self.interview)
        return state_of(self.fresh(uid, request.auth), is_proven=True)


class RecordingEndpoint(SittingEndpoint):
    """A recorded answer. It may still arrive after its stage is over."""

    tag = "candidate-conversation"


class RecordingState(RecordingEndpoint):
    """What is there."""

    @reads("get-recording-state", shapes.ProgressOut)
    def get(self, request: Request, uid: uuid.UUID, turn: uuid.UUID, take: int) -> dict[str, Any]:
        """What the server has of a recording"""
        return asdict(recordings.progress(interview=self.interview, turn_uid=turn, take=take))


class Chunk(RecordingEndpoint):
    """One chunk."""

    parser_classes = [Bytes]
    largest_body = 4 * MIB

    @writes("send-chunk", None, shapes.ProgressOut, budget="chunks", takes_bytes="video/webm")
    def put(
        self, request: Request, uid: uuid.UUID, turn: uuid.UUID, take: int, number: int
    ) -> dict[str, Any]:
        """Send a chunk as the body, its SHA-256 in X-Content-SHA256; sending it again is right when in doubt"""
        kept = recordings.store_chunk(
            interview=self.interview,
            turn_uid=turn,
            take=take,
            number=number,
            content_type=request.content_type or "",
            sha256=request.headers.get("X-Content-SHA256", ""),
            data=request.data or b"",
        )
        return asdict(kept)


class RecordingClose(RecordingEndpoint):
    """The end of a recording."""

    @writes("close-recording", shapes.CloseIn, shapes.ProgressOut)
    def post(
        self, request: Request, data: dict[str, Any], uid: uuid.UUID, turn: uuid.UUID, take: int
    ) -> dict[str, Any]:
        """Name how many chunks there are; the answer names those that are missing"""
        closed = recordings.close(interview=self.interview, turn_uid=turn, take=take, **data)
        return asdict(closed)
