"""Masks who somebody is (name, contact, age, gender, photo, address, graduation years) before anything is scored."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_URL = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|twitter|facebook|instagram|behance|medium)\.com/\S+",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]?\d{2,5}){1,4}(?![\w%])"
)
_PERSONAL_LINE = re.compile(
    r"^[ \t•*-]*(?:date of birth|birth ?date|d\.?o\.?b\.?|born|age|gender|sex|marital status|nationality|religion|caste"
    r"|race|ethnicity|father'?s? name|mother'?s? name|spouse|photo(?:graph)?|picture|address|permanent address"
    r"|current address|passport(?: no| number)?|height|weight|blood group|pronouns)\s*[:\-–—][^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_AGE = re.compile(
    r"\b(?:i am|i'm|i’m|aged?|age of|turned|at)\s+(\d{2})(?=\s*(?:years?[ -]old\b|years? of age\b))"
    r"|\b(\d{2})(?=[ -]years?[ -]old\b)|\bage(?:d| of)?[: ]\s*(\d{2})\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bborn\s+(?:on|in)\s+[^,.;\n]{2,30}\d{2,4}", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w.]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Nagar|Marg|Drive)\b[^\n]*"
)
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_STUDY = re.compile(
    r"\b(?:b\.?\s?tech|m\.?\s?tech|b\.?\s?sc|m\.?\s?sc|b\.?\s?e|b\.?\s?a|m\.?\s?a|b\.?\s?com|mba|mca|bca|ph\.?\s?d|bachelor\w*|master'?s?|diploma|degree|hsc|ssc"
    r"|university|college|institute|school|graduat\w+|class of|cgpa|gpa|batch)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\s*([A-Za-z][A-Za-z &/]{2,40}):?\s*$")
_STUDY_HEADING = re.compile(r"education|academic|qualification|schooling", re.IGNORECASE)
_PRONOUNS = {"he": "they", "she": "they", "him": "them", "his": "their", "her": "their", "hers": "theirs",
             "himself": "themselves", "herself": "themselves", "mr": "", "mrs": "", "ms": "", "miss": ""}  # fmt: skip
_PRONOUN = re.compile(r"\b(" + "|".join(_PRONOUNS) + r")\b\.?", re.IGNORECASE)
#: Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese letters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLOCK = "█"

Replace = Callable[[re.Match[str], str], str]


def mask_identity(text: str, names: Sequence[str] = (), *, keep_length: bool = False) -> str:
    """Mask names, e-mail, phone, links, address, photo, age, gender, pronouns and graduation years.

    `names` are the candidate's names as known; each of their parts is masked wherever it stands as a word.
    With `keep_length` every masked character becomes a block, so that offsets in the text stay true; pronouns
    are left alone then, because an answer's "she" is a colleague. Masking twice changes nothing more.
    """

    def put(match: re.Match[str], label: str) -> str:
        if keep_length:
            return re.sub(r"[^\s]", _BLOCK, match.group())
        return label

    masked = _EMAIL.sub(lambda match: put(match, "[email]"), text)
    masked = _URL.sub(lambda match: put(match, "[link]"), masked)
    masked = _PHONE.sub(
        lambda match: put(match, "[phone]") if _is_phone(match.group()) else match.group(), masked
    )
    masked = _PERSONAL_LINE.sub(lambda match: put(match, "[personal]"), masked)
    masked = _POSTCODE.sub(lambda match: put(match, "[address]"), masked)
    masked = _BORN.sub(lambda match: put(match, "[age]"), masked)
    masked = _AGE.sub(lambda match: put(match, "[age]"), masked)
    masked = _mask_names(masked, names, put)
    masked = _mask_study_years(masked, put)
    if keep_length:
        return masked
    return _PRONOUN.sub(_neutral, masked)


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    # "2016 - 2019" and "1,200,000" are not phone numbers.
    years = re.fullmatch(r"\s*(?:19|20)\d\d\s*[-–]?\s*(?:19|20)\d\d\s*", text)
    return 9 <= len(digits) <= 15 and not years


def _mask_names(text: str, names: Sequence[str], put: Replace) -> str:
    parts = {part for name in names for part in re.split(r"[\s,.]+", name) if part}
    wholes = {re.sub(r"[\s,.]+", "", name) for name in names}
    # Scripts without spaces run a name into the words around it, or add endings to it.
    run_in = {word for word in parts | wholes if len(word) > 1 and _UNSPACED.search(word)}
    for part in sorted(run_in | parts, key=len, reverse=True):
        if part in run_in:
            pattern = re.escape(part)
        elif len(part) > 1 or _UNSPACED.search(part):
            # `\b` does not see the end of a word that ends in an Indic vowel sign, so letters are looked at instead.
            pattern = rf"(?<![^\W_]){re.escape(part)}(?![^\W_])"
        else:
            continue
        text = re.sub(pattern, lambda match: put(match, "[name]"), text, flags=re.IGNORECASE)
    return text


def _mask_study_years(text: str, put: Replace) -> str:
    lines = text.split("\n")
    studying = False
    for index, line in enumerate(lines):
        heading = _HEADING.match(line)
        if heading and len(line.split()) <= 4:
            studying = bool(_STUDY_HEADING.search(line)) or (studying and bool(_STUDY.search(line)))
        if studying or _STUDY.search(line):
            lines[index] = _YEAR.sub(lambda match: put(match, "[year]"), line)
    return "\n".join(lines)


def _neutral(match: re.Match[str]) -> str:
    word = match.group(1)
    if word.lower() in ("mr", "mrs", "ms", "miss"):
        return "" if word[0].isupper() else match.group()
    tail = "." if match.group().endswith(".") else ""
    neutral = _PRONOUNS[word.lower()]
    return (neutral.capitalize() if word[0].isupper() and not word.isupper() else neutral) + tail
