"""Scores single answers, as `manage.py score_answers` is given them, by whichever engine is set up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interviewer.integrations.llm import embeddings
from interviewer.integrations.llm.grading import Grade, grade
from interviewer.integrations.llm.port import LLM, CompetencyBrief, Turn

#: What five levels of an answer to a question of knowledge look like, for engines that score by anchors.
ANCHORS = (
    "Wrong, or not about the question.",
    "A fragment that belongs here; most is missing or wrong.",
    "Partly right: about half of what matters is said.",
    "The core is right; something smaller is missing.",
    "Everything that matters is said, in whatever words.",
)


def score_sheet(sheet: object, llm: LLM) -> dict[str, Any]:
    """Score one line `{"question", "reference" | "rubric", "answer"}`: score 0 to 1 or None, evidence, engine.

    Raises ValueError, in words for people, when the line is not of that form. May raise what the port raises.
    """
    if not isinstance(sheet, Mapping):
        raise ValueError("A line must be an object with question, reference or rubric, and answer.")
    question, answer = sheet.get("question", ""), sheet.get("answer")
    if not isinstance(question, str) or not isinstance(answer, str | None):
        raise ValueError("question and answer must be texts.")
    expected = tuple(dict.fromkeys(_texts([sheet.get("reference"), sheet.get("rubric")])))
    if not expected:
        raise ValueError("A line needs a reference answer or a rubric with points.")
    if llm.is_offline:
        return _offline(grade(question, expected, answer or ""))
    return _by_levels(question, expected, answer or "", llm)


def _texts(value: object) -> Iterator[str]:
    """Yield the expected points in whatever shape a reference or rubric comes; titles and weights are not among them."""
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for name in ("expected_points", "points", "criteria", "competencies", "reference", "rubric", "text"):
            yield from _texts(value.get(name))
        if not any(value.get(name) for name in ("expected_points", "points", "criteria", "text")):
            anchors = value.get("anchors")
            rows = list(anchors.values()) if isinstance(anchors, Mapping) else anchors
            # Only the two upper levels say what is wanted; the lower ones say what is not.
            yield from _texts(rows[-2:] if isinstance(rows, list) else None)
            yield from _texts(value.get("description") if not rows else None)


def _offline(found: Grade) -> dict[str, Any]:
    evidence = [
        {"quote": item.quote, "start": item.start, "end": item.end, "point": item.point, "share": item.share}
        for item in found.evidence
    ]
    from interviewer.integrations.llm.builtin import VERSION

    result = {
        "score": found.score,
        "evidence": evidence,
        "engine": f"offline {VERSION} ({embeddings.backend()})",
    }
    return result | {"missing": list(found.missing)} | ({"reason": found.reason} if found.reason else {})


def _by_levels(question: str, expected: tuple[str, ...], answer: str, llm: LLM) -> dict[str, Any]:
    brief = CompetencyBrief("answer", "Answer to the question", question, 1, ANCHORS, expected)
    found = llm.assess((brief,), (Turn("answer", question, answer, "answer"),), "en")
    item, usage = found.value[0], found.usage
    engine = " ".join(
        part for part in (usage.engine, usage.engine_version, usage.model, usage.prompt_version) if part
    )
    return {
        "score": None if item.level is None else (item.level - 1) / 4,
        "evidence": [{"quote": quote.text, "start": quote.start, "end": quote.end} for quote in item.quotes],
        "engine": engine,
        "missing": list(item.missing),
    } | ({"reason": item.not_assessed_reason} if item.level is None else {})
