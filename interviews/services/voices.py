"""The spoken questions: made once by the server's voice where it has one, kept, and served to the candidate."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from interviewer import background
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.speech import get_speech
from interviewer.journal import services as journal
from interviews.enums import TurnStatus
from interviews.models import Interview, InterviewQuestionAndResponse
from interviews.services import stages


def file_name(turn: InterviewQuestionAndResponse) -> str:
    """Where the sound of a question is kept."""
    return f"interviews/voices/{turn.uid}"


def is_ready(turn: InterviewQuestionAndResponse) -> bool:
    """Whether the server's voice has said this question; if not, the browser's own voice does."""
    return get_speech().capabilities.speaks and default_storage.exists(file_name(turn))


def heard(*, interview: Interview, uid: object, milliseconds: int) -> bool:
    """Keep how long a candidate waited for the first sound of a question, once; says whether it was kept."""
    asked = interview.turns.exclude(status=TurnStatus.PLANNED).filter(uid=uid, first_sound_ms=None)
    return bool(asked.update(first_sound_ms=milliseconds))


def ask_for(turns: Iterable[InterviewQuestionAndResponse]) -> None:
    """Have the questions spoken in the background, if the server has a voice."""
    from interviews import tasks

    if not get_speech().capabilities.speaks:
        return
    for turn in turns:
        background.enqueue(tasks.speak_question, turn.pk)


def speak(*, turn_id: int) -> bool:
    """Say one question and keep the sound. Failing is harmless: the text is there and the browser can speak."""
    turn = InterviewQuestionAndResponse.objects.select_related("interview__job").get(pk=turn_id)
    if default_storage.exists(file_name(turn)):
        return True
    engine = get_speech()
    try:
        spoken = engine.speak(turn.question, stages.plan_of(turn.interview).interview_language)
    except IntegrationError as problem:
        journal.provider_call(
            port="speech",
            purpose="speak",
            subject=turn.interview,
            engine=engine.label[:40],
            error=str(problem) or "failed",
        )
        return False
    if spoken is None:
        return False
    journal.provider_call(port="speech", purpose="speak", subject=turn.interview, usage=spoken)
    default_storage.save(file_name(turn), ContentFile(spoken.data))
    return True
