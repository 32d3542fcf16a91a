"""Private files: ranges that players ask for, types that browsers may show, names that cannot break the header."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import RequestFactory

from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private

BYTES = bytes(range(100))


class Stored:
    """What a FileField gives: a name in a storage, and a size."""

    def __init__(self, storage: FileSystemStorage, name: str) -> None:
        self.storage, self.name = storage, name

    @property
    def size(self) -> int:
        return self.storage.size(self.name)


@pytest.fixture
def file(tmp_path):
    storage = FileSystemStorage(location=tmp_path)
    return Stored(storage, storage.save("answer.webm", ContentFile(BYTES)))


def get(file, content_type="video/webm", download_name="", **headers):
    request = RequestFactory().get("/", headers=headers)
    return serve_private(request, file, content_type=content_type, download_name=download_name)


def test_without_a_range_the_whole_file_comes(file):
    answer = get(file)
    assert (answer.status_code, b"".join(answer)) == (200, BYTES)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("asked", "span", "first", "last"),
    [
        ("bytes=0-9", "bytes 0-9/100", 0, 9),
        ("bytes=90-", "bytes 90-99/100", 90, 99),
        ("bytes=-5", "bytes 95-99/100", 95, 99),
        ("bytes=50-5000", "bytes 50-99/100", 50, 99),
        ("bytes=-5000", "bytes 0-99/100", 0, 99),
    ],
)
def test_a_player_that_seeks_gets_its_range(file, asked, span, first, last):
    answer = get(file, Range=asked)
    assert (answer.status_code, answer.headers["Content-Range"]) == (206, span)
    assert b"".join(answer) == BYTES[first : last + 1]
    assert answer.headers["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=7-3", "bytes=-0"])
def test_a_range_outside_of_the_file_is_refused(file, asked):
    answer = get(file, Range=asked)
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=-", "lines=1-2", "bytes=a-b"])
def test_ranges_that_are_not_understood_get_the_whole_file(file, asked):
    assert get(file, Range=asked).status_code == 200


def test_a_range_of_an_older_file_gets_the_whole_new_one(file):
    assert get(file, Range="bytes=0-9", **{"If-Range": '"old"'}).status_code == 200
    etag = get(file).headers["ETag"]
    assert get(file, Range="bytes=0-9", **{"If-Range": etag}).status_code == 206


def test_what_the_browser_has_is_not_sent_again(file):
    etag = get(file).headers["ETag"]
    assert get(file, **{"If-None-Match": etag}).status_code == 304


def test_only_known_harmless_types_are_shown_in_place(file):
    page = get(file, content_type="text/html")
    assert page.headers["Content-Type"] == "application/octet-stream"
    assert page.headers["Content-Disposition"] == "attachment"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert get(file, content_type="video/webm").headers["Content-Disposition"] == "inline"


def test_a_download_has_the_name_we_give_it_in_any_script(file):
    answer = get(file, content_type="application/pdf", download_name='Āśā "राव".pdf')
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert "\n" not in disposition


def test_a_file_that_is_gone_is_not_found(file):
    file.storage.delete(file.name)
    with pytest.raises(NotFound):
        get(file)
