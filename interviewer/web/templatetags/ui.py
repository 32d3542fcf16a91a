"""Template tags of the design system: charts and the tone of a status ({% load ui %})."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from interviewer.web import charts

register = template.Library()

_TONES = {
    "success": "active accepted completed passed verified paid published scored hired ready done ac",
    "info": "in_progress started running shortlisted scoring judging submitted sitting processing",
    "warn": "invited opened pending queued awaiting_verification waiting below_threshold timed_out expired ie",
    "danger": "rejected failed suspended revoked abandoned error declined wa pe tle mle ole rte ce",
}
_BACKTICKS = re.compile(r"`([^`\n]+)`")
_TONE_OF = {status: tone for tone, statuses in _TONES.items() for status in statuses.split()}


@register.filter
def tone(status: object) -> str:
    """The badge tone of a status value; empty (neutral) for what is neither good, busy, waiting nor bad."""
    return _TONE_OF.get(str(status).lower(), "")


@register.filter
def duration(length: timedelta) -> str:
    """A duration in words, whole minutes; under one minute, whole seconds."""
    seconds = round(length.total_seconds())
    if seconds < 60:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    hours, minutes = divmod(round(seconds / 60), 60)
    minutes_text = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if not hours:
        return minutes_text
    hours_text = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return f"{hours_text} {minutes_text}" if minutes else hours_text


@register.filter
def code_words(text: object) -> SafeString:
    """Escaped text in which what stands between backticks is set as code: `[1, 2][-1]`."""
    return mark_safe(_BACKTICKS.sub(r"<code>\1</code>", escape(text)))  # noqa: S308  (escaped in this line)


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
