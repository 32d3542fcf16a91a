"""The product's processes: the commands of the web server and the worker, and keeping them running."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from interviewer.env import BASE_DIR

#: Seconds to wait before a process that died is started again; the last one repeats.
BACK_OFF_SECONDS = (1, 2, 5, 10, 30)
#: A process that ran this many seconds was well: its next death counts as the first.
WELL_AFTER_SECONDS = 60
_PR_SET_PDEATHSIG = 1


def web_command(*, host: str, port: int, workers: int) -> list[str]:
    """The command that serves pages: `workers` processes of four threads each."""
    return [
        str(Path(sys.executable).with_name("granian")),
        *("--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4", "--no-ws"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"),
        "interviewer.wsgi:application",
    ]


def worker_command() -> list[str]:
    """The command that does background work."""
    return [sys.executable, "manage.py", "qcluster"]


def why_port_is_unusable(host: str, port: int) -> str:
    """Why nothing can listen there; empty if something can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as problem:
            return str(problem)
    return ""


def _die_with_parent() -> None:
    """Ask the kernel to stop this process when the one that started it is killed: nothing is orphaned."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Process:
    """One child in its own process group, so that the terminal's Ctrl-C reaches it through us alone."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        log: Path | None = None,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.env = {**(env or os.environ), "PYTHONUNBUFFERED": "1"}
        self.log = log
        self.deaths = 0
        self.started_at = 0.0
        self.restart_at = 0.0
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether the child lives."""
        return self._child is not None and self._child.poll() is None

    @property
    def pid(self) -> int:
        """The child's process id, which is its group's too; 0 before the first start."""
        return self._child.pid if self._child else 0

    def start(self) -> None:
        """Start the child; its output goes to the log file, or to where ours goes."""
        self.started_at, self.restart_at = time.monotonic(), 0.0
        output = self.log.open("ab") if self.log else None
        try:
            self._child = subprocess.Popen(
                self.command,
                cwd=BASE_DIR,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output and subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        finally:
            if output:
                output.close()

    def signal(self, number: int, *, group: bool = False) -> None:
        """Send a signal to the child, or to its whole group; one that is gone already is no error."""
        if self._child is None:
            return
        try:
            os.killpg(self._child.pid, number) if group else self._child.send_signal(number)
        except ProcessLookupError:
            return

    def kill(self) -> None:
        """Kill the child and all that it started, at once."""
        self.signal(signal.SIGKILL, group=True)
        if self._child:
            self._child.wait()

    def stop(self, *, seconds: float) -> bool:
        """Ask the child to finish and wait; kill what remains then. Whether it finished by itself."""
        self.signal(signal.SIGTERM)
        finished = self.wait(seconds)
        self.kill()
        return finished

    def wait(self, seconds: float) -> bool:
        """Wait for the child's end; whether it came in time."""
        if self._child is None:
            return True
        try:
            self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def died(self) -> str:
        """If the child died since it was last seen: how, with the restart planned; else empty."""
        if self.restart_at or self.is_running or self._child is None:
            return ""
        self.signal(signal.SIGKILL, group=True)  # grandchildren that outlived it hold its port or its tasks
        if time.monotonic() - self.started_at > WELL_AFTER_SECONDS:
            self.deaths = 0
        pause = BACK_OFF_SECONDS[min(self.deaths, len(BACK_OFF_SECONDS) - 1)]
        self.deaths += 1
        self.restart_at = time.monotonic() + pause
        return (
            f"The {self.name} stopped (exit status {self._child.returncode}); starting it again in {pause} s."
        )

    def restart_if_due(self) -> None:
        """Start the child again when its pause is over."""
        if self.restart_at and time.monotonic() >= self.restart_at:
            self.start()
