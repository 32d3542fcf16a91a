"""Grades one answer against what a good answer contains: 0 to 1 with its evidence, or nothing where nobody could tell.

Monotone by construction: every quantity is a maximum over sentences, so that adding a correct sentence can't lower a
grade. Length earns nothing, the question said back is left out, and a sentence that turns a point around counts
little for that point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interviewer.integrations.llm.answers import AnswerKind, read_short_answer
from interviewer.integrations.llm.contradictions import negates, swaps, turns_around
from interviewer.integrations.llm.embeddings import embed
from interviewer.integrations.llm.scoring import REASONS
from interviewer.integrations.llm.textual import Sentence, content_stems, sentences
from interviewer.integrations.llm.vocabulary import concepts, recall

#: Weights of: how near the best sentence comes to the reference beyond the question, how near the parts of the
#: reference are come to, the concepts in which the best sentence and the reference agree, and the concepts named.
WHOLE, PARTS, AGREE, NAMED = 0.2, 0.1, 0.4, 0.3
#: Agreement leans to what is said being wanted: a terse answer need not name everything.
LEAN = 0.7**2
#: A concept that the question names already is worth this much.
ASKED_WORD = 0.2
#: How much of the nearness to the question is taken off the nearness to the reference.
ECHO = 0.5
#: Nearness at which something begins to be said, and at which it is said.
BEGINS, SAYS = 0.05, 0.55
#: What a sentence counts that has an opposite in the place of what a point says, and one that negates it.
TURNED, NEGATED = 0.3, 0.6
#: From this grade on a part of the reference counts as said.
SAID = 0.45
#: More than this is no short answer.
MAX_SENTENCES = 40
#: A sentence is cut into at most so many parts where one runs into the next.
MAX_PARTS = 6
#: Where one statement runs into the next: a capital without a full stop, or a clause behind a comma or semicolon.
_RUN_ON = re.compile(
    r"(?<=[a-z0-9)])\s+(?=[A-Z][a-z]*\s+[a-z])"
    r"|(?<=[,;])\s+(?=(?:and|but|so|it|its|this|they|these|you|we|i|the|an?|each|when|if|because)\s)",
)
NOTHING_EXPECTED = "No reference answer and no expected points were given."


@dataclass(frozen=True)
class Evidence:
    """Words of the answer, where they stand, and which part of what was expected they come nearest to."""

    quote: str
    start: int
    end: int
    point: str
    share: float


@dataclass(frozen=True)
class Grade:
    """A grade of 0 to 1 with its evidence, or None and the reason why a person should read the answer."""

    score: float | None
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""


def grade(question: str, expected: Sequence[str], answer: str) -> Grade:
    """Grade an answer against a reference answer (one text) or the points of a rubric (several)."""
    points = [item.text for text in expected for item in sentences(text)]
    points = list(dict.fromkeys(point for point in points if content_stems(point)))
    if not points:
        return Grade(None, reason=NOTHING_EXPECTED)
    read = read_short_answer(answer, question)
    if read.kind is not AnswerKind.READABLE:
        return Grade(None, missing=tuple(points), reason=REASONS[read.kind])
    said = _units(read.sentences)[:MAX_SENTENCES]
    whole = " ".join(expected)
    shares = np.maximum(_nearness(question, points, said), _named(question, points, said))
    shares = shares * _faith_of(points, said)
    faith = _faith_of([whole], said)[0]
    score = (
        # Roots, because people grade so: the core of an answer earns most, the rest adds little.
        WHOLE * float((_nearness(question, [whole], said)[0] * faith).max()) ** 0.5
        + PARTS * float(shares.max(axis=1).mean()) ** 0.5
        + _concept_score(question, whole, said, faith)
    )
    missing = tuple(point for point, share in zip(points, shares.max(axis=1), strict=True) if share < SAID)
    return Grade(round(min(1.0, float(score)), 4), _evidence(points, said, shares), missing)


def _units(said: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences without their full stops, and the parts of those that run together without one.

    "It is FIFO Elements are enqueued" is read as a whole and as two: with either, nothing is lost.
    """
    units: list[Sentence] = []
    for item in said:
        cuts = [match.end() for match in _RUN_ON.finditer(item.text)][: MAX_PARTS - 1]
        starts = [0, *cuts, len(item.text)]
        # Every stretch of parts: what somebody added stands behind or before what was there.
        stretches = [(a, b) for n, a in enumerate(starts) for b in starts[n + 1 :]]
        for begin, end in sorted(stretches, key=lambda pair: pair[0] - pair[1]):
            text = item.text[begin:end].rstrip(" .,;:!?")
            if content_stems(text):
                units.append(Sentence(text, item.start + begin, item.start + begin + len(text)))
    return units


