"""Control groups: the kernel's exact count of memory and CPU time, where we may have one.

Version 2: the launcher makes a group for each run below one that was delegated to us. Version 1: moving a process
costs milliseconds, so each worker thread lives in a group of its own and the launchers it starts are born there.
Where neither is possible, the launcher counts by looking at the box's processes every 10 ms.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from pathlib import Path

PREFIX = "judge-"


@dataclass(frozen=True)
class Groups:
    """Where runs are counted: options for the launcher, and the group that a thread must join (version 1)."""

    kind: str
    options: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()

    def close(self) -> None:
        """Remove the groups; whatever is still in them keeps them."""
        for folder in self.folders:
            with contextlib.suppress(OSError):
                folder.rmdir()


POLLING = Groups("polling")


def _own_paths() -> dict[str, str]:
    """Controller to the path of our group; the empty name is version 2."""
    own = {}
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        own.update(dict.fromkeys(controllers.split(","), path))
    return own


def _mounts() -> dict[str, tuple[str, Path]]:
    """Controller to the root and the mount point of its hierarchy; the empty name is version 2."""
    found = {}
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        kind, _, options = after.split(" ")[:3]
        root, point = before.split(" ")[3:5]
        if kind == "cgroup2":
            found[""] = (root, Path(point))
        elif kind == "cgroup":
            found.update({name: (root, Path(point)) for name in options.split(",")})
    return found


def _own_folder(controller: str) -> Path | None:
    own, mounts = _own_paths().get(controller), _mounts().get(controller)
    if own is None or mounts is None:
        return None
    root, point = mounts
    inside = os.path.relpath(own, root)
    return None if inside.startswith("..") else (point / inside).resolve()


def _remove_dead(parent: Path) -> None:
    """Groups of processes that were killed before they could tidy up."""
    for old in parent.glob(f"{PREFIX}*-*"):
        pid = old.name.split("-")[1]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists():
            for folder in (*old.glob("box-*"), old):
                with contextlib.suppress(OSError):
                    folder.rmdir()


def _version_2() -> Groups | None:
    """A group below ours, when memory and processes may be limited there (systemd: Delegate=)."""
    own = _own_folder("")
    if own is None or "memory" not in (own / "cgroup.controllers").read_text().split():
        return None
    if "memory" not in (own / "cgroup.subtree_control").read_text().split() and not _take_delegation(own):
        return None
    group = own / f"{PREFIX}{os.getpid()}-0"
    _remove_dead(own)
    group.mkdir(exist_ok=True)
    (group / "cgroup.subtree_control").write_text("+memory")
    with contextlib.suppress(OSError):
        (group / "cgroup.subtree_control").write_text("+pids")
    return Groups("cgroup2", (f"--cgroup-v2={group}",), (group,))


def _take_delegation(own: Path) -> bool:
    """Where systemd has delegated this group to us: move its processes into a leaf, as the rule wants."""
    marks = ("user.delegate", "trusted.delegate")
    if not any(_attribute(own, mark) == b"1" for mark in marks):
        return False
    leaf = own / "service"
    leaf.mkdir(exist_ok=True)
    for pid in (own / "cgroup.procs").read_text().split():
        with contextlib.suppress(OSError):
            (leaf / "cgroup.procs").write_text(pid)
    (own / "cgroup.subtree_control").write_text("+memory +pids")
    return True


def _attribute(path: Path, name: str) -> bytes:
    try:
        return os.getxattr(path, name)
    except OSError:
        return b""


def _version_1(slot: int) -> Groups | None:
    """Groups for the calling thread, below our own ones."""
    folders = []
    try:
        for controller in ("memory", "cpuacct"):
            own = _own_folder(controller)
            if own is None:
                return None
            if slot == 0:
                _remove_dead(own)
            group = own / f"{PREFIX}{os.getpid()}-{slot}"
            group.mkdir(exist_ok=True)
            folders.append(group)
            if controller == "memory":
                (group / "memory.swappiness").write_text("0")
            (group / "tasks").write_text(str(threading.get_native_id()))
    except OSError:
        Groups("", folders=tuple(folders)).close()
        return None
    options = (f"--cgroup-memory={folders[0]}", f"--cgroup-cpu={folders[1]}")
    return Groups("cgroup1", options, tuple(folders))


def for_this_thread(slot: int) -> Groups:
    """The best way of counting for launchers that the calling thread starts."""
    try:
        if (groups := _version_2()) is not None:
            return groups
    except OSError:
        pass
    return _version_1(slot) or POLLING
