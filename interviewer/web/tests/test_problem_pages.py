"""Every problem that the product answers with leads to a page that says what to do."""

from __future__ import annotations

import pytest

from interviewer.errors import DomainError
from interviewer.web.problem_pages import known


def kinds(error: type[DomainError]) -> list[type[DomainError]]:
    return [error, *(kind for child in error.__subclasses__() for kind in kinds(child))]


@pytest.mark.parametrize("error", kinds(DomainError), ids=lambda error: error.code)
def test_each_of_our_errors_has_a_page_with_advice(client, error):
    page = client.get(f"/problems/{error.code}/")
    assert (page.status_code, page.context["problem"].status) == (200, error.status)
    assert str(page.context["problem"].advice) != ""


@pytest.mark.django_db
def test_the_type_of_an_answer_is_the_address_of_its_page(client):
    answer = client.get("/i/invented/state/", headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert client.get(answer.json()["type"]).status_code == 200


@pytest.mark.django_db
def test_the_list_names_all_of_them_and_an_unknown_code_is_not_found(client):
    page = client.get("/problems/").content.decode()
    assert [code for code in known() if f"/problems/{code}/" not in page] == []
    assert client.get("/problems/invented/").status_code == 404
