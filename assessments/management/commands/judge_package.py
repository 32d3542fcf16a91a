"""Judges every submission of a problem package: `manage.py judge_package PATH --json`."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from assessments.packages.files import PackageRefused, read_folder, read_zip
from assessments.packages.reading import read
from assessments.packages.running import judged
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.judge import get_judge


class Command(BaseCommand):
    """Ends with code 0 when every submission got a verdict that its author expects, 1 otherwise."""

    help = "Judge every submission of a problem package (a folder or a zip)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where it is, and how to say what was found."""
        parser.add_argument("path", type=Path)
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: object, path: Path, json: bool, **options: object) -> None:
        """Read, judge, tell."""
        rows = []
        try:
            package = read(_files(path))
            for row in judged(package, get_judge()):
                rows.append(row)
                if not json:
                    self.stdout.write(_line(row))
        except (PackageRefused, IntegrationError, OSError) as problem:
            raise CommandError(str(problem)) from problem
        if json:
            self.stdout.write(_as_json({"submissions": rows}))
        if not all(row["ok"] for row in rows):
            raise SystemExit(1)


def _as_json(value: object) -> str:
    return json.dumps(value, indent=2)


def _files(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return read_folder(path)
    with path.open("rb") as archive:
        return read_zip(archive)


def _line(row: dict[str, object]) -> str:
    if row.get("skipped"):
        return f"skipped  {row['path']}: {row['skipped']}"
    wanted = "/".join(row["expected"])
    return f"{'ok     ' if row['ok'] else 'WRONG  '}  {row['path']}: {row['got']} (expected {wanted})"
