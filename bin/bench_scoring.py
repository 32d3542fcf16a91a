#!/usr/bin/env python
"""Measures the scorer: correlation with human grades beside a TF-IDF baseline, and time and cost of an interview.

bin/bench_scoring.py                 the graded answers that come with the product
bin/bench_scoring.py GRADED.jsonl    your own: {"question", "reference" or "rubric", "answer", "grade"} a line
bin/bench_scoring.py --interview 5   scores five interviews with the engine that is set up
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewer.settings")
OWN = ROOT / "interviewer/integrations/llm/tests/short_answers.json"

Row = tuple[dict[str, object], float]


def own_rows(split: str) -> list[Row]:
    """The graded answers of one split."""
    found = json.loads(OWN.read_text(encoding="utf-8"))["questions"]
    return [
        ({"question": item["question"], "reference": item["reference"], "answer": answer}, float(grade))
        for item in found
        if item["split"] == split
        for grade, answer in item["answers"]
    ]


def rows_of(path: Path) -> list[Row]:
    """Graded answers of a file."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(line, float(line["grade"])) for line in lines]


def pearson(left: Sequence[float], right: Sequence[float]) -> float:
    """The correlation, or 0 where one side does not vary."""
    try:
        return statistics.correlation(left, right)
    except statistics.StatisticsError:
        return 0.0


def baseline(rows: Sequence[Row]) -> list[float]:
    """Cosine of TF-IDF vectors of reference and answer, the usual yardstick."""
    from interviewer.integrations.llm.textual import words

    pairs = [
        (words(str(row.get("reference") or row.get("rubric"))), words(str(row["answer"]))) for row, _ in rows
    ]
    documents = [document for pair in pairs for document in pair]
    seen = Counter(word for document in documents for word in set(document))

    def vector(document: list[str]) -> dict[str, float]:
        return {w: n * math.log(len(documents) / seen[w]) for w, n in Counter(document).items()}

    def cosine(left: dict[str, float], right: dict[str, float]) -> float:
        size = math.hypot(*left.values()) * math.hypot(*right.values())
        return sum(value * right.get(word, 0.0) for word, value in left.items()) / size if size else 0.0

    return [cosine(vector(left), vector(right)) for left, right in pairs]


def measure(name: str, rows: Sequence[Row]) -> None:
    """Print one line of figures; an answer without a score counts as the lowest and is counted beside."""
    from interviewer.integrations.llm import get_llm
    from interviewer.integrations.llm.answer_sheets import score_sheet

    llm, began = get_llm(), time.perf_counter()
    found = [score_sheet(row, llm) for row, _ in rows]
    each = (time.perf_counter() - began) / len(rows)
    grades = [grade for _, grade in rows]
    scores = [item["score"] or 0.0 for item in found]
    unscored = sum(item["score"] is None for item in found)
    print(
        f"{name}: {len(rows)} answers, r = {pearson(grades, scores):.2f} "
        f"(TF-IDF {pearson(grades, baseline(rows)):.2f}), {unscored} not scored, "
        f"{1000 * each:.0f} ms each, {found[0]['engine']}"
    )


def interviews(times: int) -> None:
    """Score the tests' own interview several times; the first includes loading the model."""
    from interviewer.integrations.llm import get_llm
    from interviewer.integrations.llm.port import ReportFacts
    from interviewer.integrations.llm.tests.scenes import COMPETENCIES, JOB, TURNS

    llm = get_llm()
    for number in range(1, times + 1):
        began = time.perf_counter()
        found = llm.assess(COMPETENCIES, TURNS, "en")
        report = llm.summarise(JOB, COMPETENCIES, found.value, TURNS, ReportFacts())
        took = time.perf_counter() - began
        used = (found.usage, report.usage)
        print(
            f"interview {number}: {took:.2f} s, {sum(item.tokens_in for item in used)} tokens in, "
            f"{sum(item.tokens_out for item in used)} out, ${sum(item.cost_micros for item in used) / 1e6:.4f}, {llm.label}"
        )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("graded", nargs="?", type=Path, help="graded answers in JSON lines")
    parser.add_argument("--interview", type=int, default=0, metavar="N", help="score N interviews")
    chosen = parser.parse_args()
    import django

    django.setup()
    if chosen.graded:
        measure(chosen.graded.name, rows_of(chosen.graded))
    elif not chosen.interview:
        for split in ("tuning", "held-out"):
            measure(split, own_rows(split))
    if chosen.interview:
        interviews(chosen.interview)


if __name__ == "__main__":
    main()
