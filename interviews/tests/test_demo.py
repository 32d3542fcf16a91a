"""The demo data: loaded once, believable, refused in production, and its accounts can sign in."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import F

from assessments import edits
from assessments.models import CodeDraft, TypingRecord
from assessments.tests.judges import SCRIPTED
from companies.models import AiInterviewedJob, Company, JobApplication
from interviewer.accounts.models import User
from interviews.demo.people import PASSWORD
from interviews.models import Interview, InterviewQuestionAndResponse

pytestmark = pytest.mark.django_db


def load() -> str:
    said = StringIO()
    call_command("loaddemo", stdout=said)
    return said.getvalue()


def counts() -> dict[str, int]:
    ours = ("accounts", "companies", "seekers", "assessments", "interviews")
    return {
        model._meta.label: model.objects.count()
        for name in ours
        for model in apps.get_app_config(name).get_models()
    }


def was_typed_as_it_stands() -> None:
    """Replayed, every record gives the draft, and lies within the stage."""
    drafts = {(row.interview_id, row.question_id): row.code for row in CodeDraft.objects.all()}
    records = list(
        TypingRecord.objects.filter(interview__started_at__isnull=False).select_related("interview")
    )
    assert {(one.interview_id, one.question_id) for one in records} == set(drafts) != set()
    for one in records:
        text = edits.replay(one.base, edits.unpack(bytes(one.events)))
        assert text == drafts[one.interview_id, one.question_id]
        stage = one.interview.stage_attempts.get(stage="coding")
        if stage.finished_at:
            ended_at = one.began_at + timedelta(milliseconds=one.length_ms)
            assert stage.started_at < one.began_at < ended_at < stage.finished_at


def test_production_refuses_known_passwords(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="Set DEMO=on"):
        load()
    assert User.objects.count() == 0


@pytest.mark.slow
def test_what_is_loaded_is_whole_believable_and_loaded_once(settings, client):
    settings.DEMO, settings.JUDGE_ENGINE = True, SCRIPTED
    said = load()
    first = counts()

    assert (Company.objects.count(), Interview.objects.count()) == (2, 30)
    states = Counter(JobApplication.objects.values_list("status", flat=True))
    assert states == {"applied": 2, "shortlisted": 2, "accepted": 1, "rejected": 1}
    assert JobApplication.objects.filter(resume_snapshot="").count() == 0
    assert {job.status for job in AiInterviewedJob.objects.all()} == {"draft", "active", "closed"}
    statuses = Counter(Interview.objects.values_list("status", flat=True))
    assert set(statuses) == {
        "invited",
        "in_progress",
        "scoring",
        "completed",
        "expired",
        "revoked",
        "screened_out",
    }
    done = Interview.objects.filter(status="completed")
    assert (done.filter(overall_score=None).count(), done.filter(completed_at=None).count()) == (0, 0)
    talks = list(done.values_list("conversation_score", flat=True))
    assert (len(set(talks)) > len(talks) // 2, min(talks) < 30, max(talks) > 50) == (True, True, True)
    late = InterviewQuestionAndResponse.objects.filter(
        interview__in=done, answered_at__gt=F("interview__completed_at")
    )
    assert late.count() == 0
    people = list(Interview.objects.values_list("email", "resume_text"))
    assert (len({email for email, _ in people}), len({text for _, text in people})) == (30, 30)
    for row in Interview.objects.filter(status="expired"):
        assert row.link_expires_at < row.updated_at

    was_typed_as_it_stands()

    for email in [word for word in said.split() if word.endswith(".example") and "@" in word]:
        assert EmailAddress.objects.get(email=email).verified is True
        answer = client.post("/account/login/", {"login": email, "password": PASSWORD})
        assert (email, answer.status_code) == (email, 302)
        client.post("/account/logout/")

    assert "Demo data is loaded." in load()
    assert counts() == first
