"""Scores that can be trusted: repeated, kept, paid within limits, never from half of what was said."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.checks import ai_costs_can_be_counted
from interviewer.errors import Conflict
from interviewer.integrations.failures import Unavailable
from interviewer.integrations.llm.prices import price_of, price_table
from interviewer.integrations.llm.tests.faulty_server import Reply, completion, faulty_server
from interviewer.integrations.llm.tests.test_fairness import forbidden
from interviewer.journal.models import AuditEvent, ProviderCall
from interviews.enums import EvaluationStatus, InterviewStatus, Stage, TranscriptStatus
from interviews.models import CompetencyScore, Evaluation, EvidenceQuote, Interview
from interviews.queries import report as reports
from interviews.report_pdf import as_pdf
from interviews.services import evaluations, review, scoring
from interviews.tests.factories import AnsweredTurnFactory, InterviewFactory, RubricFactory

pytestmark = pytest.mark.django_db
ANSWER = "I built a Django service for payments. I measured the slow queries and then added two indexes."
WORDS = {
    "summary": "One competency was assessed.",
    "strengths": [],
    "concerns": [],
    "suggestions": [],
    "key_terms": [],
    "candidate_feedback": {"opening": "Thank you.", "competencies": [], "closing": "A person decides."},
}


def handed_in(*keys: str):
    job = AiInterviewedJobFactory()
    RubricFactory(job=job, competencies=list(keys or ["python"]))
    interview = InterviewFactory(job=job, at=Stage.SCORING, status=InterviewStatus.SCORING)
    for key in keys or ["python"]:
        AnsweredTurnFactory(interview=interview, answer=ANSWER, competency_key=key)
    interview.status = InterviewStatus.SCORING
    interview.save()
    return interview


def level(value: int | None, quote: str = "I measured the slow queries") -> Reply:
    found = {
        "competency_id": "C1",
        "quotes": [{"turn_id": "T1", "text": quote}] if value else [],
        "missing": ["trade-offs"],
        "rationale": "It was measured.",
        "anchor": "",
        "level": value,
        "certainty": 0.8,
        "not_assessed_reason": "" if value else "Too little was said.",
    }
    return completion({"assessments": [found]})


def scored_by(settings, *replies: Reply, interview=None, **more):
    interview = interview or handed_in()
    settings.LLM_ENGINE, settings.OPENAI_API_KEY = "openai", "key"
    for name, value in more.items():
        setattr(settings, name, value)
    with faulty_server(*replies, completion(WORDS)) as server:
        settings.OPENAI_BASE_URL = server.base_url
        scoring.run(interview_id=interview.pk)
        interview.refresh_from_db()
        return interview, server


def test_a_conversation_is_scored_twice_and_the_calls_are_written_down(settings):
    interview, server = scored_by(settings, level(4), level(4))

    evaluation = interview.evaluations.get()
    assert (evaluation.runs, evaluation.spread, evaluation.needs_look) == (2, 0, False)
    assert evaluation.competency_scores.get().run_levels == [4, 4]
    assert [asked["seed"] for asked in server.asked[:2]] == [7, 8]
    calls = list(ProviderCall.objects.filter(purpose="assess").order_by("id"))
    assert [call.parameters for call in calls] == [
        {"temperature": 0, "seed": 7},
        {"temperature": 0, "seed": 8},
    ]
    assert all(
        (call.model, call.prompt_version, call.tokens_in, call.tokens_out)
        == ("test-model-2026", "v1", 100, 10)
        for call in calls
    )


def test_a_wide_spread_is_kept_and_marked_for_a_person(settings):
    interview, _server = scored_by(settings, level(2), level(5))

    evaluation = interview.evaluations.get()
    score = evaluation.competency_scores.get()
    assert (evaluation.spread, evaluation.needs_look, score.spread, score.run_levels) == (3, True, 3, [2, 5])
    assert score.level in (2, 5)


def test_where_only_one_scoring_finds_enough_nobody_is_scored(settings):
    interview, _server = scored_by(settings, level(5), level(None))

    score = interview.evaluations.get().competency_scores.get()
    assert (score.level, interview.conversation_score) == (None, None)
    assert "did not agree" in score.not_assessed_reason


def test_the_number_of_scorings_is_a_setting(settings):
    interview, _server = scored_by(settings, level(3), level(3), level(4), SCORING_RUNS=3)

    assert interview.evaluations.get().competency_scores.get().run_levels == [3, 3, 4]


def test_the_same_input_and_engine_give_the_kept_score_without_a_call(settings):
    interview, server = scored_by(settings, level(4), level(4))
    asked = len(server.asked)
    with faulty_server(completion(WORDS)) as other:
        # The same address as before belongs to the engine's identity, so only the answers are other ones.
        again = scoring.score_again(actor=None, interview=interview)
        evaluations.evaluate(evaluation=again)
        assert other.asked == []

    again.refresh_from_db()
    assert (again.from_cache, again.status, len(server.asked)) == (True, EvaluationStatus.DONE, asked)
    assert [row.level for row in again.competency_scores.all()] == [4]
    assert again.competency_scores.get().quotes.get().text == "I measured the slow queries"
    assert ProviderCall.objects.filter(cached=True, cost_micros=0).count() == 1


def test_another_model_scores_nothing_anew_until_it_is_asked(settings):
    interview, _server = scored_by(settings, level(4), level(4))
    settings.OPENAI_MODEL = "another-model"
    scoring.find_unscored()
    scoring.run(interview_id=interview.pk)
    assert Evaluation.objects.count() == 1

    with faulty_server(level(2), level(2), completion(WORDS)) as server:
        settings.OPENAI_BASE_URL = server.base_url
        review.retry(actor=None, interview=interview)
        scoring.run_again(evaluation_id=interview.evaluations.first().pk)
    found = reports.read(interview)
    assert [row.competency_scores.get().level for row in found.history] == [2, 4]
    assert found.evaluation == found.history[0]


def test_a_persons_level_goes_along_to_a_new_scoring(settings):
    interview, _server = scored_by(settings, level(4), level(4))
    review.override(
        actor=None, score=interview.evaluations.get().competency_scores.get(), level=5, reason="Seen."
    )
    settings.OPENAI_MODEL = "another-model"
    with faulty_server(level(2), level(2), completion(WORDS)) as server:
        settings.OPENAI_BASE_URL = server.base_url
        review.retry(actor=None, interview=interview)
        scoring.run_again(evaluation_id=interview.evaluations.first().pk)

    score = interview.evaluations.first().competency_scores.get()
    assert (score.level, score.override_level, score.override_reason) == (2, 5, "Seen.")


def test_the_report_says_that_its_words_are_older_than_a_persons_level(settings, client):
    interview, _server = scored_by(settings, level(4), level(4))
    member = MembershipFactory(company=interview.job.company, role=Role.OWNER)
    client.force_login(member.user)
    url = reverse("workspace:interview", args=[interview.uid])
    words = "1 level was set by a person and counts in the scores."
    assert words not in client.get(url).content.decode()
    score = interview.evaluations.get().competency_scores.get()
    review.override(actor=member.user, score=score, level=5, reason="Seen.")
    assert words in client.get(url).content.decode()
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(as_pdf(interview))).pages)
    assert words in " ".join(printed.split())


def test_a_level_of_a_scoring_that_counts_no_more_can_not_be_set(settings, client):
    interview, _server = scored_by(settings, level(4), level(4))
    member = MembershipFactory(company=interview.job.company, role=Role.OWNER)
    client.force_login(member.user)
    seen = interview.evaluations.get().competency_scores.get()
    settings.OPENAI_MODEL = "another-model"
    with faulty_server(level(2), level(2), completion(WORDS)) as server:
        settings.OPENAI_BASE_URL = server.base_url
        review.retry(actor=None, interview=interview)
        scoring.run_again(evaluation_id=interview.evaluations.first().pk)
    interview.refresh_from_db()
    before = interview.conversation_score

    url = reverse("workspace:override", args=[interview.uid, seen.pk])
    answer = client.post(url, {"level": "5", "reason": "Knew more than was asked."})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "scored again meanwhile" in page
    assert "Knew more than was asked." in page
    assert '<option value="5" selected>' in page
    interview.refresh_from_db()
    seen.refresh_from_db()
    assert (interview.conversation_score, seen.override_level) == (before, None)


def test_the_journal_names_the_level_that_a_second_person_changed(settings):
    interview, _server = scored_by(settings, level(4), level(4))
    score = interview.evaluations.get().competency_scores.get()
    for value in (5, 3):
        review.override(actor=None, score=score, level=value, reason="Seen.")

    changes = AuditEvent.objects.filter(action="interview.score_overridden").order_by("pk")
    assert [(row.data["from"], row.data["to"]) for row in changes] == [(4, 5), (5, 3)]


def test_a_second_scoring_is_not_asked_for_while_one_is_under_way(settings):
    interview, _server = scored_by(settings, level(4), level(4))
    review.retry(actor=None, interview=interview)

    with pytest.raises(Conflict):
        review.retry(actor=None, interview=interview)


def test_nonsense_in_a_new_scoring_leaves_the_old_scores_standing(settings):
    interview, _server = scored_by(settings, level(4), level(4))
    settings.OPENAI_MODEL = "another-model"
    with faulty_server(completion("no JSON")) as server:
        settings.OPENAI_BASE_URL = server.base_url
        review.retry(actor=None, interview=interview)
        scoring.run_again(evaluation_id=interview.evaluations.first().pk)

    interview.refresh_from_db()
    found = reports.read(interview)
    assert (found.needs_person, found.competencies[0].level, interview.conversation_score) == (True, 4, 75)
    call = ProviderCall.objects.filter(ok=False).get()
    assert (call.tokens_in, call.tokens_out) == (200, 20)


def test_an_ai_that_is_down_leaves_the_interview_waiting_and_says_so(settings):
    interview = handed_in()
    with pytest.raises(Unavailable):
        scored_by(settings, *[Reply(500, b"{}", headers={"retry-after-ms": "1"})] * 3, interview=interview)

    interview.refresh_from_db()
    assert interview.status == InterviewStatus.SCORING
    assert interview.evaluations.get().error


def test_costs_are_counted_by_the_table_of_prices(settings):
    interview, _server = scored_by(settings, level(4), level(4), AI_PRICES="gpt-4o-mini=1.5/6")

    assert set(ProviderCall.objects.values_list("cost_micros", flat=True)) == {100 * 15 // 10 + 10 * 6}
    assert reports.read(interview).cost == "0.0006"


@pytest.mark.parametrize("limit", ["AI_LIMIT_INTERVIEW_CENTS", "AI_LIMIT_COMPANY_CENTS"])
def test_past_a_limit_nothing_is_asked_and_a_person_is_told(settings, limit):
    interview = handed_in()
    ProviderCall.objects.create(
        port="llm",
        purpose="match",
        engine="openai",
        subject_type="interviews.interview",
        subject_id=str(interview.uid),
        company_id=interview.company_id,
        cost_micros=10_000,
    )

    interview, server = scored_by(settings, level(5), interview=interview, **{limit: 1})

    assert server.asked == []
    evaluation = interview.evaluations.get()
    assert (interview.status, evaluation.status) == (InterviewStatus.COMPLETED, EvaluationStatus.NEEDS_PERSON)
    assert "limit" in reports.read(interview).problem
    assert interview.report["engine"] == "offline"


def test_an_answer_that_could_not_be_written_down_sends_its_competency_to_a_person():
    interview = handed_in("python", "django")
    AnsweredTurnFactory(
        interview=interview,
        answer="",
        transcript="",
        competency_key="django",
        transcript_status=TranscriptStatus.FAILED,
    )

    scoring.run(interview_id=interview.pk)

    python, django = interview.evaluations.get().competency_scores.all()
    assert python.level is not None
    assert django.level is None
    assert "listen" in django.not_assessed_reason


def test_quotes_carry_their_seconds_in_the_recording():
    interview = handed_in()
    turn = interview.turns.get()
    first, second = ANSWER.split(". ")
    turn.segments = [
        {"start_s": 0.0, "end_s": 3.0, "text": f"{first}."},
        {"start_s": 4.0, "end_s": 9.0, "text": second},
    ]
    turn.save()

    scoring.run(interview_id=interview.pk)

    quotes = interview.evaluations.get().competency_scores.get().quotes.all()
    assert {(quote.start_s, quote.end_s) for quote in quotes} == {
        (0.0, 3.0) if quote.start == 0 else (4.0, 9.0) for quote in quotes
    }


def test_a_score_names_the_version_of_the_rubric_it_was_given_under():
    interview = handed_in()
    RubricFactory(job=interview.job, version=2)

    scoring.run(interview_id=interview.pk)

    assert interview.evaluations.get().rubric.version == 1


@pytest.mark.parametrize("text", ["gpt=1", "=1/2", "gpt=a/b", "gpt=-1/2", "gpt"])
def test_a_table_of_prices_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError):
        price_table(text)


def test_a_dated_model_has_the_price_of_its_family():
    table = "gpt-4o=2.5/10, gpt-4o-mini=0.15/0.6"

    assert price_of("gpt-4o-mini-2024-07-18", table) == (150_000, 600_000)
    assert price_of("other", table) == (0, 0)


@pytest.mark.parametrize("model", [Evaluation, CompetencyScore, EvidenceQuote, Interview])
def test_no_table_of_scores_has_a_column_for_how_somebody_looks_sounds_or_feels(model):
    assert forbidden({field.name for field in model._meta.fields}) == set()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"AI_PRICES": "nonsense"}, ["interviewer.E012"]),
        ({"AI_LIMIT_COMPANY_CENTS": 100}, ["interviewer.E011"]),
        ({"AI_LIMIT_COMPANY_CENTS": 100, "AI_PRICES": "gpt-4o-mini=0.15/0.6"}, []),
    ],
)
def test_limits_without_prices_stop_the_start(settings, changes, found):
    settings.LLM_ENGINE, settings.OPENAI_API_KEY = "openai", "key"
    for name, value in changes.items():
        setattr(settings, name, value)

    assert [error.id for error in ai_costs_can_be_counted(None)] == found


def test_a_limit_reached_between_two_scorings_leaves_the_first(settings):
    interview, server = scored_by(
        settings, level(4), level(2), AI_PRICES="gpt-4o-mini=100/100", AI_LIMIT_INTERVIEW_CENTS=1
    )

    assert (len(server.asked), interview.evaluations.get().runs) == (1, 1)
    assert interview.conversation_score == 75
