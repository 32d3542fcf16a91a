"""Tables as files for a spreadsheet: CSV in a stream, XLSX by way of a temporary file, neither with live formulas."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

Cells = Sequence[object]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A cell that begins so is run as a formula by a spreadsheet; what candidates typed may stand in it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARDED = re.compile(r"^'(?=[=+\-@])")
#: XML has no room for these, and nobody reads them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAX_CELL = 32_767


def safe_cell(value: object) -> object:
    """A value as it may stand in a spreadsheet: numbers as they are, text without control characters,
    with an apostrophe before what would be a formula.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = _CONTROL.sub("", str(value))
    text = f"'{text}" if text.startswith(_FORMULA) else text
    return text[:_MAX_CELL]


def unguarded(text: str) -> str:
    """Text that comes back in a cell, without the apostrophe that our files put before a formula."""
    return _GUARDED.sub("", text)


class _Echo:
    """Gives each written line back, so that none is kept."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Cells]) -> Iterator[str]:
    """The lines of a CSV file; the mark before the first one tells spreadsheets that it is UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff"
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def xlsx_file(rows: Iterable[Cells], title: str) -> IO[bytes]:
    """A workbook with one sheet in a temporary file; a row is forgotten as soon as it is written."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([safe_cell(value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def download(rows: Iterable[Cells], *, kind: str, name: str, title: str) -> HttpResponseBase:
    """The rows, the first of which is the heading, as a download: `kind` is "csv" or "xlsx"."""
    if kind == "xlsx":
        response: HttpResponseBase = FileResponse(xlsx_file(rows, title), content_type=XLSX)
    else:
        response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.{kind}")
    response["Cache-Control"] = "private, no-store"
    return response
