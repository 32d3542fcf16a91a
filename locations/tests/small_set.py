"""A small data set in the files of the large one."""

from __future__ import annotations

import json
from pathlib import Path

from locations.dataset import DataSet

COUNTRIES = [
    {"iso2": "IN", "iso3": "IND", "name": "India", "phone_code": "91", "currency": "INR"},
    {"iso2": "RU", "iso3": "RUS", "name": "Russia", "phone_code": "7", "currency": "RUB"},
    {"iso2": "GB", "iso3": "GBR", "name": "United Kingdom", "phone_code": "44", "currency": "GBP"},
    {"iso2": "CA", "iso3": "CAN", "name": "Canada", "phone_code": "1", "currency": "CAD"},
]
STATES = [
    (1, "IN", "MH", "Maharashtra", "state", ["Pune", "Pune Division", "Mumbai", "Adawad", "Adāwad"]),
    (2, "IN", "KA", "Karnataka", "state", ["Bengaluru", "Hubballi"]),
    (3, "RU", "MOW", "Moscow", "autonomous city", ["Moscow"]),
    (4, "RU", "MOS", "Moscow", "administrative region", ["Khimki"]),
    (5, "GB", "WSM", "Westminster", "borough", ["London"]),
    (6, "CA", "ON", "Ontario", "province", ["London", "St. John's"]),
]


def write(folder: Path, *, countries: list = COUNTRIES, states: list = STATES) -> DataSet:
    """The files, in `folder`."""
    for country in countries:
        rows = [row for row in states if row[1] == country["iso2"]]
        for number, _iso2, code, _name, _kind, cities in rows:
            path = folder / "by-country" / country["iso2"] / "states" / code
            path.mkdir(parents=True, exist_ok=True)
            named = [
                {"id": 100 * number + index, "name": name, "state_id": number}
                for index, name in enumerate(cities)
            ]
            (path / "cities.json").write_text(json.dumps(named), encoding="utf-8")
        described = [
            {"id": number, "name": name, "country_code": iso2, "state_code": code, "type": kind}
            for number, iso2, code, name, kind, _cities in rows
        ]
        states_file = folder / "by-country" / country["iso2"] / "states.json"
        states_file.write_text(json.dumps(described), encoding="utf-8")
    (folder / "countries.json").write_text(json.dumps(countries), encoding="utf-8")
    return DataSet(folder)