def _faith(point: str, sentence: str) -> float:
    """Return how far a sentence may count for a point: less when it says the opposite."""
    if turns_around(point, sentence) or swaps(point, sentence):
        return TURNED
    return NEGATED if negates(point, sentence) else 1.0


def _faith_of(points: Sequence[str], said: Sequence[Sentence]) -> np.ndarray:
    return np.array([[_faith(point, item.text) for item in said] for point in points])


def _nearness(question: str, texts: Sequence[str], said: Sequence[Sentence]) -> np.ndarray:
    """Return 0 to 1 for each text and sentence: how near they are by meaning, beyond what the question says already."""
    vectors = embed([item.text for item in said])
    near = embed(texts) @ vectors.T
    if question.strip():
        near = near - ECHO * np.maximum(embed([question]) @ vectors.T, 0.0)
    return np.clip((near - BEGINS) / (SAYS - BEGINS), 0.0, 1.0)


def _named(question: str, points: Sequence[str], said: Sequence[Sentence]) -> np.ndarray:
    """Return 0 to 1 for each point and sentence: the share of the point's concepts that the sentence names."""
    asked = concepts(question)
    table = np.zeros((len(points), len(said)))
    for row, point in enumerate(points):
        wanted = concepts(point) - asked or concepts(point)
        for column, item in enumerate(said):
            table[row, column] = sum(recall(wanted, concepts(item.text)).values()) / max(len(wanted), 1)
    return table


def _concept_score(question: str, reference: str, said: Sequence[Sentence], faith: np.ndarray) -> float:
    """Return the weighted agreement of the best sentence with the reference, and the share of its concepts named.

    Agreement counts both ways (what is said of what is wanted, what is wanted of what is said), which tells an answer
    from talk around it; as it is that of the best sentence, more sentences do no harm.
    """
    asked, wanted = concepts(question), concepts(reference)
    weights = {word: ASKED_WORD if word in asked else 1.0 for word in wanted}
    total = sum(weights.values()) or 1.0
    named = dict.fromkeys(wanted, 0.0)
    agree = 0.0
    for item, faithful in zip(said, faith, strict=True):
        used = concepts(item.text)
        found = recall(wanted, used)
        share = sum(weights[word] * found[word] for word in wanted) / total
        new = used - asked
        fit = sum(recall(new, wanted).values()) / len(new) if new else 0.0
        if share + fit:
            agree = max(agree, faithful * (1 + LEAN) * share * fit / (LEAN * fit + share))
        named = {word: max(value, faithful * found[word]) for word, value in named.items()}
    return AGREE * agree**0.5 + NAMED * (sum(weights[word] * named[word] for word in wanted) / total) ** 0.5


def _evidence(points: Sequence[str], said: Sequence[Sentence], shares: np.ndarray) -> tuple[Evidence, ...]:
    """Return for each part of the reference the sentence that says it best; at least the nearest one."""
    found: dict[int, Evidence] = {}
    top = int(np.unravel_index(int(shares.argmax()), shares.shape)[1])
    for index, point in enumerate(points):
        best = int(shares[index].argmax())
        share = round(float(shares[index, best]), 2)
        if (share >= SAID or best == top) and (best not in found or share > found[best].share):
            item = said[best]
            found[best] = Evidence(item.text, item.start, item.end, point, share)
    return tuple(found[index] for index in sorted(found))
