"""Template tags of the design system: charts and the tone of a status ({% load ui %})."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import template
from django.utils.safestring import SafeString

from interviewer.web import charts

register = template.Library()

_TONES = {
    "success": "active accepted completed passed verified paid published scored hired ready done ac",
    "info": "in_progress started running shortlisted scoring judging submitted sitting processing",
    "warn": "invited opened pending queued awaiting_verification waiting below_threshold timed_out expired ie",
    "danger": "rejected failed suspended revoked abandoned error declined wa pe tle mle ole rte ce",
}
_TONE_OF = {status: tone for tone, statuses in _TONES.items() for status in statuses.split()}


@register.filter
def tone(status: object) -> str:
    """The badge tone of a status value; empty (neutral) for what is neither good, busy, waiting nor bad."""
    return _TONE_OF.get(str(status).lower(), "")


def _scores(items: Iterable[object]) -> list[charts.Score]:
    """Pairs from (label, value) tuples, dicts or objects with `label` and `value`."""
    pairs: list[charts.Score] = []
    for item in items:
        if isinstance(item, dict):
            pairs.append((str(item["label"]), item["value"]))
        elif isinstance(item, tuple | list):
            pairs.append((str(item[0]), item[1]))
        else:
            pairs.append((str(item.label), item.value))  # type: ignore[attr-defined]
    return pairs


@register.simple_tag
def radar_chart(items: Iterable[object], title: str, comparison: Sequence[float | None] = ()) -> SafeString:
    """{% radar_chart competencies _("Competencies") %}"""
    return charts.radar(_scores(items), title=str(title), comparison=comparison)


@register.simple_tag
def bar_chart(items: Iterable[object], title: str, highest: float = 100.0) -> SafeString:
    """{% bar_chart funnel _("Candidates by stage") highest=total %}"""
    return charts.bars(_scores(items), title=str(title), highest=highest)


@register.simple_tag
def sparkline(values: Sequence[float], title: str) -> SafeString:
    """{% sparkline interviews_per_day _("Interviews in the last 30 days") %}"""
    return charts.sparkline(values, title=str(title))
