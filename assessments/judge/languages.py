"""The languages, each a small entry: how a program is compiled and run, and how to see whether this machine has it.

To add one: an entry here, a case in the tests. Commands are templates: {tool} is the program found on this machine.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from interviewer.integrations.judge.port import LanguageInfo


@dataclass(frozen=True)
class Language:
    """`artefact` is the file that compiling leaves in /box; without one, the source itself is run after the compile
    step has checked it. `archive` is what static linking needs; where it is there, the program needs no /usr."""

    slug: str
    name: str
    syntax: str
    source: str
    tools: tuple[str, ...]
    compile: tuple[str, ...]
    run: tuple[str, ...]
    template: str
    package: str
    artefact: str = ""
    archive: str = ""
    cpu_factor: float = 1.0
    processes: int = 0
    out_of_memory: tuple[str, ...] = ()


PYTHON_CHECK = (
    "import sys, warnings; warnings.simplefilter('ignore'); "
    "compile(open(sys.argv[1], 'rb').read(), 'main.py', 'exec', dont_inherit=True)"
)

LANGUAGES: tuple[Language, ...] = (
    Language(
        slug="python",
        name="Python 3",
        syntax="python",
        source="main.py",
        tools=("/usr/bin/python3", "/usr/local/bin/python3"),
        compile=("{tool}", "-I", "-c", PYTHON_CHECK, "/app/main.py"),
        run=("{tool}", "-I", "/app/main.py"),
        template="import sys\n\n\ndef main():\n    data = sys.stdin.read().split()\n\n\nmain()\n",
        package="python3",
        out_of_memory=("MemoryError",),
    ),
    Language(
        slug="c",
        name="C",
        syntax="c",
        source="main.c",
        tools=("/usr/bin/gcc", "/usr/local/bin/gcc"),
        compile=(
            *(
                "{tool}",
                "-std=gnu17",
                "-O2",
                "-pipe",
                "-fdiagnostics-color=never",
                "-fmax-errors=20",
                "{static}",
            ),
            *("-o", "/box/main", "/app/main.c", "-lm"),
        ),
        run=("/app/main",),
        template="#include <stdio.h>\n\nint main(void)\n{\n    return 0;\n}\n",
        package="gcc libc6-dev",
        artefact="main",
        archive="libc.a",
    ),
    Language(
        slug="cpp",
        name="C++",
        syntax="cpp",
        source="main.cpp",
        tools=("/usr/bin/g++", "/usr/local/bin/g++"),
        compile=(
            *(
                "{tool}",
                "-std=gnu++20",
                "-O2",
                "-pipe",
                "-fdiagnostics-color=never",
                "-fmax-errors=20",
                "{static}",
            ),
            *("-o", "/box/main", "/app/main.cpp"),
        ),
        run=("/app/main",),
        template="#include <bits/stdc++.h>\nusing namespace std;\n\nint main()\n{\n    return 0;\n}\n",
        package="g++",
        artefact="main",
        archive="libstdc++.a",
        out_of_memory=("std::bad_alloc",),
    ),
)
BY_SLUG = {language.slug: language for language in LANGUAGES}


class UnknownLanguage(ValueError):
    """No such language, or it is not installed here; the message says which."""


@dataclass(frozen=True)
class Toolchain:
    """A language as it is found on this machine."""

    language: Language
    tool: str
    version: str
    is_static: bool

    def command(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A command of the entry with the found tool in it."""
        filled = {"{tool}": self.tool, "{static}": "-static" if self.is_static else ""}
        return tuple(word for word in (filled.get(word, word) for word in words) if word)

    @property
    def run_needs_system(self) -> bool:
        """Whether programs need the host's /usr while they run."""
        return not self.is_static


def toolchain(slug: str) -> Toolchain:
    """The toolchain of a language; raises UnknownLanguage with the reason when it cannot be used."""
    if slug not in BY_SLUG:
        raise UnknownLanguage(f"There is no language {slug!r} here: {', '.join(BY_SLUG)}.")
    found = find(slug)
    if found is None:
        language = BY_SLUG[slug]
        raise UnknownLanguage(f"{language.name} is not installed on this machine ({language.package}).")
    return found


@lru_cache
def find(slug: str) -> Toolchain | None:
    """Look for a language once in the life of this process; None when it is not there."""
    language = BY_SLUG[slug]
    for tool in language.tools:
        if not Path(tool).exists() or not (said := _ask(tool, "--version")):
            continue
        version = re.search(r"\d+\.\d+(\.\d+)?", said)
        is_static = bool(language.archive) and _ask(tool, f"-print-file-name={language.archive}").startswith(
            "/"
        )
        return Toolchain(language, tool, version.group() if version else said[:40], is_static)
    return None


def _ask(tool: str, question: str) -> str:
    """The first line of what a tool says. It is the system's own program, not a candidate's."""
    try:
        done = subprocess.run(
            [tool, question],
            capture_output=True,
            text=True,
            timeout=10,
            env={"PATH": "/usr/bin:/bin"},
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout or done.stderr).strip().partition("\n")[0]


def info(language: Language) -> LanguageInfo:
    """What candidates see of a language."""
    found = find(language.slug)
    return LanguageInfo(
        slug=language.slug,
        name=language.name,
        version=found.version if found else "",
        available=found is not None,
        reason="" if found else f"{language.name} is not installed on this machine.",
        template=language.template,
        syntax=language.syntax,
    )
