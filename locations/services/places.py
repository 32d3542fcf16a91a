"""Loading countries, states and cities. What is there is renewed in place, and nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from locations.dataset import CityRow, DataSet, StateRow
from locations.models import City, Country, State
from locations.names import fold

BATCH = 5_000


@dataclass
class Loaded:
    """What was done to one table."""

    added: int = 0
    renewed: int = 0
    unchanged: int = 0


def load(data: DataSet | None = None) -> dict[str, Loaded]:
    """Bring the places up to the data set, all or none.

    A row is known by its id in the set, one that was written by hand before by its name: it keeps its key, so
    that whatever points at it goes on to. Places that the set no longer has stay.
    """
    data = data or DataSet()
    with transaction.atomic():
        countries = _load(Country, map(vars, data.countries), key="iso2", natural=None)
        ids = dict(Country.objects.values_list("iso2", "pk"))
        states = (_below(row, "country", ids) for row in data.states)
        states_done = _load(State, states, key="source_id", natural="country_id")
        ids = dict(State.objects.exclude(source_id=None).values_list("source_id", "pk"))
        cities = (_below(row, "state", ids) for row in data.cities())
        cities_done = _load(City, cities, key="source_id", natural="state_id")
    return {"countries": countries, "states": states_done, "cities": cities_done}


def _below(row: StateRow | CityRow, parent: str, ids: Mapping[Any, int]) -> dict[str, Any]:
    """The row's columns, the parent by its key here."""
    values = vars(row).copy()
    values[f"{parent}_id"] = ids[values.pop(parent)]
    return values


def _load(
    model: type[models.Model], rows: Iterable[dict[str, Any]], *, key: str, natural: str | None
) -> Loaded:
    """Add and renew rows of one table. `natural` is the parent within which a name is known."""
    known = _known(model, key=key, natural=natural)
    done, new, changed = Loaded(), [], []
    names: list[str] = []
    for values in rows:
        names = list(values)
        old = known(values)
        if old is None:
            new.append(model(**values))
        elif any(old[name] != value for name, value in values.items()):
            changed.append(model(pk=old["pk"], search_name=fold(values["name"]), **values))
        else:
            done.unchanged += 1
    model._default_manager.bulk_create(new, batch_size=BATCH)
    if changed:  # search_name is given: bulk_update stores what it is told
        model._default_manager.bulk_update(changed, [*names, "search_name"], batch_size=500)
    done.added, done.renewed = len(new), len(changed)
    return done


def _known(
    model: type[models.Model], *, key: str, natural: str | None
) -> Callable[[dict[str, Any]], dict[str, Any] | None]:
    fields = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
    by_key, by_name = {}, {}
    for row in model._default_manager.values("pk", *fields).iterator():
        if row[key] is not None:
            by_key[row[key]] = row
        elif natural:
            by_name[row[natural], row["search_name"]] = row

    def known(values: dict[str, Any]) -> dict[str, Any] | None:
        found = by_key.get(values[key])
        if found is None and natural:
            found = by_name.pop((values[natural], fold(values["name"])), None)
        return found

    return known
