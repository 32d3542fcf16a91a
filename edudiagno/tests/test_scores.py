"""Scores: weights, percentiles and the EduDiagno score by hand; negative marks."""

from __future__ import annotations

import random

import pytest

from edudiagno.drawing import Candidate, drawn, option_order
from edudiagno.scores import MIN_TAKERS, Best, Part, edudiagno_score, percentile, weighted
from edudiagno.tests.takers import published, taker
from seekers.tests.factories import JobSeekerFactory


def test_what_could_not_be_scored_is_left_out():
    assert weighted([Part(40, 80), Part(40, None), Part(20, 50)]) == 70
    assert weighted([Part(40, None)]) is None


def test_the_percentile_counts_half_of_the_equal():
    others = [10.0] * 4 + [50.0] * 2 + [90.0] * 4
    assert percentile(50, others) == 50  # (4 + 2/2) of 10
    assert percentile(95, others) == 100
    assert percentile(50, others[: MIN_TAKERS - 1]) is None


def test_the_edudiagno_score_weighs_levels():
    assert edudiagno_score([]) is None
    # (2 * 100 + 4 * 70) / 6
    assert edudiagno_score([Best("beginner", 100), Best("advanced", 70)]) == 80


def test_a_draw_takes_as_many_of_each_pool_and_keeps_the_order():
    questions = [Candidate(1), Candidate(2, "a"), Candidate(3, "a"), Candidate(4, "b"), Candidate(5)]
    found = drawn(questions, {"a": 1, "b": 5}, random.Random(7), is_shuffled=False)
    assert (len(found), found == sorted(found), {1, 4, 5} <= set(found)) == (4, True, True)
    assert option_order(3, random.Random(1), is_shuffled=False) == [0, 1, 2]


@pytest.mark.django_db
def test_a_wrong_answer_takes_marks_away_and_an_open_one_does_not(run_tasks):
    someone = taker(mcq=4, penalty_percent=50)
    someone.chooses("A", 0)
    someone.chooses("A", 1)
    someone.chooses("B", 2)
    someone.post("hand-in/")
    run_tasks()
    assert someone.fresh().mcq_score == 37.5  # (2 - 0.5) of 4


@pytest.mark.django_db
def test_a_score_is_never_below_nothing(run_tasks):
    someone = taker(mcq=2, penalty_percent=100)
    someone.chooses("B")
    someone.post("hand-in/")
    run_tasks()
    assert someone.fresh().mcq_score == 0


@pytest.mark.django_db
def test_the_best_attempt_of_a_test_counts_and_a_flagged_one_does_not(run_tasks):
    from edudiagno.services import attempts
    from interviewer.accounts.tests.factories import StaffFactory

    test, seeker = published(mcq=2, cool_down_days=0), JobSeekerFactory()
    made = []
    for right in (2, 1):
        someone = taker(test, seeker)
        for number in range(right):
            someone.chooses("A", number)
        someone.post("hand-in/")
        run_tasks()
        made.append(someone.fresh())
    seeker.refresh_from_db()
    assert seeker.edudiagno_score == 100
    attempts.flag(actor=StaffFactory(), attempt=made[0], is_flagged=True)
    seeker.refresh_from_db()
    assert seeker.edudiagno_score == 50
    attempts.flag(actor=StaffFactory(), attempt=made[0], is_flagged=False)
    seeker.refresh_from_db()
    assert seeker.edudiagno_score == 100


@pytest.mark.django_db
def test_the_percentile_is_shown_once_enough_took_the_test(run_tasks):
    from edudiagno.queries import percentile_of

    test = published(mcq=2)
    people = [taker(test) for _number in range(MIN_TAKERS + 1)]
    for number, someone in enumerate(people):
        someone.chooses("A", 0)
        if number < 4:
            someone.chooses("A", 1)
        someone.post("hand-in/")
    run_tasks()
    assert percentile_of(attempt=people[0].fresh()) == 85  # 7 below and 3/2 equal of 10


@pytest.mark.django_db
def test_only_those_who_wish_are_on_the_leaderboard(client, run_tasks):
    test = published(mcq=1)
    people = [taker(test, JobSeekerFactory(first_name=name, last_name="Rao")) for name in ("Asha", "Mallory")]
    for someone in people:
        someone.chooses("A")
        someone.post("hand-in/")
    run_tasks()
    people[0].post("leaderboard/", {"show": "yes"})
    page = client.get(f"/tests/{test.slug}/leaderboard/").content.decode()
    assert ("Asha R." in page, "Asha Rao" in page, "Mallory" in page) == (True, False, False)
    people[0].post("leaderboard/", {"show": "no"})
    assert "Asha" not in client.get(f"/tests/{test.slug}/leaderboard/").content.decode()
