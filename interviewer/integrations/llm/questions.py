"""The question bank of the offline engine: our own questions, each with what a good answer contains."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from interviewer.integrations.llm.port import QuestionKind

_FILE = Path(__file__).parent / "data" / "questions.json"


@dataclass(frozen=True)
class BankQuestion:
    """A question of the bank; technical ones name skills, the others a topic."""

    text: str
    kind: QuestionKind
    points: tuple[str, ...]
    skills: tuple[str, ...] = ()
    topic: str = ""


@lru_cache(maxsize=1)
def bank() -> tuple[BankQuestion, ...]:
    """Return every question of the bank."""
    kinds = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        BankQuestion(
            text=item["text"],
            kind=QuestionKind(kind),
            points=tuple(item["points"]),
            skills=tuple(item.get("skills", ())),
            topic=item.get("topic", ", ".join(item.get("skills", ()))),
        )
        for kind, items in kinds.items()
        for item in items
    )


def about_skill(skill: str) -> BankQuestion:
    """Return a question about any skill, for those that the bank has nothing special on."""
    return BankQuestion(
        text=f"Tell me about the most demanding thing you have done with {skill}. What made it hard?",
        kind=QuestionKind.TECHNICAL,
        points=(
            f"a concrete piece of work with {skill}",
            "what made it hard",
            "what was done and why that way",
            "the result and what would be done differently",
        ),
        skills=(skill,),
        topic=skill,
    )


def about_competency(name: str, points: tuple[str, ...]) -> BankQuestion:
    """Return a question about any competency of a rubric, for those that the bank has nothing close to."""
    return BankQuestion(
        text=f"Tell me about a situation from your work in which this mattered: {name}. What did you do?",
        kind=QuestionKind.BEHAVIORAL,
        points=points or ("the situation", "own action", "the reasons", "the result"),
        topic=name,
    )
