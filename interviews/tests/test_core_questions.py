"""The plan: own questions word for word, the same core for every candidate of a job, nothing asked twice."""

from __future__ import annotations

import json

import pytest

from interviewer.integrations.failures import Unavailable
from interviewer.integrations.llm import offline_llm
from interviewer.integrations.llm.openai import OpenAIConfig, OpenAILLM
from interviewer.integrations.llm.planning import repeats
from interviewer.integrations.llm.port import PlannedQuestion, QuestionKind
from interviewer.integrations.llm.tests.faulty_server import Reply, completion, faulty_server
from interviewer.journal.models import ProviderCall
from interviews.briefs import turns_as_said
from interviews.enums import Stage, TurnSource
from interviews.models import CoreQuestions
from interviews.services import core_questions, follow_ups, planning
from interviews.tests.conversations import SAID, sitting, turns_of
from interviews.tests.factories import CompetencyFactory, InterviewFactory, InterviewQuestionFactory

pytestmark = pytest.mark.django_db


def planned(text: str) -> PlannedQuestion:
    return PlannedQuestion(text, "skill", QuestionKind.TECHNICAL, ("a point",))


def plan_of(interview) -> list[tuple[str, str]]:
    planning.run(interview_id=interview.pk)
    return [(turn.source, turn.question) for turn in turns_of(interview)]


def candidates(number: int, **job: object) -> list:
    first = sitting(question_count=3, **job)
    later = {"job": first.job, "rubric": first.rubric, "at": Stage.CONVERSATION}
    skills = [["Rust", "Kafka"], ["Nursing"], ["Sales", "Excel"]]
    return [first] + [InterviewFactory(**later, skills=skills[n % 3]) for n in range(number - 1)]


def test_every_candidate_of_a_job_is_asked_the_same_by_the_built_in_engine():
    plans = [plan_of(interview) for interview in candidates(4)]
    assert [len(plan) for plan in plans] == [5, 5, 5, 5]
    assert plans[1:] == plans[:1] * 3
    assert CoreQuestions.objects.count() == 1
    assert ProviderCall.objects.filter(purpose="plan").count() == 1


@pytest.fixture
def fickle_server(settings):
    """A language model that plans other questions every time it is asked."""

    def reply(word: str) -> Reply:
        texts = (
            f"How would you paint a {word} wall?",
            f"When did a {word} budget fail you?",
            f"Who taught you about {word} ships?",
        )
        questions = [
            {
                "text": text,
                "competency_id": "C1",
                "kind": "technical",
                "expected_points": ["preparation", "tools", "result"],
            }
            for text in texts
        ]
        return completion(json.dumps({"questions": questions}))

    with faulty_server(reply("green"), reply("blue"), reply("red")) as server:
        settings.LLM_ENGINE, settings.OPENAI_BASE_URL = "openai", server.base_url
        yield server


def test_every_candidate_of_a_job_is_asked_the_same_by_a_language_model(fickle_server):
    plans = [plan_of(interview) for interview in candidates(3)]
    assert plans[1:] == plans[:1] * 2
    assert [text for source, text in plans[0] if source == TurnSource.GENERATED] == [
        "How would you paint a green wall?",
        "When did a green budget fail you?",
        "Who taught you about green ships?",
    ]
    assert len(fickle_server.asked) == 1


def test_no_candidate_shapes_the_questions_of_the_others(fickle_server):
    plan_of(candidates(1)[0])
    sent = json.dumps(fickle_server.asked)
    assert "resume" not in sent


def test_a_new_version_of_the_rubric_gets_questions_of_its_own():
    first, second = candidates(2)
    plan_of(first)
    CompetencyFactory(rubric=second.rubric, key="negotiation", name="Negotiating with suppliers", weight=90)
    plan_of(second)
    assert "negotiation" in [turn.competency_key for turn in turns_of(second)]
    assert CoreQuestions.objects.count() == 2


def test_an_own_question_that_is_written_later_wins_over_a_core_question_that_means_the_same():
    first, second = candidates(2)
    core = [text for source, text in plan_of(first) if source == TurnSource.GENERATED]
    InterviewQuestionFactory(job=first.job, order=9, question=core[0])
    plan = plan_of(second)
    assert plan[2] == (TurnSource.OWN, core[0])
    assert [text for source, text in plan if source == TurnSource.GENERATED] == core[1:]


