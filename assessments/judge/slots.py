"""Slots: how many programs run at once on this machine, over all of our processes.

A slot is a lock file. It gives its holder an id of the host that nobody else runs a box with, so that boxes share no
quota of processes, pipes or signals. Whoever runs alone holds all slots.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from assessments.judge import cgroups
from assessments.judge.cgroups import Groups

T = TypeVar("T")
WAIT_SECONDS = 0.002


class Slots:
    """Worker threads, one per slot, and the machine-wide locks they take."""

    def __init__(self, folder: Path, count: int, use_cgroups: bool) -> None:
        self.folder = folder / "slots"
        self.count = count
        self.folder.mkdir(parents=True, exist_ok=True)
        self._use_cgroups = use_cgroups
        self._numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(count):
            self._numbers.put(number)
        self._here = threading.local()
        self._groups: list[Groups] = []
        self._pool = ThreadPoolExecutor(count, "judge", initializer=self._begin)

    def _begin(self) -> None:
        number = self._numbers.get()
        self._here.number = number
        self._here.groups = cgroups.for_this_thread(number) if self._use_cgroups else cgroups.POLLING
        self._groups.append(self._here.groups)

    @property
    def groups(self) -> Groups:
        """How runs of the calling worker thread are counted."""
        return self._here.groups

    def submit(self, work: Callable[..., T], *arguments: object) -> Future[T]:
        """Run `work` in a worker thread."""
        return self._pool.submit(work, *arguments)

    def close(self) -> None:
        """End the threads and remove their control groups."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        for groups in self._groups:
            groups.close()

    @contextlib.contextmanager
    def one(self) -> Iterator[int]:
        """Hold a slot; gives its number."""
        first = self._here.number
        while True:
            for step in range(self.count):
                number = (first + step) % self.count
                lock = self._try(f"{number}.lock")
                if lock is not None:
                    try:
                        yield number
                    finally:
                        os.close(lock)
                    return
            time.sleep(WAIT_SECONDS)

    @contextlib.contextmanager
    def alone(self) -> Iterator[int]:
        """Hold every slot: nothing else is judged on this machine meanwhile."""
        held = []
        try:
            # One at a time may want them all; whoever holds a single slot waits for nothing, so this ends.
            held.append(self._wait("alone.lock"))
            held.extend(self._wait(f"{number}.lock") for number in range(self.count))
            yield 0
        finally:
            for lock in held:
                os.close(lock)

    def _try(self, name: str) -> int | None:
        lock = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return None
        return lock

    def _wait(self, name: str) -> int:
        while (lock := self._try(name)) is None:
            time.sleep(WAIT_SECONDS)
        return lock
