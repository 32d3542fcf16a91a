"""JSON Resume in and out: the schema's own sample goes round, and every profile makes a valid document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from seekers import json_resume, queries
from seekers.json_resume import reading, writing
from seekers.models import Proposal
from seekers.tests.factories import JobSeekerFactory
from seekers.tests.profiles import full_profile

SAMPLE = Path(__file__).parent / "data" / "sample.resume.json"


def sample() -> dict:
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def test_the_sample_is_read_and_what_has_no_place_is_named():
    found, left_out = reading.proposals(json_resume.parse(SAMPLE.read_bytes()))
    assert [target for target, _values in found] == [
        "about",
        "phone",
        "summary",
        "skills",
        "languages",
        "employment",
        "projects",
        "education",
        "clubs",
        "achievements",
    ]
    assert left_out == [
        "publications",
        "interests",
        "references",
        "basics.url",
        "basics.profiles",
        "basics.location",
    ]


@pytest.mark.django_db
def test_the_sample_goes_in_and_comes_out_again(client):
    seeker = JobSeekerFactory(first_name="", last_name="", key_skills=[])
    client.force_login(seeker.user)
    client.post("/me/profile/fill/", {"file": SimpleUploadedFile("me.json", SAMPLE.read_bytes())})
    for proposal in Proposal.objects.exclude(target="phone"):
        client.post(f"/me/profile/fill/proposal/{proposal.uid}/", {"do": "accept"})
    assert set(Proposal.objects.exclude(target="phone").values_list("status", flat=True)) == {"accepted"}

    out = json_resume.parse(client.get("/me/profile/resume.json").content)
    given = sample()
    assert {key: out["basics"][key] for key in ("name", "summary")} == {
        key: given["basics"][key] for key in ("name", "summary")
    }
    for part, lost in (("work", {"location", "description"}), ("volunteer", set())):
        (was,), (is_now,) = given[part], out[part]
        kept = {key: value for key, value in was.items() if key not in lost}
        assert is_now == kept | {key: kept[key][:7] for key in ("startDate", "endDate")}
    (project,), (was,) = out["projects"], given["projects"]
    assert project == {key: was[key] for key in project} | {"startDate": "2016-08", "endDate": "2016-08"}
    (study,) = out["education"]
    assert (study["institution"], study["studyType"], study["area"], study["startDate"], study["score"]) == (
        "University of Oklahoma",
        "Bachelor",
        "Information Technology",
        "2011",
        "4.00/4",
    )
    assert out["languages"] == given["languages"]
    assert [one["name"] for one in out["skills"]] == [
        word for one in given["skills"] for word in [one["name"], *one["keywords"]]
    ]
    assert out["awards"][0]["title"] == "Digital Compression Pioneer Award"


@pytest.mark.django_db
@pytest.mark.parametrize("make", [full_profile, JobSeekerFactory], ids=["full", "empty"])
def test_a_profile_makes_a_document_that_the_schema_accepts(make):
    document = writing.document(queries.profile_of(make()))
    assert json_resume.parse(json.dumps(document).encode()) == document


@pytest.mark.django_db
def test_what_the_schema_does_not_know_comes_back_too():
    profile = queries.profile_of(full_profile(awards=""))
    found, left_out = reading.proposals(writing.document(profile))
    assert (left_out, sorted({target for target, _values in found} & set(profile.entries))) == (
        [],
        sorted(profile.entries),
    )


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("4.0", ("gpa_4", "4.0")),
        ("8.2", ("cgpa_10", "8.2")),
        ("3.5/10", ("cgpa_10", "3.5")),
        ("71%", ("percentage", "71")),
        ("A+", ("", "")),
        ("7/20", ("", "")),
    ],
)
def test_scores_are_counted_as_they_are_written(score, grade):
    assert reading._grade(score) == grade
