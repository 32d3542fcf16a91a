"""Rubrics: a draft to edit, versions, and no publishing without an anchor at every level."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from companies.enums import DraftStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Conflict
from interviewer.integrations.llm.tests.faulty_server import completion, faulty_server
from interviewer.journal.models import ProviderCall
from interviews.models import RubricDraft
from interviews.readiness import CompetencyFacts, JobFacts, blockers
from interviews.rubric_library import LIBRARY
from interviews.services import rubric_drafts, rubrics
from interviews.tests.factories import InterviewFactory, RubricFactory

pytestmark = pytest.mark.django_db


def drafted(run_tasks, **job):
    row = AiInterviewedJobFactory(**job)
    rubric_drafts.ask(actor=None, job=row)
    run_tasks()
    return row, RubricDraft.objects.get(job=row)


def test_the_built_in_engine_chooses_from_the_library_and_says_so(run_tasks):
    job, draft = drafted(
        run_tasks, title="Account executive", description="Win customers, find their need, close honestly."
    )

    names = [item["name"] for item in draft.competencies]
    assert (draft.status, draft.is_offline) == (DraftStatus.READY, True)
    assert "Finding the need" in names
    assert sum(item["weight"] for item in draft.competencies) == 100
    assert all(len(set(item["anchors"])) == 5 for item in draft.competencies)
    assert not job.rubrics.exists()


def test_a_draft_that_is_taken_over_can_be_edited(run_tasks):
    job, _draft = drafted(run_tasks)

    rubric = rubric_drafts.use(actor=None, job=job)

    assert rubric.competencies.count() >= 3
    assert not RubricDraft.objects.exists()
    with pytest.raises(Conflict):
        rubric_drafts.use(actor=None, job=job)


def test_a_draft_never_changes_the_rubric_of_those_who_began(run_tasks):
    job, _draft = drafted(run_tasks)
    first = RubricFactory(job=job)
    InterviewFactory(job=job, rubric=first)

    second = rubric_drafts.use(actor=None, job=job)

    assert (first.version, second.version) == (1, 2)
    assert [row.key for row in first.competencies.all()] == ["python"]


def written(**change):
    item = {
        "name": "Craft",
        "description": "Does the work well.",
        "weight": 20,
        "dimension": "technical",
        "anchors": ["a", "b", "c", "d", "e"],
        "expected_points": ["an example"],
    }
    return completion(
        {"competencies": [{**item, "name": f"Craft {n}", **(change if n == 2 else {})} for n in range(3)]}
    )


@pytest.mark.parametrize(
    "change",
    [
        {"anchors": ["a", "b", "c", "d"]},
        {"anchors": ["a", "b", "c", "d", " "]},
        {"anchors": ["a", "b", "c", "d", "D"]},
        {"name": "Accent and appearance"},
        {"description": "Shows enthusiasm and smiles."},
        {"weight": 0},
    ],
)
def test_a_draft_that_breaks_the_rules_is_nonsense(settings, run_tasks, change):
    with faulty_server(written(**change)) as server:
        settings.LLM_ENGINE, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = (
            "openai",
            "k",
            server.base_url,
        )
        _job, draft = drafted(run_tasks)

    assert (draft.status, draft.competencies) == (DraftStatus.FAILED, [])
    assert draft.error
    assert ProviderCall.objects.get(purpose="draft_rubric").ok is False


def test_a_model_writes_a_draft_for_the_job(settings, run_tasks):
    with faulty_server(written()) as server:
        settings.LLM_ENGINE, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = (
            "openai",
            "k",
            server.base_url,
        )
        _job, draft = drafted(run_tasks)

    assert [item["weight"] for item in draft.competencies] == [34, 33, 33]
    assert draft.is_offline is False


def test_a_recruiter_drafts_takes_over_and_confirms_what_is_replaced(run_tasks):
    job = AiInterviewedJobFactory()
    RubricFactory(job=job)
    client, url = Client(), reverse("workspace:job_rubric_draft", args=[job.uid])
    client.force_login(MembershipFactory(company=job.company, role=Role.RECRUITER).user)

    client.post(url, {"do": "ask"})
    run_tasks()
    client.post(url, {"do": "use"})
    assert [row.key for row in rubrics.current(job).competencies.all()] == ["python"]
    page = client.get(reverse("workspace:job_rubric", args=[job.uid])).content.decode()
    assert "does not write" in page
    client.post(url, {"do": "use", "replace": "yes"})

    assert rubrics.current(job).competencies.count() >= 3


@pytest.mark.parametrize("key", list(LIBRARY))
def test_every_rubric_of_the_library_may_be_published(key):
    ready = LIBRARY[key]
    facts = tuple(
        CompetencyFacts(item.name, item.name, item.weight, item.anchors, len(item.expected_points))
        for item in ready.competencies
    )

    assert blockers(JobFacts(competencies=facts)) == []
    assert sum(item.weight for item in ready.competencies) == 100
    assert all(len({anchor.casefold() for anchor in item.anchors}) == 5 for item in ready.competencies)


@pytest.mark.parametrize("level", range(5))
def test_a_rubric_with_a_level_without_anchor_cannot_be_published(level):
    anchors = tuple("" if place == level else f"Level {place + 1}." for place in range(5))
    job = JobFacts(competencies=(CompetencyFacts("a", "Craft", 100, anchors, 2),))

    assert [found.section for found in blockers(job)] == ["rubric"]
