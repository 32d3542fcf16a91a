"""Finds instructions to the AI in what candidates write or say, and keeps them from the scorer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from interviewer.integrations.llm.textual import sentences

HIDDEN_CHARACTERS = "hidden_characters"
INSTRUCTION = "instruction"
DELIMITER = "delimiter"
#: Text of a document that people cannot see, and instructions in what a file says of itself.
HIDDEN_TEXT = "hidden_text"
PROPERTIES = "properties"

_ZERO_WIDTH = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Joiners are letters' business in Indic and Arabic scripts; between Latin letters they only hide something.
_JOINERS = frozenset("\u200c\u200d")
_HOMOGLYPHS = str.maketrans("аеорсухіѕјԁһΑΒΕΗΙΚΜΝΟΡΤΧΥ", "aeopcyxisjdhABEHIKMNOPTXY")

_AI = r"(?:ai|a\.i\.|llm|gpt|chatgpt|language model|chat ?bot|bot|model|assistant|grader|scorer|evaluator|interviewer|screening (?:tool|system|software)|ats|recruiting system)"
_CANDIDATE = r"(?:me|this (?:candidate|applicant|person|resume|résumé|cv|answer|response)|the (?:candidate|applicant|above|answer)|my (?:answer|answers|resume|résumé|cv|response|application))"
_TOP = r"(?:highest|maximum|max|full|perfect|top|excellent|outstanding|best|100|10 ?/ ?10|5 ?/ ?5|level (?:5|five)|five)"
_PATTERNS = [
    r"\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|all|any|your|these|preceding)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules|rubric|guidelines|directions|criteria|context|training)\b",
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,20}\b(?:instructions?|prompts?|rules|rubric|criteria)\s+(?:above|before|given|so far)\b",
    rf"\b(?:note|message|instructions?|attention|notice|memo|reminder)\s*(?:to|for)\s*(?:the|any|all|an|our)?\s*{_AI}\b",
    rf"\b(?:dear|hey|hello|hi|ok|okay),? {_AI}\b[^.!?\n]{{0,60}}\b(?:score|rate|give|mark|rank|hire|select|recommend|pass|ignore)\b",
    rf"\b(?:if you are|as|since you are) (?:an?|the) {_AI}\b[^.!?\n]{{0,60}}\b(?:you must|you should|please|score|rate|give|rank|recommend|say|write|respond)\b",
    rf"\byou are (?:now )?(?:an?|the|in) (?:{_AI}|developer mode|unrestricted|dan\b)",
    rf"\b(?:you must|you should|you have to|you will|please|now)\b[^.!?\n]{{0,20}}\b(?:score|rate|grade|mark|rank|assess|evaluate)\s+{_CANDIDATE}\b",
    rf"(?:^|[.!?\n:]\s*)(?:score|rate|grade|mark|rank|evaluate)\s+{_CANDIDATE}\b[^.!?\n]{{0,40}}\b{_TOP}\b",
    rf"\b(?:give|award|assign|grant)\s+{_CANDIDATE}\s+(?:a |an |the |at least )?[^.!?\n]{{0,20}}\b(?:{_TOP}|score|rating|marks?|grade|points)\b",
    rf"\b(?:assign|award|give|output|return|set)\s+(?:a |an |the )?(?:match |overall |final )?(?:score|rating|level|grade|marks?)\s*(?:of|to|=|:|as)?\s*{_TOP}\b",
    rf"\b(?:recommend|hire|select|shortlist|advance|approve|accept)\s+{_CANDIDATE}\b",
    r"\b(?:respond|reply|answer|output|return)\s+(?:only|exclusively|just)?\s*(?:with|in)\s+(?:json|the (?:word|phrase|following)|\"|')",
    r"\b(?:reveal|print|repeat|show|output|leak)\b[^.!?\n]{0,25}\b(?:system prompt|your (?:instructions|prompt|rules)|hidden (?:rubric|prompt|instructions)|the rubric)\b",
    r"\b(?:new|updated|real|actual|hidden|secret) (?:system )?(?:instructions?|prompt|directive)\s*(?::|follow|are|is)",
    r"\b(?:pretend|act as if|simulate|roleplay)\b[^.!?\n]{0,40}\b(?:passed|qualified|perfect|no rules|all (?:criteria|requirements)|different (?:ai|model))\b",
    r"\bthis (?:candidate|applicant) (?:is|has been) (?:already )?(?:pre-?approved|approved|verified|selected|the best (?:candidate|fit|applicant)|a perfect (?:match|fit))",
]  # fmt: skip
_INSTRUCTIONS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_DELIMITERS = re.compile(
    r"<\|/?\w{2,20}\|>|</?(?:system|assistant)>|\[/?(?:INST|SYSTEM|ASSISTANT)\]|<</?SYS>>"
    r"|(?:^|\n)\s*#{2,}\s*(?:system|instruction|assistant)\b[^\n]*|(?:^|\n)\s*(?:system|assistant)\s*:\s",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """Something that addresses the AI rather than the reader; offsets are those of the text as it came."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Screened:
    """A text without its attacks, and what was found."""

    cleaned: str
    findings: tuple[Finding, ...]


