"""A job seeker's own data: taken along whole, offered for a week, printed in any script, deleted for good."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from companies.tests.factories import JobApplicationFactory, MembershipFactory
from interviewer.accounts.models import User
from interviewer.accounts.tests.factories import PASSWORD
from interviewer.journal.models import AuditEvent, OutgoingMail
from seekers import tasks
from seekers.models import AgreementRecord, Download, JobSeeker
from seekers.sections import SECTIONS
from seekers.services import downloads
from seekers.tests.factories import JobSeekerFactory
from seekers.tests.profiles import full_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeker():
    cache.clear()
    seeker = full_profile(first_name="Asha", last_name="Rao", staff_notes="a note of staff")
    seeker.resume.save("cv.pdf", ContentFile(b"%PDF-1.7 my cv"))
    seeker.photo.save("me.jpg", ContentFile(b"\xff\xd8 my photo"))
    return seeker


@pytest.fixture
def browser(client, seeker):
    client.force_login(seeker.user)
    return client


def archive_of(browser, run_tasks) -> zipfile.ZipFile:
    assert browser.post("/me/data/ask/", {"kind": "data"}).status_code == 302
    run_tasks()
    row = Download.objects.get(kind="data")
    answer = browser.get(f"/me/data/file/{row.uid}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_everything_is_in_the_archive_and_nothing_of_others(browser, seeker, run_tasks):
    JobApplicationFactory(profile_snapshot={"name": "A stranger"})
    JobApplicationFactory(job_seeker=seeker, profile_snapshot={"name": "Asha then"})
    archive = archive_of(browser, run_tasks)
    assert sorted(archive.namelist()) == ["data.json", "files/photo.jpg", "files/resume.pdf", "resume.json"]
    assert archive.read("files/resume.pdf") == b"%PDF-1.7 my cv"
    text = archive.read("data.json").decode()
    data = json.loads(text)
    assert {key: len(rows) for key, rows in data["sections"].items()} == dict.fromkeys(SECTIONS, 1)
    assert (data["account"]["email"], data["profile"]["last_name"]) == (seeker.user.email, "Rao")
    assert [row["profile_as_it_was"] for row in data["applications"]] == [{"name": "Asha then"}]
    assert [word for word in ("a note of staff", "A stranger", "password") if word in text] == []


def test_a_file_that_the_store_has_lost_does_not_break_the_archive(browser, seeker, run_tasks):
    seeker.photo.storage.delete(seeker.photo.name)
    assert "files/photo.jpg.missing.txt" in archive_of(browser, run_tasks).namelist()


def test_a_download_is_offered_for_a_week_and_then_deleted(browser, seeker, run_tasks):
    archive_of(browser, run_tasks)
    row = Download.objects.get()
    assert timedelta(days=6) < row.expires_at - timezone.now() <= downloads.OFFERED
    Download.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert browser.get(f"/me/data/file/{row.uid}/").status_code == 410
    assert downloads.drop_expired() == 1
    assert Download.objects.count() == 0


def test_a_download_is_made_once_however_often_it_is_asked_for(browser, run_tasks):
    for _time in range(3):
        browser.post("/me/data/ask/", {"kind": "data"})
    assert Download.objects.count() == 1
    run_tasks()
    name = Download.objects.get().file.name
    tasks.make_download(Download.objects.get().pk)
    tasks.make_download(10**9)
    assert Download.objects.get().file.name == name
    assert browser.post("/me/data/ask/", {"kind": "spells"}).status_code == 422


def test_a_download_that_failed_can_be_asked_for_again(browser, seeker, run_tasks):
    row = Download.objects.create(job_seeker=seeker, kind="data", status="failed")
    assert "could not be made" in browser.get("/me/data/").content.decode()
    browser.post(f"/me/data/file/{row.uid}/")
    run_tasks()
    row.refresh_from_db()
    assert row.status == "ready"


def test_anothers_download_is_not_there(browser, run_tasks):
    row = downloads.ask(seeker=JobSeekerFactory(), kind="data")
    run_tasks()
    assert browser.get(f"/me/data/file/{row.uid}/").status_code == 404
    assert browser.post(f"/me/data/file/{row.uid}/").status_code == 404


SCRIPTS = {
    "latin": "Zoë Łukasz-Ñandú",
    "devanagari": "आशा राव",
    "arabic": "ليلى حسن",
    "chinese": "李小龙",
    "cyrillic": "Анна Петрова",
}


@pytest.mark.parametrize("design", ["classic", "modern", "compact"])
def test_a_resume_is_printed_in_each_design_and_any_script(browser, seeker, run_tasks, design):
    JobSeeker.objects.filter(pk=seeker.pk).update(
        summary="\n".join(SCRIPTS.values()), awards="<b>not bold</b>", photo=""
    )
    browser.post("/me/data/ask/", {"kind": design})
    run_tasks()
    row = Download.objects.get()
    reader = PdfReader(io.BytesIO(b"".join(browser.get(f"/me/data/file/{row.uid}/").streaming_content)))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert ("Asha Rao" in text, "<b>not bold</b>" in text, "Zoë Łukasz-Ñandú" in text) == (True, True, True)
    assert all(word in text for word in ("Анна Петрова", "李小龙"))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert len(fonts) >= 3, fonts  # the scripts found fonts of their own


def test_agreements_and_consents_are_listed(browser, seeker):
    browser.post("/me/profile/part/sharing/", {"shows_score": "on"})
    page = browser.get("/me/data/").content.decode()
    assert "Showing the EduDiagno score to recruiters: given" in page


FORM = {"password": PASSWORD, "is_meant": "on"}


def test_deleting_takes_everything_personal_at_once(
    browser, seeker, run_tasks, django_capture_on_commit_callbacks
):
    archive_of(browser, run_tasks)
    application = JobApplicationFactory(job_seeker=seeker, profile_snapshot={"name": "Asha then"})
    user, files = seeker.user, (seeker.resume, seeker.photo, Download.objects.get().file)
    email = user.email
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post("/me/data/delete/", FORM)
    assert (answer.status_code, answer.url) == (302, "/")
    row = JobSeeker.objects.get(pk=seeker.pk)
    kept = {
        field.name: getattr(row, field.name)
        for field in row._meta.concrete_fields
        if field.name not in {"id", "uid", "user", "created_at", "updated_at", "deleted_at"}
    }
    fresh = JobSeeker()
    assert kept == {name: getattr(fresh, name) for name in kept}
    assert sum(section.model.objects.count() for section in SECTIONS.values()) == 0
    assert (Download.objects.count(), AgreementRecord.objects.count()) == (0, 0)
    assert [file.storage.exists(file.name) for file in files] == [False, False, False]
    user = User.objects.get(pk=user.pk)
    assert (user.name, user.is_active, user.has_usable_password(), email in user.email) == (
        "",
        False,
        False,
        False,
    )
    assert EmailAddress.objects.filter(user=user).count() == 0
    application.refresh_from_db()
    assert application.profile_snapshot == {"name": "Asha then"}
    named = AuditEvent.objects.exclude(action="seeker.erased").values_list(
        "actor_label", "subject_label", "data"
    )
    assert [one for one in named if "Asha" in str(one) or email in str(one)] == []
    assert OutgoingMail.objects.get(kind="seeker_erased").to == email
    assert browser.get("/me/").status_code == 302
    assert Client().post("/account/login/", {"login": email, "password": PASSWORD}).status_code == 200


def test_who_works_for_a_company_keeps_that_account(browser, seeker):
    MembershipFactory(user=seeker.user)
    assert browser.get("/me/data/delete/").context["keeps_account"] is True
    browser.post("/me/data/delete/", FORM)
    assert User.objects.get(pk=seeker.user_id).is_active is True
    assert browser.get("/workspace/").status_code == 200
    assert browser.get("/me/").url == "/join/"
    assert browser.post("/join/", {"name": "Asha Rao", "accept_terms": "on"}).url == "/me/"
    assert JobSeeker.objects.for_user(seeker.user_id).get().first_name == "Asha"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"password": "wrong"}, "password"), ({"password": ""}, "password"), ({"is_meant": ""}, "is_meant")],
)
def test_without_password_and_word_nothing_is_deleted(browser, seeker, change, field):
    answer = browser.post("/me/data/delete/", FORM | change)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert JobSeeker.objects.get(pk=seeker.pk).deleted_at is None
