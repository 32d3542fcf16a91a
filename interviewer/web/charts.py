"""Charts as SVG markup: radar, horizontal bars and sparkline, drawn on the server for pages, PDF and no script.

Colours come from the classes (static/css/components.css); the presentation attributes repeat them for the
PDF, where the page's style sheet does not reach inside a drawing.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

Score = tuple[str, float | None]

_DATA, _GRID, _TRACK, _TEXT = "#3a52d9", "#d8dce3", "#e6e9ee", "#414956"
_OTHER = "#b3700a"


def _clamp(value: float | None) -> float:
    return 0.0 if value is None else max(0.0, min(100.0, float(value)))


def _spoken(scores: Sequence[Score]) -> str:
    """The numbers as a sentence: what a screen reader gets instead of the drawing."""
    return "; ".join(f"{label}: {'–' if value is None else round(_clamp(value))}" for label, value in scores)


def _figure(
    *, kind: str, width: float, height: float, title: str, described: str, body: SafeString
) -> SafeString:
    return format_html(
        '<svg class="chart chart--{}" viewBox="0 0 {} {}" role="img" aria-label="{}. {}" '
        'xmlns="http://www.w3.org/2000/svg"><title>{}</title><desc>{}</desc>{}</svg>',
        kind,
        f"{width:g}",
        f"{height:g}",
        title,
        described,
        title,
        described,
        body,
    )


def _corner(centre: tuple[float, float], radius: float, index: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * index / count - math.pi / 2
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _polygon(centre: tuple[float, float], radii: Sequence[float]) -> str:
    corners = (_corner(centre, radius, index, len(radii)) for index, radius in enumerate(radii))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def _lines(label: str) -> list[str]:
    """A label in at most two short lines: beside the drawing there is no room for more."""
    first, *rest = textwrap.wrap(label, 14) or [""]
    return [first, Truncator(" ".join(rest)).chars(14)] if rest else [Truncator(first).chars(14)]


def _radar_label(centre: tuple[float, float], at: tuple[float, float], score: Score) -> SafeString:
    (x, y), (label, value) = at, score
    beside = x - centre[0]
    anchor = "middle" if abs(beside) < 8 else ("start" if beside > 0 else "end")
    lines = _lines(label)
    if abs(beside) < 8:
        lines = [Truncator(label).chars(34)]
        y -= 14 if y < centre[1] else 0
    names = format_html_join(
        "",
        '<tspan x="{}" dy="{}">{}</tspan>',
        ((f"{x:.1f}", "17" if index else "0", line) for index, line in enumerate(lines)),
    )
    return format_html(
        '<text class="chart__label" x="{}" y="{}" text-anchor="{}" font-size="14" fill="{}">{}'
        '<tspan class="chart__number" x="{}" dy="17" font-weight="600" fill="{}">{}</tspan></text>',
        *(f"{x:.1f}", f"{y:.1f}", anchor, _TEXT, names),
        *(f"{x:.1f}", _TEXT, "–" if value is None else f"{_clamp(value):.0f}"),
    )


def _radar_labels(centre: tuple[float, float], radius: float, scores: Sequence[Score]) -> SafeString:
    places = ((_corner(centre, radius + 14, index, len(scores)), score) for index, score in enumerate(scores))
    return format_html_join("", "{}", ((_radar_label(centre, at, score),) for at, score in places))


def _web(centre: tuple[float, float], radius: float, count: int) -> SafeString:
    """Four rings and a spoke for each axis."""
    rings = format_html_join(
        "",
        '<polygon class="chart__grid" points="{}" fill="none" stroke="{}"/>',
        ((_polygon(centre, [radius * step] * count), _GRID) for step in (0.25, 0.5, 0.75, 1.0)),
    )
    ends = (_corner(centre, radius, index, count) for index in range(count))
    spokes = format_html_join(
        "",
        '<line class="chart__axis" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>',
        ((f"{centre[0]:g}", f"{centre[1]:g}", f"{x:.1f}", f"{y:.1f}", _GRID) for x, y in ends),
    )
    return rings + spokes


def radar(scores: Sequence[Score], *, title: str, comparison: Sequence[float | None] = ()) -> SafeString:
    """A radar of 3 to 12 scores of 0–100, the numbers written at the corners; with fewer axes, bars instead.

    `comparison` draws a second, dashed shape in the same order, such as the average of the job.
    """
    if len(scores) < 3:
        return bars(scores, title=title)
    width, height, radius = 400.0, 300.0, 94.0
    centre = (width / 2, height / 2)
    others = [comparison] if len(comparison) == len(scores) else []
    other = format_html_join(
        "",
        '<polygon class="chart__area chart__area--2" points="{}" fill="none" stroke="{}" stroke-dasharray="5 4"/>',
        ((_polygon(centre, [radius * _clamp(value) / 100 for value in values]), _OTHER) for values in others),
    )
    area = format_html(
        '<polygon class="chart__area" points="{}" fill="{}" fill-opacity="0.14" stroke="{}" stroke-width="2"/>',
        _polygon(centre, [radius * _clamp(value) / 100 for _, value in scores]),
        _DATA,
        _DATA,
    )
    body = _web(centre, radius, len(scores)) + other + area + _radar_labels(centre, radius, scores)
    described = _spoken(scores)
    return _figure(kind="radar", width=width, height=height, title=title, described=described, body=body)


def bars(scores: Sequence[Score], *, title: str, highest: float = 100.0) -> SafeString:
    """Horizontal bars under each other, each with its label and number; `highest` is the full width."""
    width, row = 340.0, 42.0
    top = highest if highest > 0 else 1.0

    def line(index: int, label: str, value: float | None) -> tuple[object, ...]:
        y = index * row
        share = 0.0 if value is None else max(0.0, min(1.0, float(value) / top))
        number = "–" if value is None else f"{float(value):.0f}"
        return (
            *(f"{y + 14:g}", _TEXT, Truncator(label).chars(40), f"{width:g}", f"{y + 14:g}", _TEXT, number),
            *(f"{y + 22:g}", f"{width:g}", _TRACK, f"{y + 22:g}", f"{width * share:.1f}", _DATA),
        )

    body = format_html_join(
        "",
        '<text class="chart__label" x="0" y="{}" font-size="14" fill="{}">{}</text>'
        '<text class="chart__number" x="{}" y="{}" text-anchor="end" font-size="14" fill="{}">{}</text>'
        '<rect class="chart__track" y="{}" width="{}" height="8" rx="4" fill="{}"/>'
        '<rect class="chart__bar" y="{}" width="{}" height="8" rx="4" fill="{}"/>',
        (line(index, label, value) for index, (label, value) in enumerate(scores)),
    )
    described = "; ".join(f"{label}: {'–' if v is None else format(float(v), 'g')}" for label, v in scores)
    return _figure(
        kind="bars",
        width=width,
        height=max(row, row * len(scores)),
        title=title,
        described=described,
        body=body,
    )


def sparkline(values: Sequence[float], *, title: str) -> SafeString:
    """A small line of a series, oldest first, with a dot at its end."""
    width, height, pad = 112.0, 32.0, 3.0
    if not values:
        return SafeString("")
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    step = (width - 2 * pad) / max(1, len(values) - 1)
    points = [
        (pad + index * step, height - pad - (value - low) / span * (height - 2 * pad))
        for index, value in enumerate(values)
    ]
    body = format_html(
        '<polyline class="chart__line" points="{}" fill="none" stroke="{}" stroke-width="2"/>'
        '<circle class="chart__dot" cx="{}" cy="{}" r="2.5" fill="{}"/>',
        " ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        _DATA,
        f"{points[-1][0]:.1f}",
        f"{points[-1][1]:.1f}",
        _DATA,
    )
    described = ", ".join(f"{value:g}" for value in values)
    return _figure(kind="sparkline", width=width, height=height, title=title, described=described, body=body)
