"""Reads a pasted list of people: "Name <mail>", "mail", "mail, name" or "name; mail", one on each line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MAX_PEOPLE = 200
MAX_NAME = 100
_BRACKETS = re.compile(r"^(?P<name>[^<>]*)<(?P<email>[^<>]*)>[\s,;]*$")
_HEADINGS = {"mail", "e-mail", "email", "email address", "e-mail address"}


@dataclass(frozen=True)
class Invitee:
    """One line: what it said, and the address and name in it; no address when it has none that is valid."""

    line: int
    text: str
    email: str = ""
    name: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether there is an address to write to."""
        return bool(self.email)


def parse(text: str) -> list[Invitee]:
    """The people of a list, in order; empty lines and a heading are left out. Addresses in lower case."""
    lines = enumerate(text.splitlines(), start=1)
    found = [_read(number, line.strip()) for number, line in lines if line.strip()]
    return [
        person for place, person in enumerate(found) if person.is_valid or place or not _is_heading(person)
    ]


def split_name(name: str) -> tuple[str, str]:
    """First and last name: the last word is the last name."""
    words = name.split()
    first, last = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (" ".join(words), "")
    return first[:MAX_NAME], last[:MAX_NAME]


def _read(number: int, line: str) -> Invitee:
    if match := _BRACKETS.match(line):
        parts = [match["email"], match["name"]]
    else:
        parts = re.split(r"[,;\t]", line)
    cleaned = [part.strip().strip("\"'").strip() for part in parts]
    email = next((part for part in cleaned if _is_address(part)), "")
    words = [part for part in cleaned if part and part != email and "@" not in part]
    name = " ".join(" ".join(words).split()) if email else ""
    return Invitee(line=number, text=line[:200], email=email.lower(), name=name[:200])


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def _is_heading(person: Invitee) -> bool:
    cells = {cell.strip().strip('"').casefold() for cell in re.split(r"[,;\t]", person.text)}
    return bool(cells & _HEADINGS)
