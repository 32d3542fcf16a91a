"""The real product for tests: web server and worker as processes of their own, on a fresh database."""

from __future__ import annotations

import email
import email.policy
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path

import pytest

from interviewer.env import BASE_DIR, VARIABLES
from interviewer.web import processes
from interviewer.web.processes import Process
from interviewer.web.tests import postgres

PRODUCTION = {"DEBUG": False, "SECRET_KEY": "s" * 50, "ALLOWED_HOSTS": "localhost"}


@dataclass(frozen=True)
class Mail:
    """One e-mail that the product sent."""

    to: str
    subject: str
    text: str
    html: str
    sent_at: float

    @property
    def code(self) -> str:
        """The six-digit code in it."""
        found = re.search(r"(?<!\d)\d{6}(?!\d)", self.text)
        assert found, f"no code in: {self.text}"
        return found[0]

    @property
    def links(self) -> list[str]:
        """The addresses in its text, in order."""
        return [link.rstrip(".,)>") for link in re.findall(r"https?://[^\s<>\"]+", self.text)]


def wait_until(
    condition: Callable[[], object], what: str, *, seconds: float = 30, every: float = 0.1
) -> object:
    """The condition's first true value; fails the test naming `what` when it does not come in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if value := condition():
            return value
        time.sleep(every)
    pytest.fail(f"{what}: not within {seconds} s")


def environment(**values: object) -> dict[str, str]:
    """An environment in which every variable of ours is the default or as given: nothing of the shell or .env."""
    ours = {variable.name: variable.default for variable in VARIABLES} | {"LLM_ENGINE": "offline"} | values
    written = {name: "" if value == [] else str(value) for name, value in ours.items()}
    return {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"} | written


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def manage(env: dict[str, str], *arguments: str) -> str:
    """The output of a management command; fails the test with it when the command fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"manage.py {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@dataclass
