"""What a problem says about its judging, as plain values: checker with options, groups, expected verdicts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assessments.enums import CheckerKind, Expected, GroupRule
from assessments.judge.checkers import UnknownChecker, checker
from interviewer.integrations.judge.port import ExitCodes

FLAGS = ("case_sensitive", "space_change_sensitive", "presentation")
NUMBERS = ("absolute", "relative")
PROGRAMS = (CheckerKind.CUSTOM, CheckerKind.INTERACTIVE)
MAX_GROUPS = 40
MAX_ARGUMENTS = 20


def described(kind: str, options: dict[str, Any]) -> str:
    """The checker as the judge is told of it, such as "tokens case_sensitive absolute=1e-06". A program that
    decides has none: "tokens" stands in its place."""
    if kind in PROGRAMS:
        return CheckerKind.TOKENS
    flags = [name for name in FLAGS if options.get(name)]
    return " ".join([kind, *flags, *(f"{name}={options[name]}" for name in NUMBERS if name in options)])


def why_not_checker(kind: str, options: dict[str, Any], *, has_program: bool) -> str:
    """What is wrong with a checker; nothing when it can be used."""
    if kind in PROGRAMS:
        return "" if has_program else _("This checker needs the program that decides.")
    try:
        checker(described(kind, options))
    except UnknownChecker as problem:
        return str(problem)
    return ""


def valid_options(value: object) -> None:
    """Raises ValidationError for what is no set of options."""
    if not isinstance(value, dict):
        raise ValidationError(_("Write an object, such as {}."))
    for name, option in value.items():
        if name in FLAGS:
            is_right = isinstance(option, bool)
        elif name in NUMBERS:
            is_right = isinstance(option, int | float) and not isinstance(option, bool) and 0 <= option < 1
        elif name == "exit_codes":
            is_right = option in list(ExitCodes)
        else:
            is_right = name == "arguments" and _are_arguments(option)
        if not is_right:
            raise ValidationError(_("There is no such option: %(name)s.") % {"name": f"{name}={option}"[:80]})


def valid_arguments(value: object) -> None:
    """Raises ValidationError for what is no list of words for a command."""
    if not _are_arguments(value):
        raise ValidationError(_("Write a list of words, such as []."))


def _are_arguments(value: object) -> bool:
    if not isinstance(value, list) or len(value) > MAX_ARGUMENTS:
        return False
    return all(isinstance(word, str) and len(word) <= 200 and "\0" not in word for word in value)


def valid_groups(value: object) -> None:
    """Raises ValidationError for what are no groups."""
    if not isinstance(value, list) or len(value) > MAX_GROUPS:
        raise ValidationError(_("Write a list of groups, such as []."))
    seen: set[str] = set()
    for row in value:
        is_right = (
            isinstance(row, dict)
            and set(row) == {"name", "points", "rule"}
            and isinstance(row["name"], str)
            and 0 < len(row["name"]) <= 60
            and type(row["points"]) is int
            and 0 <= row["points"] <= 10_000
            and row["rule"] in GroupRule.values
        )
        if not is_right or row["name"] in seen:
            text = _("A group has a name of its own, points (a whole number) and a rule (sum or min).")
            raise ValidationError(text)
        seen.add(row["name"])


def is_as_expected(expected: str, verdict: str) -> bool:
    """Whether a verdict is the one that a reference solution must get."""
    if expected == Expected.REJECTED:
        return verdict not in {"", "AC", "IE", "CE"}
    return verdict == expected
