"""The coding stage: what is kept, what is refused, what a candidate may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments.models import CodeDraft, DSAResponse, Submission
from assessments.queries import coding_score
from assessments.services import judging, submissions
from assessments.tests.factories import DSAQuestionFactory, SubmissionFactory
from assessments.tests.judges import REFUSING, SCRIPTED
from interviewer.integrations.failures import Unavailable
from interviews.tests.coders import SECRET_INPUT, SECRET_OUTPUT, Coder, coder

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def candidate() -> Coder:
    found = coder()
    found.look()
    return found


# What is kept


def test_what_was_typed_is_there_again_in_each_language(candidate):
    assert candidate.drafts("print(1)").status_code == 200
    candidate.drafts("int main() {}", "cpp")
    page = candidate.client.get(f"{candidate.url}?language=python")
    assert page.context["room"].codes == {"python": "print(1)", "cpp": "int main() {}"}
    assert page.context["room"].code == "print(1)"
    assert candidate.look().context["room"].language.slug == "cpp", "the language typed in last"


def test_a_language_begins_with_its_template(candidate):
    assert candidate.look().context["room"].code == "# write here\n"


def test_a_program_that_is_refused_is_kept_as_a_draft(candidate, settings):
    settings.JUDGE_ENGINE = REFUSING
    assert candidate.sends("AC").status_code == 503
    assert CodeDraft.objects.get().code == "AC"
    assert not Submission.objects.exists()


def test_without_a_script_choosing_a_language_keeps_the_program_of_the_other_one(candidate):
    moved = candidate.sends("print(1)", "save", language="cpp", shown_language="python", json=False)
    page = candidate.client.get(moved.url)
    assert page.context["room"].language.slug == "cpp"
    assert page.context["room"].codes["python"] == "print(1)"


def test_the_clock_does_not_start_again(candidate):
    before = candidate.look().context["deadline"]
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert candidate.look().context["deadline"] == before


# What is refused


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("x" * (64 * 1024 + 1), "64 KiB"),
        ("print(\x00)", "NUL"),
        ("print('\ud800')", "surrogate"),
        ("  \n", "no code yet"),
    ],
    ids=["too large", "NUL", "lone surrogate", "empty"],
)
def test_what_can_not_be_a_program_is_refused_with_what_to_do(candidate, code, says):
    answer = candidate.sends(code)
    assert answer.status_code == 422
    problem = answer.json()
    assert says in problem["detail"]
    assert problem["errors"][0]["pointer"] == "/code"
    assert not Submission.objects.exists()


def test_a_draft_that_is_no_text_is_refused_and_the_one_before_stays(candidate):
    candidate.drafts("print(1)")
    assert candidate.drafts("print(\x00)").status_code == 422
    assert candidate.drafts("y" * 70_000).status_code == 422
    assert CodeDraft.objects.get().code == "print(1)"


@pytest.mark.parametrize("body", [b'{"code": "\xff\xfe"}', b"{", b"[]"])
def test_a_body_that_is_no_json_is_a_clear_refusal(candidate, body):
    url = f"{candidate.url}{candidate.problem.uid}/send/"
    answer = candidate.client.post(url, body, content_type="application/json")
    assert answer.status_code == 422
    assert "could not be read" in answer.json()["detail"]


def test_bytes_that_are_no_utf8_in_a_form_are_no_error_of_ours(candidate):
    url = f"{candidate.url}{candidate.problem.uid}/send/"
    body = b"kind=run&language=python&code=print(%FF%FE)"
    answer = candidate.client.post(url, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 422}


def test_a_language_that_is_not_installed_or_not_allowed_is_named_as_such():
    candidate = coder(coding_languages=["python"])
    candidate.look()
    for language in ("java", "cpp", "brainfuck", ""):
        answer = candidate.sends("AC", language=language)
        assert answer.status_code == 422
        assert "Choose one of: python." in answer.json()["detail"]


def test_without_a_script_a_refusal_is_said_on_the_page_and_nothing_is_lost(candidate):
    page = candidate.client.get(candidate.sends("AC", language="java", json=False).url)
    assert "Choose one of: cpp, python." in page.content.decode()
    assert CodeDraft.objects.get().code == "AC"


def test_an_own_input_has_a_limit(candidate):
    answer = candidate.sends("AC", "run", uses_own_input="yes", own_input="1" * 65_537)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/own_input")


def test_a_second_program_waits_for_the_first(candidate, run_tasks):
    assert candidate.sends("AC").status_code == 202
    answer = candidate.sends("AC")
    assert (answer.status_code, answer["Retry-After"]) == (429, "2")
    run_tasks()
    assert candidate.sends("AC").status_code == 202


def test_only_so_many_runs_in_a_minute(candidate, run_tasks):
    for _number in range(submissions.RUNS_PER_MINUTE):
        assert candidate.sends("AC", "run").status_code == 202
        run_tasks()
    answer = candidate.sends("AC", "run")
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert f"try again in {answer['Retry-After']} seconds" in answer.json()["detail"]
    with time_machine.travel(timezone.now() + timedelta(seconds=70)):
        assert candidate.sends("AC", "run").status_code == 202


def test_runs_of_a_problem_are_numbered_and_submitting_stays_possible(candidate, monkeypatch, run_tasks):
    monkeypatch.setattr(submissions, "RUNS_PER_PROBLEM", 1)
    candidate.sends("AC", "run")
    run_tasks()
    answer = candidate.sends("AC", "run")
    assert (answer.status_code, "You can still submit" in answer.json()["detail"]) == (429, True)
    assert candidate.sends("AC").status_code == 202


def test_submissions_of_a_problem_are_numbered(candidate, monkeypatch, run_tasks):
    monkeypatch.setattr(submissions, "SUBMISSIONS_PER_PROBLEM", 2)
    for _number in range(2):
        candidate.sends("WA")
        run_tasks()
    answer = candidate.sends("AC")
    assert (answer.status_code, "all submissions" in answer.json()["detail"]) == (429, True)


def test_a_problem_of_another_job_is_missing(candidate):
    strange = DSAQuestionFactory()
    assert candidate.sends("AC", problem=strange).status_code == 404
    assert candidate.client.post(f"{candidate.url}{strange.uid}/draft/", {"code": "x"}).status_code == 404


def test_after_its_time_the_stage_takes_nothing(candidate):
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        answer = candidate.sends("AC")
        assert (answer.status_code, answer.json()["code"]) == (409, "too-late")
        assert candidate.look().status_code == 302


# What a candidate may see


def test_hidden_cases_never_leave_the_server(candidate, run_tasks):
    candidate.sends("samples leak")
    run_tasks()
    seen = [
        candidate.look(),
        candidate.looks_at(candidate.submission()),
        candidate.looks_at(candidate.submission(), accept="application/json"),
        candidate.client.get(f"{candidate.url}finish/"),
    ]
    for answer in seen:
        assert answer.status_code == 200
        text = answer.content.decode()
        assert SECRET_INPUT not in text
        assert SECRET_OUTPUT not in text


def test_the_verdict_comes_with_every_case_samples_first(candidate, run_tasks):
    candidate.sends("samples 3")
    run_tasks()
    state = candidate.looks_at(candidate.submission(), accept="application/json").json()
    assert (state["done"], state["verdict"], state["cases_passed"], state["cases_total"]) == (
        True,
        "WA",
        1,
        4,
    )
    assert [case["name"] for case in state["cases"]] == ["Sample 1", "Hidden 1", "Hidden 2", "Hidden 3"]
    assert state["cases"][0]["expected"] == "3\n"
    assert set(state["cases"][1]) == {
        "name",
        "verdict",
        "verdict_label",
        "time_ms",
        "memory_kib",
        "is_sample",
    }


def test_running_judges_the_samples_only(candidate, run_tasks):
    candidate.sends("AC", "run")
    run_tasks()
    assert [case.name for case in candidate.submission().cases.all()] == ["Sample 1"]
    assert not DSAResponse.objects.exists()


def test_an_own_input_is_run_and_its_output_shown(candidate, run_tasks):
    candidate.sends("AC forty-two", "run", uses_own_input="yes", own_input="6 7")
    run_tasks()
    page = candidate.looks_at(candidate.submission()).content.decode()
    assert "forty-two" in page
    assert "Expected" not in page


def test_the_compiler_is_quoted(candidate, run_tasks):
    candidate.sends("CE", language="cpp")
    run_tasks()
    assert "expected &#x27;;&#x27;" in candidate.looks_at(candidate.submission()).content.decode()


def test_a_queued_program_is_answered_with_where_to_look(candidate):
    answer = candidate.sends("AC")
    assert answer.status_code == 202
    assert answer["Location"] == answer.json()["url"]
    assert candidate.client.get(answer["Location"]).status_code == 200


def test_the_page_shows_the_differing_line(candidate, run_tasks):
    candidate.sends("WA 4", "run")
    run_tasks()
    page = candidate.looks_at(candidate.submission()).content.decode()
    assert "is-different" in page
    state = candidate.looks_at(candidate.submission(), accept="application/json").json()
    (line,) = state["cases"][0]["lines"]
    assert line == {"number": 1, "expected": "3", "printed": "4", "is_same": False}


def test_a_language_that_is_not_installed_is_shown_with_the_reason(candidate):
    page = candidate.look()
    assert [one.slug for one in page.context["room"].missing_languages] == ["java"]
    assert "not installed" in page.content.decode()


def test_asking_again_costs_little_while_nothing_changed(candidate, django_assert_max_num_queries):
    candidate.sends("AC")
    first = candidate.looks_at(candidate.submission())
    with django_assert_max_num_queries(6):
        candidate.client.get(first.wsgi_request.path, headers={"If-None-Match": first["ETag"]})


def test_asking_again_costs_nothing_while_nothing_changed(candidate):
    candidate.sends("AC")
    first = candidate.looks_at(candidate.submission())
    again = candidate.looks_at(candidate.submission(), if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_somebody_elses_submission_is_missing(candidate):
    assert candidate.looks_at(SubmissionFactory()).status_code == 404


def test_a_machine_without_a_sandbox_says_so_and_lets_the_candidate_go_on(candidate, settings):
    settings.JUDGE_ENGINE = REFUSING
    page = candidate.look().content.decode()
    assert "No sandbox can be made here." in page
    assert "does not count against you" in page
    candidate.drafts("AC")
    assert candidate.client.post(f"{candidate.url}finish/").status_code == 302
    with pytest.raises(Unavailable):
        judging.judge(submission_id=candidate.submission().pk)
    assert coding_score(interview=candidate.interview) is None


def test_the_room_costs_the_same_however_much_was_sent(candidate, run_tasks, django_assert_max_num_queries):
    for number in range(6):
        DSAQuestionFactory(job=candidate.interview.job, order=20 + number)
    with django_assert_max_num_queries(17):
        candidate.look()
    for _number in range(8):
        candidate.sends("WA")
        run_tasks()
    with django_assert_max_num_queries(17):
        candidate.look()