class Product:
    """A running product. `kill_*` is SIGKILL, as an outage would be; `start_*` waits until it works again."""

    folder: Path
    env: dict[str, str]
    port: int
    web: Process = field(init=False)
    worker: Process = field(init=False)

    def __post_init__(self) -> None:
        web = processes.web_command(host="127.0.0.1", port=self.port, workers=2)
        self.web = Process("web server", web, env=self.env, log=self.folder / "web.log")
        self.worker = Process(
            "worker", processes.worker_command(), env=self.env, log=self.folder / "worker.log"
        )

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://localhost:{self.port}"

    @property
    def data_dir(self) -> Path:
        """Its DATA_DIR."""
        return Path(self.env["DATA_DIR"])

    def start_web(self) -> None:
        """Start the web server and wait for its first answer."""
        self.web.start()
        wait_until(self._answers, f"web server\n{self.logs()}", seconds=60)

    def start_worker(self) -> None:
        """Start the worker and wait until it says that it is there."""
        self.worker.start()
        wait_until(self._works, f"worker\n{self.logs()}", seconds=60, every=0.3)

    def kill_web(self) -> None:
        """As if the power went."""
        self.web.kill()

    def kill_worker(self) -> None:
        """As if the power went."""
        self.worker.kill()

    def stop(self) -> None:
        """End of the test: nothing stays behind."""
        self.worker.kill()
        self.web.kill()

    def health(self) -> dict:
        """What the product says about itself."""
        with urllib.request.urlopen(f"{self.url}/api/v1/", timeout=10) as answer:
            return json.load(answer)

    def manage(self, *arguments: str) -> str:
        """The output of a management command in the product's environment."""
        return manage(self.env, *arguments)

    def python(self, code: str) -> str:
        """What a piece of Python prints inside of the product, for looking into its database."""
        return self.manage("shell", "--no-imports", "--command", code)

    def outbox(self, to: str = "") -> list[Mail]:
        """The e-mails sent so far, oldest first; those to one address if it is given."""
        files = sorted(self.data_dir.glob("outbox/*.log"), key=lambda path: path.stat().st_mtime)
        mails = [mail for path in files for mail in _read_mails(path)]
        return [mail for mail in mails if not to or to.casefold() in mail.to.casefold()]

    def mail_to(self, address: str, *, after: int = 0, subject: str = "", seconds: float = 30) -> Mail:
        """The newest e-mail to an address; waits until there are more than `after` with that subject."""

        def newest() -> Mail | None:
            found = [mail for mail in self.outbox(address) if subject.casefold() in mail.subject.casefold()]
            return found[-1] if len(found) > after else None

        return wait_until(newest, f"e-mail to {address} {subject}", seconds=seconds)  # type: ignore[return-value]

    def logs(self) -> str:
        """The last lines of both processes."""
        return "\n".join(
            f"--- {path.name}\n" + "\n".join(path.read_text(errors="replace").splitlines()[-60:])
            for path in (self.folder / "web.log", self.folder / "worker.log")
            if path.exists()
        )

    def _answers(self) -> bool:
        assert self.web.is_running, f"the web server ended:\n{self.logs()}"
        try:
            with urllib.request.urlopen(f"{self.url}/livez", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def _works(self) -> bool:
        assert self.worker.is_running, f"the worker ended:\n{self.logs()}"
        return self.web.is_running is False or self.health()["checks"]["queue"]["detail"]["workers"] > 0


def _read_mails(path: Path) -> Iterator[Mail]:
    for raw in path.read_bytes().split(b"\n" + b"-" * 79):
        if not raw.strip():
            continue
        parsed = email.message_from_bytes(raw.lstrip(b"\n"), _class=EmailMessage, policy=email.policy.default)
        plain, html = parsed.get_body(("plain",)), parsed.get_body(("html",))
        yield Mail(
            to=str(parsed["To"]),
            subject=str(parsed["Subject"]),
            text=plain.get_content() if plain else "",
            html=html.get_content() if html else "",
            sent_at=path.stat().st_mtime,
        )


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server for tests; skips where none can be started."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    try:
        with postgres.server() as url:
            yield url
    except postgres.NoServer as problem:
        pytest.skip(str(problem))


@dataclass
class Prepared:
    """What each product of a session copies instead of making it again."""

    folder: Path

    @cached_property
    def database(self) -> Path:
        """A migrated SQLite file."""
        manage(environment(DATA_DIR=self.folder), "prepare", "--no-pool", "--no-places")
        return self.folder / "interviewer.sqlite3"

    @cached_property
    def static_files(self) -> Path:
        """Production's static files: hashed and compressed."""
        env = environment(DATA_DIR=self.folder, **PRODUCTION)
        manage(env, "collectstatic", "--no-input", "--verbosity=0")
        return self.folder / "staticfiles"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Made once: the migrated database and the static files."""
    return Prepared(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def product(
    tmp_path: Path, request: pytest.FixtureRequest, prepared: Prepared
) -> Iterator[Callable[..., Product]]:
    """Starts the product: `product()`, `product("postgresql", DEBUG=False)`, `product(worker=False, WORKERS=1)`.

    With `DEBUG=False` it runs as in production, with the secret and host name that this needs.
    """
    started: list[Product] = []
    with ExitStack() as stack:

        def start(
            database: str = "sqlite", *, web: bool = True, worker: bool = True, **values: object
        ) -> Product:
            folder = tmp_path / f"product{len(started)}"
            data, port = folder / "data", free_port()
            data.mkdir(parents=True)
            if database == "postgresql":
                server = request.getfixturevalue("postgres_url")
                values["DATABASE_URL"] = stack.enter_context(postgres.fresh_database(server))
            else:
                shutil.copy(prepared.database, data / "interviewer.sqlite3")
            env = environment(**{"DATA_DIR": data, "PORT": port} | values | {"DEBUG": True})
            if database == "postgresql":
                # Before DEBUG is off: static files are made once for all.
                manage(env, "prepare", "--no-pool", "--no-places")
            if values.get("DEBUG") is False:
                (data / "staticfiles").symlink_to(prepared.static_files)
                env |= environment(**{"DATA_DIR": data, "PORT": port} | PRODUCTION | values)
            one = Product(folder=folder, env=env, port=port)
            started.append(one)
            stack.callback(one.stop)
            request.node.product_logs = lambda: "\n".join(each.logs() for each in started)
            if web:
                one.start_web()
            if worker:
                one.start_worker()
            return one

        yield start
