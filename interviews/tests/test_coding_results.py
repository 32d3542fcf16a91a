"""What counts of the coding stage, and what becomes of programs whose worker or judge died."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.models import DSAResponse, Submission
from assessments.queries import coding_score
from assessments.services import judging, submissions
from assessments.tests.factories import DSAQuestionFactory
from assessments.tests.judges import SCRIPTED
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
