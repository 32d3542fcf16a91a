"""Checkers: is this output right? Pure functions on bytes, after the conventions of Kattis problem packages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SHOWN = 40


class UnknownChecker(ValueError):
    """There is no checker of this name, or it does not take this option."""


@dataclass(frozen=True)
class Answer:
    """Whether the output is accepted; `detail` says where it first differs, without giving the answer away.
    `presentation` says that all words are right and only the space between them is not."""

    accepted: bool
    detail: str = ""
    presentation: bool = False


ACCEPTED = Answer(True)
Checker = Callable[[bytes, bytes], Answer]


def checker(spec: str) -> Checker:
    """The checker of a description such as "tokens", "tokens case_sensitive", "lines", "exact", "floats 1e-6"
    or "floats absolute=1e-9 relative=1e-6"; raises UnknownChecker."""
    name, *options = spec.split() or ["tokens"]
    try:
        return _MAKERS[name](options)
    except KeyError:
        raise UnknownChecker(f"There is no checker {name!r}: {', '.join(_MAKERS)}.") from None


def _no_options(name: str, options: Sequence[str]) -> None:
    if options:
        raise UnknownChecker(f"The checker {name!r} takes no option {options[0]!r}.")


def _exact(options: Sequence[str]) -> Checker:
    """Byte by byte. Option: presentation."""
    if options == ["presentation"]:
        return _telling_presentation(_exact([]))
    _no_options("exact", options)

    def check(output: bytes, expected: bytes) -> Answer:
        return ACCEPTED if output == expected else Answer(False, "The output differs.")

    return check


def _telling_presentation(strict: Checker) -> Checker:
    """The same, but the right words in the wrong arrangement are told apart from wrong words."""

    def check(output: bytes, expected: bytes) -> Answer:
        answer = strict(output, expected)
        if answer.accepted or output.split() != expected.split():
            return answer
        return Answer(False, "The words are right, the space between them is not.", presentation=True)

    return check


def _lines(options: Sequence[str]) -> Checker:
    """Line by line; spaces at line ends, the last line end and \\r do not matter. Option: presentation."""
    if options == ["presentation"]:
        return _telling_presentation(_lines([]))
    _no_options("lines", options)

    def check(output: bytes, expected: bytes) -> Answer:
        ours, theirs = _split_lines(expected), _split_lines(output)
        for number, (one, other) in enumerate(zip(theirs, ours, strict=False), 1):
            if one != other:
                return Answer(False, f"Line {number} differs: {_show(one)}")
        return _same_number(len(theirs), len(ours), "lines")

    return check


def _split_lines(data: bytes) -> list[bytes]:
    lines = [line.rstrip() for line in data.split(b"\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _tokens(options: Sequence[str]) -> Checker:
    """Word by word. Options: case_sensitive, space_change_sensitive, float_tolerance (or absolute, relative)."""
    flags = {option for option in options if option in {"case_sensitive", "space_change_sensitive"}}
    absolute, relative = _tolerances([option for option in options if option not in flags])
    split = re.compile(rb"\s+|[^\s]+").findall if "space_change_sensitive" in flags else bytes.split

    def equal(one: bytes, other: bytes) -> bool:
        if one == other or ("case_sensitive" not in flags and one.lower() == other.lower()):
            return True
        return absolute is not None and _close(one, other, absolute, relative)

    def check(output: bytes, expected: bytes) -> Answer:
        ours, theirs = split(expected), split(output)
        for number, (one, other) in enumerate(zip(theirs, ours, strict=False), 1):
            if not equal(one, other):
                return Answer(False, f"Word {number} differs: {_show(one)}")
        return _same_number(len(theirs), len(ours), "words")

    return check


def _floats(options: Sequence[str]) -> Checker:
    """Word by word, numbers within a tolerance that is absolute or relative; 1e-6 when none is given."""
    return _tokens([*(options or ["1e-6"])])


def _tolerances(options: Sequence[str]) -> tuple[float | None, float]:
    """Absolute and relative, from "1e-6", "float_tolerance 1e-6", "absolute=1e-9", "relative=1e-6"."""
    absolute: float | None = None
    relative: float | None = None
    for option in options:
        name, _, value = option.rpartition("=")
        if option == "float_tolerance":
            continue
        try:
            number = float(value)
        except ValueError:
            raise UnknownChecker(f"The checker takes no option {option!r}.") from None
        if name not in {"", "absolute", "relative"} or not 0 <= number < 1:
            raise UnknownChecker(f"The checker takes no option {option!r}.")
        if name in {"", "absolute"}:
            absolute = number
        if name in {"", "relative"}:
            relative = number
    if absolute is None and relative is None:
        return None, 0.0
    return absolute or 0.0, relative or 0.0


_NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z")


def _close(output: bytes, expected: bytes, absolute: float, relative: float) -> bool:
    # float() would also read "nan", "1_0" and digits of other scripts.
    if not _NUMBER.match(output) or not _NUMBER.match(expected):
        return False
    one, other = float(output), float(expected)
    if math.isinf(one) or math.isinf(other):
        return one == other
    return abs(one - other) <= max(absolute, relative * abs(other))


def _same_number(output: int, expected: int, what: str) -> Answer:
    if output == expected:
        return ACCEPTED
    return Answer(False, f"The output has {'more' if output > expected else 'fewer'} {what} than expected.")


def _show(word: bytes) -> str:
    text = word[:SHOWN].decode("utf-8", "replace")
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return clean + ("…" if len(word) > SHOWN else "")


_MAKERS: dict[str, Callable[[Sequence[str]], Checker]] = {
    "tokens": _tokens,
    "exact": _exact,
    "lines": _lines,
    "floats": _floats,
}
