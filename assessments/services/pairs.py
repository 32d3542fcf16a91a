"""Programs of one problem are compared in the background. A signal for a person: no score knows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db import transaction

from assessments import similarity
from assessments.models import CodePair, DSAQuestion, DSAResponse
from assessments.models.programs import AbstractSubmission
from interviewer import background
from interviewer.integrations.judge import get_judge

#: Pairs that are less alike are not kept: two honest programs for one problem often are that much.
KEPT_FROM = 50
#: A bound on the work of one comparison; the newest programs are compared.
MAX_PROGRAMS = 1500
#: Fingerprints that two programs must share before they are compared token by token.
MIN_SHARED = 2


def enqueue(*, interview: Any) -> None:
    """Have the problems of a scored interview compared."""
    from assessments import tasks

    responses = DSAResponse.objects.filter(interview=interview).exclude(submission=None)
    for question_id in responses.values_list("question_id", flat=True):
        background.enqueue(tasks.compare_programs, question_id)


def compare(*, question_id: int) -> int:
    """Compare the best programs of all candidates for a problem, and store the pairs that are alike; returns how
    many. May run again at any time: pairs that are alike no more are removed, the others keep their address."""
    question = DSAQuestion.objects.filter(pk=question_id).first()
    if question is None:
        return 0
    rows = DSAResponse.objects.filter(question=question, interview__deleted_at=None).exclude(submission=None)
    newest = rows.select_related("submission").order_by("-submission_id")[:MAX_PROGRAMS]
    found = alike(row.submission for row in newest)
    with transaction.atomic():
        _store(question, [CodePair(question=question, **vars(pair)) for pair in found])
    return len(found)


@dataclass(frozen=True)
class Alike:
    """Two programs that are alike, by their numbers, the older one first."""

    first_id: int
    second_id: int
    language: str
    similarity: int
    passages: list[list[int]]


def alike(rows: Iterable[AbstractSubmission]) -> list[Alike]:
    """The pairs among some programs for one problem that are alike enough to be looked at by a person."""
    by_language: dict[str, list[AbstractSubmission]] = defaultdict(list)
    for row in rows:
        by_language[row.language].append(row)
    return [pair for programs in by_language.values() for pair in _pairs(programs)]


def _pairs(rows: list[AbstractSubmission]) -> list[Alike]:
    """The pairs of programs in one language that are alike."""
    known = {one.slug: one for one in get_judge().languages()}
    language = rows[0].language
    syntax = known[language].syntax if language in known else language
    programs = {row.pk: similarity.read(row.code, syntax) for row in rows}
    templates = [similarity.read(known[language].template, syntax)] if language in known else []
    common = similarity.common_grams(programs.values(), templates)
    found = []
    for first, second in sorted(_candidates(programs, common)):
        likeness = similarity.compare(programs[first], programs[second], common)
        if likeness.percent >= KEPT_FROM:
            passages = [
                [one.first_start, one.first_end, one.second_start, one.second_end]
                for one in likeness.passages
            ]
            found.append(Alike(first, second, language, likeness.percent, passages))
    return found


def _candidates(programs: dict[int, similarity.Program], common: frozenset[int]) -> set[tuple[int, int]]:
    """The pairs that share enough fingerprints to be looked at."""
    holders: dict[int, list[int]] = defaultdict(list)
    for pk in sorted(programs):
        for gram in programs[pk].fingerprints.keys() - common:
            holders[gram].append(pk)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for pks in holders.values():
        for pair in combinations(pks, 2):
            shared[pair] += 1
    return {pair for pair, count in shared.items() if count >= MIN_SHARED}


def _store(question: DSAQuestion, found: list[CodePair]) -> None:
    kept = {(row.first_id, row.second_id): row for row in CodePair.objects.filter(question=question)}
    wanted = {(pair.first_id, pair.second_id) for pair in found}
    gone = [row.pk for programs, row in kept.items() if programs not in wanted]
    CodePair.objects.filter(pk__in=gone).delete()
    CodePair.objects.bulk_create(
        [pair for pair in found if _is_new(pair, kept.get((pair.first_id, pair.second_id)))],
        batch_size=200,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["similarity", "passages", "language", "updated_at"],
    )


def _is_new(pair: CodePair, kept: CodePair | None) -> bool:
    """Whether there is something to write: no such pair yet, or another likeness than before."""
    if kept is None:
        return True
    stored = [list(passage) for passage in kept.passages]
    return (pair.similarity, [list(one) for one in pair.passages]) != (kept.similarity, stored)