def test_own_questions_are_asked_word_for_word_even_when_they_mean_the_same():
    interview = sitting(own=0)
    texts = ["  Why us?", "Why do you want to work for us?"]
    for place, text in enumerate(texts):
        InterviewQuestionFactory(job=interview.job, order=place, question=text)
    assert [text for _, text in plan_of(interview)] == texts


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Describe a conflict with a colleague and how you solved it.",
         "Tell me about a time you had a conflict with a coworker and how you resolved it."),
        ("अपने सबसे कठिन प्रोजेक्ट के बारे में बताइए।", "अपने सबसे कठिन प्रोजेक्ट के बारे में बताइए?"),
    ],
)  # fmt: skip
def test_what_means_the_same_is_asked_once_and_the_own_question_wins(text, own):
    assert core_questions.without_repetition([planned(text), planned("How do indexes work?")], [own]) == [
        planned("How do indexes work?")
    ]


def test_words_of_indian_scripts_stay_whole_so_that_different_questions_stay_different():
    assert not repeats("आपने टीम में विवाद कैसे सुलझाया?", ["अपने सबसे कठिन प्रोजेक्ट के बारे में बताइए।"])


def test_with_few_questions_those_competencies_are_asked_that_no_own_question_asks():
    interview = sitting(own=0, question_count=1)
    InterviewQuestionFactory(job=interview.job, competency_key="communication")
    interview.rubric.competencies.all().delete()
    for key, weight in (("communication", 80), ("problem-solving", 20)):
        CompetencyFactory(rubric=interview.rubric, key=key, name=key.replace("-", " "), weight=weight)
    plan_of(interview)
    assert [turn.competency_key for turn in turns_of(interview)] == ["communication", "problem-solving"]


def test_what_stands_in_for_a_model_that_is_down_stays_for_everybody(settings):
    settings.LLM_ENGINE, settings.OPENAI_BASE_URL = "openai", "http://127.0.0.1:9/v1"
    settings.OPENAI_TIMEOUT_SECONDS = 1
    first, second = candidates(2)
    planning.run(interview_id=first.pk, tried=planning.GIVEN_UP)
    assert plan_of(second) == [(turn.source, turn.question) for turn in turns_of(first)]
    assert CoreQuestions.objects.get().engine == offline_llm().label


def test_an_engine_that_is_down_keeps_nothing():
    interview = candidates(1)[0]
    down = OpenAILLM(OpenAIConfig("key", "m", "http://127.0.0.1:9/v1", 1.0, max_retries=0))
    with pytest.raises(Unavailable):
        core_questions.of(interview=interview, own=[], engine=down)
    assert CoreQuestions.objects.count() == 0


def test_the_warm_up_comes_first_measures_nothing_and_gets_no_follow_up():
    interview = sitting(own=1, has_warm_up=True, max_follow_ups=2)
    plan_of(interview)
    first, second = turns_of(interview)
    assert (first.source, second.source) == (TurnSource.WARM_UP, TurnSource.OWN)
    assert not follow_ups.may_follow(first, SAID)
    assert [turn.key for turn in turns_as_said([first, second])] == [str(second.uid)]


def test_the_limit_of_follow_ups_holds_for_a_competency_whatever_number_of_questions_it_has():
    interview = sitting(own=0, question_count=2, max_follow_ups=1)
    plan_of(interview)
    interview.turns.update(competency_key="databases")
    first, second = turns_of(interview)
    interview.turns.create(
        order=101, source=TurnSource.FOLLOW_UP, parent=first, competency_key="databases", question="And?"
    )
    assert not follow_ups.may_follow(second, SAID)


def test_the_same_answer_again_gets_no_further_follow_up():
    interview = sitting(own=1, max_follow_ups=3)
    plan_of(interview)
    first = turns_of(interview)[0]
    first.answer = SAID
    first.save()
    more = interview.turns.create(order=101, source=TurnSource.FOLLOW_UP, parent=first, question="And?")
    assert not follow_ups.may_follow(more, f" {SAID.upper()}!")
    assert follow_ups.may_follow(more, "I also removed a query that nobody needed any more.")
