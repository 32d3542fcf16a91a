"""The coding section of a test: the same room, judge and rules as in interviews."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments.tests.judges import SCRIPTED
from edudiagno import tasks
from edudiagno.models import EduDiagnoCodePair, EduDiagnoSubmission
from edudiagno.tests import waiting_work
from edudiagno.tests.takers import SECRET, Taker, taker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


def sends(someone: Taker, code: str, kind: str = "submit", number: int = 0, **more: str):
    problem = someone.attempt.dsa_responses.select_related("question")[number].question
    body = {"kind": kind, "language": "python", "code": code, **more}
    return someone.post(f"coding/{problem.uid}/send/", json.dumps(body), content_type="application/json")


def test_the_best_submission_of_each_problem_counts_by_its_marks(run_tasks):
    someone = taker(mcq=0, coding=2)
    first = someone.attempt.test.dsa_questions.order_by("order").first()
    first.marks = 30
    first.save()
    sends(someone, "AC")
    run_tasks()
    sends(someone, "WA")
    run_tasks()
    sends(someone, "samples", number=1)
    run_tasks()
    someone.post("hand-in/")
    run_tasks()
    scored = someone.fresh()
    assert (scored.coding_score, scored.overall_score) == (pytest.approx((30 * 100 + 10 * 50) / 40), 87.5)


def test_hidden_cases_do_not_reach_the_browser(run_tasks):
    someone = taker(mcq=0, coding=1)
    answer = sends(someone, "leak")
    run_tasks()
    shown = someone.client.get(answer.json()["url"], headers={"accept": "text/html"}).content.decode()
    assert SECRET not in shown + someone.get("coding/").content.decode()


def test_a_draft_that_was_never_sent_is_submitted_at_the_end(run_tasks):
    someone = taker(mcq=0, coding=1, minutes=10)
    problem = someone.attempt.dsa_responses.get().question
    answer = someone.post(f"coding/{problem.uid}/draft/", {"language": "python", "code": "AC"})
    assert answer.status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        run_tasks(later=True)
    assert (someone.fresh().status, someone.fresh().coding_score) == ("completed", 100)


def test_scoring_waits_for_the_judge(run_tasks):
    someone = taker(mcq=0, coding=1)
    sends(someone, "AC")
    someone.post("hand-in/")
    tasks.score_attempt(someone.attempt.pk)
    assert someone.fresh().status == "scoring"
    run_tasks()
    assert someone.fresh().status == "completed"


def test_a_program_that_cannot_be_judged_does_not_count_against_anybody(run_tasks):
    from interviewer.integrations.failures import Unavailable

    someone = taker(mcq=1, coding=1)
    someone.chooses("A")
    sends(someone, "down")
    someone.post("hand-in/")
    for _try in range(10):
        try:
            run_tasks(later=True)
        except Unavailable:
            continue
        break
    assert EduDiagnoSubmission.objects.get().status == "failed"
    scored = someone.fresh()
    assert (scored.status, scored.coding_score, scored.overall_score) == ("completed", None, 100)


def test_an_earlier_version_can_be_put_back(run_tasks):
    someone = taker(mcq=0, coding=1)
    sends(someone, "AC first", "run")
    run_tasks()
    problem = someone.attempt.dsa_responses.get().question
    row = EduDiagnoSubmission.objects.get()
    page = someone.get(f"coding/{problem.uid}/versions/?language=python")
    assert [one.key for one in page.context["versions"]] == [str(row.uid), "template"]
    answer = someone.post(f"coding/{problem.uid}/restore/", {"language": "python", "version": "template"})
    assert answer.status_code == 302
    assert someone.attempt.code_drafts.get().code == "# write here\n"
    assert someone.attempt.code_snapshots.get().code == "AC first"


def test_a_submission_of_another_is_not_found():
    someone, other = taker(mcq=0, coding=1), taker(mcq=0, coding=1)
    theirs = sends(other, "AC").json()["uid"]
    assert someone.get(f"coding/submissions/{theirs}/").status_code == 404
    assert someone.post(f"coding/submissions/{theirs}/cancel/").status_code == 404
    problem = other.attempt.dsa_responses.get().question
    assert someone.post(f"coding/{problem.uid}/send/", {"code": "AC"}).status_code == 404


def test_nothing_is_taken_after_the_section():
    someone = taker(mcq=1, coding=1, coding_minutes=5)
    someone.get("coding/")
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert sends(someone, "AC").status_code == 409
    assert EduDiagnoSubmission.objects.count() == 0


def test_programs_of_two_job_seekers_that_are_alike_are_found():
    task, arguments = waiting_work.programs_to_compare_in_a_test()
    task(*arguments)
    pair = EduDiagnoCodePair.objects.get()
    assert (pair.similarity, pair.language, pair.first_id < pair.second_id) == (100, "python", True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_coding_room_asks_as_often_for_three_problems_as_for_one(count, django_assert_num_queries):
    someone = taker(mcq=0, coding=count)
    someone.get("coding/")
    with django_assert_num_queries(11):
        someone.get("coding/")
