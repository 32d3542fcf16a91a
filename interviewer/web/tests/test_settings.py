"""The environment: what is wrong or contradicts itself stops the start and says what to set."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from interviewer import checks
from interviewer.env import BASE_DIR, VARIABLES, read
from interviewer.web.tests.product import PRODUCTION, environment


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_a_variable_that_is_empty_or_not_there_has_its_default(variable, monkeypatch):
    monkeypatch.setenv(variable.name, " ")
    assert read(variable.name) == variable.default
    monkeypatch.delenv(variable.name)
    assert read(variable.name) == variable.default


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("DEBUG", "off", False),
        ("DEBUG", "False", False),
        ("DEBUG", "ON", True),
        ("DEMO", "1", True),
        ("PORT", "9000", 9000),
        ("ALLOWED_HOSTS", "a.example, b.example,", ["a.example", "b.example"]),
        ("SECRET_KEY", "$money=in#it", "$money=in#it"),
    ],
)
def test_each_type_is_read(name, text, value, monkeypatch):
    monkeypatch.setenv(name, text)
    assert read(name) == value


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("DEBUG", "maybe", "DEBUG=maybe must be True or False."),
        ("PORT", "http", "PORT=http must be a whole number."),
        ("PORT", "0", "PORT=0 must be at least 1."),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES=-1 must be at least 0."),
        ("MAIL_ENGINE", "pigeon", "MAIL_ENGINE=pigeon must be one of outbox, smtp, brevo."),
        ("LLM_ENGINE", "oracle", "LLM_ENGINE=oracle must be one of auto, offline, openai."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL=loud must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL."),
    ],
)
def test_what_can_not_be_read_is_named(name, text, message, monkeypatch):
    monkeypatch.setenv(name, text)
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(name)
    assert str(refusal.value).startswith(message)


SAFE = {"SITE_URL": "https://hire.example.com", "SECURE_TLS": True, "SECRET_KEY": "0123456789abcdefgh" * 3}


def check(folder, *arguments: str, **values: object) -> tuple[int, str]:
    """How `manage.py check` ends in production with these values."""
    done = subprocess.run(
        [sys.executable, "manage.py", "check", *arguments],
        cwd=BASE_DIR,
        env=environment(**PRODUCTION | SAFE | {"DATA_DIR": folder} | values),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_production_has_no_warning(tmp_path):
    assert check(tmp_path, "--deploy", "--fail-level", "WARNING") == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"TIME_ZONE": "Mars"}, "TIME_ZONE=Mars is not known"),
        ({"DATABASE_URL": "somewhere"}, "DATABASE_URL must begin with"),
        ({"MAIL_ENGINE": "smtp"}, "MAIL_ENGINE=smtp needs SMTP_URL"),
    ],
)
def test_production_does_not_start_with_what_contradicts_itself(tmp_path, values, message):
    status, said = check(tmp_path, **values)
    assert (status, message in said) == (1, True)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),
        ({"DEBUG": False, "ALLOWED_HOSTS": []}, ["interviewer.E002"]),
        ({"DEBUG": False, "SECRET_KEY": "development-only-not-a-secret"}, ["interviewer.E001"]),
        ({"SITE_URL": "hire.example.com"}, ["interviewer.E003"]),
        ({"SECURE_TLS": True, "SITE_URL": "http://a.example"}, ["interviewer.E005"]),
        ({"ADMIN_EMAIL": "a@example.com"}, ["interviewer.E007"]),
        ({"MAIL_ENGINE": "brevo", "BREVO_API_KEY": ""}, ["interviewer.E004"]),
        ({"LLM_ENGINE": "openai"}, ["interviewer.E006"]),
        ({"LLM_ENGINE": "openai", "OPENAI_BASE_URL": "http://ai.example/v1"}, []),
        ({"SPEECH_ENGINE": "openai"}, ["interviewer.E008"]),
        ({"JUDGE_ENGINE": "nowhere.Judge"}, ["interviewer.E009"]),
        ({"EMAIL_BACKEND": "nowhere.Mail"}, ["interviewer.E010"]),
    ],
)
def test_every_contradiction_has_its_check(settings, values, found):
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = "s" * 50, ["localhost"]
    settings.ADMIN_EMAIL = settings.ADMIN_PASSWORD = ""
    for name, value in values.items():
        setattr(settings, name, value)
    errors = [*checks.production_is_safe(None), *checks.engines_have_what_they_need(None)]
    assert [error.id for error in errors] == found


def test_the_web_server_refuses_too(settings):
    settings.LLM_ENGINE = "openai"
    with pytest.raises(ImproperlyConfigured, match="LLM_ENGINE=openai needs OPENAI_API_KEY"):
        checks.refuse_to_start()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"LLM_ENGINE": "openai"}, "LLM_ENGINE=openai needs OPENAI_API_KEY or OPENAI_BASE_URL."),
        ({"MAIL_ENGINE": "brevo"}, "MAIL_ENGINE=brevo needs BREVO_API_KEY."),
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"DEBUG": "maybe"}, "DEBUG=maybe must be True or False."),
    ],
)
def test_the_web_server_process_ends_at_once_and_names_what_is_wrong(tmp_path, values, message):
    """granian imports the WSGI module in its workers; that import is what refuses."""
    done = subprocess.run(
        [sys.executable, "-c", "import interviewer.wsgi"],
        cwd=BASE_DIR,
        env=environment(**PRODUCTION | SAFE | {"DATA_DIR": tmp_path} | values),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, message in done.stderr) == (1, True)
