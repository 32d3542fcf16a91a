"""The columns that the list of candidates can show: in this order, on the page and in files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Column:
    """A column: how its cells are drawn (`kind`), and the order that its heading sorts by."""

    key: str
    label: str | Promise
    kind: str = "text"
    sort: str = ""
    direction: str = "descending"
    is_usual: bool = False

    @property
    def is_numeric(self) -> bool:
        """Whether numbers stand in it."""
        return self.kind in {"number", "years"}


COLUMNS = (
    Column("candidate", _("Candidate"), "person", "name", "ascending", is_usual=True),
    Column("job", _("Job"), "job", is_usual=True),
    Column("progress", _("Progress"), "status", is_usual=True),
    Column("match", _("Match"), "number", "match", is_usual=True),
    Column("quiz", _("Quiz"), "number", "quiz", is_usual=True),
    Column("coding", _("Coding"), "number", "coding", is_usual=True),
    Column("conversation", _("Conversation"), "number", "conversation", is_usual=True),
    Column("technical", _("Technical"), "number"),
    Column("communication", _("Communication"), "number"),
    Column("problem_solving", _("Problem solving"), "number"),
    Column("cultural_fit", _("Working together"), "number"),
    Column("overall", _("Overall"), "meter", "overall", is_usual=True),
    Column("tags", _("Tags"), "tags"),
    Column("flag", _("Flag"), "flag"),
    Column("city", _("City")),
    Column("experience", _("Years of experience"), "years"),
    Column("phone", _("Phone")),
    Column("source", _("Source")),
    Column("invited", _("Added"), "date", "newest"),
    Column("completed", _("Completed"), "date"),
    Column("decided", _("Decided"), "date", "decided"),
    Column("decision", _("Decision"), "decision", is_usual=True),
)
_BY_KEY = {column.key: column for column in COLUMNS}
USUAL = tuple(column for column in COLUMNS if column.is_usual)
CHOICES = [(column.key, column.label) for column in COLUMNS if column.key != "candidate"]


def known_columns(keys: Iterable[str]) -> list[str]:
    """The keys of columns that there are, in the order of the list."""
    wanted = set(keys)
    return [column.key for column in COLUMNS if column.key in wanted and column.key != "candidate"]


def chosen(keys: Iterable[str]) -> tuple[Column, ...]:
    """The candidate, then the columns of these keys; the usual ones when there are none."""
    known = known_columns(keys)
    return (_BY_KEY["candidate"], *(_BY_KEY[key] for key in known)) if known else USUAL
