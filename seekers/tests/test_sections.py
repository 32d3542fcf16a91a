"""Each of the ten sections on the profile's page: adding, changing, ordering, removing, and whose it is."""

from __future__ import annotations

import pytest
from django.test import Client

from seekers.sections import MOST_ENTRIES, SECTIONS
from seekers.tests.factories import HigherEducationFactory, JobSeekerFactory
from seekers.tests.profiles import FACTORIES, FORMS

pytestmark = pytest.mark.django_db
MANY = [key for key, section in SECTIONS.items() if not section.is_single]


@pytest.fixture
def seeker():
    return JobSeekerFactory()


@pytest.fixture
def browser(client, seeker):
    client.force_login(seeker.user)
    return client


def rows(key, seeker):
    return SECTIONS[key].model.objects.for_seeker(seeker)


@pytest.mark.parametrize("key", SECTIONS)
def test_an_entry_is_added_and_shown(browser, seeker, key):
    url = f"/me/profile/list/{key}/"
    assert browser.get(url).status_code == 200
    answer = browser.post(url, FORMS[key])
    assert (answer.status_code, answer.url) == (302, f"/me/profile/#{key}")
    assert rows(key, seeker).count() == 1
    shown = browser.get("/me/profile/").content.decode()
    first = SECTIONS[key].main[0]
    assert f'<span class="entry__main">{FORMS[key][first]}' in shown


@pytest.mark.parametrize("key", SECTIONS)
def test_an_entry_is_changed_in_its_place(browser, seeker, key):
    row = FACTORIES[key](job_seeker=seeker)
    url = f"/me/profile/list/{key}/{row.uid}/"
    form = browser.get(url).context["form"]
    assert form.instance == row
    answer = browser.post(url, FORMS[key])
    assert (answer.status_code, rows(key, seeker).count()) == (302, 1)
    name = SECTIONS[key].main[0]
    assert str(getattr(rows(key, seeker).get(), name)) == FORMS[key][name]


@pytest.mark.parametrize("key", SECTIONS)
def test_what_is_missing_is_said_beside_its_field_and_the_rest_stays(browser, seeker, key):
    needed = SECTIONS[key].main[0]
    answer = browser.post(f"/me/profile/list/{key}/", FORMS[key] | {needed: "  "})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [needed])
    typed = {name: text == "on" or text for name, text in FORMS[key].items() if name != needed}
    assert {name: answer.context["form"][name].value() for name in typed} == typed
    assert rows(key, seeker).count() == 0


@pytest.mark.parametrize("key", MANY)
def test_entries_are_ordered_by_buttons(browser, seeker, key):
    first, second, third = FACTORIES[key].create_batch(3, job_seeker=seeker)

    def act(row, do):
        answer = browser.post(f"/me/profile/list/{key}/{row.uid}/act/", {"do": do})
        return answer.status_code, list(rows(key, seeker).values_list("pk", flat=True))

    assert act(third, "up") == (302, [first.pk, third.pk, second.pk])
    assert act(first, "up") == (302, [first.pk, third.pk, second.pk])
    assert act(first, "down") == (302, [third.pk, first.pk, second.pk])
    assert act(first, "remove") == (302, [third.pk, second.pk])
    assert act(third, "shout")[0] == 422


@pytest.mark.parametrize("key", SECTIONS)
def test_anothers_entry_is_not_there(browser, key):
    row = FACTORIES[key]()
    assert browser.get(f"/me/profile/list/{key}/{row.uid}/").status_code == 404
    assert browser.post(f"/me/profile/list/{key}/{row.uid}/", FORMS[key]).status_code == 404
    assert browser.post(f"/me/profile/list/{key}/{row.uid}/act/", {"do": "remove"}).status_code == 404
    assert SECTIONS[key].model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("key", SECTIONS)
def test_markup_is_text_in_every_field(browser, seeker, key):
    evil = "<img src=x onerror=alert(1)>"
    words = {name: evil for name in SECTIONS[key].main + SECTIONS[key].sub if name in FORMS[key]}
    answer = browser.post(f"/me/profile/list/{key}/", FORMS[key] | words)
    assert answer.status_code == 302
    for url in ("/me/profile/", "/me/profile/preview/"):
        page = browser.get(url).content.decode()
        assert ("&lt;img src=x" in page, "<img src=x" in page) == (True, False)


@pytest.mark.parametrize(
    "change",
    [
        {"url": "javascript:alert(1)"},
        {"url": "ftp://acme.example/x"},
        {"start_month": "13"},
        {"start_year": "19x0"},
        {"start_year": "3000"},
        {"end_month": "2", "end_year": "2021"},
        {"description": "x" * 2_000_000},
        {"title": "a\0b"},
        {"skills": ", ".join(f"skill {n}" for n in range(31))},
    ],
)
def test_bad_input_of_a_job_is_said_beside_its_field(browser, seeker, change):
    answer = browser.post("/me/profile/list/employment/", FORMS["employment"] | change)
    errors = answer.context["form"].errors
    assert (answer.status_code, list(errors)) == (422, [list(change)[-1]])
    assert rows("employment", seeker).count() == 0


def test_a_job_until_now_has_no_end(browser, seeker):
    browser.post("/me/profile/list/employment/", FORMS["employment"] | {"is_current": "on"})
    row = rows("employment", seeker).get()
    assert (row.is_current, row.end_month, row.end_year) == (True, None, None)


def test_jobs_that_overlap_are_kept_with_a_warning(browser, seeker):
    for name in ("Acme", "Globex"):
        browser.post(
            "/me/profile/list/employment/",
            FORMS["employment"] | {"organisation": name, "is_current": "on"},
        )
    assert rows("employment", seeker).count() == 2
    warning = browser.get("/me/profile/").context["sections"][0].warnings
    assert [text.startswith("“Engineer, Acme” and “Engineer, Globex” overlap by") for text in warning] == [
        True
    ]


def test_a_club_may_name_only_a_college_of_ones_own(browser, seeker):
    own, others = HigherEducationFactory(job_seeker=seeker), HigherEducationFactory()
    answer = browser.post("/me/profile/list/clubs/", FORMS["clubs"] | {"higher_education": str(others.pk)})
    assert list(answer.context["form"].errors) == ["higher_education"]
    browser.post("/me/profile/list/clubs/", FORMS["clubs"] | {"higher_education": str(own.pk)})
    assert rows("clubs", seeker).get().higher_education == own


@pytest.mark.parametrize("key", SECTIONS)
def test_a_full_section_takes_no_more(browser, seeker, key):
    most = 1 if SECTIONS[key].is_single else MOST_ENTRIES
    FACTORIES[key].create_batch(most, job_seeker=seeker)
    answer = browser.post(f"/me/profile/list/{key}/", FORMS[key])
    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["This part of the profile is full. Change or remove an entry instead."],
    )
    assert rows(key, seeker).count() == most


def test_a_section_that_is_none_is_not_found(browser):
    assert browser.get("/me/profile/list/spells/").status_code == 404
    assert browser.get("/me/profile/part/spells/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_whatever_there_is(number, django_assert_num_queries):
    seeker = JobSeekerFactory()
    for key, factory in FACTORIES.items():
        factory.create_batch(1 if SECTIONS[key].is_single else number, job_seeker=seeker)
    browser = Client()
    browser.force_login(seeker.user)
    with django_assert_num_queries(13):  # session, user, job seeker, ten sections
        browser.get("/me/profile/")
