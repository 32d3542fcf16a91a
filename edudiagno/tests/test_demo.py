"""The demo tests: loaded once, believable, refused in production."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from edudiagno.models import EduDiagnoAttempt, EduDiagnoCertificate, EduDiagnoTest
from seekers.models import JobSeeker

pytestmark = pytest.mark.django_db


def load() -> None:
    call_command("loaddemotests", password="try-it-and-see")


def test_three_tests_are_open_and_were_taken(settings):
    settings.DEMO = True
    load()
    load()
    assert list(EduDiagnoTest.objects.published().values_list("title", flat=True)) == [
        "Explaining technical work", "Python fundamentals", "SQL for daily work",
    ]  # fmt: skip
    states = EduDiagnoAttempt.objects.order_by("status").values_list("status", flat=True)
    assert list(states) == ["completed"] * 13 + ["in_progress"]
    scores = JobSeeker.objects.exclude(edudiagno_score=None).values_list("edudiagno_score", flat=True)
    assert (len(scores), max(scores) > 90, min(scores) < 20) == (12, True, True)
    assert EduDiagnoCertificate.objects.exclude(pdf="").count() >= 1


def test_production_refuses_known_passwords(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="Set DEMO=on"):
        load()
