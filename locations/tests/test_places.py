"""Finding places: beginnings for suggestions, whole names for forms, and what a form answers to the rest."""

from __future__ import annotations

import pytest
from django import forms

from locations.fields import PlaceField
from locations.models import City
from locations.names import fold
from locations.queries import cities_beginning, find_cities
from locations.tests.factories import CityFactory, StateFactory


class Form(forms.Form):
    """A form with a place."""

    place = PlaceField(required=False, currency_for="currency", phone_for="phone")


def found(text: str) -> list[str]:
    return [city.label for city in find_cities(text)]


def begun(text: str) -> list[str]:
    return [city.label for city in cities_beginning(text)]


def error_of(text: str) -> str:
    form = Form({"place": text})
    assert not form.is_valid()
    return form.errors["place"][0]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São João-del-Rei", "sao joao del rei"),
        ("L’Aquila", "laquila"),
        ("St. John's", "st johns"),
        ("ŁÓDŹ", "lodz"),
        ("İzmir", "izmir"),
        ("Straße", "strasse"),
        ("北京", "北京"),
        (" ,_ ", ""),
    ],
)
def test_names_are_compared_without_capitals_accents_and_punctuation(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Pune, Maharashtra, India", ["Pune, Maharashtra, India"]),
        ("pune", ["Pune, Maharashtra, India"]),
        ("PUNE , mh, in", ["Pune, Maharashtra, India"]),
        ("Púne, India", ["Pune, Maharashtra, India"]),
        ("Bangalore, Karnataka", ["Bengaluru, Karnataka, India"]),
        ("London", ["London, Westminster, United Kingdom", "London, Ontario, Canada"]),
        ("London, UK", ["London, Westminster, United Kingdom"]),
        ("london, can", ["London, Ontario, Canada"]),
        ("Moscow, Moscow, Russia", ["Moscow, Moscow (autonomous city), Russia"]),
        ("St Johns, Ontario", ["St. John's, Ontario, Canada"]),
        ("Pune, Karnataka, India", []),
        ("Pun", []),
        (",,,", []),
        ("", []),
    ],
)
def test_a_place_is_found_by_what_people_write(world, text, labels):
    assert found(text) == labels


def test_every_label_leads_back_to_its_city(world):
    cities = City.objects.select_related("state__country")
    assert [find_cities(city.label) for city in cities] == [[city] for city in cities]


def test_a_name_with_a_comma_is_found(db):
    state = StateFactory(name="San Andrés, Providencia y Santa Catalina")
    city = CityFactory(state=state, name="Santa Luċija, Gozo")
    assert find_cities(city.label) == find_cities("Santa Lucija, Gozo") == [city]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("pu", ["Pune, Maharashtra, India", "Pune Division, Maharashtra, India"]),
        ("pune,", ["Pune, Maharashtra, India", "Pune Division, Maharashtra, India"]),
        ("LÓN, ont", ["London, Ontario, Canada"]),
        ("lon, westm, united", ["London, Westminster, United Kingdom"]),
        ("lon, gb", ["London, Westminster, United Kingdom"]),
        ("banga", ["Bengaluru, Karnataka, India"]),
        ("p", []),
        ("%_", []),
        ("", []),
    ],
)
def test_suggestions_begin_like_what_is_typed(world, text, labels):
    assert begun(text) == labels


def test_the_form_gives_the_city_with_its_country(world, django_assert_num_queries):
    form = Form({"place": "mumbai"})
    with django_assert_num_queries(1):
        assert form.is_valid()
        assert form.cleaned_data["place"].state.country.iso2 == "IN"


@pytest.mark.parametrize("text", ["", "   "])
def test_an_optional_place_may_be_left_out(db, text):
    form = Form({"place": text})
    assert form.is_valid()
    assert form.cleaned_data == {"place": None}


def test_a_required_place_is_asked_for(db):
    with pytest.raises(forms.ValidationError, match="This field is required"):
        PlaceField().clean("")


def test_who_wrote_a_name_of_two_places_is_shown_both(world):
    assert error_of("London") == (
        "There is more than one place of this name. Write the one you mean: "
        "London, Westminster, United Kingdom; London, Ontario, Canada"
    )


def test_of_many_namesakes_some_are_named_and_all_are_counted(db):
    for number in range(6):
        CityFactory(state=StateFactory(name=f"State {number}"), name="Merkez")
    assert error_of("merkez").startswith("There are 6 places of this name. Add state and country, as in: ")


def test_an_unknown_place_is_said_with_similar_ones(world):
    assert error_of("Pune D") == (
        "We don't know this place. Write city, state and country, for example Pune, Maharashtra, India. "
        "Similar: Pune Division, Maharashtra, India"
    )
    assert error_of("Atlantis").endswith("for example Pune, Maharashtra, India.")


@pytest.mark.parametrize("text", ["x" * 201, "Pune\x00", "Pu,ne" * 40])
def test_strange_text_is_a_message_and_stays_in_the_field(world, text):
    form = Form({"place": text})
    assert not form.is_valid()
    assert form["place"].value() == text


def test_a_stored_city_is_written_out_and_counts_as_unchanged(world):
    city = City.objects.get(name="Pune")
    for initial in (city, city.pk):
        form = Form({"place": "Pune, Maharashtra, India"}, initial={"place": initial})
        assert form.has_changed() is False
        assert 'value="Pune, Maharashtra, India"' in str(Form(initial={"place": initial})["place"])


def test_the_input_names_what_the_script_needs(db):
    html = str(Form()["place"])
    assert 'data-place="/places/cities/"' in html
    assert 'data-place-currency="currency" data-place-phone="phone"' in html
    assert "role=" not in html  # without script it is a plain text field


def test_the_page_gives_suggestions_that_caches_may_keep(client, world, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/places/cities/", {"q": "mum"})
    assert answer.json() == {
        "results": [
            {
                "name": "Mumbai",
                "label": "Mumbai, Maharashtra, India",
                "country": "IN",
                "currency": "INR",
                "phone_code": "+91",
            }
        ]
    }
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert "Set-Cookie" not in answer


def test_suggestions_are_ten_at_most_in_one_query(client, db, django_assert_num_queries):
    for number in range(12):
        CityFactory(name=f"Newtown {number:02}")
    with django_assert_num_queries(1):
        results = client.get("/places/cities/", {"q": "new"}).json()["results"]
    assert [result["name"] for result in results] == [f"Newtown {number:02}" for number in range(10)]


def test_countries_are_found_by_beginning_and_code(client, world):
    def names(q: str) -> list[str]:
        return [result["name"] for result in client.get("/places/countries/", {"q": q}).json()["results"]]

    assert (names("can"), names("IND"), names("gbr"), names("")) == (
        ["Canada"],
        ["India"],
        ["United Kingdom"],
        [],
    )


@pytest.mark.parametrize("page", ["cities", "countries"])
def test_bad_questions_are_told(client, db, page):
    answer = client.get(f"/places/{page}/", {"q": "x" * 201}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["errors"]) == (422, [{"pointer": "/q", "detail": "Too long."}])
    assert "Cache-Control" not in answer
    assert client.get(f"/places/{page}/").json() == {"results": []}
    assert client.get(f"/places/{page}/", {"q": "a\x00b"}).json() == {"results": []}
    assert client.post(f"/places/{page}/").status_code == 405


def test_the_source_of_the_places_is_named_on_the_site(client, db):
    assert (
        'href="/terms/#places">Places: Countries States Cities Database, ODbL</a>'
        in client.get("/").content.decode()
    )
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in client.get("/terms/").content.decode()
