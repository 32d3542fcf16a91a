"""The offline score: how far the sentences of an answer cover what a good answer contains.

Monotone by construction. Every quantity is a maximum over single sentences or a union of words, so that adding a
sentence can raise a score and never lower it. Length alone earns nothing. Where the engine cannot tell, it abstains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interviewer.integrations.llm.answers import AnswerKind, read_answer
from interviewer.integrations.llm.embeddings import similarity
from interviewer.integrations.llm.evidence import verify_quotes
from interviewer.integrations.llm.port import CompetencyAssessment, CompetencyBrief, Quote, Turn
from interviewer.integrations.llm.textual import content_stems, words

#: Cosine at which a sentence begins to be about a point, and at which it says it. These, the weights and the bounds
#: were set on the graded answers in tests/graded_answers.json, which are few and our own: see VERSION in builtin.py.
ABOUT, SAYS = 0.15, 0.55
#: Below this no sentence has anything to do with what was asked.
RELEVANT = 0.22
#: Lower bounds of levels 2 to 5 on the scale of 0 to 1.
LEVEL_BOUNDS = (0.18, 0.35, 0.52, 0.70)
#: Nobody says everything: this mean coverage of the points counts as all that can be expected.
FULL_COVERAGE = 0.7
DEPTH_WEIGHT = 0.25
#: Each sentence takes about 16 ms; nobody says more than this about one competency.
MAX_SENTENCES = 300
#: Points that a program weighed are never certain.
MAX_CERTAINTY = 0.7
POINT_IS_COVERED = 0.5

_DEPTH = (
    r"\b(?:for example|for instance|such as|one time|once|last year|in my (?:last|previous|current)|when (?:i|we)|at my)\b",
    r"\bi (?:\w+ly )?(?:built|wrote|designed|led|decided|chose|fixed|found|created|implemented|started|proposed|set up|moved|split|added|"
    r"asked|called|measured|profiled|tested|migrated|automated|reduced|introduced|explained|organi[sz]ed|refactored|analy[sz]ed|made|took|learned|used|\w{3,}ed)\b",
    r"\b(?:because|so that|in order to|the reason|therefore|which meant|since (?:it|we|the)|trade-?offs?|instead of|rather than|however|although)\b",
    r"\d|\b(?:result(?:ed)?|outcome|as a result|in the end|eventually|reduced|increased|improved|saved|faster|fewer|half|doubled|shipped|released)\b",
)  # fmt: skip
REASONS = {
    AnswerKind.EMPTY: "Nothing was said.",
    AnswerKind.REFUSED: "The candidate preferred not to answer.",
    AnswerKind.NOT_KNOWN: "The candidate said that they could not answer.",
    AnswerKind.ASKED_BACK: "The candidate asked for the question again and did not answer it.",
    AnswerKind.TOO_SHORT: "The answers are too short to be scored.",
    AnswerKind.NOISE: "The answers could not be read as sentences.",
    AnswerKind.OTHER_LANGUAGE: "The answers are in a language that the built-in engine cannot score.",
}
NOTHING_RELATED = "Nothing in the answers could be related to what was asked, so a person should read them."
NO_TURNS = "No question about this was answered."
NOT_ENGLISH = "The built-in engine scores English only, so a person should read the answers."


@dataclass(frozen=True)
class _Said:
    """A sentence of an answer, with where it stands."""

    turn_key: str
    question: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Coverage:
    """How far each expected point is covered, 0 to 1, and by which sentence (-1: none)."""

    shares: tuple[float, ...]
    sentences: tuple[int, ...]


def coverage(said: Sequence[str], points: Sequence[str]) -> Coverage:
    """Say how far sentences cover points: the best sentence by meaning, and the share of the point's words used."""
    if not said or not points:
        return Coverage(tuple(0.0 for _ in points), tuple(-1 for _ in points))
    closeness = np.clip((similarity(points, said) - ABOUT) / (SAYS - ABOUT), 0.0, 1.0)
    used = set().union(*(content_stems(text) for text in said))
    shares: list[float] = []
    for index, point in enumerate(points):
        stems = content_stems(point)
        literal = len(stems & used) / len(stems) if stems else 0.0
        best = float(closeness[index].max())
        # Words without meaning behind them (a list of key words) are worth little on their own.
        shares.append(min(1.0, 0.75 * best + 0.35 * literal * max(best, 0.2)))
    return Coverage(tuple(shares), tuple(int(row) for row in closeness.argmax(axis=1)))


def assess_offline(
    competencies: Sequence[CompetencyBrief], turns: Sequence[Turn], language: str
) -> tuple[CompetencyAssessment, ...]:
    """Give one assessment per competency with sentences of the answers as evidence, or say why there is none."""
    if not language.lower().startswith("en"):
        return tuple(_not_assessed(item, NOT_ENGLISH) for item in competencies)
    found = tuple(
        _assess(item, [turn for turn in turns if turn.competency_key == item.key]) for item in competencies
    )
    return verify_quotes(found, turns)


def _not_assessed(competency: CompetencyBrief, reason: str) -> CompetencyAssessment:
    return CompetencyAssessment(
        competency.key, None, missing=competency.expected_points, not_assessed_reason=reason
    )


