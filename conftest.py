"""What all tests share: settings that touch nothing of the machine, and the fixtures of the whole product."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = [
    "interviewer.web.tests.background",
    "interviewer.web.tests.browser",
    "interviewer.web.tests.product",
]


def pytest_configure(config: pytest.Config) -> None:
    """Point settings at a folder of this run, and at the engines that need no network."""
    from django.conf import settings

    folder = Path(tempfile.mkdtemp(prefix="interviewer-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    settings.DATA_DIR = folder
    settings.EMAIL_FILE_PATH = folder / "outbox"
    settings.MEDIA_ROOT = folder / "media"
    settings.STORAGES["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folder / "media"},
    }
    settings.GCS_BUCKET = ""
    settings.MAIL_ENGINE = "outbox"
    settings.LLM_ENGINE = "offline"
    settings.SPEECH_ENGINE = "none"
    settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
    # Argon2 is slow on purpose; tests sign in hundreds of times.
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # one-time codes ask for it by name
    ]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember that a test failed, for its fixtures, and show the product's logs with the failure."""
    outcome = yield
    report = outcome.get_result()
    if report.failed:
        item.failed = True
        if logs := getattr(item, "product_logs", None):
            report.sections.append(("the product's logs", logs()))
