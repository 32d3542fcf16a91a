"""A question of the job board in words: its name, and its parts as something that can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from companies.enums import EmploymentType, WorkMode
from companies.models import Company
from companies.search import bands
from companies.search.finding import Question


@dataclass(frozen=True)
class Part:
    """One choice in words, and the question without it."""

    label: str
    without: Question


def _company(value: str) -> str:
    found = Company.objects.alive().filter(uid=value).values_list("name", flat=True)[:1]
    return next(iter(found), _("a company that is not here"))


_LABELS: dict[str, Callable[[str], str]] = {
    "mode": lambda value: str(WorkMode(value).label).capitalize(),
    "type": lambda value: str(EmploymentType(value).label).capitalize(),
    "experience": bands.experience_label,
    "pay": bands.pay_label,
    "place": lambda value: value.replace("_", " ").title(),
    "company": _company,
}


def chosen(question: Question) -> Iterator[Part]:
    """Each chosen value of each facet."""
    for facet, values in question.facets.items():
        for value in values:
            left = tuple(one for one in values if one != value)
            others = {**question.facets, facet: left}
            yield Part(
                _LABELS[facet](value), replace(question, facets={k: v for k, v in others.items() if v})
            )
    if question.days:
        label = _("In the last day") if question.days == 1 else _("In the last %d days") % question.days
        yield Part(label, replace(question, days=None))


def name_of(question: Question) -> str:
    """What a saved search is called."""
    parts = [question.text] if question.text else []
    parts += [part.label for part in chosen(question)]
    return ", ".join(parts) or _("All jobs")
