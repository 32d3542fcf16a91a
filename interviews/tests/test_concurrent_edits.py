"""Two recruiters with the same page open: the second is told what the first saved, and loses nothing typed."""

from __future__ import annotations

import pytest

from assessments.models import DSAQuestion, QuizQuestion
from assessments.tests.factories import DSAQuestionFactory, QuizQuestionFactory
from companies.enums import JobStatus
from companies.tests.factories import AiInterviewedJobFactory
from interviewer.web.seen import changed_since, fingerprints
from interviews.models import InterviewQuestion
from interviews.services import rubrics
from interviews.tests.factories import InterviewQuestionFactory, RubricFactory
from interviews.tests.recruiters import at_work, filled

pytestmark = pytest.mark.django_db
SAVED_MEANWHILE = (
    "Somebody else saved this page after you opened it. Saving once more puts your text in place."
)


@pytest.fixture
def job():
    row = AiInterviewedJobFactory(has_quiz=True, has_coding=True, status=JobStatus.DRAFT)
    RubricFactory(job=row)
    return row


def pages(job):
    """The address of each edit form of a job, a field of it, and where what is stored can be read."""
    quiz, problem = QuizQuestionFactory(job=job), DSAQuestionFactory(job=job)
    own = InterviewQuestionFactory(job=job)
    base = f"/workspace/jobs/{job.uid}/"

    def of(row, name):
        return lambda: getattr(type(row)._default_manager.filter(pk=row.pk).first(), name)

    return {
        "details": (f"{base}details/", "title", of(job, "title")),
        "setup": (f"{base}interview/", "question_count", lambda: str(of(job, "question_count")())),
        "quiz": (f"{base}quiz/{quiz.uid}/", "description", of(quiz, "description")),
        "problem": (f"{base}coding/{problem.uid}/", "title", of(problem, "title")),
        "question": (f"{base}questions/{own.uid}/", "question", of(own, "question")),
        "competency": (
            f"{base}rubric/python/",
            "level_3",
            lambda: rubrics.current(job).competencies.get(key="python").anchors[2],
        ),
    }


@pytest.mark.parametrize("name", ["details", "setup", "quiz", "problem", "question", "competency"])
def test_the_second_to_save_is_told_and_may_save_again(job, name):
    url, field, stored = pages(job)[name]
    alice, bob = at_work(job.company), at_work(job.company)
    hers, his = filled(alice.get(url)), filled(bob.get(url))
    text = {"setup": ["5", "6"]}.get(name, ["Alice wrote this", "Bob wrote that"])
    assert alice.post(url, hers | {field: text[0]}).status_code == 302

    answer = bob.post(url, his | {field: text[1]})
    form = answer.context["form"]
    assert (answer.status_code, stored()) == (422, text[0])
    assert form.errors[field] == [f"Somebody saved this meanwhile: “{text[0]}”."]
    assert form.non_field_errors() == [SAVED_MEANWHILE]
    assert str(form[field].value()) == text[1]

    assert bob.post(url, filled(answer)).status_code == 302
    assert stored() == text[1]


@pytest.mark.parametrize("name", ["details", "setup", "quiz", "problem", "question", "competency"])
def test_saving_twice_in_a_row_is_no_conflict(job, name):
    url, _field, _stored = pages(job)[name]
    alice = at_work(job.company)
    for _time in range(2):
        assert alice.post(url, filled(alice.get(url))).status_code == 302


def test_both_writing_the_same_is_no_conflict(job):
    url, _field, _stored = pages(job)["details"]
    alice, bob = at_work(job.company), at_work(job.company)
    hers, his = filled(alice.get(url)), filled(bob.get(url))
    for client, sent in ((alice, hers), (bob, his)):
        assert client.post(url, sent | {"title": "Both want this"}).status_code == 302


def test_options_that_changed_meanwhile_are_not_overwritten(job):
    question = QuizQuestionFactory(job=job)
    url = f"/workspace/jobs/{job.uid}/quiz/{question.uid}/"
    alice, bob = at_work(job.company), at_work(job.company)
    his = filled(bob.get(url))
    alice.post(url, filled(alice.get(url)) | {"options-1-label": "Changed by Alice"})
    answer = bob.post(url, his)
    assert answer.status_code == 422
    assert "The rows below were changed meanwhile" in answer.context["form"].non_field_errors()[0]
    assert question.options.filter(label="Changed by Alice").count() == 1


@pytest.mark.parametrize(
    ("name", "model", "new"),
    [
        ("quiz", QuizQuestion, "quiz/new/"),
        ("problem", DSAQuestion, "coding/new/"),
        ("question", InterviewQuestion, "questions/new/"),
    ],
)
def test_what_was_taken_out_meanwhile_keeps_what_was_typed(job, name, model, new):
    url, field, _stored = pages(job)[name]
    alice, bob = at_work(job.company), at_work(job.company)
    his = filled(bob.get(url)) | {field: "Bob typed this"}
    alice.post(f"{url}act/", {"do": "delete"})
    answer = bob.post(url, his)
    assert (answer.status_code, answer.context["form"][field].value()) == (422, "Bob typed this")
    assert answer.context["action"] == f"/workspace/jobs/{job.uid}/{new}"
    assert bob.post(answer.context["action"], filled(answer)).status_code == 302
    assert model.objects.for_job(job).filter(**{field: "Bob typed this"}).count() == 1


def test_a_problem_that_a_candidate_has_before_them_is_succeeded_not_edited(job):
    problem = DSAQuestionFactory(job=job, title="As it was", approved=False)
    QuizQuestionFactory(job=job)
    job.status = JobStatus.ACTIVE
    job.save()
    alice = at_work(job.company)
    url = f"/workspace/jobs/{job.uid}/coding/{problem.uid}/"
    sent = filled(alice.get(url)) | {"title": "As it is now", "cases-0-expected_output": "4"}
    assert alice.post(url, sent).status_code == 302
    problem.refresh_from_db()
    new = DSAQuestion.objects.for_job(job).get()
    assert (problem.title, problem.is_deleted) == ("As it was", True)
    assert [case.expected_output for case in problem.cases.order_by("order")] == ["3\n", "42\n", "0\n"]
    assert (new.title, new.order, new.approved) == ("As it is now", problem.order, False)
    assert [case.expected_output for case in new.cases.order_by("order")] == ["4", "42\n", "0\n"]


def test_fingerprints_tell_which_fields_changed():
    seen = fingerprints({"a": "x", "b": ["y"], "c": None})
    assert changed_since(seen, {"a": "x", "b": ["z"], "c": None, "d": "not on the page"}) == ["b"]
    assert changed_since("broken", {"a": "x"}) == []
