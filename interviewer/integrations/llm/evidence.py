"""Checks quotes against the transcript: what was not said, word for word, is no evidence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from interviewer.integrations.llm.injection import is_invisible
from interviewer.integrations.llm.port import CompetencyAssessment, Quote, Turn

MIN_QUOTE_CHARS = 8
NO_QUOTE_LEFT = "No quote from the transcript supports a level, so a person should read the answers."
_MARKS = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
     "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "…": "..."}
)  # fmt: skip


def fold(text: str) -> tuple[str, list[int]]:
    """Fold case, white space, quote marks and compatibility forms; also say where each character came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if is_invisible(char):
            continue
        if char.isspace():
            if folded and folded[-1] != " ":
                folded.append(" ")
                places.append(place)
            continue
        for piece in unicodedata.normalize("NFKD", char.translate(_MARKS)).casefold():
            folded.append(piece)
            places.append(place)
    return "".join(folded), places


def locate(quote: str, answer: str) -> tuple[int, int] | None:
    """Return where a quote stands in an answer as character offsets, or None when it is not there verbatim."""
    needle = fold(quote)[0].strip().strip('"').strip()
    if len(needle) < MIN_QUOTE_CHARS:
        return None
    hay, places = fold(answer)
    at = _find_whole_words(hay, needle)
    if at < 0:
        return None
    end = places[at + len(needle) - 1] + 1
    while end < len(answer) and unicodedata.combining(answer[end]):
        end += 1
    return places[at], end


def _find_whole_words(hay: str, needle: str) -> int:
    at = hay.find(needle)
    while at >= 0:
        after = at + len(needle)
        starts_clean = at == 0 or not (hay[at - 1].isalnum() and needle[0].isalnum())
        ends_clean = after == len(hay) or not (hay[after].isalnum() and needle[-1].isalnum())
        if starts_clean and ends_clean:
            return at
        at = hay.find(needle, at + 1)
    return -1


def verify_quotes(
    assessments: Sequence[CompetencyAssessment], turns: Sequence[Turn]
) -> tuple[CompetencyAssessment, ...]:
    """Drop every quote that is not in its turn's answer; a level without any quote left becomes not assessed.

    Kept quotes carry character offsets and the answer's own spelling. A quote under the wrong turn is moved to
    the turn of the same competency in which it stands, because models mislabel more often than they invent.
    """
    return tuple(_verified(assessment, turns) for assessment in assessments)


def _verified(assessment: CompetencyAssessment, turns: Sequence[Turn]) -> CompetencyAssessment:
    kept: list[Quote] = []
    for quote in assessment.quotes:
        found = _place(quote, assessment.competency_key, turns)
        if found is not None and found not in kept:
            kept.append(found)
    if assessment.level is None or kept:
        return replace(assessment, quotes=tuple(kept))
    return replace(
        assessment, level=None, certainty=0.0, anchor="", quotes=(), not_assessed_reason=NO_QUOTE_LEFT
    )


def _place(quote: Quote, competency_key: str, turns: Sequence[Turn]) -> Quote | None:
    named = [turn for turn in turns if turn.key == quote.turn_key]
    others = [turn for turn in turns if turn.key != quote.turn_key and turn.competency_key == competency_key]
    for turn in [*named, *others]:
        place = locate(quote.text, turn.answer)
        if place is not None:
            return Quote(turn.key, turn.answer[place[0] : place[1]], *place)
    return None


def restore_quotes(
    assessments: Sequence[CompetencyAssessment], turns: Sequence[Turn]
) -> tuple[CompetencyAssessment, ...]:
    """Give verified quotes the words of the original answers again, after scoring saw masked ones of equal length."""
    answers = {turn.key: turn.answer for turn in turns}
    return tuple(
        replace(
            item,
            quotes=tuple(
                replace(quote, text=answers[quote.turn_key][quote.start : quote.end]) for quote in item.quotes
            ),
        )
        for item in assessments
    )
