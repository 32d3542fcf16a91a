"""What EduDiagno gives to the export and the erasure of a job seeker's data."""

from __future__ import annotations

import pytest

from edudiagno import contributions
from edudiagno.models import EduDiagnoAttempt
from edudiagno.tests.factories import EduDiagnoAttemptFactory
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db


def test_an_export_has_every_sitting_and_an_erasure_takes_them():
    seeker, other = JobSeekerFactory(), EduDiagnoAttemptFactory()
    attempt = EduDiagnoAttemptFactory(job_seeker=seeker, overall_score="71.50")
    (row,) = contributions.export(seeker).rows
    assert (row["test"], str(row["scores"]["overall"])) == (str(attempt.test), "71.50")
    contributions.erase(seeker)
    assert list(EduDiagnoAttempt.objects.all()) == [other]
