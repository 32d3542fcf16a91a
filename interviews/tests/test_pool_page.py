"""A recruiter chooses problems from the pool: searched, filtered, previewed, copied."""

from __future__ import annotations

import pytest
from django.urls import reverse

from assessments.models import DSAQuestion
from assessments.tests.factories import DSAPoolQuestionFactory, DSAPoolTestCaseFactory
from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob():
    return MembershipFactory(role=Role.RECRUITER)


@pytest.fixture
def job(bob):
    return AiInterviewedJobFactory(company=bob.company, has_coding=True)


@pytest.fixture
def browser(client, bob):
    client.force_login(bob.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def url(job):
    return reverse("workspace:job_pool", args=[job.uid])


def make(title="Bridges", **values):
    row = DSAPoolQuestionFactory(title=title, **{"topic": "graphs", "difficulty": "hard"} | values)
    DSAPoolTestCaseFactory(question=row, input="sample in\n", expected_output="sample out\n", is_sample=True)
    DSAPoolTestCaseFactory(question=row, input="secret in\n", expected_output="secret out\n", order=1)
    DSAPoolTestCaseFactory(question=row, input="secret too\n", expected_output="secret out\n", order=2)
    return row


def titles(response):
    return [one.problem.title for one in response.context["rows"]]


def test_a_problem_is_previewed_with_its_samples_and_without_its_hidden_cases(browser, job):
    make(description="Find **bridges**.\n\n## Input\n\nA graph.")
    page = browser.get(url(job)).content.decode()
    assert "<strong>bridges</strong>" in page
    assert "<h4>Input</h4>" in page
    assert "sample in\n" in page and "sample out\n" in page
    assert "secret" not in page
    assert "1 sample case<" in page and "2 hidden cases<" in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_page_costs_the_same(browser, job, number, django_assert_num_queries):
    for n in range(number):
        make(title=f"Bridges {n}")
    browser.get(url(job))
    with django_assert_num_queries(10):
        browser.get(url(job))


def test_search_topic_and_difficulty_narrow_the_list(browser, job):
    make(title="Bridges", topic="graphs", difficulty="hard", description="Cables between centres.")
    make(title="Queue", topic="queues", difficulty="easy", description="A clinic.")
    make(title="Islands", topic="graphs", difficulty="easy", description="Ferries.")
    make(title="Hidden", approved=False, topic="secret")

    def found(**filters):
        return titles(browser.get(url(job), filters))

    assert found() == ["Bridges", "Islands", "Queue"]
    assert found(topic="graphs") == ["Bridges", "Islands"]
    assert found(topic="graphs", difficulty="easy") == ["Islands"]
    assert found(search="CLINIC") == ["Queue"]
    assert found(search="cables graphs") == ["Bridges"]
    assert found(search="cables clinic") == []


def test_only_topics_that_are_there_are_offered(browser, job):
    make(topic="trees")
    make(title="Other", topic="graphs")
    make(title="More", topic="graphs")
    make(title="Hidden", approved=False, topic="secret")
    form = browser.get(url(job)).context["form"]
    assert form.fields["topic"].choices == [("", "all"), ("graphs", "graphs"), ("trees", "trees")]


def test_a_filter_that_makes_no_sense_is_left_out(browser, job):
    make()
    response = browser.get(url(job), {"topic": "nonsense", "difficulty": "1", "search": "brid", "page": "x"})
    assert (response.status_code, titles(response)) == (200, ["Bridges"])


def test_pages_keep_the_filters(browser, job):
    for number in range(25):
        make(title=f"Bridges {number:02}")
    make(title="Tree", topic="trees")
    first = browser.get(url(job), {"topic": "graphs"})
    assert titles(first) == [f"Bridges {number:02}" for number in range(20)]
    assert "topic=graphs&amp;page=2" in first.content.decode()
    assert titles(browser.get(url(job), {"topic": "graphs", "page": 2})) == [
        f"Bridges {number:02}" for number in range(20, 25)
    ]


def test_nothing_found_leads_to_a_problem_of_ones_own(browser, job):
    page = browser.get(url(job), {"search": "nothing like it"}).content.decode()
    assert reverse("workspace:job_coding_new", args=[job.uid]) in page
    assert f'<a href="{url(job)}">Clear</a>' in page


def test_a_copy_is_marked_and_has_all_cases(browser, job):
    row = make()
    make(title="Other")
    answer = browser.post(reverse("workspace:job_pool_copy", args=[job.uid, row.uid]))
    assert answer.url == reverse("workspace:job_coding", args=[job.uid])
    copy = DSAQuestion.objects.for_job(job).get()
    assert (copy.title, copy.copied_from, copy.cases.count()) == ("Bridges", row, 3)
    assert [(one.problem.title, one.is_here) for one in browser.get(url(job)).context["rows"]] == [
        ("Bridges", True),
        ("Other", False),
    ]


def test_a_problem_that_is_not_approved_cannot_be_copied(browser, job):
    row = make(approved=False)
    assert browser.post(reverse("workspace:job_pool_copy", args=[job.uid, row.uid])).status_code == 404
    assert DSAQuestion.objects.for_job(job).count() == 0


def test_a_reviewer_and_a_stranger_are_turned_away(client, job):
    reviewer = MembershipFactory(company=job.company, role=Role.REVIEWER)
    mallory = MembershipFactory()
    for member, status in ((reviewer, 403), (mallory, 404)):
        client.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get(url(job)).status_code == status
