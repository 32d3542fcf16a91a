"""Measures the product: every module of bench/ on SQLite and on PostgreSQL, then each bin/bench_*.py.

Arguments limit it to those modules of bench/ (`bin/bench.py pages`). Each database is made for the purpose.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from interviewer.web.tests import postgres  # noqa: E402
from interviewer.web.tests.product import PRODUCTION, environment, manage  # noqa: E402


def modules(wanted: list[str]) -> list[str]:
    """The measurements there are, or those of them that were asked for."""
    there = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if path.stem != "__init__")
    return [name for name in there if not wanted or name in wanted]


def show(database: str, names: list[str]) -> None:
    """Measure in this process and print a line for each row."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "interviewer.settings"
    django.setup()
    print(f"\n{database}", flush=True)
    for name in names:
        for row in importlib.import_module(f"bench.{name}").measure():
            print(f"  {row.what:<44}{row.value:>9.1f} {row.unit:<9} {row.note}", flush=True)


def measure_on(database: str, url: str, names: list[str]) -> int:
    """A database and files of its own, the measurements in a process of their own; its exit status."""
    with tempfile.TemporaryDirectory(prefix="interviewer-bench-") as folder:
        env = environment(**PRODUCTION | {"DATA_DIR": folder, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"})
        manage(env, "prepare")
        command = [sys.executable, __file__, "--inside", database, *names]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def measure_everything(names: list[str]) -> list[int]:
    """The exit status of each part."""
    statuses = [measure_on("SQLite", "", names)]
    try:
        with postgres.server() as server, postgres.fresh_database(server) as url:
            statuses.append(measure_on("PostgreSQL", url, names))
    except postgres.NoServer as problem:
        print(f"\nPostgreSQL is left out: {problem}", flush=True)
    return statuses


def main() -> int:
    """0 when everything could be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="modules of bench/; all when none is named")
    parser.add_argument("--inside", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = modules(options.names)
    if options.inside:
        show(options.inside, names)
        return 0
    statuses = measure_everything(names)
    others = [] if options.names else sorted((ROOT / "bin").glob("bench_*.py"))
    for path in others:
        print(f"\n{path.stem}", flush=True)
        statuses.append(subprocess.run([sys.executable, str(path)], cwd=ROOT, check=False).returncode)
    return next(filter(None, statuses), 0)


if __name__ == "__main__":
    sys.exit(main())
