"""Reads the cells of a list of people beside name and address: phone, city, number, source, deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.source_tags import FIELD, clean_tag

#: The longest time that a link may be open.
MAX_DAYS = 180
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Unreadable(ValueError):
    """A cell that does not say what its column is for; the message is for people."""


def end_of(day: date) -> datetime:
    """The last moment of a day, in the time zone that dates are shown in."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def check_deadline(until: datetime) -> datetime:
    """The deadline; raises Unreadable when it is over or too far away."""
    now = timezone.now()
    if until <= now:
        raise Unreadable(_("The deadline is over already."))
    if until > now + timedelta(days=MAX_DAYS + 1):
        raise Unreadable(_("The deadline is more than %(n)d days away.") % {"n": MAX_DAYS})
    return until


def read_deadline(text: str) -> datetime | None:
    """A day (its end) or a moment: 2026-12-31, 2026-12-31 17:00 or 31.12.2026. Empty: none."""
    if not text:
        return None
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        text = f"{year}-{int(month):02}-{int(day):02}"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable(_("“%(text)s” is no date: write it as 2026-12-31.") % {"text": text[:40]}) from None
    if len(text) <= 10:
        return check_deadline(end_of(found.date()))
    return check_deadline(found if timezone.is_aware(found) else timezone.make_aware(found))


def _read_tag(text: str) -> str:
    tag = clean_tag(text)
    if text and not tag:
        raise Unreadable(
            _("The source “%(text)s” is no short word of letters, digits and hyphens.") % {"text": text[:40]}
        )
    return tag


def _read_phone(text: str) -> str:
    if text and not re.fullmatch(r"[0-9+()/.\- ]{3,30}", text):
        raise Unreadable(_("“%(text)s” is no phone number.") % {"text": text[:40]})
    return text


def _at_most(length: int, name: object) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > length:
            raise Unreadable(_("%(name)s is longer than %(n)d characters.") % {"name": name, "n": length})
        return text

    return read


READERS: dict[str, Callable[[str], object]] = {
    "phone": _read_phone,
    "city": _at_most(120, gettext_lazy("The city")),
    "external_id": _at_most(64, gettext_lazy("The external id")),
    FIELD: _read_tag,
    "deadline_at": read_deadline,
}
