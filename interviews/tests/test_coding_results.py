"""What counts of the coding stage, and what becomes of programs whose worker or judge died."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.models import DSAQuestion, DSAResponse, Submission
from assessments.queries import coding_score
from assessments.services import judging, submissions
from assessments.tests.factories import DSAQuestionFactory, DSAResponseFactory, SubmissionFactory
from assessments.tests.judges import SCRIPTED, ScriptedJudge
from companies.enums import Role
from companies.tests.factories import MembershipFactory
from interviewer.integrations.failures import Unavailable
from interviews.services import coding, stages
from interviews.tests.coders import Coder, coder

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def candidate() -> Coder:
    found = coder()
    found.look()
    return found


# What counts


def test_the_best_submission_counts_and_an_equal_one_comes_too_late(candidate, run_tasks):
    for code in ("samples", "AC first", "AC second", "WA"):
        candidate.sends(code)
        run_tasks()
    best = DSAResponse.objects.get()
    assert (best.code, best.passed, best.cases_passed, float(best.score)) == ("AC first", True, 4, 100.0)
    assert coding_score(interview=candidate.interview) == 100


def test_each_case_that_passes_gives_points(candidate, run_tasks):
    candidate.sends("samples")
    run_tasks()
    assert 0 < coding_score(interview=candidate.interview) < 100


def test_each_table_of_verdicts_is_named_after_its_problem(client):
    other = coder()
    titles = [row.title for row in DSAQuestion.objects.filter(job=other.interview.job)]
    titles.append(DSAQuestionFactory(job=other.interview.job, title="Second thoughts", order=30).title)
    for question in DSAQuestion.objects.filter(job=other.interview.job):
        submission = SubmissionFactory(interview=other.interview, question=question)
        DSAResponseFactory(interview=other.interview, question=question, submission=submission)
    client.force_login(MembershipFactory(company=other.interview.job.company, role=Role.REVIEWER).user)
    page = client.get(f"/workspace/candidates/{other.interview.uid}/?tab=code").content.decode()
    assert sorted(re.findall(r'aria-label="Verdicts: ([^"]+)"', page)) == sorted(titles)


def test_a_problem_without_a_submission_counts_nothing(candidate, run_tasks):
    other = coder()
    DSAQuestionFactory(job=other.interview.job, order=30)
    other.look()
    other.sends("AC")
    run_tasks()
    assert coding_score(interview=other.interview) == 50


def test_what_was_written_and_never_submitted_is_submitted_at_the_end(candidate, run_tasks):
    candidate.drafts("AC")
    moved = candidate.client.post(f"{candidate.url}finish/")
    assert moved.status_code == 302
    row = candidate.submission()
    assert (row.kind, row.code) == (SubmissionKind.SUBMIT, "AC")
    run_tasks()
    assert coding_score(interview=candidate.interview) == 100


def test_the_clock_submits_what_was_written_though_nobody_is_there(candidate, run_tasks):
    candidate.drafts("AC")
    with time_machine.travel(timezone.now() + timedelta(minutes=40)):
        assert stages.settle_overdue() == 1
    run_tasks()
    assert DSAResponse.objects.get().passed


def test_before_handing_in_the_page_says_what_is_open(candidate):
    assert "nothing written" in candidate.client.get(f"{candidate.url}finish/").content.decode()
    candidate.drafts("print(1)")
    assert "written, not submitted" in candidate.client.get(f"{candidate.url}finish/").content.decode()
    candidate.sends("AC")
    assert "being judged" in candidate.client.get(f"{candidate.url}finish/").content.decode()


# The worker


def test_two_workers_with_one_submission_judge_it_once(candidate):
    candidate.sends("AC")
    row = candidate.submission()
    Submission.objects.filter(pk=row.pk).update(status=SubmissionStatus.JUDGING, claimed_at=timezone.now())
    judging.judge(submission_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.cases.count()) == (SubmissionStatus.JUDGING, 0)


def test_what_a_killed_worker_left_is_judged_again(candidate, run_tasks):
    candidate.sends("AC")
    row = candidate.submission()
    claimed = timezone.now() - judging.LEASE - timedelta(seconds=1)
    Submission.objects.filter(pk=row.pk).update(
        status=SubmissionStatus.JUDGING, claimed_at=claimed, created_at=claimed
    )
    assert submissions.judge_forgotten() == 1
    run_tasks()
    row.refresh_from_db()
    assert (row.status, row.verdict, row.attempts) == (SubmissionStatus.DONE, "AC", 1)


def test_a_claim_that_is_fresh_is_left_alone(candidate):
    candidate.sends("AC")
    Submission.objects.update(status=SubmissionStatus.JUDGING, claimed_at=timezone.now())
    assert submissions.judge_forgotten() == 0


def test_our_failure_is_tried_again_and_never_counts_against_the_candidate(candidate):
    candidate.sends("down")
    row = candidate.submission()
    for _attempt in range(judging.MAX_ATTEMPTS - 1):
        with pytest.raises(Unavailable):
            judging.judge(submission_id=row.pk)
    judging.judge(submission_id=row.pk)
    row.refresh_from_db()
    assert row.status == SubmissionStatus.FAILED
    assert "our fault" in candidate.looks_at(row).content.decode()
    assert coding_score(interview=candidate.interview) is None


def test_an_internal_error_of_the_judge_is_not_a_verdict(candidate):
    candidate.sends("IE")
    with pytest.raises(Unavailable):
        judging.judge(submission_id=candidate.submission().pk)
    assert candidate.submission().status == SubmissionStatus.QUEUED
    assert not DSAResponse.objects.exists()


def test_the_problems_of_a_candidate_stay_though_the_job_changes(candidate):
    DSAQuestionFactory(job=candidate.interview.job, order=40)
    assert len(coding.problems(coding.begin(interview=candidate.interview))) == 1


# Cancelling, and a worker that comes back from the dead


def cancels(who: Coder, submission: Submission, **headers: str):
    return who.client.post(f"{who.url}submissions/{submission.uid}/cancel/", headers=headers)


def test_a_waiting_submission_is_cancelled_and_not_judged(candidate, run_tasks):
    candidate.sends("AC")
    row = candidate.submission()
    answer = cancels(candidate, row, accept="application/json")
    assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    run_tasks()
    row.refresh_from_db()
    assert (row.status, row.verdict, row.cases.count()) == (SubmissionStatus.CANCELLED, "", 0)
    assert "nothing was judged" in candidate.looks_at(row).content.decode()
    assert candidate.sends("AC").status_code == 202, "the next one need not wait"


def test_what_is_judged_already_can_not_be_cancelled(candidate, run_tasks):
    candidate.sends("AC")
    run_tasks()
    assert cancels(candidate, candidate.submission(), accept="application/json").status_code == 409
    assert cancels(candidate, candidate.submission()).status_code == 302
    assert DSAResponse.objects.get().passed


def test_somebody_elses_submission_is_not_cancelled(candidate):
    other = coder()
    other.look()
    other.sends("AC")
    assert cancels(candidate, other.submission()).status_code == 404
    assert other.submission().status == SubmissionStatus.QUEUED


def test_cancelling_is_no_way_out_of_a_problem(candidate, run_tasks):
    candidate.sends("WA")
    cancels(candidate, candidate.submission())
    assert "written, not submitted" in candidate.client.get(f"{candidate.url}finish/").content.decode()
    candidate.client.post(f"{candidate.url}finish/")
    run_tasks()
    assert coding_score(interview=candidate.interview) == 0


class Meanwhile(ScriptedJudge):
    """Something happens to the submission while it is judged, after its first case."""

    happens: Callable[[], None]
    told = 0

    def judge(self, request, on_case=None):
        def first(result):
            type(self).told += 1
            on_case(result)
            type(self).happens()

        return super().judge(request, first)


@pytest.fixture
def meanwhile(monkeypatch):
    def arrange(happens):
        monkeypatch.setattr(Meanwhile, "happens", staticmethod(happens), raising=False)
        monkeypatch.setattr(Meanwhile, "told", 0)
        monkeypatch.setattr(judging, "get_judge", Meanwhile)
        return Meanwhile

    return arrange


def test_cancelling_stops_a_judging_at_the_next_case(candidate, meanwhile):
    candidate.sends("AC")
    row = candidate.submission()
    judge = meanwhile(lambda: submissions.cancel(sitting=candidate.interview, uid=row.uid))
    judging.judge(submission_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.cases.count(), judge.told) == (SubmissionStatus.CANCELLED, 1, 2)
    assert not DSAResponse.objects.exists()


def test_a_worker_thought_dead_writes_nothing_into_the_next_ones_judging(candidate, meanwhile):
    candidate.sends("AC old")
    row = candidate.submission()

    def taken_over():
        Submission.objects.filter(pk=row.pk).update(attempts=row.attempts + 2)

    meanwhile(taken_over)
    judging.judge(submission_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.verdict, row.cases.count()) == (SubmissionStatus.JUDGING, "", 1)


def test_a_long_judging_renews_its_claim(candidate, meanwhile):
    candidate.sends("AC")
    row = candidate.submission()
    seen = []
    meanwhile(lambda: seen.append(submissions.judge_forgotten()))
    with time_machine.travel(timezone.now()) as clock:
        Meanwhile.happens = staticmethod(
            lambda: (seen.append(submissions.judge_forgotten()), clock.shift(timedelta(minutes=2)))
        )
        judging.judge(submission_id=row.pk)
    row.refresh_from_db()
    assert (seen, row.status) == ([0, 0, 0, 0], SubmissionStatus.DONE)


def test_a_program_that_kills_its_workers_is_given_up_in_the_end(candidate):
    candidate.sends("AC")
    claimed = timezone.now() - judging.LEASE - timedelta(seconds=1)
    Submission.objects.update(
        status=SubmissionStatus.JUDGING, claimed_at=claimed, attempts=judging.MAX_ATTEMPTS
    )
    submissions.judge_forgotten()
    row = candidate.submission()
    assert row.status == SubmissionStatus.FAILED
    assert "our fault" in row.message


def test_the_cases_are_told_as_they_come(candidate, meanwhile):
    candidate.sends("AC")
    row = candidate.submission()
    seen = []

    def look():
        state = candidate.looks_at(row, accept="application/json").json()
        seen.append((state["cases_judged"], state["cases_total"], state["done"]))

    meanwhile(look)
    judging.judge(submission_id=row.pk)
    assert seen == [(1, 4, False), (2, 4, False), (3, 4, False), (4, 4, False)]
