"""The places of the package countrystatecity-countries (ODbL 1.0), read from its JSON files in our words."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from locations.names import fold

PACKAGE = "countrystatecity_countries"


@dataclass(frozen=True)
class CountryRow:
    """A country."""

    iso2: str
    name: str
    iso3: str
    phone_code: str
    currency: str


@dataclass(frozen=True)
class StateRow:
    """A state; `name` tells it from every other state of its country."""

    source_id: int
    country: str
    name: str
    code: str


@dataclass(frozen=True)
class CityRow:
    """A city; no other of its state is folded to the same name."""

    source_id: int
    state: int
    name: str


class DataSet:
    """The files of a folder; without one, of the installed package."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _package_folder()

    @cached_property
    def countries(self) -> list[CountryRow]:
        """Every country."""
        return [
            CountryRow(
                iso2=row["iso2"],
                name=row["name"],
                iso3=row["iso3"],
                phone_code=f"+{row['phone_code']}" if row["phone_code"] else "",
                currency=row["currency"] or "",
            )
            for row in _read(self.folder / "countries.json")
        ]

    @cached_property
    def states(self) -> list[StateRow]:
        """Every state. Where a country has two of one name (Moscow, a city and a region), the kind is added to both."""
        rows = [row for path in self._files("*/states.json") for row in _read(path)]
        by_name = Counter((row["country_code"], _plain(row["name"])) for row in rows)
        by_kind = Counter((row["country_code"], _plain(row["name"]), row["type"]) for row in rows)

        def name(row: dict) -> str:
            plain, country = _plain(row["name"]), row["country_code"]
            if by_name[country, plain] == 1:
                return plain
            is_told_by_kind = by_kind[country, plain, row["type"]] == 1
            return f"{plain} ({row['type'] if is_told_by_kind else row['state_code']})"

        return [
            StateRow(
                source_id=row["id"],
                country=row["country_code"],
                name=name(row),
                code=row["state_code"] or "",
            )
            for row in rows
        ]

    def cities(self) -> Iterator[CityRow]:
        """Every city once. The set repeats 2 % within a state, nearly all a few kilometres apart: nobody could
        choose between them by name, so the first one stands for all."""
        seen: set[tuple[int, str]] = set()
        rows = [row for path in self._files("*/states/*/cities.json") for row in _read(path)]
        for row in sorted(rows, key=lambda row: row["id"]):
            name = _plain(row["name"])
            key = (row["state_id"], fold(name))
            if key[1] and key not in seen:
                seen.add(key)
                yield CityRow(source_id=row["id"], state=row["state_id"], name=name)

    def _files(self, pattern: str) -> list[Path]:
        return sorted((self.folder / "by-country").glob(pattern))


def _package_folder() -> Path:
    """Where the package keeps its files; it is not imported, which would load its models and a validator."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The package {PACKAGE} is not installed: pip install -r requirements.txt")
    return Path(spec.origin).parent / "data"


def _plain(name: str) -> str:
    return " ".join(name.strip(" ,").split())


def _read(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))
