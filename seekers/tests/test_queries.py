"""The profile as recruiters see it: whole, JSON-able, the same after keeping, and without what is private."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.utils import timezone

from seekers import queries
from seekers.sections import SECTIONS
from seekers.tests import factories
from seekers.tests.profiles import FACTORIES, full_profile

pytestmark = pytest.mark.django_db


def test_there_are_ten_sections_and_a_factory_for_each():
    assert (len(SECTIONS), sorted(SECTIONS)) == (10, sorted(FACTORIES))


def test_a_kept_profile_reads_like_the_live_one():
    seeker = full_profile()
    live = queries.profile_of(seeker)
    kept = queries.profile_from(json.loads(json.dumps(live.as_dict())))
    assert kept == live
    assert kept.as_dict()["schema_version"] == 1
    assert [section.key for section in kept.sections] == list(SECTIONS)
    assert {len(section.entries) for section in kept.sections} == {1}


def test_what_recruiters_read_is_in_words():
    seeker = factories.JobSeekerFactory()
    factories.EmploymentDetailFactory(job_seeker=seeker, skills=["python"], url="https://acme.example")
    factories.HigherEducationFactory(job_seeker=seeker, grading_system="cgpa_10", grade="8.50")
    factories.CertificationFactory(job_seeker=seeker, issued_on=date(2024, 2, 3))
    jobs, degrees, certificates = queries.profile_of(seeker).sections
    (job,), (degree,), (certificate,) = jobs.entries, degrees.entries, certificates.entries
    assert (job.main, job.sub, job.period) == ("Developer", "Acme", "Jun 2020 – now")
    assert (job.skills, job.url) == (("python",), "https://acme.example")
    assert (degree.period, degree.facts[1]) == ("2016 – 2020", ("grade", "8.50 / 10"))
    assert certificate.facts == (("issued", "3 Feb 2024"),)


def test_what_is_private_is_in_no_field():
    seeker = full_profile(
        gender="female", birth_on=date(1999, 5, 17), photo="secret-photo.png", staff_notes="secret note"
    )
    text = json.dumps(queries.profile_of(seeker).as_dict())
    assert [word for word in ("female", "1999", "secret") if word in text] == []


@pytest.mark.parametrize(("allowed", "seen"), [(True, 71.5), (False, None)])
def test_the_score_is_shown_only_if_allowed(allowed, seen):
    seeker = factories.JobSeekerFactory(edudiagno_score="71.50", shows_score=allowed)
    seeker.refresh_from_db()
    assert queries.profile_of(seeker).edudiagno_score == seen


def test_a_snapshot_of_an_older_version_still_opens():
    kept = queries.profile_from({"schema_version": 0, "name": "Asha", "no_longer_kept": 1})
    assert (kept.name, kept.entries, kept.schema_version) == ("Asha", {}, 0)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_profile_takes_one_query_for_each_section(rows, django_assert_num_queries):
    seeker = factories.JobSeekerFactory(phone="1", phone_verified_at=timezone.now())
    for key, factory in FACTORIES.items():
        factory.create_batch(1 if SECTIONS[key].is_single else rows, job_seeker=seeker)
    with django_assert_num_queries(10):
        queries.profile_of(seeker)
