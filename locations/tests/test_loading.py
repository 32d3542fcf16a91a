"""Loading places: all of them in time, twice without change, renewed in place, never taken from who points at them."""

from __future__ import annotations

import copy
import json
import time

import pytest
from django.core.management import call_command

from locations.models import City, Country, State
from locations.services import places
from locations.services.places import Loaded
from locations.tests import small_set
from locations.tests.factories import CityFactory, StateFactory

pytestmark = pytest.mark.django_db


def rows() -> list[tuple]:
    cities = City.objects.order_by("pk").values_list("pk", "name", "search_name", "state__name", "source_id")
    return list(cities)


@pytest.mark.slow
def test_the_whole_world_is_loaded_within_a_minute_and_only_once(capsys):
    began = time.monotonic()
    call_command("loadplaces")
    assert time.monotonic() - began < 60
    counts = [model.objects.count() for model in (Country, State, City)]
    assert counts == [250, 5328, 148718]
    pune = City.objects.select_related("state__country").get(name="Pune")
    country = pune.state.country
    assert (pune.label, country.currency, country.phone_code) == ("Pune, Maharashtra, India", "INR", "+91")
    call_command("loadplaces")
    assert capsys.readouterr().out.splitlines() == [
        "Places: 250 countries added, 0 renewed; 5,328 states added, 0 renewed; 148,718 cities added, 0 renewed.",
        "Places: nothing new.",
    ]


def test_loading_twice_changes_nothing(world, tmp_path):
    before = rows()
    done = places.load(small_set.write(tmp_path))
    assert rows() == before
    assert done == {
        "countries": Loaded(unchanged=4),
        "states": Loaded(unchanged=6),
        "cities": Loaded(unchanged=11),
    }


def test_two_states_of_one_name_carry_their_kind(world):
    names = State.objects.filter(country__iso2="RU").order_by("name").values_list("name", flat=True)
    assert list(names) == ["Moscow (administrative region)", "Moscow (autonomous city)"]


def test_a_city_that_the_set_repeats_within_a_state_is_one_place(world):
    assert list(City.objects.filter(search_name="adawad").values_list("name", flat=True)) == ["Adawad"]


def test_a_renamed_city_keeps_its_key(world, tmp_path):
    pune = City.objects.get(name="Pune")
    states = copy.deepcopy(small_set.STATES)
    states[0][5][0] = "Puṇe"
    done = places.load(small_set.write(tmp_path, states=states))
    pune.refresh_from_db()
    assert (pune.name, pune.search_name, pune.source_id) == ("Puṇe", "pune", 100)
    assert done["cities"] == Loaded(renewed=1, unchanged=10)


def test_a_city_that_the_set_no_longer_has_stays(world, tmp_path):
    hubballi = City.objects.get(name="Hubballi")
    states = copy.deepcopy(small_set.STATES)
    states[1][5].pop()
    places.load(small_set.write(tmp_path, states=states))
    hubballi.refresh_from_db()
    assert hubballi.label == "Hubballi, Karnataka, India"


def test_places_written_by_hand_are_taken_over(tmp_path):
    bengaluru = CityFactory()
    other = CityFactory(name="Mysuru")
    places.load(small_set.write(tmp_path))
    bengaluru.refresh_from_db()
    other.refresh_from_db()
    assert (bengaluru.source_id, bengaluru.state.source_id) == (200, 2)
    assert (other.source_id, other.state.country.name) == (None, "India")
    assert State.objects.filter(name="Karnataka").count() == 1


def test_a_broken_set_changes_nothing(world, tmp_path):
    states = [*small_set.STATES, (9, "IN", "GA", "Goa", "state", ["Panaji"])]
    data = small_set.write(tmp_path, states=states)
    (tmp_path / "by-country/IN/states/GA/cities.json").write_text('[{"id": 900, "name": "Pan')
    with pytest.raises(json.JSONDecodeError):
        places.load(data)
    assert (State.objects.count(), City.objects.count()) == (6, 11)


def test_saving_a_place_folds_its_name():
    state = StateFactory(name="São-Paulo")
    state.name = "Łódź"
    state.save(update_fields=["name", "search_name"])
    state.refresh_from_db()
    assert state.search_name == "lodz"
