"""What kind of answer something is: empty, a refusal, too short, noise, another language, or one that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from interviewer.integrations.llm.injection import blank
from interviewer.integrations.llm.textual import (
    Sentence,
    content_stems,
    english_share,
    latin_share,
    sentences,
    words,
)

#: Fewer words than this carry too little to be scored.
MIN_WORDS = 8
_REFUSAL = re.compile(
    r"\b(?:i(?:'|’)?d rather not|i would rather not|prefer not to (?:say|answer)|(?:do not|don(?:'|’)?t) want to (?:answer|say)|no comment"
    r"|(?:can we |please |let(?:'|’)?s )?skip (?:this|that|it)|next question(?:,? please)?|pass on (?:this|that)|not comfortable (?:answering|sharing))\b"
    r"|^\s*(?:pass|skip|next)[.! ]*$",
    re.IGNORECASE,
)
_IGNORANCE = re.compile(
    r"\b(?:i (?:really |honestly )?(?:do not|don(?:'|’)?t) know|no idea|not sure what|never (?:heard|used|worked|done|did|had)|have(?:n(?:'|’)?t| not) (?:used|worked|heard|done)"
    r"|i (?:do not|don(?:'|’)?t) remember|can(?:'|’)?t (?:recall|remember)|nothing comes to mind|not familiar)\b",
    re.IGNORECASE,
)
_REPEAT = re.compile(
    r"\b(?:(?:please |can you |could you )?(?:repeat|say) (?:that|the question|it)(?: again)?|(?:did not|didn(?:'|’)?t) (?:understand|hear|catch|get) (?:you|that|the question|it)"
    r"|what do you mean|come again|pardon)\b",
    re.IGNORECASE,
)

_NO_ANSWER = re.compile(r"^\W*(?:not answered|no answer|n/?a|none|blank|-+|idk)\W*$", re.IGNORECASE)


class AnswerKind(StrEnum):
    """What an answer turned out to be."""

    READABLE = "readable"
    EMPTY = "empty"
    REFUSED = "refused"
    NOT_KNOWN = "not_known"
    ASKED_BACK = "asked_back"
    TOO_SHORT = "too_short"
    NOISE = "noise"
    OTHER_LANGUAGE = "other_language"


@dataclass(frozen=True)
class ReadAnswer:
    """An answer, its kind and the sentences that may count as evidence, with offsets in the answer as given."""

    kind: AnswerKind
    sentences: tuple[Sentence, ...] = ()


def read_answer(answer: str, question: str = "") -> ReadAnswer:
    """Classify an answer and return what may count: no instructions to the AI, no echo of the question."""
    clean = blank(answer)
    found = words(clean)
    if not found:
        return ReadAnswer(AnswerKind.EMPTY)
    if latin_share(clean) < 0.6:
        return ReadAnswer(AnswerKind.OTHER_LANGUAGE)
    kept = tuple(item for item in sentences(clean) if _counts(item.text, question))
    if sum(len(words(item.text)) for item in kept) >= MIN_WORDS:
        return ReadAnswer(AnswerKind.READABLE, kept)
    for pattern, kind in (
        (_REFUSAL, AnswerKind.REFUSED),
        (_REPEAT, AnswerKind.ASKED_BACK),
        (_IGNORANCE, AnswerKind.NOT_KNOWN),
    ):
        if pattern.search(clean):
            return ReadAnswer(kind)
    if english_share(clean) >= 0.15 or len(found) < MIN_WORDS:
        return ReadAnswer(AnswerKind.TOO_SHORT)
    return ReadAnswer(_unreadable(found))


def read_short_answer(answer: str, question: str = "") -> ReadAnswer:
    """Classify an answer to a question of knowledge, where one right word may be enough.

    What is read as an interview answer is read so here too; a few words count when they are not a refusal, not noise
    and not the question said back.
    """
    read = read_answer(answer, question)
    # Terms without an English function word among them look like noise or another language to it.
    may_be_terms = (AnswerKind.TOO_SHORT, AnswerKind.READABLE, AnswerKind.NOISE, AnswerKind.OTHER_LANGUAGE)
    if read.kind not in may_be_terms or latin_share(answer) < 0.6:
        return read
    kept = tuple(item for item in sentences(blank(answer)) if _says_something(item.text, question))
    if not kept:
        return ReadAnswer(AnswerKind.TOO_SHORT if read.kind is AnswerKind.READABLE else read.kind)
    return ReadAnswer(AnswerKind.READABLE, kept)


def _says_something(text: str, question: str) -> bool:
    if _NO_ANSWER.search(text) or any(pattern.search(text) for pattern in (_IGNORANCE, _REFUSAL, _REPEAT)):
        return False
    stems = content_stems(text)
    if not stems or _is_noise(text) or (len(words(text)) >= MIN_WORDS and english_share(text) < 0.12):
        return False
    return not stems <= content_stems(question)


def _is_noise(text: str) -> bool:
    found = [word for word in words(text) if word.isalpha() and len(word) > 3]
    strange = [
        word for word in found if not re.search(r"[aeiouy]", word) or re.search(r"(.)\1\1|[^aeiouy]{5}", word)
    ]
    return bool(found) and len(strange) / len(found) > 0.5


def _unreadable(found: list[str]) -> AnswerKind:
    """Tell another language from noise: words of a language look like words and differ from each other."""
    wordlike = [
        word
        for word in found
        if re.search(r"[aeiouyà-ÿ]", word) and not re.search(r"(.)\1\1|[^aeiouyà-ÿ\W]{6}", word)
    ]
    varied = len(set(found)) / len(found) > 0.4
    return AnswerKind.OTHER_LANGUAGE if varied and len(wordlike) / len(found) > 0.85 else AnswerKind.NOISE


def _counts(sentence: str, question: str) -> bool:
    """Say whether a sentence is running English about something: not noise, not the question said back."""
    found = words(sentence)
    if len(found) < 3 or any(pattern.search(sentence) for pattern in (_IGNORANCE, _REFUSAL, _REPEAT)):
        return False
    share = english_share(sentence)
    if share < 0.12 or (len(found) > 6 and len(set(found)) / len(found) < 0.35):
        return False
    stems = content_stems(sentence)
    return bool(stems) and not (question and len(stems - content_stems(question)) <= max(1, len(stems) // 5))
