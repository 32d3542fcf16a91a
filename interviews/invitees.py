"""Reads lists of people to invite: lines as somebody writes them, or a table whose headings name its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from interviewer.errors import Invalid
from interviewer.web import tables
from interviewer.web.tables import Line
from interviews.enums import RowResult
from interviews.invitee_values import READERS, Unreadable
from interviews.source_tags import FIELD as SOURCE_FIELD

MAX_PEOPLE = 5_000
MAX_NAME = 100
MAX_ADDRESS = 254
_BRACKETS = re.compile(r"^(?P<name>[^<>]*)<(?P<email>[^<>]*)>[\s,;]*$")

#: What headings may be called, in lower case and with spaces only.
HEADINGS = {
    "email": {
        "email",
        "e mail",
        "mail",
        "email address",
        "e mail address",
        "mail address",
        "candidate email",
    },
    "first_name": {"first name", "firstname", "given name", "forename"},
    "last_name": {"last name", "lastname", "surname", "family name"},
    "name": {"name", "full name", "candidate", "candidate name"},
    "phone": {"phone", "phone number", "mobile", "mobile number", "telephone", "mobile phone"},
    "city": {"city", "town", "location"},
    "external_id": {"external id", "id", "candidate id", "reference", "ats id"},
    SOURCE_FIELD: {"source", "source tag", "channel"},
    "deadline_at": {"deadline", "due", "due date", "open until", "valid until"},
}
#: Columns that our own file of rejected rows adds: they are not read again.
OURS = {"line", "result", "reason"}
#: The heading of a list that has none.
PLAIN = ("email", "name")


@dataclass(frozen=True)
class Invitee:
    """One line: its cells, what was read from them, and why nobody can be invited by it, if so."""

    line: int
    cells: tuple[str, ...] = ()
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    city: str = ""
    external_id: str = ""
    source_tag: str = ""
    deadline_at: datetime | None = None
    result: str = RowResult.WAITING
    detail: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether there is somebody to write to."""
        return self.result == RowResult.WAITING

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Sheet:
    """A list as it was read: the headings of its columns, those that mean nothing to us, and its people."""

    headings: tuple[str, ...]
    people: tuple[Invitee, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Columns:
    places: dict[str, int]
    kept: tuple[int, ...]
    headings: tuple[str, ...]
    ignored: tuple[str, ...] = field(default=())


def read_pasted(text: str) -> Sheet:
    """The people of a text: a table with headings, or one person on each line. Raises Invalid."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if any(_field_of(cell) == "email" for cell in re.split(r"[,;\t]", first)):
        return read_lines(tables.read_text(text, max_rows=MAX_PEOPLE))
    lines = [Line(n, (line.strip(),)) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if len(lines) > MAX_PEOPLE:
        raise Invalid(
            _("These are %(count)d lines; at most %(max)d at once, please.")
            % {"count": len(lines), "max": MAX_PEOPLE}
        )
    return _plain(lines)


def read_file(*, name: str, data: bytes) -> Sheet:
    """The people of an uploaded CSV or XLSX. Raises Invalid."""
    return read_lines(tables.read_upload(name=name, data=data, max_rows=MAX_PEOPLE))


def read_lines(lines: Sequence[Line]) -> Sheet:
    """The people of a table; without a line of headings each row is read as somebody would read it.

    Raises Invalid when headings name no column of addresses or one twice, or nobody stands below them.
    """
    known = [_field_of(cell) for cell in lines[0].cells]
    if not any(known):
        return _plain([Line(line.number, ("\t".join(line.cells),)) for line in lines])
    if "email" not in known and any("@" in cell for cell in lines[0].cells):
        return _plain([Line(line.number, ("\t".join(line.cells),)) for line in lines])
    columns = _columns(lines[0].cells, known)
    if len(lines) == 1:
        raise Invalid(_("There is nobody below the headings."))
    people = tuple(_read_row(line, columns) for line in lines[1:])
    return Sheet(columns.headings, people, columns.ignored)


def parse(text: str) -> list[Invitee]:
    """The people of a pasted text."""
    return list(read_pasted(text).people)


def split_name(name: str) -> tuple[str, str]:
    """First and last name: the last word is the last name."""
    words = name.split()
    first, last = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (" ".join(words), "")
    return first[:MAX_NAME], last[:MAX_NAME]


def why_no_address(text: str) -> str:
    """What keeps a text from being an e-mail address, in words; empty when it is one."""
    if not text:
        return _("The address is missing.")
    local, at, domain = text.rpartition("@")
    if not at:
        return _("There is no @ in “%(text)s”.") % {"text": _short(text)}
    if "@" in local:
        return _("There is more than one @ in “%(text)s”.") % {"text": _short(text)}
    if re.search(r"\s", text):
        return _("There is a space in “%(text)s”.") % {"text": _short(text)}
    if not local:
        return _("Nothing stands before the @ in “%(text)s”.") % {"text": _short(text)}
    if "." not in domain.strip("."):
        return _("“%(text)s” has no ending such as .com after the @.") % {"text": _short(text)}
    if len(text) > MAX_ADDRESS:
        return _("The address is longer than %(n)d characters.") % {"n": MAX_ADDRESS}
    try:
        validate_email(text)
    except ValidationError:
        return _("“%(text)s” is no e-mail address.") % {"text": _short(text)}
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def _field_of(heading: str) -> str:
    words = " ".join(re.sub(r"[^\w]|_", " ", heading.casefold()).split())
    return next((name for name, called in HEADINGS.items() if words in called), "")


def _columns(headings: Sequence[str], known: Sequence[str]) -> _Columns:
    if "email" not in known:
        raise Invalid(
            _("No column is called “email”. The first line reads: %(line)s")
            % {"line": _short(", ".join(headings))}
        )
    for name in known:
        if name and known.count(name) > 1:
            twice = [text for text, one in zip(headings, known, strict=True) if one == name]
            raise Invalid(
                _("Two columns mean the same: %(names)s. Rename one of them.") % {"names": ", ".join(twice)}
            )
    ours = {place for place, text in enumerate(headings) if text.casefold() in OURS and not known[place]}
    kept = tuple(place for place in range(len(headings)) if place not in ours)
    return _Columns(
        places={name: place for place, name in enumerate(known) if name},
        kept=kept,
        headings=tuple(headings[place] for place in kept),
        ignored=tuple(headings[place] for place in kept if headings[place] and not known[place]),
    )


def _read_row(line: Line, columns: _Columns) -> Invitee:
    def cell(place: int) -> str:
        return line.cells[place] if place < len(line.cells) else ""

    found = {name: cell(place) for name, place in columns.places.items()}
    first, last = split_name(found.pop("name", ""))
    first, last = found.pop("first_name", "") or first, found.pop("last_name", "") or last
    email = found.pop("email")
    wrong = _problems(
        email,
        {"first_name": first, "last_name": last},
        has_names="name" in columns.places or "first_name" in columns.places,
    )
    values: dict[str, object] = {"first_name": first[:MAX_NAME], "last_name": last[:MAX_NAME]}
    for name, text in found.items():
        try:
            values[name] = READERS[name](text)
        except Unreadable as problem:
            wrong = wrong or (RowResult.BAD_VALUE, str(problem))
    result, detail = wrong or (RowResult.WAITING, "")
    address = "" if result == RowResult.BAD_ADDRESS else email.lower()
    cells = tuple(cell(place) for place in columns.kept)
    return Invitee(line.number, cells, address, result=result, detail=detail, **values)  # type: ignore[arg-type]


def _problems(email: str, names: dict[str, str], *, has_names: bool) -> tuple[str, str] | None:
    if detail := why_no_address(email):
        return RowResult.BAD_ADDRESS, detail
    if has_names and not any(names.values()):
        return RowResult.NAME_MISSING, _("The name is missing.")
    if any(len(name) > MAX_NAME for name in names.values()):
        return RowResult.BAD_VALUE, _("The name is longer than %(n)d characters.") % {"n": MAX_NAME}
    return None


def _plain(lines: Sequence[Line]) -> Sheet:
    return Sheet(PLAIN, tuple(_read(line.number, line.cells[0]) for line in lines))


def _read(number: int, line: str) -> Invitee:
    """One person as somebody writes them: "Name <mail>", "mail", "mail, name" or "name; mail"."""
    if match := _BRACKETS.match(line):
        parts = [match["email"], match["name"]]
    else:
        parts = re.split(r"[,;\t]", line)
    cleaned = [part for part in (part.strip().strip("\"'").strip() for part in parts) if part]
    # Of several pieces the address is the one that is valid, or else the one that looks most like it.
    email = next((one for one in cleaned if not why_no_address(one)), "")
    email = email or next((one for one in cleaned if "@" in one), "") or (cleaned[0] if cleaned else "")
    name = " ".join(" ".join(one for one in cleaned if one != email and "@" not in one).split())
    cells = (email, name)
    if detail := why_no_address(email):
        return Invitee(number, cells, result=RowResult.BAD_ADDRESS, detail=detail)
    first, last = split_name(name)
    return Invitee(number, cells, email.lower(), first, last)
