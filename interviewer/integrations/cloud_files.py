"""Google Cloud Storage for private files: reads what is asked for, never overwrites, fails as a disk would."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import wraps

import requests
from django.core.files.base import File
from google.api_core.exceptions import GoogleAPIError, NotFound
from google.auth.exceptions import GoogleAuthError
from storages.backends.gcloud import GoogleCloudStorage
from storages.utils import clean_name

#: What the vendor's client raises when the bucket can't be used; requests' errors are OSErrors already.
_FAILURES = (GoogleAPIError, GoogleAuthError, requests.RequestException)
#: A player that seeks asks for little at a time: so much is fetched at once.
BLOCK = 1024 * 1024


class CloudError(OSError):
    """The bucket could not be used: callers deal with it as with a disk that is full or gone."""


def _like_a_disk(method: Callable) -> Callable:
    @wraps(method)
    def run(*args: object, **kwargs: object) -> object:
        try:
            return method(*args, **kwargs)
        except NotFound as problem:
            raise FileNotFoundError(str(problem)) from problem
        except _FAILURES as problem:
            raise CloudError(f"{type(problem).__name__}: {problem}"[:300]) from problem

    return run


class _Reader(io.RawIOBase):
    """A stored file from which only the bytes that are read are fetched."""

    def __init__(self, reader: io.BufferedIOBase) -> None:
        self._reader = reader

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._reader.seek(offset, whence)

    def tell(self) -> int:
        return self._reader.tell()

    @_like_a_disk
    def readinto(self, buffer: memoryview) -> int:
        data = self._reader.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._reader.close()
        super().close()


class CloudFile(File):
    """An open stored file with its size."""

    def __init__(self, reader: _Reader, name: str, size: int) -> None:
        super().__init__(io.BufferedReader(reader), name)
        self.size = size


class CloudStorage(GoogleCloudStorage):
    """The private bucket of GCS_BUCKET."""

    save = _like_a_disk(GoogleCloudStorage.save)
    delete = _like_a_disk(GoogleCloudStorage.delete)
    exists = _like_a_disk(GoogleCloudStorage.exists)
    size = _like_a_disk(GoogleCloudStorage.size)
    listdir = _like_a_disk(GoogleCloudStorage.listdir)
    get_modified_time = _like_a_disk(GoogleCloudStorage.get_modified_time)

    @_like_a_disk
    def _open(self, name: str, mode: str = "rb") -> File:
        if mode != "rb":
            return super()._open(name, mode)
        blob = self.bucket.get_blob(self._normalize_name(clean_name(name)))
        if blob is None:
            raise FileNotFoundError(name)
        return CloudFile(_Reader(blob.open("rb", chunk_size=BLOCK)), name, blob.size)
