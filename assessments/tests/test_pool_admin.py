"""Staff see at a glance what each problem of the pool holds and where it is used."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.urls import reverse

from assessments.models import DSAPoolQuestion
from assessments.tests.factories import (
    DSAPoolQuestionFactory,
    DSAPoolTestCaseFactory,
    DSAQuestionFactory,
)
from interviewer.accounts.tests.factories import StaffFactory

pytestmark = pytest.mark.django_db
URL = reverse("admin:assessments_dsapoolquestion_changelist")


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory(), backend="django.contrib.auth.backends.ModelBackend")
    return client


def make(hidden=3, copies=2, **values):
    row = DSAPoolQuestionFactory(**values)
    for number in range(2 + hidden):
        DSAPoolTestCaseFactory(question=row, is_sample=number < 2, order=number)
    for _ in range(copies):
        DSAQuestionFactory(copied_from=row)
    return row


def shown(response):
    page = admin.site.get_model_admin(DSAPoolQuestion)
    rows = response.context["cl"].result_list
    return [(row.title, page.sample_cases(row), page.hidden_cases(row), page.copies(row)) for row in rows]


def test_the_list_counts_cases_and_copies(staff):
    make(title="Used", hidden=4, copies=3)
    make(title="Idle", hidden=1, copies=0)
    DSAPoolQuestionFactory(title="Empty")
    response = staff.get(URL, {"o": "1"})
    assert shown(response) == [("Empty", 0, 0, 0), ("Idle", 2, 1, 0), ("Used", 2, 4, 3)]


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_costs_the_same(staff, number, django_assert_num_queries):
    for _ in range(number):
        make()
    staff.get(URL)
    with django_assert_num_queries(5):
        staff.get(URL)


def test_filters(staff):
    make(title="Ours", topic="graphs", difficulty="hard", content_hash="a" * 64)
    make(title="Own", topic="stacks", difficulty="easy")

    def titles(**filters):
        return [row[0] for row in shown(staff.get(URL, filters))]

    assert titles(origin="product") == titles(topic="graphs") == titles(difficulty__exact="hard") == ["Ours"]
    assert titles(origin="own") == titles(topic="stacks") == ["Own"]
    assert titles(q="whole numbers", o="1") == ["Ours", "Own"]
