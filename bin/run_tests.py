"""Runs every test: on SQLite, in the browser and the sandbox, and on PostgreSQL; ends with one line for all.

Arguments are given on to pytest. The environment is cleaned of the product's variables first, so that
neither a shell nor .env decides how the tests end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from interviewer.web.tests import postgres  # noqa: E402
from interviewer.web.tests.product import environment  # noqa: E402

ALONE = "browser or box"
#: The closing line once more, for whoever must print it last (make adds a line of its own to a failure).
SUMMARY = ROOT / "build" / "test-summary.txt"
#: A pass that takes longer hangs.
LIMIT_SECONDS = 40 * 60
NOTHING_COLLECTED = 5


def run(title: str, arguments: list[str], env: dict[str, str], report: Path) -> int:
    """One pass of pytest, its results in the report file; its exit status."""
    print(f"\n##### {title}", flush=True)
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments, *sys.argv[1:]]
    try:
        status = subprocess.run(command, cwd=ROOT, env=env, check=False, timeout=LIMIT_SECONDS).returncode
    except subprocess.TimeoutExpired:
        print(f"{title}: no end after {LIMIT_SECONDS} s", flush=True)
        return 1
    return 0 if status == NOTHING_COLLECTED else status


def count(report: Path) -> Counter[str]:
    """The numbers of one pass, in pytest's words."""
    found: Counter[str] = Counter()
    if not report.exists():
        return found
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - our own file
        tests, failed, errors, skipped = (
            int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")
        )
        found.update(failed=failed, errors=errors, skipped=skipped, passed=tests - failed - errors - skipped)
    return found


def closing_line(total: Counter[str], seconds: float) -> str:
    """The last line, as pytest writes it."""
    parts = [f"{total[word]} {word}" for word in ("failed", "passed", "skipped", "errors") if total[word]]
    text = f" {', '.join(parts) or 'no tests ran'} in {seconds:.2f}s ({int(seconds) // 60}:{int(seconds) % 60:02}) "
    return text.center(100, "=")


def all_passes(folder: Path) -> list[int]:
    """Every pass, PostgreSQL's server running beside them; their exit statuses."""
    env = environment(DATA_DIR=folder / "data")
    quick = ["-n", "2", "-m", f"not ({ALONE})"]
    try:
        with postgres.server() as url:
            env["TEST_POSTGRES_URL"] = url
            with_postgres = env | {"DATABASE_URL": url}
            not_again = ["--ignore=interviewer/web/tests/test_architecture.py"]  # knows no database
            return [
                run("Tests on SQLite", quick, env, folder / "sqlite.xml"),
                run("Tests on PostgreSQL", [*quick, *not_again], with_postgres, folder / "postgresql.xml"),
                run("Tests in the browser and the sandbox", ["-m", ALONE], env, folder / "alone.xml"),
            ]
    except postgres.NoServer as problem:
        print(f"{problem}\nWhat needs PostgreSQL is left out.", flush=True)
        return [
            run("Tests on SQLite", quick, env, folder / "sqlite.xml"),
            run("Tests in the browser and the sandbox", ["-m", ALONE], env, folder / "alone.xml"),
        ]


def main() -> int:
    """Run all passes; 0 when each of them passed and there was at least one test."""
    started = time.monotonic()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="interviewer-make-test-") as name:
        statuses = all_passes(Path(name))
        total = sum((count(path) for path in Path(name).glob("*.xml")), Counter())
    line = closing_line(total, time.monotonic() - started)
    SUMMARY.parent.mkdir(exist_ok=True)
    SUMMARY.write_text(line + "\n")
    print(f"\n{line}", flush=True)
    return next(filter(None, statuses), 0 if total["passed"] else 1)


if __name__ == "__main__":
    sys.exit(main())
