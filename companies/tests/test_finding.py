"""The contract of the search, kept on every database: words, slips, facets, orders, pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from companies.models import SearchWord
from companies.search import facets, finding, upkeep
from companies.search.finding import NEWEST, PAY, Question, find
from companies.services import postings
from companies.tests.factories import CompanyFactory, JobFactory, on_board

pytestmark = pytest.mark.django_db


def titles(text: str = "", **question: object) -> list[str]:
    return [row.title for row in find(Question(text, **question)).postings]


def counts(question: Question) -> dict[str, dict[str, int]]:
    return {
        facet.name: {choice.value: choice.count for choice in facet.choices}
        for facet in facets.count(question, find(question))
    }


def test_every_word_must_be_somewhere_in_title_skills_company_or_place():
    on_board(title="Potter", skills=["clay"], company__name="Kiln House", location="Jaipur, Rajasthan")
    on_board(title="Potter", skills=["glass"], company__name="Other", location="Surat")
    assert len(titles("potter")) == 2
    assert len(titles("potters clay kiln jaipur")) == 1
    assert titles("potter wool") == []
    assert titles("rajasthan") == [], "the place is the town"


@pytest.mark.parametrize(
    "text", ["'", '"', "\\", "a:* & !", "NOT potter OR", "(", "{title}: x", "\x00", "%", "m=remote"]
)
def test_signs_of_the_databases_query_language_are_only_text(text):
    on_board(title="Potter")
    assert titles(text) in ([], ["Potter"])


@pytest.mark.parametrize("text", ["pyhton", "pythn", "pythonn", "phyton", "pyton developper", "PYTHN"])
def test_slips_are_forgiven(text):
    on_board(title="Python developer", skills=[])
    on_board(title="Potter", skills=[])
    found = find(Question(text))
    assert [row.title for row in found.postings] == ["Python developer"]
    assert found.reading.corrected


def test_a_word_that_is_there_is_not_corrected():
    on_board(title="Java developer", skills=[])
    on_board(title="Lava researcher", skills=[])
    found = find(Question("java"))
    assert ([row.title for row in found.postings], found.reading.corrected) == (["Java developer"], False)


def test_without_trigrams_slips_after_the_first_letters_are_forgiven(monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite always has its trigrams")
    monkeypatch.setattr(upkeep, "has_trigrams", lambda: False)
    on_board(title="Python developer", skills=[])
    assert titles("pythn") == ["Python developer"]


def test_facets_narrow_and_their_values_widen():
    on_board(title="A", work_mode="remote", location="Pune", min_experience_years=0, max_experience_years=1)
    on_board(title="B", work_mode="hybrid", location="Pune", min_experience_years=4, max_experience_years=6)
    on_board(title="C", work_mode="on_site", location="Surat", min_salary=100_000, max_salary=120_000)

    def among(**chosen: tuple[str, ...]) -> list[str]:
        return sorted(titles(facets=chosen))

    assert among(mode=("remote",)) == ["A"]
    assert among(mode=("remote", "hybrid")) == ["A", "B"]
    assert among(mode=("remote", "hybrid"), place=("surat",)) == []
    assert among(place=("pune",), experience=("3-5",)) == ["B"]
    assert among(pay=("inr-1000000-1500000",)) == ["C"]
    assert among(type=("full_time",)) == []


def test_a_skill_that_is_called_like_a_facet_is_none():
    on_board(title="Remote sensing analyst", work_mode="on_site")
    assert titles(facets={"mode": ("remote",)}) == []


def test_the_counts_of_a_facet_leave_its_own_choice_out():
    for _number in range(2):
        on_board(work_mode="remote", location="Pune")
    on_board(work_mode="hybrid", location="Surat")
    found = counts(Question(facets={"mode": ("remote",)}))
    assert found["mode"] == {"hybrid": 1, "remote": 2}
    assert found["place"] == {"pune": 2}


def test_a_chosen_value_that_no_job_has_stays_to_be_taken_back():
    on_board(location="Pune")
    assert counts(Question(facets={"place": ("surat",)}))["place"] == {"surat": 0, "pune": 1}


def test_the_newest_days():
    now = timezone.now()
    on_board(title="New", posted_at=now - timedelta(hours=2))
    on_board(title="Old", posted_at=now - timedelta(days=5))
    assert titles(days=3) == ["New"]
    assert counts(Question(days=3))["posted"] == {"1": 1, "3": 1, "7": 2, "30": 2}


def test_orders():
    now = timezone.now()
    for number, (title, pay, featured) in enumerate([("A", 10, False), ("B", None, True), ("C", 30, False)]):
        on_board(title=title, max_salary=pay, featured=featured, posted_at=now - timedelta(days=10 - number))
    assert titles() == ["B", "C", "A"], "featured first, then the newest"
    assert titles(sort=NEWEST) == ["C", "B", "A"]
    assert titles(sort=PAY) == ["C", "A", "B"]


@pytest.mark.parametrize("sort", [finding.RELEVANCE, NEWEST, PAY])
@pytest.mark.parametrize("text", ["", "potter"])
def test_pages_show_every_job_once_though_others_come_and_go_meanwhile(sort, text):
    now = timezone.now()
    for number in range(7):
        on_board(title=f"Potter {number}", max_salary=number % 3, posted_at=now - timedelta(hours=number))
    whole = [row.title for row in find(Question(text, sort=sort), size=100).postings]
    seen, after = [], ""
    for page in range(4):
        found = find(Question(text, sort=sort), after=after, size=2)
        seen += [row.title for row in found.postings]
        after = found.after
        on_board(title=f"Potter new {page}", max_salary=9, posted_at=timezone.now())
    assert (seen, after) == (whole, "")


@pytest.mark.parametrize(
    "after",
    ["x", "bm8", "W10", "WzEsMiwzLDQsNSw2XQ", "é" * 10, "A" * 5000, "W251bGxd", "WzEsMWU5OSwxLDEsMV0"],
)
def test_a_cursor_that_nobody_was_given_is_the_first_page(after):
    on_board(title="Potter")
    for sort in (finding.RELEVANCE, NEWEST, PAY):
        assert len(find(Question(sort=sort), after=after).postings) == 1


def test_beyond_the_cap_the_title_still_comes_first(monkeypatch):
    monkeypatch.setattr(finding, "CAP", 5)
    old = timezone.now() - timedelta(days=30)
    on_board(title="Python developer", skills=[], posted_at=old)
    for _number in range(8):
        on_board(title="Engineer", skills=["python"])
    found = find(Question("python"))
    assert (found.postings[0].title, found.total, found.is_capped) == ("Python developer", 5, True)


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_page_takes_the_same_queries_however_many_jobs_there_are(django_assert_num_queries, jobs):
    company = CompanyFactory()
    for _number in range(jobs):
        on_board(title="Potter", company=company)
    question = Question("potter", facets={"mode": ("on_site",)})
    with django_assert_num_queries(4):  # is the word known, candidates, the page, the mode without its choice
        found = find(question)
        facets.count(question, found)
        assert [row.listing.company.name for row in found.postings] == [company.name] * jobs


def test_a_word_is_learnt_once():
    for _time in range(2):
        postings.refresh(job=JobFactory(title="Potter", skills=["clay"]))
    assert SearchWord.objects.filter(word__in=["potter", "clay"]).count() == 2
