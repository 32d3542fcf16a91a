"""A package from its files: problem.yaml, statement, cases, programs. Formats legacy and 2023-07 (and its successor)."""

from __future__ import annotations

import configparser
import re
from typing import Any

from assessments.enums import CheckerKind
from assessments.packages import latex, programs
from assessments.packages.contents import CURRENT, LEGACY, Package, PackageCase
from assessments.packages.files import PackageRefused, text_of
from assessments.packages.settings import mapping
from assessments.packages.testdata import TestData, words

MAX_STATEMENT = 20_000
#: What a statement has no use for, whatever it is written in.
_HOSTILE = re.compile(
    r"<\s*script|<[^>\n]*\son\w+\s*=|javascript\s*:|vbscript\s*:|data\s*:\s*text/html|<\s*(?:iframe|object|embed)\b"
    r"|\\(?:write18|immediate|openout|openin|ShellEscape|directlua|input|include)\b",
    re.IGNORECASE,
)
_OPTIONS = {
    "float_tolerance": ("absolute", "relative"),
    "float_absolute_tolerance": ("absolute",),
    "float_relative_tolerance": ("relative",),
}


def read(files: dict[str, bytes]) -> Package:
    """The package; raises PackageRefused with what to change."""
    settings = mapping(files, "problem.yaml")
    package_format = _format(settings)
    kinds = _kinds(settings)
    data = TestData(files, package_format, "scoring" in kinds)
    cases = data.cases()
    notes: list[str] = []
    statement, name = _statement(files, notes)
    limits = settings.get("limits") if isinstance(settings.get("limits"), dict) else {}
    decides = _decides(files, settings, kinds, cases, notes)
    if any(path.startswith(("input_validators/", "input_format_validators/")) for path in files):
        notes.append("Input validators are not run here.")
    groups = data.groups(cases)
    return Package(
        format=package_format,
        name=_name(settings) or name or "Problem",
        statement=statement,
        submissions=programs.submissions(files),
        time_limit=_time_limit(files, limits),
        time_multiplier=_time_multiplier(limits),
        memory_mib=_memory(limits, notes),
        groups=groups,
        images=_images(files, statement, notes),
        notes=(*notes, *data.notes),
        **decides,
    )


def _format(settings: dict[str, Any]) -> str:
    said = str(settings.get("problem_format_version", LEGACY))
    if said in {LEGACY, "legacy-icpc"}:
        return LEGACY
    if re.fullmatch(r"20\d\d-\d\d(-draft)?", said):
        return CURRENT
    raise PackageRefused(f"The package format “{said[:40]}” is not known: legacy and 2023-07 are.")


def _kinds(settings: dict[str, Any]) -> set[str]:
    """What the problem is: pass-fail or scoring, interactive; from `type` and, in legacy packages, `validation`."""
    said = settings.get("type", "pass-fail")
    kinds = set(said if isinstance(said, list) else str(said).split())
    kinds |= set(str(settings.get("validation", "")).split())
    for unknown in kinds & {"multi-pass", "multipass", "submit-answer"}:
        raise PackageRefused(f"Problems of the type “{unknown}” are not taken.")
    return kinds


def _name(settings: dict[str, Any]) -> str:
    name = settings.get("name", "")
    if isinstance(name, dict):
        name = name.get("en") or next(iter(name.values()), "")
    return str(name or "").strip()[:150]


def _statement(files: dict[str, bytes], notes: list[str]) -> tuple[str, str]:
    """The statement in Markdown, English where there is a choice, and the name in it."""
    pattern = re.compile(r"(problem_statement|statement)/problem(\.[\w-]+)?\.(tex|md)\Z")
    found = sorted(path for path in files if pattern.match(path))
    if not found:
        notes.append("The package has no statement as .tex or .md: write one.")
        return "", ""
    best = next((path for path in found if ".en." in path), found[0])
    text = text_of(files, best)
    if hostile := _HOSTILE.search(text):
        raise PackageRefused(
            f"The statement has something that runs, or reads files: “{hostile[0][:40].strip()}”."
        )
    name = latex.title(text)
    markdown = latex.as_markdown(text) if best.endswith(".tex") else text
    markdown = re.sub(r"\{\{\s*(nextsample|remainingsamples)\s*\}\}", "", markdown).strip()
    if len(markdown) > MAX_STATEMENT:
        raise PackageRefused(f"The statement has more than {MAX_STATEMENT:,} characters.")
    return markdown, name


