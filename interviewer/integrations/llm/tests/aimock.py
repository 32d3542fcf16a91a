"""Starts an OpenAI-compatible server that others wrote (@copilotkit/aimock), for tests and for whole journeys.

    from interviewer.integrations.llm.tests.aimock import start_aimock

    server = start_aimock()            # or start_aimock(port)
    environment = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "test", "LLM_ENGINE": "openai",
                   "SPEECH_ENGINE": "openai"}
    ...
    server.stop()

It answers every purpose of the port from what it is asked (`aimock_server.mjs`), transcribes any recording as
`SPOKEN`, and speaks silence. `why_not()` says why it cannot run here; tests skip with that reason.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

VERSION = "1.43.0"
SPOKEN = "I start with explain analyze to read the query plan. Then I add an index that fits the filter and the order."
_ROOT = Path(__file__).resolve().parents[4]
_SCRIPT = Path(__file__).with_name("aimock_server.mjs")


@dataclass(frozen=True)
class AimockServer:
    """A running server; `base_url` goes into OPENAI_BASE_URL."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def requests(self) -> list[dict[str, Any]]:
        """Return what was asked of the server so far."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__aimock/journal", timeout=5) as response:
            return json.load(response)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _cache() -> Path:
    return Path(os.environ.get("NPM_CACHE_DIR") or _ROOT / "build") / f"aimock-{VERSION}"


@lru_cache(maxsize=1)
def why_not() -> str:
    """Install the server once, and return an empty string, or why it cannot run on this machine."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return "Node.js and npm are not installed"
    home = _cache()
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs may start at once
        if not (_package() / "dist" / "index.js").exists():
            command = [
                npm,
                "install",
                "--no-audit",
                "--no-fund",
                "--prefix",
                str(home),
                f"@copilotkit/aimock@{VERSION}",
            ]
            try:
                done = subprocess.run(command, capture_output=True, timeout=180, check=False)
            except subprocess.TimeoutExpired:
                return f"npm did not install @copilotkit/aimock {VERSION} within three minutes"
            if done.returncode != 0:
                return f"npm could not install @copilotkit/aimock {VERSION}"
    return ""


def _package() -> Path:
    return _cache() / "node_modules" / "@copilotkit" / "aimock"


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_aimock(port: int | None = None) -> AimockServer:
    """Start the server on a port (a free one by default) and wait until it answers; raises RuntimeError if it cannot."""
    reason = why_not()
    if reason:
        raise RuntimeError(reason)
    number = port or free_port()
    process = subprocess.Popen(
        ["node", str(_SCRIPT), str(number), str(_package())],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = AimockServer(process, number)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{number}/health", timeout=1).close()
            return server
        time.sleep(0.05)
    server.stop()
    raise RuntimeError("aimock did not start")
