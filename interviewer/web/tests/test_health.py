"""Health says honestly what works, what is missing and where it is missed."""

from __future__ import annotations

import html

import pytest
from django.core.files.storage import FileSystemStorage, storages

from interviewer.api import health
from interviewer.integrations import machine
from interviewer.journal.models import OutgoingMail
from interviewer.web.tests.product import PRODUCTION, environment, manage

pytestmark = pytest.mark.django_db
ASK = (
    "from django.test import Client; answer = Client().get('{}', headers={{'host': 'localhost'}});"
    "print(answer.status_code, answer.content.decode())"
)


@pytest.fixture(autouse=True)
def look_again(monkeypatch):
    monkeypatch.setitem(health._storage_seen, "until", 0.0)


def part(client, name: str) -> dict:
    return client.get("/api/v1/").json()["checks"][name]


def test_without_a_worker_the_product_is_degraded_and_answers_200(client):
    answer = client.get("/api/v1/")
    body = answer.json()
    assert (answer.status_code, body["status"], body["state"]) == (200, "healthy", "degraded")
    assert set(body["checks"]) >= {"database", "storage", "queue", "mail", "ai", "speech", "judge"}
    assert body["checks"]["queue"]["message"].startswith("No background worker is running")
    assert client.get("/health/").status_code == 200


def test_files_that_can_not_be_written_are_said_with_503(client, settings, tmp_path):
    (tmp_path / "media").write_text("a file where a folder should be")
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": f"{FileSystemStorage.__module__}.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "media"},
        }
    }
    storages._storages.clear()
    answer = client.get("/api/v1/")
    assert (answer.status_code, answer.json()["checks"]["storage"]["ok"]) == (503, False)
    page = client.get("/health/")
    assert (page.status_code, "The product does not work now." in page.content.decode()) == (503, True)


def test_the_built_in_engines_are_called_what_they_are(client):
    assert part(client, "ai")["message"] == "Scores come from the built-in offline engine."
    assert part(client, "speech")["degraded"] is True
    assert part(client, "mail")["message"] == "E-mails are written to the outbox folder, not sent."


def test_a_judge_that_can_not_be_had_is_missing_not_fatal(client, settings):
    settings.JUDGE_ENGINE = "nowhere.Judge"
    from interviewer.integrations.judge import get_judge

    getattr(get_judge, "cache_clear", lambda: None)()
    found = part(client, "judge")
    getattr(get_judge, "cache_clear", lambda: None)()
    assert (found["ok"], found["degraded"], "nowhere" in found["message"]) == (True, True, True)


@pytest.mark.parametrize("address", ["/api/v1/", "/health/"])
def test_without_its_database_the_product_says_so_and_nothing_else_is_blamed(tmp_path, address):
    env = environment(
        **PRODUCTION | {"DATA_DIR": tmp_path, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    )
    (tmp_path / "staticfiles").mkdir()
    manage(env, "collectstatic", "--noinput", "-v0")
    said = manage(env, "shell", "-v0", "-c", ASK.format(address))
    assert said.startswith("503 ")
    if address == "/api/v1/":
        assert '"database": {"ok": false' in said
        assert '"storage": {"ok": true' in said


def test_missing_system_packages_are_named_with_the_line_that_mends_it(client, monkeypatch):
    for name in ("reports", "recordings"):
        assert set(part(client, name)) == {"ok", "degraded", "engine", "message", "detail"}
    monkeypatch.setattr(machine, "PDF_LIBRARIES", {"libnowhere.so.9": "libpango-1.0-0"})
    monkeypatch.setenv("PATH", "")
    reports, recordings = part(client, "reports"), part(client, "recordings")
    assert (reports["ok"], reports["degraded"]) == (True, True)
    assert reports["message"] == "Reports can't be made as PDF. apt-get install libpango-1.0-0"
    assert recordings["message"] == "Recordings play and do not seek. apt-get install ffmpeg"
    assert "apt-get install libpango-1.0-0" in html.unescape(client.get("/health/").content.decode())


def test_a_judge_that_refuses_is_named_with_its_remedy_and_the_rest_works(client, settings):
    settings.JUDGE_ENGINE = "assessments.tests.judges.RefusingJudge"
    found = part(client, "judge")
    assert (found["ok"], found["degraded"]) == (True, True)
    assert found["message"] == "No sandbox can be made here. Allow user namespaces."
    assert "Allow user namespaces." in client.get("/health/").content.decode()
    assert client.get("/").status_code == 200


def test_e_mails_that_could_not_be_sent_are_said(client):
    assert part(client, "mail")["degraded"] is False
    OutgoingMail.objects.create(key="a", kind="t", to="a@example.com", subject="S", status="failed")
    found = part(client, "mail")
    assert (found["degraded"], "since yesterday: 1." in found["message"]) == (True, True)
