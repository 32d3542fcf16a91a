"""What every compilation of a language can share, made once: a precompiled header, a cache of the standard library.

It is made of our own text by the host's own compiler; candidates' compilers may only read it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from assessments.judge.build import in_build_folder
from assessments.judge.languages.entry import Found, Language

LIMIT_SECONDS = 120


def prepare(language: Language, found: Found) -> Path | None:
    """The folder of a language's shared part, made unless it is there; None when it has none, or when it can't be
    made: everything works without, only slower."""
    if not language.prepare:
        return None
    mark = hashlib.sha256("\0".join((found.tool, found.version, *language.prepare)).encode()).hexdigest()[:12]
    folder = in_build_folder(f"prepared-{language.slug}-{mark}")
    if (folder / ".done").exists():
        return folder
    parent = folder.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with (parent / f"{language.slug}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / ".done").exists():
                _make(language, found, parent, folder)
    except (OSError, subprocess.SubprocessError):
        return None
    return folder


def _make(language: Language, found: Found, parent: Path, folder: Path) -> None:
    new = Path(tempfile.mkdtemp(dir=parent, prefix="new-"))
    new.chmod(0o755)
    home = new / "home"
    home.mkdir()
    words = {"{tool}": found.tool, "{static}": "-static" if found.is_static else ""}
    command = [words.get(word, word) for word in language.prepare]
    try:
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}
        for pair in language.environment:
            name, _, value = pair.partition("=")
            environment[name] = value.replace("{prepared}", str(new))
        subprocess.run(
            [word for word in command if word],
            cwd=new,
            env=environment,
            capture_output=True,
            check=True,
            timeout=LIMIT_SECONDS,
        )
        shutil.rmtree(home, ignore_errors=True)
        (new / ".done").touch()
        for old in parent.glob(f"prepared-{language.slug}-*"):
            shutil.rmtree(old, ignore_errors=True)
        os.rename(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
