"""The product as processes: it starts, survives the death of each, and stops without leaving anything behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from interviewer.env import BASE_DIR
from interviewer.web.tests.product import environment, free_port, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # beside other tests it would measure the machine

QUEUE_MAIL = (
    "from interviewer.integrations import mail; "
    "mail.queue(kind='test', to='Asha@example.org', subject='Your code', text='It is 123456. http://x.test/a?b=1.')"
)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_mail_queued_while_the_worker_is_dead_arrives_when_it_is_back(product, database):
    running = product(database)
    assert running.health()["checks"]["database"]["engine"] == database
    running.kill_worker()
    running.python(QUEUE_MAIL)
    assert running.outbox() == []

    running.start_worker()

    mail = running.mail_to("asha@example.org", subject="code")
    assert (mail.code, mail.links) == ("123456", ["http://x.test/a?b=1"])


def test_a_killed_web_server_starts_again_on_the_same_port(product):
    running = product(worker=False)
    running.kill_web()
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{running.url}/livez", timeout=1)

    running.start_web()

    assert running.health()["checks"]["database"]["ok"] is True


class Served:
    """`manage.py serve` as a child of the test."""

    def __init__(self, folder: Path, database: Path, *arguments: str) -> None:
        self.port, self.log = free_port(), folder / "serve.log"
        (folder / "data").mkdir()
        (folder / "data" / "interviewer.sqlite3").write_bytes(database.read_bytes())
        env = environment(
            DATA_DIR=folder / "data", PORT=self.port, WEB_WORKERS=1, WORKERS=1, LOG_LEVEL="DEBUG"
        )
        env.pop("PYTHONUNBUFFERED", None)  # what it says must come without
        command = [sys.executable, "manage.py", "serve", *arguments]
        with self.log.open("wb") as log:
            self.child = subprocess.Popen(command, cwd=BASE_DIR, env=env, stdout=log, stderr=log)

    @property
    def said(self) -> str:
        return self.log.read_text()

    def group_leaders(self) -> list[int]:
        """The children of `serve`: web server and worker."""
        tasks = Path(f"/proc/{self.child.pid}/task/{self.child.pid}/children")
        return [int(pid) for pid in tasks.read_text().split()]


def descendants(pid: int) -> list[int]:
    children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return children + [below for child in children for below in descendants(child)]


@pytest.fixture
def served(tmp_path, prepared):
    running = Served(tmp_path, prepared.database)
    yield running
    running.child.kill()
    running.child.wait()


def test_serve_says_its_address_restarts_what_dies_and_stops_cleanly(served):
    wait_until(lambda: f"is at http://localhost:{served.port}/" in served.said, "address printed", seconds=60)
    wait_until(lambda: "running." in served.said, "worker started")
    for leader in served.group_leaders():
        os.killpg(leader, signal.SIGKILL)

    wait_until(lambda: "The web server stopped (exit status -9)" in served.said, "death of the web noticed")
    wait_until(lambda: "The worker stopped (exit status -9)" in served.said, "death of the worker noticed")
    wait_until(lambda: served.said.count("running.") == 2, "both back")
    everything = descendants(served.child.pid)
    served.child.send_signal(signal.SIGTERM)

    assert served.child.wait(30) == 0
    assert served.said.rstrip().endswith("Stopped.")
    assert [pid for pid in everything if Path(f"/proc/{pid}").exists()] == []


def test_serve_killed_leaves_nothing_that_holds_the_port(served):
    wait_until(lambda: "is at http" in served.said, "address printed", seconds=60)
    everything = descendants(served.child.pid)
    served.child.kill()

    wait_until(lambda: not [pid for pid in everything if Path(f"/proc/{pid}").exists()], "children gone")


def test_serve_refuses_a_port_that_is_taken(tmp_path, prepared):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        running = Served(tmp_path, prepared.database, "--port", str(port))

        assert running.child.wait(30) == 1
    assert f"Cannot listen on 127.0.0.1 port {port}" in running.said


def test_production_without_a_secret_does_not_start(tmp_path):
    env = environment(DATA_DIR=tmp_path, DEBUG=False, ALLOWED_HOSTS="localhost")
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Set SECRET_KEY" in done.stderr) == (1, True)
