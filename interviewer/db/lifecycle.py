"""The lifecycle engine: declared edges, moved by a conditional UPDATE, each move in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from interviewer.errors import Conflict
from interviewer.journal import services as journal


@dataclass(frozen=True)
class Lifecycle:
    """The states of one model's field and the moves between them.

    `edges` maps a state to the states that may follow it; `stamps` names the time field that entering
    a state fills. A move is one `UPDATE … WHERE status = old`, so of two movers only one succeeds.
    """

    name: str
    edges: Mapping[str, frozenset[str]]
    field_name: str = "status"
    stamps: Mapping[str, str] = field(default_factory=dict)

    def can(self, row: models.Model, to: str) -> bool:
        """Whether an edge leads from the row's present state to `to`."""
        return to in self.edges.get(getattr(row, self.field_name), frozenset())

    def move(
        self, row: models.Model, to: str, *, actor: object = None, reason: str = "", **changes: Any
    ) -> None:
        """Move the row to `to` together with `changes`; raises Conflict when no edge leads there or
        somebody else moved it first. The row in memory is brought up to date."""
        old = getattr(row, self.field_name)
        if to not in self.edges.get(old, frozenset()):
            raise Conflict(f"{self.name}: {old} cannot become {to}.", current=old)
        if to in self.stamps:
            changes.setdefault(self.stamps[to], timezone.now())
        values = {self.field_name: to, **changes}
        if any(f.name == "updated_at" for f in row._meta.fields):
            values["updated_at"] = timezone.now()
        with transaction.atomic():
            moved = type(row)._default_manager.filter(pk=row.pk, **{self.field_name: old}).update(**values)
            if not moved:
                raise Conflict(f"{self.name}: somebody was first.", current=old)
            journal.record(
                actor=actor,
                action=f"{self.name}.{to}",
                subject=row,
                data={"from": old, "to": to, **({"reason": reason} if reason else {})},
            )
        for name, value in values.items():
            setattr(row, name, value)


def edges(**moves: str) -> dict[str, frozenset[str]]:
    """Write edges as words: `edges(draft="active", active="closed draft")`."""
    return {source: frozenset(targets.split()) for source, targets in moves.items()}
