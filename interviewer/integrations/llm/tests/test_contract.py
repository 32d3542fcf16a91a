"""What every engine behind the port keeps to, the built-in one and the ones behind HTTP alike."""

from __future__ import annotations

import pytest

from interviewer.integrations.llm.port import (
    LLM,
    MATCH_WEIGHTS,
    Answer,
    QuestionKind,
    ReportFacts,
    Turn,
)
from interviewer.integrations.llm.tests.scenes import (
    CANDIDATE,
    COMPETENCIES,
    DATABASES,
    JOB,
    RESUME,
    TURNS,
)


def test_it_says_what_it_is_and_what_each_answer_cost(llm: LLM):
    usage = llm.parse_resume(RESUME).usage

    assert llm.label
    assert usage.engine == ("offline" if llm.is_offline else "openai")
    assert usage.engine_version
    assert usage.latency_ms >= 0
    assert (usage.tokens_in > 0, usage.tokens_out > 0) == (not llm.is_offline, not llm.is_offline)
    assert bool(usage.prompt_version) == (not llm.is_offline)


def test_a_resume_becomes_a_profile(llm: LLM):
    profile = llm.parse_resume(RESUME).value

    assert (profile.first_name, profile.last_name) == ("Priya", "Sharma")
    assert profile.email == "priya.sharma@example.com"
    assert profile.phone == "+919876543210"
    assert profile.city == "Bengaluru"
    assert profile.years_of_experience == 6.0
    assert "Django" in profile.skills
    assert profile.linkedin_url == "https://linkedin.com/in/priya-sharma"
    assert profile.education[0].startswith("B.Tech in Computer Science")


def test_a_match_is_the_weighted_mean_of_its_five_parts(llm: LLM):
    match = llm.match(JOB, CANDIDATE).value

    assert {part.key: part.weight for part in match.parts} == MATCH_WEIGHTS
    assert all(0 <= part.score <= 100 for part in match.parts)
    assert match.score == pytest.approx(sum(part.weight * part.score for part in match.parts) / 100, abs=0.1)
    assert not set(match.matched) & set(match.missing)
    assert match.explanation


def test_a_plan_has_the_rubric_s_competencies_and_repeats_nothing(llm: LLM):
    own = ("Tell me about a disagreement with a colleague.",)

    plan = llm.plan(JOB, CANDIDATE, COMPETENCIES, own, 4).value

    texts = [question.text for question in plan]
    assert 0 < len(plan) <= 4
    assert len(set(texts)) == len(texts)
    assert own[0] not in texts
    assert {question.competency_key for question in plan} <= {"databases", "teamwork"}
    assert all(isinstance(question.kind, QuestionKind) and question.expected_points for question in plan)


def test_a_plan_of_no_questions_is_empty(llm: LLM):
    assert llm.plan(JOB, CANDIDATE, COMPETENCIES, (), 0).value == ()


def test_a_follow_up_takes_up_what_was_said(llm: LLM):
    turn = Turn(
        "q1",
        "How do you make queries fast?",
        "We made the import 40% faster in our payment service.",
        "databases",
    )

    follow_up = llm.follow_up(turn, DATABASES, (), "en").value

    assert follow_up is not None
    assert "40% faster" in follow_up.text
    assert follow_up.reason


@pytest.mark.parametrize("answer", ["", "   ", "I'd rather not answer that.", "pass"])
def test_silence_and_refusal_are_not_followed_up(llm: LLM, answer: str):
    turn = Turn("q1", "How do you make queries fast?", answer, "databases")

    assert llm.follow_up(turn, DATABASES, (), "en").value is None


def test_an_assessment_has_one_line_per_competency_with_quotes_from_the_transcript(llm: LLM):
    found = llm.assess(COMPETENCIES, TURNS, "en").value

    assert [item.competency_key for item in found] == ["databases", "teamwork"]
    answers = {turn.key: turn.answer for turn in TURNS}
    for item in found:
        assert item.level in (1, 2, 3, 4, 5)
        assert 0 < item.certainty <= 1
        assert item.quotes
        for quote in item.quotes:
            assert answers[quote.turn_key][quote.start : quote.end] == quote.text


@pytest.mark.parametrize("answer", ["", "Yes.", "asdf qwer zxcv uiop hjkl bnm asdf qwer zxcv uiop"])
def test_nothing_is_scored_low_for_silence_or_noise(llm: LLM, answer: str):
    turns = tuple(Turn(turn.key, turn.question, answer, turn.competency_key) for turn in TURNS)

    for item in llm.assess(COMPETENCIES, turns, "en").value:
        assert (item.level, item.quotes) == (None, ())
        assert item.not_assessed_reason


def test_a_competency_that_nobody_asked_about_is_not_assessed(llm: LLM):
    found = llm.assess(COMPETENCIES, TURNS[:1], "en").value

    assert found[0].level is not None
    assert found[1].level is None
    assert found[1].not_assessed_reason


def test_masked_names_come_back_in_the_quotes(llm: LLM):
    answer = "My friend Priya and I read the query plan with explain, and then we add an index that fits the filter."
    turns = (Turn("q1", TURNS[0].question, answer, "databases"),)

    item = llm.assess((DATABASES,), turns, "en", names=("Priya Sharma",)).value[0]

    assert item.quotes
    assert all(quote.text in answer for quote in item.quotes)


def test_a_report_has_words_for_the_recruiter_and_for_the_candidate(llm: LLM):
    assessments = llm.assess(COMPETENCIES, TURNS, "en").value

    report = llm.summarise(JOB, COMPETENCIES, assessments, TURNS, ReportFacts(match_score=80.0)).value

    assert report.summary
    assert [item.competency_key for item in report.candidate_feedback.competencies] == [
        "databases",
        "teamwork",
    ]
    assert all(item.next_step for item in report.candidate_feedback.competencies)
    for verdict in ("reject", "hire", "not selected", "fail"):
        assert verdict not in report.candidate_feedback.as_text().lower()


@pytest.mark.parametrize("part", ["description", "benefits"])
def test_a_text_of_a_job_is_about_its_keywords(llm: LLM, part: str):
    text = llm.draft_text(JOB, part, ("code reviews", "pension")).value

    assert 10 <= len(text) <= 5_000
    assert ("code reviews" in text.casefold(), "pension" in text.casefold()) == (True, True)
    assert "<" not in text


def test_the_same_input_gives_the_same_answer(llm: LLM):
    def ask() -> Answer[object]:
        return llm.assess(COMPETENCIES, TURNS, "en")

    assert ask().value == ask().value
