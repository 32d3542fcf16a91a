"""What the pages of a quiz send, of interviews and of EduDiagno tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from interviewer.errors import Invalid


@dataclass(frozen=True)
class AnswerInput:
    """What changed about one question; None where the page did not send it."""

    options: list[Any] | None
    is_marked: bool | None


def read_answer(sent: QueryDict, option: Callable[[str], Any]) -> AnswerInput:
    """An answer as the script sends it (only the fields named in `field`) or as the whole form does.

    `option` reads the name of an option. Raises Invalid for what is no option of anything.
    """
    changed = set(sent.getlist("field")) or {"option", "marked"}
    try:
        options = [option(value) for value in sent.getlist("option")]
    except ValueError as problem:
        raise Invalid(_("That option does not belong to this question. Please reload the page.")) from problem
    return AnswerInput(
        options if "option" in changed else None,
        bool(sent.get("marked")) if "marked" in changed else None,
    )


def where_to(sent: Mapping[str, str], *, number: int, count: int) -> int:
    """The question to show next; 0 for the review page. Anything odd stays where it is."""
    wanted = sent.get("go", "")
    if wanted == "review" or (wanted == "next" and number >= count):
        return 0
    steps = {"next": number + 1, "previous": number - 1}
    is_number = wanted.isascii() and wanted.isdecimal() and len(wanted) < 5
    place = steps.get(wanted, int(wanted) if is_number else number)
    return min(max(1, place), count)
