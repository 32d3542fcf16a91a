"""Taking a test: rules, clocks, saving, crashes, and who ends it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from edudiagno import models
from edudiagno.enums import AttemptStatus
from edudiagno.models import EduDiagnoAccommodation, EduDiagnoAttempt
from edudiagno.services import attempts
from edudiagno.services.tests import close
from edudiagno.tests.factories import EduDiagnoDrawFactory, EduDiagnoMCQQuestionFactory, EduDiagnoTestFactory
from edudiagno.tests.takers import browser_of, published, taker
from interviewer import background
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.errors import Conflict
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db


def minutes(count: float) -> time_machine.travel:
    """That much later."""
    return time_machine.travel(timezone.now() + timedelta(minutes=count), tick=False)


def test_a_test_from_the_catalogue_to_its_score(run_tasks):
    test, seeker = published(mcq=4), JobSeekerFactory()
    client = browser_of(seeker)
    assert client.get("/tests/").context["offers"][0].test == test
    answer = client.post(f"/tests/{test.slug}/begin/")
    row = EduDiagnoAttempt.objects.get()
    assert answer.url == f"/attempts/{row.uid}/"
    someone = taker(test, seeker)
    for number in range(3):
        assert someone.chooses("A", number).status_code == 302
    someone.chooses("B", 3)
    assert someone.post("hand-in/").url == f"{someone.url}result/"
    run_tasks()
    scored = someone.fresh()
    assert (scored.status, scored.mcq_score, scored.overall_score, scored.passed) == (
        "completed",
        75,
        75,
        True,
    )
    seeker.refresh_from_db()
    assert seeker.edudiagno_score == 75
    page = someone.get("result/").content.decode()
    assert ("Because A is." in page, "75 of 100" in page) == (True, True)


def test_what_is_right_does_not_reach_the_browser_before_the_end():
    someone = taker(mcq=1)
    for path in ("quiz/", "quiz/review/", ""):
        page = someone.get(path).content.decode()
        assert [word in page for word in ("is_correct", "Because A is", "explanation")] == [False] * 3
    assert someone.chooses("A", accept="application/json").json() == {"saved": True}


@pytest.mark.parametrize(("policy", "shows"), [("scores", (0, 0)), ("right", (1, 0)), ("explained", (1, 1))])
def test_the_test_says_what_is_shown_afterwards(policy, shows, run_tasks):
    someone = taker(mcq=1, feedback_policy=policy)
    someone.chooses("B")
    someone.post("hand-in/")
    assert "right answer" not in someone.get("result/").content.decode()
    run_tasks()
    page = someone.get("result/").content.decode()
    assert (page.count("right answer"), page.count("Because A is.")) == shows


def test_the_order_is_drawn_once_and_stays():
    someone = taker(mcq=8)
    orders = [[one.uid for one in someone.get("quiz/").context["questions"]] for _time in range(2)]
    assert orders[0] == orders[1]
    others = [
        list(taker(someone.attempt.test).attempt.mcq_responses.values_list("question_id", flat=True))
        for _one in range(4)
    ]
    assert len({tuple(order) for order in others}) > 1


def test_of_a_pool_as_many_are_drawn_as_the_test_says():
    test = EduDiagnoTestFactory()
    EduDiagnoMCQQuestionFactory(test=test, description="always")
    for number in range(5):
        EduDiagnoMCQQuestionFactory(test=test, pool="pool", description=f"pool {number}")
    EduDiagnoDrawFactory(test=test, pool="pool", count=2)
    test.status = "published"
    test.save()
    someone = taker(test)
    texts = [row.question.description for row in someone.attempt.mcq_responses.select_related("question")]
    assert (len(texts), "always" in texts) == (3, True)
    assert someone.client.get("/tests/").context["offers"][0].sections[0].count == 3


def test_beginning_twice_leads_to_the_same_attempt():
    test, seeker = published(), JobSeekerFactory()
    first, second = (attempts.begin(seeker=seeker, test=test) for _tab in range(2))
    assert first == second
    assert EduDiagnoAttempt.objects.count() == 1


def test_one_test_at_a_time():
    someone = taker()
    with pytest.raises(Conflict, match="one test at a time"):
        attempts.begin(seeker=someone.seeker, test=published())


def test_the_cool_down_and_the_number_of_attempts_are_kept(run_tasks):
    test, seeker = published(cool_down_days=7, max_attempts=2), JobSeekerFactory()
    client = browser_of(seeker)
    now = timezone.now()
    for day in (0, 8):
        with time_machine.travel(now + timedelta(days=day)):
            taker(test, seeker).post("hand-in/")
    with time_machine.travel(now + timedelta(days=9)), pytest.raises(Conflict, match="all attempts"):
        attempts.begin(seeker=seeker, test=test)
    test.max_attempts = 3
    test.save()
    with time_machine.travel(now + timedelta(days=9)):
        answer = client.post(f"/tests/{test.slug}/begin/", follow=True)
        assert "again from" in answer.content.decode()
    with time_machine.travel(now + timedelta(days=16)):
        assert attempts.begin(seeker=seeker, test=test).status == AttemptStatus.IN_PROGRESS


def test_a_new_version_does_not_give_new_attempts():
    from edudiagno.services.tests import new_version, publish

    someone = taker(max_attempts=1)
    someone.post("hand-in/")
    made = new_version(actor=StaffFactory(), test=someone.attempt.test)
    publish(actor=StaffFactory(), test=made)
    with pytest.raises(Conflict, match="all attempts"):
        attempts.begin(seeker=someone.seeker, test=made)


def test_an_answer_after_the_deadline_is_refused_and_what_was_saved_counts(run_tasks):
    someone = taker(mcq=2, minutes=10)
    someone.chooses("A", 0)
    with minutes(10.5):
        answer = someone.chooses("A", 1, accept="application/json")
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/too-late/")
        run_tasks()
    assert (someone.fresh().timed_out, someone.fresh().mcq_score) == (True, 50)


def test_an_answer_that_was_on_its_way_when_the_clock_struck_counts():
    someone = taker(mcq=1, minutes=10)
    with time_machine.travel(someone.attempt.deadline_at + timedelta(seconds=1), tick=False):
        assert someone.chooses("A", accept="application/json").status_code == 200


def test_the_server_ends_a_test_whose_browser_is_gone(run_tasks):
    someone = taker(mcq=1, minutes=10)
    someone.chooses("A")
    with minutes(11):
        run_tasks(later=True)
    scored = someone.fresh()
    assert (scored.status, scored.timed_out, scored.overall_score) == ("completed", True, 100)
    assert scored.submitted_at == scored.deadline_at


def test_a_task_that_comes_before_the_time_ends_nothing(run_tasks):
    someone = taker(mcq=1, minutes=10)
    run_tasks(later=True)
    assert someone.fresh().status == "in_progress"


def test_a_lost_task_does_not_keep_a_test_open(run_tasks):
    from django_q.models import OrmQ, Schedule

    someone = taker(mcq=1, minutes=10)
    Schedule.objects.all().delete()
    with minutes(11):
        background.reconcile()
        OrmQ.objects.all().delete()  # the worker died at this very moment
    assert someone.fresh().status == "scoring"
    with minutes(15):
        background.reconcile()
        run_tasks()
    assert someone.fresh().status == "completed"


def test_handing_in_twice_changes_nothing(run_tasks):
    someone = taker(mcq=1)
    assert [someone.post("hand-in/").status_code for _tab in range(2)] == [302, 302]
    run_tasks()
    assert someone.fresh().status == "completed"


def test_a_started_attempt_at_a_closed_test_goes_on(run_tasks):
    someone = taker(mcq=1)
    close(actor=StaffFactory(), test=someone.attempt.test)
    assert someone.chooses("A").status_code == 302
    with pytest.raises(Conflict, match="closed"):
        attempts.begin(seeker=JobSeekerFactory(), test=someone.fresh().test)
    someone.post("hand-in/")
    run_tasks()
    assert someone.fresh().overall_score == 100


def test_a_section_ends_with_its_own_clock_and_the_test_goes_on():
    someone = taker(mcq=1, coding=1, minutes=60, mcq_minutes=5)
    someone.get("quiz/")
    with minutes(6):
        answer = someone.chooses("A")
        assert answer.url == someone.url
        assert someone.get("coding/").status_code == 200
    assert someone.attempt.mcq_responses.get().chosen == []


def test_a_section_that_was_handed_in_stays_closed():
    someone = taker(mcq=1, coding=1)
    someone.get("quiz/")
    assert someone.post("quiz/hand-in/").url == someone.url
    assert someone.chooses("A").url == someone.url
    assert someone.attempt.mcq_responses.get().chosen == []


def test_two_tabs_see_one_attempt_and_the_last_choice_stands():
    someone = taker(mcq=1)
    other = browser_of(someone.seeker)
    someone.chooses("A")
    row = someone.attempt.mcq_responses.select_related("question").get()
    other.post(f"{someone.url}quiz/{row.question.uid}/", {"option": someone.places()["B"]})
    row.refresh_from_db()
    assert row.chosen == [someone.places()["B"]]


def test_a_reload_shows_what_was_chosen_and_marked():
    someone = taker(mcq=1)
    row = someone.attempt.mcq_responses.select_related("question").get()
    someone.post(f"quiz/{row.question.uid}/", {"option": 0, "marked": "on"})
    shown = browser_of(someone.seeker).get(f"{someone.url}quiz/").context["question"]
    assert (shown.is_answered, shown.is_marked) == (True, True)


@pytest.mark.parametrize("option", ["7", "x", "-1", "99999999999999999999", "1.5"])
def test_an_option_that_there_is_not_is_refused(option):
    someone = taker(mcq=1)
    row = someone.attempt.mcq_responses.select_related("question").get()
    json = {"accept": "application/json"}
    answer = someone.post(f"quiz/{row.question.uid}/", {"option": option}, headers=json)
    assert (answer.status_code, someone.attempt.mcq_responses.get().chosen) == (422, [])


def test_two_options_where_one_is_asked_are_refused():
    someone = taker(mcq=1)
    row = someone.attempt.mcq_responses.select_related("question").get()
    answer = someone.post(
        f"quiz/{row.question.uid}/", {"option": ["0", "1"]}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 422


def test_a_question_of_another_test_is_not_found():
    someone, other = taker(mcq=1), taker(mcq=1)
    theirs = other.attempt.mcq_responses.select_related("question").get().question
    for uid in (theirs.uid, uuid.uuid4()):
        assert someone.post(f"quiz/{uid}/", {"option": 0}).status_code == 404
    assert other.attempt.mcq_responses.get().chosen == []


def test_anothers_attempt_is_not_found():
    someone, stranger = taker(mcq=1), browser_of(JobSeekerFactory())
    for path in ("", "quiz/", "result/", "state/", "certificate.pdf"):
        assert stranger.get(f"{someone.url}{path}").status_code == 404
    assert stranger.post(f"{someone.url}hand-in/").status_code == 404


def test_extra_time_moves_both_clocks():
    seeker = JobSeekerFactory()
    EduDiagnoAccommodation.objects.create(job_seeker=seeker, extra_time_percent=50)
    someone = taker(published(mcq=1, minutes=60, mcq_minutes=10), seeker)
    row = someone.attempt
    assert row.deadline_at - row.started_at == timedelta(minutes=90)
    someone.get("quiz/")
    opened = someone.fresh().sections["mcq"]
    span = timezone.datetime.fromisoformat(opened["deadline_at"]) - timezone.datetime.fromisoformat(
        opened["opened_at"]
    )
    assert span == timedelta(minutes=15)


def test_a_draft_is_not_to_be_found():
    test = EduDiagnoTestFactory()
    client = browser_of(JobSeekerFactory())
    assert client.get(f"/tests/{test.slug}/").status_code == 404
    assert client.post(f"/tests/{test.slug}/begin/").status_code == 404
    assert models.EduDiagnoAttempt.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_catalogue_asks_as_often_for_three_tests_as_for_one(client, count, django_assert_num_queries):
    for _number in range(count):
        published(mcq=2, coding=1)
    with django_assert_num_queries(7):
        client.get("/tests/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_quiz_asks_as_often_for_three_questions_as_for_one(count, django_assert_num_queries):
    someone = taker(mcq=count)
    someone.get("quiz/")
    with django_assert_num_queries(6):
        someone.get("quiz/")


@pytest.mark.parametrize("count", [1, 3])
def test_my_tests_ask_as_often_for_three_attempts_as_for_one(count, django_assert_num_queries):
    seeker = JobSeekerFactory()
    for _number in range(count):
        someone = taker(published(mcq=1), seeker)
        someone.post("hand-in/")
    with django_assert_num_queries(6):
        someone.client.get("/me/tests/")
