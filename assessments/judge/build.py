"""Builds the launcher from its C sources, and what languages share: `python -m assessments.judge.build`. Does nothing when it is up to date."""

from __future__ import annotations

import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).resolve().parent / "launcher"
PROJECT = SOURCES.parents[2]
SHARED = PROJECT / "build" / "judge"
REMEDY = "sudo apt-get install -y gcc g++ libc6-dev"
ARCHITECTURES = {"x86_64", "aarch64", "arm64"}


class CannotBuild(Exception):
    """The launcher cannot be made here; says why. `remedy` is the line to run."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.remedy = remedy


def folder_for_build() -> Path:
    """build/judge of the project, or a folder of this user's where the project may not be written."""
    wanted = SHARED
    nearest = next(path for path in (wanted, *wanted.parents) if path.exists())
    if os.access(nearest, os.W_OK):
        return wanted
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "ai-interviewer" / "judge"


def in_build_folder(name: str) -> Path:
    """A thing that was built: where setup has put it, else where this user's own would be."""
    return SHARED / name if (SHARED / name).exists() else folder_for_build() / name


def fingerprint() -> str:
    """A hash of the sources: a launcher of other sources is out of date."""
    digest = hashlib.sha256(platform.machine().encode())
    for path in sorted(path for path in SOURCES.rglob("*") if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Programs:
    """What is built: the launcher, and the program that the self-test runs in a box."""

    launcher: Path
    probe: Path


def ensure_built(folder: Path | None = None) -> Programs:
    """The launcher and the probe, built when it is missing or older than its sources; raises CannotBuild."""
    mark = fingerprint()
    folder = folder or in_build_folder(f"box-{mark}").parent
    programs = Programs(folder / f"box-{mark}", folder / f"probe-{mark}")
    if programs.launcher.exists():
        return programs
    _check_machine()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "build.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # web server and worker may start together
            if not programs.launcher.exists():
                _make(folder, programs)
    except OSError as problem:
        raise CannotBuild(f"The judge's launcher could not be written: {problem}") from problem
    return programs


def _check_machine() -> None:
    if sys.platform != "linux":
        raise CannotBuild("The judge's walls are made of Linux; this is another system.")
    if platform.machine() not in ARCHITECTURES:
        raise CannotBuild(f"The judge knows x86-64 and arm64, not {platform.machine()}.")
    if not shutil.which("gcc"):
        raise CannotBuild("gcc is missing, which the judge is built with.", REMEDY)


def _make(folder: Path, programs: Programs) -> None:
    # The launcher last: it says that everything is there.
    for made, units in (
        (programs.probe, SOURCES.glob("probe/*.c")),
        (programs.launcher, SOURCES.glob("*.c")),
    ):
        temporary = folder / "new"
        _compile(temporary, sorted(str(path) for path in units))
        temporary.rename(made)
    for old in (*folder.glob("box-*"), *folder.glob("probe-*")):
        if old not in {programs.launcher, programs.probe}:
            old.unlink(missing_ok=True)


def _compile(made: Path, units: list[str]) -> None:
    # Static starts faster; where libc's archive is not installed, dynamic works as well.
    for linking in (["-static"], []):
        command = ["gcc", "@flags", *linking, "-o", str(made), *units]
        done = subprocess.run(command, cwd=SOURCES, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode == 0:
            return
    last = " ".join(done.stderr.strip().splitlines()[-3:])[:400]
    raise CannotBuild(f"The judge's launcher does not compile here: {last}", REMEDY)


def main() -> int:
    """Build, and say what happened in one line."""
    try:
        print(f"The judge's launcher: {ensure_built().launcher}")
    except CannotBuild as problem:
        print(f"{problem} {problem.remedy}".strip(), file=sys.stderr)
        return 1
    from assessments.judge.languages import LANGUAGES, find, toolchain, typescript_compiler

    typescript_compiler.main()
    for language in LANGUAGES:
        if language.prepare and find(language.slug):
            toolchain(language.slug)
    return 0


if __name__ == "__main__":
    sys.exit(main())
