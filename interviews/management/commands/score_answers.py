"""`manage.py score_answers FILE`: single answers in JSON lines in, scores with their evidence in JSON lines out."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.answer_sheets import score_sheet


class Command(BaseCommand):
    """Scores answers."""

    help = (
        'Score answers: JSON lines {"question", "reference" or "rubric", "answer"} in, '
        '{"score": 0..1 or null, "evidence": [...], "engine": ...} out, one line for each. "-" reads standard input.'
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", help='a file of JSON lines, or "-"')

    def handle(self, *args: object, **options: object) -> None:
        """Write one line of output for every line of input; a line that can't be scored says why."""
        llm, failed, count = get_llm(), 0, 0
        for number, line in enumerate(_lines(str(options["file"])), start=1):
            if not line.strip():
                continue
            count += 1
            try:
                result = score_sheet(json.loads(line), llm)
            except (ValueError, IntegrationError) as problem:
                failed += 1
                reason = "not JSON" if isinstance(problem, json.JSONDecodeError) else str(problem)
                result = {
                    "score": None,
                    "evidence": [],
                    "engine": llm.label,
                    "error": f"line {number}: {reason}",
                }
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        if failed:
            self.stderr.write(f"{failed} of {count} lines could not be scored.")
        if count and failed == count:
            raise CommandError("No line could be scored.")


def _lines(name: str) -> list[str]:
    if name == "-":
        return sys.stdin.read().splitlines()
    try:
        return Path(name).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandError(f"The file cannot be read: {problem}") from problem
