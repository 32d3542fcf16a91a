"""The cards of a job seeker's home page. Whoever has something to show there registers a function.

@overview.card(order=20)
def applications(seeker: JobSeeker) -> overview.Card | None: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from seekers.models import JobSeeker


@dataclass(frozen=True)
class Card:
    """What a card says, and where it leads. `lines` are (text, address or "")."""

    title: Promise | str
    text: Promise | str
    url: str
    action: Promise | str
    icon: str = "arrow-right"
    lines: tuple[tuple[str, str], ...] = ()


Maker = Callable[[JobSeeker], Card | None]
_makers: dict[str, tuple[int, Maker]] = {}


def card(*, order: int) -> Callable[[Maker], Maker]:
    """Register a maker of a card; None shows nothing. Small numbers come first."""

    def register(maker: Maker) -> Maker:
        _makers[f"{maker.__module__}.{maker.__qualname__}"] = (order, maker)
        return maker

    return register


def cards_for(seeker: JobSeeker) -> tuple[Card, ...]:
    """The cards of one job seeker, in order."""
    makers = sorted(_makers.items(), key=lambda item: (item[1][0], item[0]))
    found = (maker(seeker) for _name, (_order, maker) in makers)
    return tuple(one for one in found if one is not None)
