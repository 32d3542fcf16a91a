"""Finding places by what people type: beginnings for a list to choose from, whole names for a form."""

from __future__ import annotations

from django.db.models import Case, Q, QuerySet, When
from django.db.models.expressions import OrderBy

from locations.models import City, Country
from locations.models.places import starts_with
from locations.names import ALSO_CALLED, ALSO_CODED, also_called, fold

#: Fewer letters would match half the world.
SHORTEST = 2
#: Longest text that is looked at: name, state and country with room to spare.
LONGEST = 200
RESULTS = 10
#: More places of one name than any name has.
NAMESAKES = 500


def cities_beginning(text: str, *, limit: int = RESULTS) -> list[City]:
    """Cities whose name begins with `text`; after a comma, beginnings of state or country narrow it ("pune, mah").

    One query. Names that are exactly the text come first.
    """
    first, *others = _parts(text)
    if len(first) < SHORTEST:
        return []
    order: list[OrderBy | str] = ["search_name", "pk"]
    is_named, official = starts_with("search_name", first), also_called(first)
    if official:  # "banga" means Bengaluru before it means Bangaon
        is_named |= Q(search_name__in=official)
        order.insert(0, Case(When(search_name__in=official, then=0), default=1).asc())
    found = _with_parents().filter(is_named)
    for part in filter(None, others):
        found = found.filter(_state_or_country(part))
    return list(found.order_by(*order)[:limit])


def countries_beginning(text: str, *, limit: int = RESULTS) -> list[Country]:
    """Countries whose name begins with `text`, or whose ISO code it is. One query."""
    folded = fold(text[:LONGEST])
    if not folded:
        return []
    is_code = Q(iso2=folded.upper()) | Q(iso3=folded.upper())
    found = Country.objects.filter(starts_with("search_name", folded) | is_code)
    return list(found.order_by("search_name", "pk")[:limit])


def find_cities(text: str) -> list[City]:
    """The cities that `text` names in full: city, and where given state and country, in names or codes. One query.

    More than one means that the text does not tell them apart.
    """
    parts = text[:LONGEST].split(",")
    begins = {
        fold(",".join(parts[:count])): fold(",".join(parts[count:])) for count in range(1, len(parts) + 1)
    }
    rests = {ALSO_CALLED.get(name, name): rest for name, rest in begins.items()} | begins
    named = _with_parents().filter(search_name__in=[name for name in rests if name])
    return [city for city in named.order_by("pk")[:NAMESAKES] if rests[city.search_name] in _rests(city)]


def _parts(text: str) -> list[str]:
    return [fold(part) for part in text[:LONGEST].split(",")]


def _with_parents() -> QuerySet[City]:
    return City.objects.select_related("state__country")


def _state_or_country(part: str) -> Q:
    code = ALSO_CODED.get(part, part.upper())
    is_begun = starts_with("state__search_name", part) | starts_with("state__country__search_name", part)
    return is_begun | Q(state__code=code) | Q(state__country__iso2=code) | Q(state__country__iso3=code)


def _rests(city: City) -> set[str]:
    """What may stand behind the city's name, folded."""
    state, country = city.state, city.state.country
    plain = fold(state.name.partition(" (")[0])  # Moscow (autonomous city)
    states = {state.search_name, plain, fold(state.code)} - {""}
    codes = {other for other, iso2 in ALSO_CODED.items() if iso2 == country.iso2}
    countries = {country.search_name, fold(country.iso2), fold(country.iso3), *codes}
    both = {f"{one} {other}" for one in states for other in countries}
    return {"", *states, *countries, *both}
