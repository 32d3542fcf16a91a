"""Where a page ends, in an address: the next page begins after that job, whatever was published meanwhile."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST = 200
#: What the keys of each order look like; a time is written as microseconds since 2000.
_KEYS = {
    "relevance": (float, bool, datetime, int),
    "newest": (datetime, int),
    "pay": (int, datetime, int),
}
_BIGGEST = 2**62


@dataclass(frozen=True)
class Cursor:
    """The keys of the last job shown, in the order of its sort. `as_of`: jobs listed later are left out, so that
    those that come meanwhile shift nothing."""

    sort: str
    keys: tuple[object, ...]
    as_of: int = 0

    def written(self) -> str:
        """As it stands in an address."""
        plain = [_write(one) for one in self.keys]
        text = json.dumps([self.as_of, *plain], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, *, sort: str) -> Cursor | None:
        """None for the first page, and for what nobody could have been given."""
        if not text or len(text) > _LONGEST:
            return None
        try:
            as_of, *plain = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            keys = tuple(_read(kind, one) for kind, one in zip(_KEYS[sort], plain, strict=True))
        except (ValueError, TypeError, OverflowError, binascii.Error):
            return None
        if not isinstance(as_of, int) or not 0 <= as_of <= _BIGGEST:
            return None
        return cls(sort, keys, as_of)

    def condition(self) -> Q:
        """Rows that come after, for the orders that the database keeps."""
        if self.sort == "newest":
            posted_at, pk = self.keys
            return _older(posted_at, pk)
        pay, posted_at, pk = self.keys
        return Q(pay_order__lt=pay) | (Q(pay_order=pay) & _older(posted_at, pk))


def _older(posted_at: object, pk: object) -> Q:
    # The first part lets the database begin at the right place of its index.
    return Q(posted_at__lte=posted_at) & (Q(posted_at__lt=posted_at) | Q(pk__lt=pk))


def _write(value: object) -> object:
    if isinstance(value, datetime):
        return (value - _EPOCH) // timedelta(microseconds=1)
    return int(value) if isinstance(value, bool) else value


def _read(kind: type, value: object) -> object:
    if not isinstance(value, int | float) or isinstance(value, bool) or abs(value) > _BIGGEST:
        raise ValueError(value)
    if kind is datetime:
        return _EPOCH + timedelta(microseconds=int(value))
    return kind(value)