def is_invisible(char: str) -> bool:
    """Say whether a character shows nothing and only hides or reorders text."""
    return char in _ZERO_WIDTH or char in _BIDI or 0xE0000 <= ord(char) <= 0xE007F


def screen(text: str) -> Screened:
    """Find hidden characters, forged delimiters and instructions to the AI; whole sentences are taken out.

    A text without findings comes back exactly as it was.
    """
    findings = _hidden_runs(text)
    # A PDF wraps an instruction over lines: a line that goes on in lower case belongs to the one before.
    for sentence in sentences(re.sub(r"\n(?=[ \t]*[a-z])", " ", text)):
        original = text[sentence.start : sentence.end]
        if _INSTRUCTIONS.search(_readable(sentence.text)):
            findings.append(Finding(INSTRUCTION, original, sentence.start, sentence.end))
        elif _DELIMITERS.search(sentence.text):
            findings.append(Finding(DELIMITER, original, sentence.start, sentence.end))
    if not findings:
        return Screened(text, ())
    removed = [(item.start, item.end) for item in findings if item.kind != HIDDEN_CHARACTERS]
    return Screened(_without(text, removed), tuple(sorted(findings, key=lambda finding: finding.start)))


def blank(text: str) -> str:
    """Return the text in its own length with every attack blanked out, so that offsets stay true."""
    chars = list(text)
    for finding in screen(text).findings:
        if finding.kind != HIDDEN_CHARACTERS:
            chars[finding.start : finding.end] = [" "] * (finding.end - finding.start)
    return "".join(chars)


def _readable(text: str) -> str:
    visible = "".join(char for char in text if not is_invisible(char) and char not in _JOINERS)
    folded = unicodedata.normalize("NFKC", visible).translate(_HOMOGLYPHS)
    # "i g n o r e" is read as one word.
    return re.sub(r"\b(?:[A-Za-z] ){3,}[A-Za-z]\b", lambda match: match.group().replace(" ", ""), folded)


def _hidden_runs(text: str) -> list[Finding]:
    found: list[Finding] = []
    start: int | None = None
    for place, char in enumerate(text + "."):
        hidden = place < len(text) and (is_invisible(char) or _hides(text, place))
        if hidden and start is None:
            start = place
        elif not hidden and start is not None:
            names = " ".join(f"U+{ord(char):04X}" for char in text[start:place][:8])
            found.append(Finding(HIDDEN_CHARACTERS, names, start, place))
            start = None
    # One byte-order mark at the very beginning, or soft hyphens, are how word processors write.
    return [
        item for item in found if not (item.text == "U+FEFF" and item.start == 0) and item.text != "U+00AD"
    ]


def _hides(text: str, place: int) -> bool:
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    return text[place - 1].isascii() and text[place + 1].isascii() and text[place - 1].isalpha()


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    place = 0
    for start, end in sorted(spans):
        kept.append(text[place : max(start, place)])
        place = max(end, place)
    kept.append(text[place:])
    visible = "".join(char for char in "".join(kept) if not is_invisible(char))
    return re.sub(r"[ \t]{2,}", " ", re.sub(r"[ \t]*\n\s*\n\s*\n*", "\n\n", visible)).strip()
