"""TypeScript's compiler, fetched by setup at the version that the lock file pins: `python -m …languages.typescript`.

Judging never needs the network: without the compiler the language is shown as not available.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assessments.judge.build import folder_for_build, in_build_folder

PINNED = Path(__file__).parent / "typescript"
LIMIT_SECONDS = 120


@dataclass(frozen=True)
class Compiler:
    """Where the compiler is: a folder that holds `typescript` and `@types`."""

    folder: Path
    version: str


def _wanted() -> str:
    return json.loads((PINNED / "package.json").read_text())["dependencies"]["typescript"]


def installed_compiler() -> Compiler | None:
    """The pinned compiler, when setup has fetched it."""
    folder = in_build_folder(f"typescript-{_wanted()}") / "node_modules"
    return Compiler(folder, _wanted()) if (folder / "typescript/lib/tsc.js").exists() else None


def fetch() -> Compiler | None:
    """Fetch it with npm, which checks it against the lock file; runs nothing of what it fetches."""
    if compiler := installed_compiler():
        return compiler
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    build = folder_for_build()
    build.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=build, prefix="new-"))
    new.chmod(0o755)
    try:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PINNED / name, new)
        subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
            cwd=new,
            capture_output=True,
            check=True,
            timeout=LIMIT_SECONDS,
        )
        new.rename(build / f"typescript-{_wanted()}")
    except (OSError, subprocess.SubprocessError):
        return None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return installed_compiler()


def main() -> int:
    """Fetch, and say what happened in one line."""
    compiler = fetch()
    if compiler is None:
        print("TypeScript's compiler could not be fetched: that language is not offered.", file=sys.stderr)
        return 1
    print(f"TypeScript {compiler.version}: {compiler.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
