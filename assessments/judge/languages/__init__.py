"""The languages, each a small entry: how a program is compiled and run, and how to see whether this machine has it.

To add one: an entry in one of the modules beside this one, its name in `LANGUAGES`, a program in the tests.
`docs/judge.md` says it in steps.
"""

from __future__ import annotations

from assessments.judge.languages import compiled, managed, scripted
from assessments.judge.languages.entry import Language, Toolchain
from assessments.judge.languages.finding import UnknownLanguage, find, info, toolchain

#: In the order in which candidates see them.
LANGUAGES: tuple[Language, ...] = (
    *(scripted.PYTHON, compiled.C, compiled.CPP, managed.JAVA, scripted.JAVASCRIPT, scripted.TYPESCRIPT),
    *(compiled.GO, compiled.RUST, managed.KOTLIN, managed.CSHARP, scripted.SQL),
)
BY_SLUG = {language.slug: language for language in LANGUAGES}

__all__ = ["BY_SLUG", "LANGUAGES", "Language", "Toolchain", "UnknownLanguage", "find", "info", "toolchain"]
