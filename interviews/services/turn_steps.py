"""The steps that a candidate can take with a question, by name: what the page and the API both send."""

from __future__ import annotations

from collections.abc import Callable

from interviews.models import Interview
from interviews.services import clarifying, conversation

_STEPS: dict[str, Callable[..., object]] = {
    "open": conversation.open_question,
    "submit": conversation.submit,
    "confirm": conversation.confirm,
    "rerecord": conversation.rerecord,
    "skip": conversation.skip,
    "repeat": clarifying.repeat,
    "rephrase": clarifying.rephrase,
    "restart": clarifying.restart,
    "type": conversation.type_from_now_on,
}
_WITH_WORDS = {"submit", "confirm"}
NAMES = tuple(_STEPS)


def take(*, interview: Interview, uid: object, step: str, text: str) -> None:
    """Take a step with a question. Only answers use the words; raises what the step raises."""
    words = {"text": text} if step in _WITH_WORDS else {}
    _STEPS[step](interview=interview, uid=uid, **words)
