"""Measurements: each module here has `measure()`, which returns rows for `make bench`. No test runs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One line of the result."""

    what: str
    value: float
    unit: str
    note: str = ""


def milliseconds(action: Callable[[], object], *, times: int = 30, warm: int = 3) -> list[float]:
    """How long an action took, each time, after a few that do not count."""
    for _time in range(warm):
        action()
    taken = []
    for _time in range(times):
        begun = perf_counter()
        action()
        taken.append((perf_counter() - begun) * 1000)
    return taken


def timed(what: str, action: Callable[[], object], *, times: int = 30) -> Row:
    """The median of an action, with the slowest in the note."""
    taken = milliseconds(action, times=times)
    return Row(what, median(taken), "ms", f"median of {times}, slowest {max(taken):.0f} ms")
