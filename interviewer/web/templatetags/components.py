"""Template tags and filters that every template may use without loading them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def percent(value: float | None) -> str:
    """A score of 0–100 as whole percent; a dash where there is none."""
    return "–" if value is None else f"{round(float(value))}%"
