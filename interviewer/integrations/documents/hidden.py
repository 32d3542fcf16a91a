"""Tells the text of a document that people see from the text that only programs read.

In a PDF: painted white or not at all on nothing dark, smaller than anybody can read, or outside the page. White text
on a dark bar, and the text layer of a scan, lie on something that is painted and are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

#: Points; nobody prints smaller.
TINY = 2.5
#: From this lightness on, 0 to 1, ink can't be told from paper.
WHITE = 0.93
_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_ENDS_PATH = _FILLS | {b"S", b"s", b"n"}
_LETTERS = 3

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
ONE: Matrix = (1, 0, 0, 1, 0, 0)


def times(left: Matrix, right: Matrix) -> Matrix:
    """Multiply two transformations, `left` first."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass
class _Ink:
    """What is saved and restored: transformation, fill colour, how text is painted, its size."""

    matrix: Matrix = ONE
    is_white: bool = False
    mode: int = 0
    size: float = 0.0
    leading: float = 0.0


@dataclass
class Watcher:
    """Follows the operators of a page and says of each that shows text whether people see it."""

    page: Box
    ink: _Ink = field(default_factory=_Ink)
    saved: list[_Ink] = field(default_factory=list)
    line: Matrix = ONE
    path: list[tuple[float, float]] = field(default_factory=list)
    painted: list[Box] = field(default_factory=list)

    def is_hidden(self) -> bool:
        """Say whether text shown now would not be seen."""
        place = times(self.line, self.ink.matrix)
        scale = max(abs(place[1]) + abs(place[3]), 1e-9)
        x, y = place[4], place[5]
        left, bottom, right, top = self.page
        if not (left - 3 <= x <= right + 3 and bottom - 3 <= y <= top + 3):
            return True
        if 0 < self.ink.size * scale < TINY:
            return True
        unseen = self.ink.is_white or self.ink.mode in (3, 7)
        return unseen and not any(a - 2 <= x <= c + 2 and b - 2 <= y <= d + 2 for a, b, c, d in self.painted)

    def follow(self, operands: Sequence[Any], operator: bytes) -> None:
        """Take in one operator."""
        if operator == b"q":
            self.saved.append(_Ink(**vars(self.ink)))
        elif operator == b"Q" and self.saved:
            self.ink = self.saved.pop()
        elif operator in (b"cm", b"Tm", b"BT", b"Td", b"TD", b"T*", b"'", b'"'):
            self._move(operands, operator)
        elif operator in (b"g", b"rg", b"k", b"sc", b"scn", b"cs"):
            self.ink.is_white = _is_white(operands, operator)
        elif operator == b"Tr":
            self.ink.mode = int(operands[0])
        elif operator == b"Tf":
            self.ink.size = abs(float(operands[1]))
        elif operator == b"TL":
            self.ink.leading = float(operands[0])
        else:
            self._paint(operands, operator)

    def _move(self, operands: Sequence[Any], operator: bytes) -> None:
        values = [float(value) for value in operands] if operator in (b"cm", b"Tm", b"Td", b"TD") else []
        if operator == b"cm":
            self.ink.matrix = times((*values,), self.ink.matrix)  # type: ignore[arg-type]
        elif operator == b"Tm":
            self.line = (*values,)  # type: ignore[assignment]
        elif operator == b"BT":
            self.line = ONE
        elif operator in (b"Td", b"TD"):
            if operator == b"TD":
                self.ink.leading = -values[1]
            self.line = times((1, 0, 0, 1, values[0], values[1]), self.line)
        else:
            self.line = times((1, 0, 0, 1, 0, -self.ink.leading), self.line)

    def _paint(self, operands: Sequence[Any], operator: bytes) -> None:
        if operator == b"re":
            x, y, width, height = (float(value) for value in operands)
            self.path += [self._at(x, y), self._at(x + width, y + height)]
        elif operator in (b"m", b"l", b"c", b"v", b"y"):
            values = [float(value) for value in operands]
            self.path += [self._at(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        elif operator in _ENDS_PATH:
            if operator in _FILLS and self.path and not self.ink.is_white:
                self.painted.append(_box(self.path))
            self.path = []
        elif operator in (b"Do", b"INLINE IMAGE", b"sh"):  # an image fills the unit square
            self.painted.append(_box([self._at(x, y) for x in (0, 1) for y in (0, 1)]))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        place = times((1, 0, 0, 1, x, y), self.ink.matrix)
        return place[4], place[5]


def _box(points: Sequence[tuple[float, float]]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _is_white(operands: Sequence[Any], operator: bytes) -> bool:
    try:
        values = [float(value) for value in operands]
    except (TypeError, ValueError):  # a pattern has a name
        return False
    if operator == b"cs" or not values:
        return False
    if operator == b"k" or len(values) == 4:
        return max(values) <= 1 - WHITE
    return min(values) >= WHITE


def split_page(page: Any, reader: Any) -> tuple[str, str]:
    """Return the text of a PDF page that people see, and the text that they do not."""
    from pypdf.generic import ContentStream, NameObject

    whole = page.get_contents()
    if whole is None:
        return page.extract_text(), ""
    operations = list(ContentStream(whole, reader, "bytes").operations)
    box = page.mediabox
    watcher = Watcher((float(box.left), float(box.bottom), float(box.right), float(box.top)))
    hidden: set[int] = set()
    for number, (operands, operator) in enumerate(operations):
        if operator in (b"'", b'"'):
            watcher.follow(operands, operator)
        if operator in _SHOWS and watcher.is_hidden():
            hidden.add(number)
        elif operator not in (b"'", b'"'):
            watcher.follow(operands, operator)
    if not hidden:
        return page.extract_text(), ""

    def text(keep_hidden: bool) -> str:
        stream = ContentStream(None, reader, "bytes")
        stream.operations = [
            pair
            for number, pair in enumerate(operations)
            if pair[1] not in _SHOWS or (number in hidden) is keep_hidden
        ]
        page[NameObject("/Contents")] = stream
        return page.extract_text()

    return text(False), text(True)


def worth_naming(text: str) -> str:
    """Return hidden text on one line, or nothing where it is only marks and spaces that layouts leave behind."""
    line = " ".join(text.split())
    return line if sum(char.isalpha() for char in line) >= _LETTERS else ""
