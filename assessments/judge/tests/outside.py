"""What must not happen, looked at from outside of the box: canaries, listeners, survivors, the host's state."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from assessments.judge.box import FIRST_ID

FILE_CANARY = b"CANARY-EXPECTED-42"
ENVIRONMENT_CANARY = "canary-env-7f3a"


class Listener:
    """A socket of the host that no program may reach."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.reached = 0
        sock.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                self.sock.accept()[0].close()
            except OSError:
                return
            self.reached += 1


class Canaries:
    """Secrets and sockets that are there to be found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "expected.txt").write_bytes(FILE_CANARY + b"\n")
        folder.chmod(0o755)
        tcp = socket.create_server(("127.0.0.1", 0))
        self.port = tcp.getsockname()[1]
        abstract = socket.socket(socket.AF_UNIX)
        abstract.bind("\0sbx-canary")
        named = socket.socket(socket.AF_UNIX)
        named.bind(str(folder / "sock"))
        (folder / "sock").chmod(0o777)
        self.listeners = [Listener(sock) for sock in (tcp, abstract, named)]

    def fill(self, source: str) -> str:
        """The source with this run's port and folder in it."""
        return source.replace("@PORT@", str(self.port)).replace("@CANARYDIR@", str(self.folder))

    def close(self) -> None:
        for listener in self.listeners:
            listener.sock.close()


@dataclass(frozen=True)
class HostState:
    """Facts of the host that a program must not change."""

    name: str
    mounts: str
    core_pattern: str
    shared_memory: tuple[str, ...]
    passwd: bytes
    clock_is_ours: bool
    folders: tuple[str, ...]


def host_state() -> HostState:
    watched = ("/", "/etc", "/dev", "/box", "/app")
    clock = abs(time.time() - _STARTED_AT - (time.monotonic() - _STARTED_MONOTONIC)) < 30
    return HostState(
        name=socket.gethostname(),
        mounts=Path("/proc/self/mountinfo").read_text(),
        core_pattern=Path("/proc/sys/kernel/core_pattern").read_text(),
        shared_memory=_shared_memory_of_boxes(),
        passwd=Path("/etc/passwd").read_bytes(),
        clock_is_ours=clock,
        folders=tuple(name for path in watched if os.path.isdir(path) for name in sorted(os.listdir(path))),
    )


def _shared_memory_of_boxes() -> tuple[str, ...]:
    """Segments that a box's user has made; other programs of this machine have their own."""
    rows = [line.split() for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]]
    return tuple(row[1] for row in rows if int(row[7]) >= FIRST_ID or int(row[9]) >= FIRST_ID)


_STARTED_AT, _STARTED_MONOTONIC = time.time(), time.monotonic()


def survivors() -> list[str]:
    """Processes in boxes: of a slot's user, or in a process namespace below ours. Not process 1 of a box: that is
    ours, perhaps of a box that was made ahead; no program lives without it."""
    ours = len(_levels("self"))
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            levels = _levels(folder.name)
            owner = folder.stat().st_uid
        except OSError:
            continue
        nested = len(levels) > ours
        if nested and levels[-1] == "1":
            continue
        if owner >= FIRST_ID or (nested and owner == os.getuid()):
            found.append(folder.name)
    return found


def wait_for_no_survivors(seconds: float = 2) -> list[str]:
    """Those that are left after a while; boxes of other tests on this machine end meanwhile."""
    until = time.monotonic() + seconds
    while (left := survivors()) and time.monotonic() < until:
        time.sleep(0.02)
    return left


def _levels(pid: str) -> list[str]:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("NSpid:"):
            return line.split()[1:]
    return []


class Forker:
    """Another user of the machine, who wants to start processes all the while."""

    def __enter__(self) -> Forker:
        self.failures: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self._thread.start()
        return self

    def _work(self) -> None:
        while not self._stop.wait(0.1):
            try:
                subprocess.run(["/bin/true"], check=True, timeout=5)
            except (OSError, subprocess.SubprocessError) as problem:
                self.failures.append(str(problem))

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
