"""How the demo candidates typed their programs: word by word with pauses to think, and now and then a paste."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random

from assessments import edits
from assessments.edits import Event, Kind
from assessments.models import DSAQuestion, TypingRecord
from interviews.models import Interview

#: One candidate of this many comes back from another window and pastes half of the program.
PASTES_ONE_IN = 5


def record_typing(
    interview: Interview, question: DSAQuestion, language: str, code: str, began_at: datetime
) -> TypingRecord:
    """Keep a believable record that ends with the code; the same for the same candidate each time."""
    chance = Random(f"{interview.email}:{question.title}")  # noqa: S311 - invented typing, not a secret
    events = _typed(code, chance)
    packed, size = edits.pack(events)
    return TypingRecord.objects.create(
        interview=interview,
        question=question,
        language=language,
        events=packed,
        size=size,
        count=len(events),
        began_at=began_at,
        length_ms=sum(event[0] for event in events),
    )


def _typed(code: str, chance: Random) -> list[Event]:
    lines = code.splitlines(keepends=True)
    pasted_from = len(lines) // 2 if chance.randrange(PASTES_ONE_IN) == 0 else len(lines)
    events, at = [], 0
    for line in lines[:pasted_from]:
        for number, word in enumerate(re.findall(r"\s*\S+|\s+", line)):
            thinking = chance.randrange(2_000, 9_000) if number == 0 else 0
            events.append([thinking + chance.randrange(90, 220) * len(word), at, 0, word])
            at += edits.length(word)
    if rest := "".join(lines[pasted_from:]):
        events += [[chance.randrange(1_000, 4_000), Kind.LEFT], [chance.randrange(20_000, 60_000), Kind.BACK]]
        events.append([chance.randrange(800, 2_500), at, 0, rest, Kind.PASTED])
    return events
