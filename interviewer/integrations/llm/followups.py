"""Follow-ups of the offline engine: rules that take up the candidate's own words, or keep silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interviewer.integrations.llm.answers import AnswerKind, read_answer
from interviewer.integrations.llm.injection import blank
from interviewer.integrations.llm.planning import repeats
from interviewer.integrations.llm.port import CompetencyBrief, FollowUp, Turn
from interviewer.integrations.llm.scoring import POINT_IS_COVERED, coverage
from interviewer.integrations.llm.textual import WORD, shorten, words

QUOTE_WORDS = 14
SHORT_WORDS = 30
#: An answer that covers this much of what is expected, with substance, is enough.
ENOUGH = 0.7
_NUMBER = re.compile(
    r"(?<![\w.])(?:(?:by|to|from|over|about|around|nearly|almost)\s+)?[$₹€£]?\d[\d,.]*\s?(?:%|percent|x\b|times|ms|seconds?|minutes?|hours?|days?|users?|customers?|requests?|lakhs?|crores?|million|k\b)?"
    r"|\b(?:halved|doubled|tripled|twice|half)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:reduc|increas|improv|cut|grew|sav|rais|boost|faster|slower|lower|higher|drop|went (?:up|down)|halv|doubl|tripl|gain)\w*",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:measur\w+|metrics?|profil\w+|benchmark\w*|dashboard|monitor\w*|logs?|survey\w*|tracked|analytics|compared|before and after|load test\w*)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:a lot|lots|many|various|several|different) (?:of )?(?:things?|ways|projects?|issues|problems|tasks|technolog\w+|people|stuff|challenges|tools)"
    r"|(?:very|really|quite|pretty) (?:good|well|successful|important|difficult|challenging|hard|big|easy|useful)|etcetera|etc|and so on|stuff like that|kind of|sort of|best practices"
    r"|(?:always|usually|generally|normally|typically) (?:try|do|make|use|work|handle|communicate|listen|focus)|good communication|team player|hard ?work(?:ing)?|went well|worked (?:out )?(?:well|fine)"
    r"|improved (?:it|things|the \w+|performance)(?: a lot| greatly| significantly)?)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|one time|such as|in one case|last (?:year|month|week)|e\.g)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|our team|the team|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:i|my|me|i'm|i've|myself)\b", re.IGNORECASE)
_LEADING_VERB = re.compile(
    r"^(?:mentions?|explains?|describes?|names?|knows?|says?|states?|shows?|gives?|understands?|talks? about|refers? to)\s+(?:that |how |why )?",
    re.IGNORECASE,
)


def follow_up_offline(
    turn: Turn, competency: CompetencyBrief, asked: Sequence[str], language: str
) -> FollowUp | None:
    """Return one further question that quotes what was said, or None.

    None for an empty answer, a refusal, noise, an answer that is enough, a language other than English (the rules
    are English), and when every question that could be asked was asked already.
    """
    if not language.lower().startswith("en"):
        return None
    answer = read_answer(turn.answer, turn.question)
    said = [item.text for item in answer.sentences]
    if answer.kind is AnswerKind.TOO_SHORT:
        return _first_new(_expand(blank(turn.answer).strip()), asked, turn)
    if answer.kind is not AnswerKind.READABLE:
        return None
    points = tuple(dict.fromkeys([*turn.expected_points, *competency.expected_points]))
    covered = coverage(said, points)
    total = sum(len(words(text)) for text in said)
    is_covered = bool(points) and sum(covered.shares) / len(points) >= ENOUGH
    if is_covered and total >= SHORT_WORDS:
        return None
    return _first_new(_rules(said, points, covered.shares, total), asked, turn)


def _first_new(options: Iterator[FollowUp], asked: Sequence[str], turn: Turn) -> FollowUp | None:
    before = [*asked, turn.question]
    return next((option for option in options if not repeats(option.text, before)), None)


def _rules(
    said: Sequence[str], points: Sequence[str], shares: Sequence[float], total: int
) -> Iterator[FollowUp]:
    yield from _measured(said)
    yield from _own_part(said)
    yield from _example(said)
    yield from _missing_point(said, points, shares)
    if total < SHORT_WORDS:
        yield from _expand(max(said, key=lambda text: len(words(text))))


def _measured(said: Sequence[str]) -> Iterator[FollowUp]:
    if any(_MEASURED.search(text) for text in said):
        return
    for text in said:
        change = _CHANGE.search(text)
        if change and _NUMBER.search(text):
            quote = _around(text, change.start())
            yield FollowUp(
                f"You said “{quote}”. How did you measure that, and what was it before?",
                "A figure was given without saying how it was measured.",
            )


def _own_part(said: Sequence[str]) -> Iterator[FollowUp]:
    ours = [text for text in said if _WE.search(text)]
    mine = [text for text in said if _I.search(text)]
    if ours and len(ours) > len(mine):
        place = _WE.search(ours[0])
        quote = _around(ours[0], place.start() if place else 0)
        yield FollowUp(
            f"You said “{quote}”. What was your own part in that?",
            "The answer speaks of a group, and the candidate's own part is not clear.",
        )


def _example(said: Sequence[str]) -> Iterator[FollowUp]:
    if any(_EXAMPLE.search(text) for text in said):
        return
    for text in said:
        vague = _VAGUE.search(text)
        if vague:
            quote = _around(text, vague.start())
            yield FollowUp(
                f"You said “{quote}”. Could you give me one concrete example, and tell me what you did?",
                "A general statement was made without an example.",
            )


def _missing_point(said: Sequence[str], points: Sequence[str], shares: Sequence[float]) -> Iterator[FollowUp]:
    longest = max(said, key=lambda text: len(words(text)))
    missing = sorted((share, index) for index, share in enumerate(shares) if share < POINT_IS_COVERED)
    for _share, index in missing:
        topic = _LEADING_VERB.sub("", points[index]).strip(" .")
        topic = topic[0].lower() + topic[1:] if topic[:2] != topic[:2].upper() else topic
        yield FollowUp(
            f"You said “{_around(longest, 0)}”. I would like to hear more about one side of it: {topic}. What can you tell me?",
            f"Expected and not heard yet: {points[index]}.",
        )


def _expand(text: str) -> Iterator[FollowUp]:
    quote = shorten(text, QUOTE_WORDS)
    if len(words(quote)) >= 2:
        yield FollowUp(
            f"You said “{quote}”. Could you tell me a little more about that: what was the situation, and what did you do?",
            "The answer is short.",
        )


def _around(text: str, place: int) -> str:
    """Return at most QUOTE_WORDS words of a sentence around a place, verbatim."""
    spans = [match.span() for match in WORD.finditer(text)]
    at = next((index for index, span in enumerate(spans) if span[1] > place), 0)
    first = max(0, min(at - 4, len(spans) - QUOTE_WORDS))
    last = min(first + QUOTE_WORDS, len(spans)) - 1
    end = spans[last][1] + (1 if text[spans[last][1] : spans[last][1] + 1] == "%" else 0)
    begin = spans[first][0] - (
        1 if text[spans[first][0] - 1 : spans[first][0]] in "$₹€£" and spans[first][0] else 0
    )
    return text[begin:end]
