"""How many of the found jobs are in each value of each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from companies.enums import EmploymentType, WorkMode
from companies.search import bands, finding
from companies.search.finding import Candidate, Found, Question

#: Places and companies that are offered; those that are chosen are always among them.
OFFERED = 8
DAYS = (1, 3, 7, 30)
#: Where a facet's values stand in a candidate's counted fields.
_COLUMN = {"mode": 0, "type": 1, "experience": 2, "pay": 3, "place": 4, "company": 6}
_POSTED = 8


@dataclass(frozen=True)
class Choice:
    """A value of a facet with its count."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet with the values there are."""

    name: str
    label: str
    choices: list[Choice]
    is_single: bool = False

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(choice.is_chosen for choice in self.choices)


def count(question: Question, found: Found) -> list[Facet]:
    """Every facet. The counts of one leave its own choice out: they say what choosing more would add."""
    labels = {
        "mode": _("Work place"),
        "type": _("Type"),
        "experience": _("Experience"),
        "pay": _("Pay a year"),
        "place": _("Place"),
        "company": _("Company"),
    }
    facets = []
    for name, label in labels.items():
        chosen = question.facets.get(name, ())
        rows = _without(question, found, name) if chosen else found.candidates
        facets.append(Facet(name, label, _choices(name, rows, chosen)))
    rows = _without(question, found, "posted") if question.days else found.candidates
    facets.append(Facet("posted", _("Posted"), _posted(rows, question.days), is_single=True))
    return [facet for facet in facets if facet.choices]


def _without(question: Question, found: Found, facet: str) -> list[Candidate]:
    return finding.counted(question.without(facet), found.reading)


def _choices(name: str, rows: Sequence[Candidate], chosen: Sequence[str]) -> list[Choice]:
    counts: Counter[str] = Counter()
    column = _COLUMN[name]
    for row in rows:
        value = row.counted[column]
        if name in {"experience", "pay"}:
            counts.update(value.split())
        elif value:
            counts[value.hex if name == "company" else value] += 1
    values = _in_order(name, counts, chosen)
    labels = _labels(name, rows)
    return [
        Choice(value, str(labels(value)), counts[value], value in chosen)
        for value in values
        if counts[value] or value in chosen
    ]


def _in_order(name: str, counts: Counter[str], chosen: Sequence[str]) -> list[str]:
    """Fixed values in their natural order, places and companies by how many jobs they have."""
    if name == "mode":
        return list(WorkMode.values)
    if name == "type":
        return list(EmploymentType.values)
    if name == "experience":
        return [band.key for band in bands.EXPERIENCE_BANDS]
    if name == "pay":
        currencies = sorted({value[:3] for value in [*counts, *chosen]}, key=lambda one: (one != "inr", one))
        return [band.key for currency in currencies for band in bands.pay_bands(currency.upper())]
    most = [value for value, _count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
    kept = [value for value in most[:OFFERED] if value not in chosen]
    return [*chosen, *kept]


def _labels(name: str, rows: Sequence[Candidate]) -> object:
    if name == "mode":
        return lambda value: WorkMode(value).label.capitalize()
    if name == "type":
        return lambda value: EmploymentType(value).label.capitalize()
    if name == "experience":
        return bands.experience_label
    if name == "pay":
        return bands.pay_label
    column = _COLUMN[name]
    # The last one written, that is the newest job's, wins.
    known = {_text(row.counted[column]): row.counted[column + 1] for row in reversed(rows)}
    return lambda value: known.get(value) or value.replace("_", " ").title()


def _text(value: object) -> str:
    return getattr(value, "hex", value)


def _posted(rows: Sequence[Candidate], days: int | None) -> list[Choice]:
    now = timezone.now()
    labels = {
        1: _("In the last day"),
        3: _("In the last 3 days"),
        7: _("In the last week"),
        30: _("In the last month"),
    }
    choices = []
    for span in DAYS:
        since = now - timedelta(days=span)
        number = sum(row.counted[_POSTED] >= since for row in rows)
        if number or days == span:
            choices.append(Choice(str(span), str(labels[span]), number, days == span))
    return choices
