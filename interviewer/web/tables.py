"""Tables that people upload or paste: CSV with any usual delimiter and encoding, or the first sheet of an XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.translation import gettext as _

from interviewer.errors import Invalid
from interviewer.web.spreadsheets import unguarded

#: What an upload field accepts.
ACCEPT = ".csv,.txt,.tsv,.xlsx"
DELIMITERS = ",;\t"
#: More columns than these are refused.
MAX_COLUMNS = 50
#: An archive that unpacks to more than this is no list of people.
_MAX_UNPACKED = 80 * 1024 * 1024
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Line:
    """One row with something in it: where it stands in the file, counted from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


def read_upload(*, name: str, data: bytes, max_rows: int) -> list[Line]:
    """The rows of an uploaded file, empty ones left out. Raises Invalid: empty, of another kind, or too many."""
    if not data.strip():
        raise Invalid(_("The file is empty."))
    if data.startswith(b"PK\x03\x04"):
        return _checked(_sheet_rows(data), max_rows)
    if data.startswith(_OLD_EXCEL):
        raise Invalid(_("This is the old format of Excel. Save it as .xlsx or as CSV and choose it again."))
    if name.lower().endswith((".xlsx", ".xls")):
        raise Invalid(_("This file is no Excel workbook, although its name says so."))
    return read_text(decode(data), max_rows=max_rows)


def read_text(text: str, *, max_rows: int) -> list[Line]:
    """The rows of a CSV text; the delimiter is found out."""
    return _checked(_csv_rows(text), max_rows)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with their marks, plain UTF-8, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data[:4096] or data.startswith(b"%PDF"):
        encodings = ()
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid(_("This is no CSV and no Excel workbook (.xlsx). Save your list as one of them."))


def delimiter_of(text: str) -> str:
    """The delimiter that stands most often outside of quotes in the first line with something in it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if match := re.fullmatch(r"sep=(.)\s*", first):
        return match[1]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def _csv_rows(text: str) -> Iterator[Line]:
    delimiter = delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for row in reader:
            if not (reader.line_num == 1 and row and row[0].startswith("sep=")):
                yield Line(before + 1, tuple(_clean(cell) for cell in row))
            before = reader.line_num
    except csv.Error as problem:
        raise Invalid(
            _("Line %(n)d cannot be read: is a quotation mark missing?") % {"n": before + 1}
        ) from problem


def _sheet_rows(data: bytes) -> Iterator[Line]:
    from openpyxl import load_workbook

    unreadable = _("This Excel workbook cannot be read. Save it once more, or as CSV.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > _MAX_UNPACKED:
            raise Invalid(_("This Excel workbook is too large once unpacked."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield Line(number, tuple(_clean(_written(cell)) for cell in row))
    except Invalid:
        raise
    # What openpyxl raises for a broken workbook is whatever its parsers meet.
    except Exception as problem:
        raise Invalid(unreadable) from problem


def _written(cell: object) -> str:
    """A cell of a workbook as somebody would write it: whole numbers without a point, days without a time."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return str(cell)


def _clean(cell: str) -> str:
    return unguarded(_CONTROL.sub("", cell).strip())


def _checked(rows: Iterable[Line], max_rows: int) -> list[Line]:
    found = []
    for line in rows:
        if not any(line.cells):
            continue
        cells = line.cells
        while len(cells) > 1 and not cells[-1]:
            cells = cells[:-1]
        if len(cells) > MAX_COLUMNS:
            raise Invalid(
                _("Line %(n)d has more than %(max)d columns.") % {"n": line.number, "max": MAX_COLUMNS}
            )
        found.append(Line(line.number, cells))
        if len(found) > max_rows + 1:  # one may be the heading
            raise Invalid(_("There are more than %(n)d rows. Split the list, please.") % {"n": max_rows})
    if not found:
        raise Invalid(_("The file is empty."))
    return found
