"""Looking for languages on this machine: once in the life of a process, and never failing at a submission."""

from __future__ import annotations

import glob
import os
import re
import subprocess
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from assessments.judge.languages.entry import Found, Language, Toolchain
from assessments.judge.languages.preparing import prepare
from interviewer.integrations.judge.port import LanguageInfo


class UnknownLanguage(ValueError):
    """No such language, or it is not installed here; the message says which."""


def ask(tool: str, *question: str) -> str:
    """All that a tool answers, "" when it fails. It is the system's own program, not a candidate's."""
    try:
        done = subprocess.run(
            [tool, *question],
            capture_output=True,
            text=True,
            timeout=20,
            env={"PATH": "/usr/bin:/bin", "HOME": os.path.expanduser("~"), "LANG": "C.UTF-8"},
            check=False,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return (done.stdout or done.stderr).strip() if done.returncode == 0 else ""


def version_in(said: str) -> str:
    """The first number that looks like a version."""
    number = re.search(r"\d+\.\d+(\.\d+)*", said)
    return number.group() if number else said.partition("\n")[0][:40]


def existing(patterns: tuple[str, ...]) -> list[str]:
    """The files that the patterns name; ~ stands for the judge's own user."""
    return [path for pattern in patterns for path in sorted(glob.glob(os.path.expanduser(pattern)))]


def system_tool(language: Language, *question: str) -> Found | None:
    """A program below /usr, which every box sees. Links lead through /etc, which no box sees: they are followed."""
    for tool in existing(language.tools):
        path = os.path.realpath(tool)
        if path.startswith("/usr/") and (said := ask(path, *(question or ("--version",)))):
            return Found(path, version_in(said), is_static=_has_archive(language, path))
    return None


def _has_archive(language: Language, tool: str) -> bool:
    return bool(language.archive) and ask(tool, f"-print-file-name={language.archive}").startswith("/")


def toolchain(slug: str) -> Toolchain:
    """The toolchain of a language; raises UnknownLanguage with the reason when it cannot be used."""
    from assessments.judge.languages import BY_SLUG

    if slug not in BY_SLUG:
        raise UnknownLanguage(f"There is no language {slug!r} here: {', '.join(BY_SLUG)}.")
    found = find(slug)
    if found is None:
        raise UnknownLanguage(_missing(BY_SLUG[slug]))
    return _prepared(found)


@lru_cache
def _prepared(toolchain: Toolchain) -> Toolchain:
    return replace(toolchain, prepared=prepare(toolchain.language, toolchain.found))


@lru_cache
def find(slug: str) -> Toolchain | None:
    """Look for a language; None when it is not there."""
    from assessments.judge.languages import BY_SLUG

    language = BY_SLUG[slug]
    found = language.find(language)
    return None if found is None else Toolchain(language, found)


def _missing(language: Language) -> str:
    return f"{language.name} is not installed on this machine: {language.package}"


def info(language: Language) -> LanguageInfo:
    """What is shown of a language."""
    found = find(language.slug)
    return LanguageInfo(
        slug=language.slug,
        name=language.name,
        version=found.version if found else "",
        available=found is not None,
        reason="" if found else _missing(language),
        template=language.template,
        syntax=language.syntax,
    )


def only_at_home(path: str | Path) -> str:
    """A bind of one file or folder at its own place."""
    return f"{path}:{path}"


def bound_home(home: str | Path, place: str) -> tuple[str, ...]:
    """A bind that shows a toolchain's folder to the box, and nothing beside it."""
    return (f"{home}:{place}",)
