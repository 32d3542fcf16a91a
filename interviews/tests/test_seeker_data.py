"""What interviews give to the export and the erasure of a job seeker's data."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.utils import timezone

from interviews import contributions
from interviews.models import Consent
from interviews.tests.factories import AnsweredTurnFactory, InterviewFactory
from seekers.contributions import every
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeker():
    return JobSeekerFactory()


def test_both_apps_say_what_they_hold():
    assert [one.key for one in every()] == ["edudiagno", "interviews"]
    assert [one.key for one in every() if one.kept] == ["interviews"]


def test_own_interviews_are_linked_or_sat_with_an_address_that_both_proved(seeker):
    email, now = seeker.user.email, timezone.now()
    linked = InterviewFactory(job_seeker=seeker, email="old@mail.example")
    sat = InterviewFactory(email=email, email_verified_at=now)
    InterviewFactory(email=email)
    InterviewFactory(email="other@mail.example", email_verified_at=now)
    assert list(contributions.own(seeker)) == [linked, sat]
    EmailAddress.objects.update(verified=False)
    assert list(contributions.own(seeker)) == [linked]


def test_an_export_has_what_was_said_and_handed_in_and_no_scores(seeker):
    interview = InterviewFactory(job_seeker=seeker, overall_score=70)
    AnsweredTurnFactory(interview=interview, question="Why queues?", answer="They absorb bursts.")
    interview.resume.save("cv.pdf", ContentFile(b"%PDF-"))
    found = contributions.export(seeker)
    (row,) = found.rows
    assert [(turn["question"], turn["answer"]) for turn in row["transcript"]] == [
        ("Why queues?", "They absorb bursts.")
    ]
    assert (list(found.files), [key for key in row if "score" in key]) == (
        [f"{interview.uid}/resume.pdf"],
        [],
    )


def test_consents_to_interviews_are_part_of_the_history(client, seeker):
    interview = InterviewFactory(job_seeker=seeker)
    Consent.objects.create(interview=interview, text_version="v2", text_hash="0" * 64)
    client.force_login(seeker.user)
    page = client.get("/me/data/").content.decode()
    assert f"Interview with {interview.job.company.name} (version v2)" in page


def test_an_erasure_unlinks_interviews(seeker):
    interview = InterviewFactory(job_seeker=seeker)
    contributions.erase(seeker)
    interview.refresh_from_db()
    assert interview.job_seeker is None
