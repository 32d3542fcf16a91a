"""The quiz: the server's clock, every choice saved, nothing of what is right ever sent."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.models import QuizQuestion, QuizResponse
from assessments.tests.factories import QuizOptionFactory, QuizQuestionFactory
from companies.enums import QuizTiming
from interviews.enums import Stage
from interviews.tests.arrivals import Browser, link, stage_of
from interviews.tests.conversations import Candidate, sitting

pytestmark = pytest.mark.django_db

START = timezone.now().replace(microsecond=0)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PER_QUESTION = {"quiz_timing": QuizTiming.PER_QUESTION}


class Taker(Candidate):
    """A candidate whose next stage is the quiz."""

    def url(self, rest: str = "") -> str:
        return link(self.interview, f"quiz/{rest}")

    def starts(self):
        return self.client.post(self.url())

    def question(self, number: int = 1) -> QuizQuestion:
        attempt = self.interview.stage_attempts.get(stage=Stage.QUIZ)
        return QuizQuestion.objects.get(pk=attempt.state["order"][number - 1][0])

    def sends(self, question: QuizQuestion, *labels: str, json: bool = True, **more: object):
        options = [question.options.get(label=label).uid for label in labels]
        headers = {"Accept": "application/json"} if json else {}
        return self.client.post(
            self.url(f"{question.uid}/"), {"option": options, **more}, headers=headers, follow=not json
        )

    def chosen(self, question: QuizQuestion) -> list[str]:
        rows = QuizResponse.objects.filter(interview=self.interview, question=question)
        return sorted(rows.values_list("option__label", flat=True))


def taker(count: int = 3, **job: object) -> Taker:
    candidate = Taker(sitting(at=Stage.QUIZ, **{"has_quiz": True, "quiz_minutes": 10} | job))
    QuizQuestionFactory.create_batch(count, job=candidate.interview.job, seconds=30)
    return candidate


def at(seconds: float):
    return time_machine.travel(START + timedelta(seconds=seconds), tick=False)


@pytest.fixture
def candidate():
    made = taker()
    with at(0):
        made.starts()
    return made


def test_no_clock_runs_before_the_start_is_pressed():
    made = taker()
    assert "No clock is running yet." in made.client.get(made.url()).content.decode()
    assert made.interview.stage_attempts.filter(stage=Stage.QUIZ).count() == 0


def test_starting_again_and_reloading_moves_neither_clock_nor_order(candidate):
    attempt = candidate.interview.stage_attempts.get(stage=Stage.QUIZ)
    assert attempt.deadline_at == START + timedelta(minutes=10)
    with at(60):
        first = [candidate.client.get(f"{candidate.url()}?q={n}").context["question"] for n in (1, 2, 3)]
        candidate.starts()
        again = [candidate.client.get(f"{candidate.url()}?q={n}").context["question"] for n in (1, 2, 3)]
    assert [(one.uid, [o.uid for o in one.options]) for one in again] == [
        (one.uid, [o.uid for o in one.options]) for one in first
    ]
    fresh = candidate.interview.stage_attempts.get(stage=Stage.QUIZ)
    assert (fresh.deadline_at, fresh.state) == (attempt.deadline_at, attempt.state)


def test_extra_time_makes_the_clock_longer():
    made = taker()
    made.interview.extra_time_percent = 50
    made.interview.save()
    with at(0):
        made.starts()
    assert made.interview.stage_attempts.get(stage=Stage.QUIZ).deadline_at == START + timedelta(minutes=15)


def test_each_choice_is_saved_exchanged_and_taken_back(candidate):
    question = candidate.question()
    with at(5):
        assert candidate.sends(question, "A").json() == {"saved": True}
        assert candidate.chosen(question) == ["A"]
        candidate.sends(question, "B")
        assert candidate.chosen(question) == ["B"]
        assert "checked" in candidate.client.get(candidate.url()).content.decode()
        candidate.sends(question)
    assert candidate.chosen(question) == []


def test_one_answer_where_one_is_asked_several_where_several_are(candidate):
    question = candidate.question()
    with at(5):
        assert candidate.sends(question, "A", "B").status_code == 422
        assert candidate.chosen(question) == []
        QuizQuestion.objects.filter(pk=question.pk).update(question_type="multiple")
        candidate.sends(question, "A", "B")
    assert candidate.chosen(question) == ["A", "B"]


def test_a_late_answer_is_refused_and_the_saved_ones_count(candidate):
    first, second, third = (candidate.question(number) for number in (1, 2, 3))
    with at(599):
        candidate.sends(first, "A")
    with at(601):
        late = candidate.sends(second, "A")
        assert (late.status_code, late.json()["code"]) == (409, "too-late")
        assert "The time for this part is up." in late.json()["detail"]
        page = candidate.sends(third, "A", json=False)
    assert page.redirect_chain[-1][0] == link(candidate.interview, "devices/")
    assert "The time for that part is up. Everything that was saved counts." in page.content.decode()
    candidate.interview.refresh_from_db()
    assert [candidate.chosen(one) for one in (first, second, third)] == [["A"], [], []]
    assert round(candidate.interview.quiz_score) == 33


def test_options_of_other_questions_and_jobs_are_refused(candidate):
    question, other = candidate.question(1), candidate.question(2)
    foreign = QuizQuestionFactory()
    with at(5):
        candidate.sends(question, "A")
        for option in (other.options.first().uid, foreign.options.first().uid, uuid.uuid4(), "x", "\0"):
            answer = candidate.client.post(
                candidate.url(f"{question.uid}/"), {"option": option}, headers={"Accept": "application/json"}
            )
            assert answer.status_code == 422
            plain = candidate.client.post(candidate.url(f"{question.uid}/"), {"option": option}, follow=True)
            assert "That option does not belong to this question." in plain.content.decode()
        assert candidate.sends(foreign, "A").status_code == 404
    assert (candidate.chosen(question), QuizResponse.objects.count()) == (["A"], 1)


@pytest.mark.parametrize("q", ["0", "-1", "99", "x", "9" * 5000, "²", "\0"])
def test_an_odd_number_of_a_question_shows_one_that_is_there(candidate, q):
    with at(5):
        assert candidate.client.get(candidate.url(), {"q": q}).status_code == 200
        sent = {"go": q, "option": ""}
        answer = candidate.client.post(candidate.url(f"{candidate.question().uid}/"), sent, follow=True)
    assert answer.status_code == 200


def test_each_questions_own_clock_starts_when_it_is_opened_and_stands_when_it_ends():
    made = taker(2, **PER_QUESTION)
    with at(0):
        made.starts()
        made.client.get(f"{made.url()}?q=1")
        first, second = made.question(1), made.question(2)
        assert made.sends(second, "A").status_code == 422  # not opened yet
    with at(29):
        assert made.sends(first, "A").status_code == 200
        made.client.get(f"{made.url()}?q=1")  # a reload winds nothing back
    with at(33):
        assert made.sends(first, "B").json()["code"] == "too-late"
        page = made.client.get(f"{made.url()}?q=1").content.decode()
        assert "The time for this question is up. What you chose before counts." in page
        made.client.get(f"{made.url()}?q=2")
    with at(60):
        assert made.sends(second, "C").status_code == 200
    assert (made.chosen(first), made.chosen(second)) == (["A"], ["C"])


def test_marking_for_later_is_kept_apart_from_the_answer(candidate):
    question = candidate.question()
    with at(5):
        candidate.sends(question, "A")
        candidate.sends(question, field="marked", marked="on")
        assert candidate.chosen(question) == ["A"]
        review = candidate.client.get(candidate.url("review/"))
        assert [one.uid for one in review.context["marked"]] == [question.uid]
        assert len(review.context["open"]) == 2
        candidate.sends(question, field="marked")
        assert candidate.client.get(candidate.url("review/")).context["marked"] == []


def test_nothing_of_what_is_right_is_in_any_answer_of_the_server(candidate):
    QuizQuestion.objects.update(explanation="Because of the secret reason.", question_type="multiple")
    with at(5):
        bodies = [candidate.client.get(f"{candidate.url()}?q={n}").content.decode() for n in (1, 2, 3)]
        answers = [candidate.sends(candidate.question(1), label) for label in ("A", "B")]
        bodies += [answer.content.decode() for answer in answers]
        assert bodies[-1] == bodies[-2] == '{"saved": true}'
        bodies.append(candidate.client.get(candidate.url("review/")).content.decode())
        bodies.append(candidate.client.post(candidate.url("hand-in/"), follow=True).content.decode())
    for body in bodies:
        assert [
            word for word in ("secret reason", "is_correct", "data-correct", "is_right") if word in body
        ] == []
    tags = []
    for label in ("A", "B"):
        with at(5):
            other = taker(1)
            other.starts()
            html = other.client.get(other.url()).content.decode()
        uid = str(other.question().options.get(label=label).uid)
        tags.append(next(li for li in html.split("<li>") if uid in li).replace(uid, "").split("<span")[0])
    assert tags[0] == tags[1]


def test_a_second_tab_sees_and_changes_the_same_answers(candidate):
    question, tab = candidate.question(), Candidate(candidate.interview)
    with at(5):
        candidate.sends(question, "A")
        page = tab.client.get(candidate.url()).content.decode()
        assert page.count(" checked") == 1
        Taker(candidate.interview, tab.client).sends(question, "B")
    assert candidate.chosen(question) == ["B"]


def test_handing_in_twice_is_handing_in_once(candidate):
    with at(5):
        candidate.sends(candidate.question(), "A")
        first = candidate.client.post(candidate.url("hand-in/"))
        second = candidate.client.post(candidate.url("hand-in/"))
        assert (first.url, second.url) == (link(candidate.interview, "devices/"),) * 2
        late = candidate.sends(candidate.question(), "B")
    assert (late.status_code, late.json()["code"]) == (409, "wrong-stage")
    candidate.interview.refresh_from_db()
    assert round(candidate.interview.quiz_score) == 33


def test_handing_in_before_the_start_skips_nothing():
    made = taker()
    assert made.client.post(made.url("hand-in/")).url == made.url()
    assert stage_of(made.interview) == Stage.QUIZ


def test_a_picture_is_shown_to_the_seated_candidate_and_to_nobody_else(candidate):
    question = candidate.question()
    question.image.save("chart.png", ContentFile(PNG))
    foreign = QuizQuestionFactory()
    foreign.image.save("other.png", ContentFile(PNG))
    url = candidate.url(f"{question.uid}/image/")
    with at(5):
        shown = candidate.client.get(url)
        assert (shown.status_code, shown["Content-Type"], b"".join(shown)) == (200, "image/png", PNG)
        assert shown["Cache-Control"] == "private, no-cache"
        assert Client().get(url).url == link(candidate.interview, "seat/")
        assert candidate.client.get(candidate.url(f"{foreign.uid}/image/")).status_code == 404
        assert candidate.client.get(candidate.url(f"{candidate.question(2).uid}/image/")).status_code == 404
        other = taker()
        other.starts()
        assert other.client.get(other.url(f"{question.uid}/image/")).status_code == 404
        question.image.storage.delete(question.image.name)
        assert candidate.client.get(url).status_code == 404
        candidate.client.post(candidate.url("hand-in/"))
        assert candidate.client.get(url).status_code == 302


@pytest.mark.parametrize("page", ["", "review/"])
def test_three_questions_take_as_many_queries_as_one(page):
    counts = []
    for number in (1, 3):
        made = taker(number)
        made.starts()
        made.client.get(made.url(page))
        with CaptureQueriesContext(connection) as queries:
            assert made.client.get(made.url(page)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 30


def test_the_quiz_is_done_by_plain_forms(candidate):
    with at(5):
        browser = Browser(candidate.client).opens(candidate.url())
        for number in (1, 2, 3):
            right = candidate.question(number).options.get(label="A")
            browser.presses("To the overview" if number == 3 else "Next", option=str(right.uid))
        assert "3 of 3 questions are answered." in browser.text
        browser.presses("Yes, hand it in")
    candidate.interview.refresh_from_db()
    assert (browser.at, candidate.interview.quiz_score) == (link(candidate.interview, "devices/"), 100)


def test_an_option_more_after_the_start_does_not_break_the_order(candidate):
    question = candidate.question()
    QuizOptionFactory(question=question, label="D", order=9)
    with at(5):
        shown = candidate.client.get(candidate.url()).context["question"]
    assert sorted(option.label for option in shown.options) == ["A", "B", "C"]
