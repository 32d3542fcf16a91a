"""Whether dates of a profile make sense, on plain values: nothing ends before it begins, nothing began tomorrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

#: Courses are entered before they end; nobody knows more years ahead.
YEARS_AHEAD = 8
#: Two jobs may overlap while one is handed over; longer is worth a word, not a refusal.
HANDOVER_MONTHS = 3

Values = Mapping[str, object]
#: What is wrong, by field.
Problems = dict[str, str]


@dataclass(frozen=True)
class Span:
    """Months counted from the year 0, both included; `end` is None until now."""

    start: int
    end: int | None = None

    def months_shared(self, other: Span, *, today: date) -> int:
        """For how many months both lasted."""
        now = month_number(today.year, today.month)
        end = min(now if self.end is None else self.end, now if other.end is None else other.end)
        return max(0, end - max(self.start, other.start))


def span_of(values: Values) -> Span:
    """The months of an entry."""
    return Span(_month(values, "start") or 0, None if values.get("is_current") else _month(values, "end"))


def month_number(year: int, month: int) -> int:
    """The months since the year 0."""
    return year * 12 + month - 1


def dated(values: Values, today: date) -> Problems:
    """An entry from a month to a month, or until now."""
    found: Problems = {}
    now = month_number(today.year, today.month)
    start = _month(values, "start")
    if start is not None and start > now:
        found["start_year"] = _("This lies in the future.")
    if found or values.get("is_current"):
        return found
    if values.get("end_year") is None:
        found["end_year"] = _("Give the year in which it ended, or tick “until now”.")
        return found
    if values.get("end_month") is None:
        found["end_month"] = _("Choose the month in which it ended.")
        return found
    end = _month(values, "end")
    if end is not None and end > now:
        found["end_year"] = _("This lies in the future. If it goes on, tick “until now”.")
    elif end is not None and start is not None and end < start:
        found["end_year"] = _("It can't end before it begins.")
    return found


def _month(values: Values, name: str) -> int | None:
    year, month = values.get(f"{name}_year"), values.get(f"{name}_month")
    return month_number(int(str(year)), int(str(month))) if year and month else None


def studied(values: Values, today: date) -> Problems:
    """A course from a year to a year, which may lie ahead."""
    found: Problems = {}
    start, end = values.get("start_year"), values.get("end_year")
    if start and int(str(start)) > today.year:
        found["start_year"] = _("This lies in the future.")
    if end and start and int(str(end)) < int(str(start)):
        found["end_year"] = _("It can't end before it begins.")
    elif end and int(str(end)) > today.year + YEARS_AHEAD:
        found["end_year"] = _("This lies too far ahead.")
    highest = {"percentage": 100, "cgpa_10": 10, "gpa_4": 4}.get(str(values.get("grading_system") or ""))
    grade = values.get("grade")
    if grade is not None and highest is None and "grading_system" in values:
        found["grading_system"] = _("Choose how the grade is counted.")
    elif grade is not None and highest is not None and not 0 <= float(str(grade)) <= highest:
        found["grade"] = _("With this grading the grade lies between 0 and %(n)d.") % {"n": highest}
    return found


def schooled(values: Values, today: date) -> Problems:
    """The year of a school-leaving certificate."""
    year = values.get("year")
    return {"year": _("This lies in the future.")} if year and int(str(year)) > today.year else {}


def certified(values: Values, today: date) -> Problems:
    """The dates of a certificate."""
    found: Problems = {}
    issued, until = values.get("issued_on"), values.get("expires_on")
    if isinstance(issued, date) and issued > today:
        found["issued_on"] = _("This lies in the future.")
    if values.get("expires") and until is None and "expires_on" in values:
        found["expires_on"] = _("Give the day until which it is valid.")
    elif isinstance(issued, date) and isinstance(until, date) and until < issued:
        found["expires_on"] = _("It can't end before it begins.")
    return found


def undated(values: Values, today: date) -> Problems:
    """An entry without dates."""
    return {}


def overlapping(spans: Iterable[tuple[str, Span]], *, today: date) -> tuple[tuple[str, str, int], ...]:
    """Pairs of jobs that ran beside each other for longer than a handover: both names and the months."""
    known = list(spans)
    return tuple(
        (name, other_name, months)
        for place, (name, span) in enumerate(known)
        for other_name, other in known[place + 1 :]
        if (months := span.months_shared(other, today=today)) > HANDOVER_MONTHS
    )
