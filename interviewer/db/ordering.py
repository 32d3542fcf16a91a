"""Rows with an `order`: moving one up or down, and the place of a new one."""

from __future__ import annotations

from django.db import models, transaction


def move(row: models.Model, rows: models.QuerySet, *, up: bool) -> None:
    """Change places with the neighbour; at the end nothing happens. The rows are numbered anew without gaps."""
    with transaction.atomic():
        kept = list(rows.select_for_update().order_by("order", "pk"))
        place = next((index for index, other in enumerate(kept) if other.pk == row.pk), None)
        if place is None:
            return
        target = place - 1 if up else place + 1
        if 0 <= target < len(kept):
            kept[place], kept[target] = kept[target], kept[place]
        for number, other in enumerate(kept):
            if other.order != number:
                type(row)._default_manager.filter(pk=other.pk).update(order=number)


def next_place(rows: models.QuerySet) -> int:
    """The order of a row that comes after all others."""
    last = rows.aggregate(last=models.Max("order"))["last"]
    return 0 if last is None else last + 1