def _images(files: dict[str, bytes], statement: str, notes: list[str]) -> dict[str, bytes]:
    images = {}
    for name in dict.fromkeys(re.findall(r"!\[[^\]\n]*\]\(([^)\s]+)\)", statement)):
        path = next(
            (f"{top}/{name}" for top in ("problem_statement", "statement") if f"{top}/{name}" in files), ""
        )
        if not path:
            notes.append(f"The picture “{name[:60]}” is not in the package.")
        else:
            images[name] = files[path]
    return images


def _time_limit(files: dict[str, bytes], limits: dict[str, Any]) -> float | None:
    said = limits.get("time_limit")
    if said is None and ".timelimit" in files:
        said = text_of(files, ".timelimit").strip()
    if said is None and "domjudge-problem.ini" in files:
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read_string("[problem]\n" + text_of(files, "domjudge-problem.ini"))
        except configparser.Error as problem:
            raise PackageRefused("“domjudge-problem.ini” can't be read.") from problem
        said = parser.get("problem", "timelimit", fallback="").strip("'\" ") or None
    if said is None:
        return None
    return _between(said, 0.1, 60, "time limit (seconds)")


def _time_multiplier(limits: dict[str, Any]) -> float:
    given = limits.get("time_multiplier")
    if isinstance(limits.get("time_multipliers"), dict):
        given = limits["time_multipliers"].get("ac_to_time_limit", given)
    return 5.0 if given is None else _between(given, 1, 100, "time multiplier")


def _memory(limits: dict[str, Any], notes: list[str]) -> int:
    if limits.get("memory") is None:
        return 1024
    wanted = round(_between(limits["memory"], 1, 1024 * 1024, "memory limit (MiB)"))
    given = min(max(wanted, 16), 2048)
    if given != wanted:
        notes.append(f"The memory limit of {wanted} MiB became {given} MiB.")
    return given


def _between(value: object, low: float, high: float, what: str) -> float:
    try:
        number = float(str(value))
    except ValueError as problem:
        raise PackageRefused(f"The {what} is not a number: {str(value)[:40]}.") from problem
    if not low <= number <= high:
        raise PackageRefused(f"The {what} should be between {low:g} and {high:g}.")
    return number


def _decides(
    files: dict[str, bytes],
    settings: dict[str, Any],
    kinds: set[str],
    cases: tuple[PackageCase, ...],
    notes: list[str],
) -> dict[str, Any]:
    """Checker or validator, and the cases with the arguments that it needs."""
    flags = words(settings.get("validator_flags"), "problem.yaml")
    own = programs.validator(files)
    is_custom = own is not None and ("custom" in kinds or "validation" not in settings)
    if "interactive" in kinds and own is None:
        raise PackageRefused("The problem is interactive and has no output validator to play against.")
    if "custom" in kinds and own is None:
        raise PackageRefused("The problem asks for its own output validator and has none.")
    if is_custom and own is not None:
        kind = CheckerKind.INTERACTIVE if "interactive" in kinds else CheckerKind.CUSTOM
        options = {"arguments": list(flags)} if flags else {}
        _note_scores(kinds, notes)
        return {
            "checker": kind, "checker_options": options, "cases": cases,
            "validator_source": own[1], "validator_language": own[2],
        }  # fmt: skip
    each = {case.arguments or flags for case in cases if not case.is_sample} or {flags}
    if len(each) > 1:
        raise PackageRefused("The groups compare outputs in different ways; one way for all is taken.")
    options = default_options(each.pop())
    plain = tuple(PackageCase(c.name, c.input, c.answer, c.is_sample, c.group) for c in cases)
    return {"checker": CheckerKind.TOKENS, "checker_options": options, "cases": plain}


def _note_scores(kinds: set[str], notes: list[str]) -> None:
    if "score" in kinds or "scoring" in kinds:
        notes.append(
            "Scores that the validator gives within a case are not kept: a case passes or it does not."
        )


def default_options(flags: tuple[str, ...]) -> dict[str, Any]:
    """Options of the checker "tokens" from the flags of the default validator; raises PackageRefused."""
    options: dict[str, Any] = {}
    rest = list(flags)
    while rest:
        flag = rest.pop(0)
        if flag in {"case_sensitive", "space_change_sensitive"}:
            options[flag] = True
        elif flag in _OPTIONS and rest:
            number = _between(rest.pop(0), 0, 0.999999, flag)
            options |= dict.fromkeys(_OPTIONS[flag], number)
        else:
            raise PackageRefused(f"The default validator has no flag “{flag[:40]}”.")
    return options