def _assess(competency: CompetencyBrief, turns: Sequence[Turn]) -> CompetencyAssessment:
    if not turns:
        return _not_assessed(competency, NO_TURNS)
    said: list[_Said] = []
    kinds: list[AnswerKind] = []
    for turn in turns:
        answer = read_answer(turn.answer, turn.question)
        kinds.append(answer.kind)
        said += [_Said(turn.key, turn.question, item.text, item.start, item.end) for item in answer.sentences]
    said = said[:MAX_SENTENCES]
    if not said:
        return _not_assessed(competency, " ".join(dict.fromkeys(REASONS[kind] for kind in kinds)))
    relevance = _relevance(competency, turns, said)
    if relevance.max() < RELEVANT:
        return _not_assessed(competency, NOTHING_RELATED)
    return _with_level(competency, turns, said, relevance)


def _points(competency: CompetencyBrief, turns: Sequence[Turn]) -> list[str]:
    """Return what a good answer contains: the rubric's and the questions' points, or else the upper anchors."""
    listed = [*competency.expected_points, *(point for turn in turns for point in turn.expected_points)]
    points = list(dict.fromkeys(point.strip() for point in listed if point.strip()))
    return points or [anchor.strip() for anchor in competency.anchors[2:] if anchor.strip()]


def _relevance(competency: CompetencyBrief, turns: Sequence[Turn], said: Sequence[_Said]) -> np.ndarray:
    """Return for every sentence how close it comes to anything that was asked for, as a cosine."""
    topics = [f"{competency.name}. {competency.description}".strip(), *_points(competency, turns)]
    topics += [turn.question for turn in turns]
    return similarity([item.text for item in said], topics).max(axis=1)


def _depth(said: Sequence[_Said], relevance: np.ndarray) -> float:
    """Return the share of example, own action, reason and result that answers on the topic show."""
    turns = {item.turn_key for item, close in zip(said, relevance, strict=True) if close >= RELEVANT}
    on_topic = [item.text for item in said if item.turn_key in turns]
    shown = [any(re.search(pattern, text, re.IGNORECASE) for text in on_topic) for pattern in _DEPTH]
    return sum(shown) / len(shown)


def level_of(score: float) -> int:
    """Return the level, 1 to 5, of a score from 0 to 1."""
    return 1 + sum(score >= bound for bound in LEVEL_BOUNDS)


def _with_level(
    competency: CompetencyBrief, turns: Sequence[Turn], said: Sequence[_Said], relevance: np.ndarray
) -> CompetencyAssessment:
    points = _points(competency, turns)
    covered = coverage([item.text for item in said], points)
    depth = _depth(said, relevance)
    mean = _content(competency, points, covered) if points else float(relevance.max())
    score = (1 - DEPTH_WEIGHT) * min(mean / FULL_COVERAGE, 1.0) + DEPTH_WEIGHT * depth
    level = level_of(score)
    has_points = bool(competency.expected_points) or any(turn.expected_points for turn in turns)
    missing = tuple(
        point for point, share in zip(points, covered.shares, strict=True) if share < POINT_IS_COVERED
    )
    return CompetencyAssessment(
        competency_key=competency.key,
        level=level,
        certainty=_certainty(score, said, has_points),
        anchor=competency.anchors[level - 1],
        quotes=_quotes(said, covered, relevance),
        missing=missing if has_points else (),
        rationale=_rationale(points, missing, depth, has_points),
    )


def _content(competency: CompetencyBrief, points: Sequence[str], covered: Coverage) -> float:
    """Return the mean coverage of the rubric's own points or of the questions' points, whichever is higher.

    A question's points say what a good answer to it may contain, the rubric's what the competency is about: who
    says the one fully need not say the other as well.
    """
    listed = {point.strip() for point in competency.expected_points}
    shares = list(zip(points, covered.shares, strict=True))
    groups = [
        [share for point, share in shares if point in listed],
        [share for point, share in shares if point not in listed],
    ]
    return max(sum(group) / len(group) for group in groups if group)


def _certainty(score: float, said: Sequence[_Said], has_points: bool) -> float:
    """Return how sure the engine may be: less near a bound, on little text and without expected points."""
    edge = min(abs(score - bound) for bound in LEVEL_BOUNDS)
    spoken = sum(len(words(item.text)) for item in said)
    certainty = 0.3 + 0.2 * min(edge / 0.08, 1.0) + 0.2 * min(spoken / 80, 1.0)
    return round(min(certainty, MAX_CERTAINTY) * (1.0 if has_points else 0.6), 2)


def _quotes(said: Sequence[_Said], covered: Coverage, relevance: np.ndarray) -> tuple[Quote, ...]:
    """Choose up to four sentences: those that cover points best, or else the one nearest to the topic."""
    ranked = sorted(zip(covered.shares, covered.sentences, strict=True), reverse=True)
    chosen = [index for share, index in ranked if share >= 0.3 and index >= 0]
    chosen = list(dict.fromkeys([*chosen, int(relevance.argmax())]))[:4]
    return tuple(Quote(said[index].turn_key, said[index].text) for index in sorted(chosen))


def _rationale(points: Sequence[str], missing: Sequence[str], depth: float, has_points: bool) -> str:
    shown = f"{round(depth * 4)} of 4 signs of depth (an example, own action, reasons, a result) were found"
    if not has_points:
        return f"No expected points are defined, so the answers were compared with the rubric's descriptions; {shown}."
    return f"{len(points) - len(missing)} of {len(points)} expected points were found in the answers by meaning; {shown}."
