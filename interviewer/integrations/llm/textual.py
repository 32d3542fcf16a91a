"""Sentences, words and what kind of text it is: plain calculations that every part of the engine shares."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Vowel signs of Indian scripts and accents written apart belong to their word, and a plain letter class leaves them out.
_MARKS = "".join(chr(code) for code in range(0x0300, 0x20F0) if unicodedata.category(chr(code))[0] == "M")
_LETTER = rf"(?:[^\W_]|[{_MARKS}\u200c\u200d])"
WORD = re.compile(rf"[^\W_]{_LETTER}*(?:[.+#'’-][^\W_]{_LETTER}*)*[+#]*", re.UNICODE)
#: Sentences run together without a full stop are cut where a new one plainly begins.
_BREAK = re.compile(
    r"(?<=[.!?।。？！])[\"'”’)\]]*\s+|\n+|(?<=;)\s+"
    r"|(?<=[a-z0-9])\s+(?=(?:The|This|It|A|An|They|These|Also|And|But|When|If|You|We|In|There|Each)\s+[a-z])"
)
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|prof|vs|approx|no|st|sr|jr|inc|ltd)\.$", re.IGNORECASE
)
#: Speech without punctuation is cut into stretches of this many words.
STRETCH_WORDS = 40

STOPWORDS = frozenset(
    """a about after again all also am an and any are as at be because been before being but by can could did do does
    doing done for from get got had has have having he her here him his how i if in into is it its it's just like made
    make me more most my no not now of off on once only or other our out over own really same she should so some such
    than that the their them then there these they this those to too under up us very was we were what when where
    which while who why will with would you your i'm i've we've that's don't didn't was wasn't isn't""".split()
)
_SUFFIXES = ("ization", "isation", "ations", "ation", "ingly", "ments", "ment", "ities", "ity", "ness", "ings",
             "ing", "ions", "ion", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e")  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """A sentence and its character offsets in the text it was cut from."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]


def stem(word: str) -> str:
    """Return a rough stem, enough to see that 'indexes' and 'indexing' are about the same."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def content_stems(text: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    return {stem(word) for word in words(text) if word not in STOPWORDS and (len(word) > 1 or word in "cr")}


def english_share(text: str) -> float:
    """Return the share of words that are English function words: running English has over a quarter of them."""
    found = words(text)
    return sum(word in STOPWORDS for word in found) / len(found) if found else 0.0


def latin_share(text: str) -> float:
    """Return the share of letters that are Latin."""
    letters = [char for char in text if char.isalpha()]
    return sum("LATIN" in unicodedata.name(char, "") for char in letters) / len(letters) if letters else 0.0


def sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences with their offsets; long unpunctuated speech is cut into stretches of words."""
    cut: list[Sentence] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        cut.extend(_stretches(text, start, match.start()))
        start = match.end()
    cut.extend(_stretches(text, start, len(text)))
    return cut


def _stretches(text: str, start: int, end: int) -> list[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return []
    spans = [match.span() for match in WORD.finditer(text, start, end)]
    if len(spans) <= STRETCH_WORDS + STRETCH_WORDS // 2:
        return [Sentence(text[start:end], start, end)]
    parts: list[Sentence] = []
    for index in range(0, len(spans), STRETCH_WORDS):
        last = min(index + STRETCH_WORDS, len(spans))
        begin = start if index == 0 else spans[index][0]
        finish = end if last == len(spans) else spans[last - 1][1]
        parts.append(Sentence(text[begin:finish], begin, finish))
    return parts


def shorten(text: str, limit: int) -> str:
    """Return at most `limit` words from the beginning, verbatim, without trailing punctuation."""
    spans = [match.span() for match in WORD.finditer(text)]
    if not spans:
        return text.strip()
    return text[spans[0][0] : spans[min(limit, len(spans)) - 1][1]]
