"""One run in the box: options for the launcher in, its record out."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessments.judge.cgroups import Groups
from assessments.judge.configuration import SYSTEM_FOLDERS, Configuration
from assessments.judge.keeper import Broken, Keeper

#: Ids of the host that belong to nobody (systemd leaves them unused), for judges that run as root.
FIRST_ID = 2_000_000_000
SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
#: Data that a run-time such as Java's maps beside what it uses.
RESERVED_KIB = 1024 * 1024
ENVIRONMENT = ("PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/box", "TMPDIR=/tmp", "LANG=C.UTF-8")


@dataclass(frozen=True)
class BoxLimits:
    """What one run may use."""

    cpu_ms: int
    wall_ms: int
    memory_kib: int
    output_kib: int
    file_kib: int = 64 * 1024
    scratch_kib: int = 64 * 1024
    scratch_files: int = 2048
    processes: int = 32
    open_files: int = 256
    stack_kib: int = 0


@dataclass(frozen=True)
class Program:
    """What to run: files by their path in the box, the command, and whether it needs the host's /usr. `reserves`:
    its run-time reserves address space that it never uses."""

    command: tuple[str, ...]
    files: Mapping[str, Path]
    needs_system: bool = True
    binds: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    export: str = ""
    reserves: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a run. `how` is exit, signal, killed, unstarted, lost or broken (ours, see `error`)."""

    how: str
    value: int = 0
    killed: str = ""
    cpu_ms: float = 0
    wall_ms: float = 0
    memory_kib: int = 0
    out_of_memory: bool = False
    exported: bool = False
    accounting: str = ""
    stdout: bytes = b""
    stderr: bytes = b""
    archive: bytes = b""
    error: str = ""


@contextlib.contextmanager
def sealed_input(data: bytes) -> Iterator[int]:
    """A file in memory that nobody can change any more, so that cases cannot change each other's input."""
    memory = os.memfd_create("input", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(memory, view) :]
        fcntl.fcntl(memory, fcntl.F_ADD_SEALS, SEALS)
        yield memory
    finally:
        os.close(memory)


def host_ids(slot: int) -> tuple[int, int]:
    """The user and group that the box's only id stands for: the slot's own as root, else ourselves."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    wanted = FIRST_ID + slot
    inside = [tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    ranges = [(first, first + size) for first, _, size in inside]
    for number in (wanted, 64_000 + slot):
        if any(first <= number < end for first, end in ranges):
            return number, number
    return 0, 0


def _system() -> list[str]:
    options = []
    for folder in SYSTEM_FOLDERS:
        if os.path.islink(folder):
            options.append(f"--link={folder}:{os.readlink(folder).lstrip('/')}")
        elif os.path.isdir(folder):
            options.append(f"--bind={folder}:{folder}")
    if os.path.exists("/etc/ld.so.cache"):
        options.append("--bind=/etc/ld.so.cache:/etc/ld.so.cache")
    return options


class Box:
    """Starts runs with one launcher and one configuration."""

    def __init__(self, launcher: Path, configuration: Configuration) -> None:
        self.launcher = launcher
        self._hidden = [f"--hide={path}" for path in configuration.hidden()]
        self._system = _system()
        self._here = threading.local()

    def run(
        self,
        program: Program,
        memory: int,
        limits: BoxLimits,
        slot: int,
        groups: Groups,
        pipe: int | None = None,
        *,
        ahead: bool = False,
    ) -> Outcome:
        """Run to the end. `memory` is a sealed input; it is opened anew, so that reading starts at its beginning.
        With a `pipe`, what is printed goes there while it is printed, and `memory` may be a pipe too. `ahead`: the same
        program is likely to be run again, so its next box is made meanwhile."""
        with contextlib.ExitStack() as stack:
            keep = [_opened(memory), os.dup(pipe) if pipe is not None else _memory("stdout")]
            keep += [_memory("stderr"), _memory("export")]
            keep += [os.open(path, os.O_RDONLY | os.O_CLOEXEC) for path in program.files.values()]
            for descriptor in keep:
                stack.callback(os.close, descriptor)
            command = self._command(program, limits, slot, groups, ahead)
            return self._start(command, limits, keep)

    def _command(
        self, program: Program, limits: BoxLimits, slot: int, groups: Groups, ahead: bool
    ) -> list[str]:
        uid, gid = host_ids(slot)
        options = {name.replace("_", "-"): value for name, value in vars(limits).items()}
        options |= {"uid": uid, "gid": gid}
        if ahead:
            options["ahead"] = 1
        if groups.kind == "polling":
            # Between two looks a program could take gigabytes: the kernel's limit per process stops that.
            kind = "data-kib" if program.reserves else "address-kib"
            options[kind] = limits.memory_kib + (RESERVED_KIB if program.reserves else 64 * 1024)
        command = [f"--{name}={value}" for name, value in options.items()]
        command += [f"--file={path}" for path in program.files]
        command += [f"--env={pair}" for pair in (*ENVIRONMENT, *program.environment)]
        command += groups.options
        if program.needs_system:
            command += self._system + self._hidden
        command += [f"--bind={pair}" for pair in program.binds]
        if program.export:
            command.append(f"--export={program.export}")
        # Tells the requests for different programs apart: no box that was made ahead is taken for another's.
        contents = ",".join(str(path) for path in program.files.values())
        return [*command, f"--content={contents}", "--", *program.command]

    def _start(self, command: list[str], limits: BoxLimits, keep: Sequence[int]) -> Outcome:
        try:
            if getattr(self._here, "keeper", None) is None:
                self._here.keeper = Keeper(self.launcher)
            record = self._here.keeper.ask(command, keep, limits.wall_ms / 1000 + 30)
        except Broken as problem:
            self._here.keeper = None
            return Outcome("broken", error=str(problem))
        return Outcome(
            how=record["how"],
            value=int(record["value"]),
            killed=record["killed"],
            cpu_ms=int(record["cpu_us"]) / 1000,
            wall_ms=int(record["wall_us"]) / 1000,
            memory_kib=int(record["memory_kib"]),
            out_of_memory=record["out_of_memory"] == "1",
            exported=record["exported"] == "1",
            accounting=record["accounting"],
            stdout=_read(keep[1]),
            stderr=_read(keep[2]),
            archive=_read(keep[3]),
        )


def _memory(name: str) -> int:
    return os.memfd_create(name, os.MFD_CLOEXEC)


def _opened(descriptor: int) -> int:
    if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
        return os.dup(descriptor)
    return os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY | os.O_CLOEXEC)


def _read(memory: int) -> bytes:
    if stat.S_ISFIFO(os.fstat(memory).st_mode):
        return b""  # whoever holds the other end has it
    return os.pread(memory, os.fstat(memory).st_size, 0)
