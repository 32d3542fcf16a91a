"""The keeper: the launcher's process beside a worker thread, which is asked for runs over a socket (launcher/serve.c)."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

#: More than any record or message of the launcher.
ANSWER_BYTES = 4096


class Broken(Exception):
    """The keeper, or the run, has failed; says why. The next run gets a new keeper."""


class Keeper:
    """Started by the thread that asks it: it is counted in that thread's control group, and dies with the thread."""

    def __init__(self, launcher: Path) -> None:
        self.owner = os.getpid()
        self.socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                self.process = subprocess.Popen([str(launcher)], stdin=theirs, env={})
            except OSError as problem:
                self.socket.close()
                raise Broken(str(problem)) from problem

    def ask(self, words: Sequence[str], descriptors: Sequence[int], seconds: float) -> dict[str, str]:
        """Have one run made, and give its record. The descriptors: input, output, errors, export, files."""
        request = b"".join(word.encode() + b"\0" for word in words)
        try:
            self.socket.settimeout(seconds)
            socket.send_fds(self.socket, [request], list(descriptors))
            answer = self.socket.recv(ANSWER_BYTES).decode(errors="replace")
        except OSError as problem:
            raise Broken(f"the launcher does not answer: {problem}") from problem
        record = dict(line.split("=", 1) for line in answer.splitlines() if "=" in line)
        if "how" not in record:
            raise Broken(record.get("error", "the launcher has ended"))
        return record

    def close(self) -> None:
        """End it, and the box that it may have prepared. A process that was forked from the owner leaves it alone."""
        self.socket.close()
        if self.owner != os.getpid():
            return
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __del__(self) -> None:
        """A thread that ends takes its keeper along."""
        if hasattr(self, "process"):
            with contextlib.suppress(OSError):
                self.close()
