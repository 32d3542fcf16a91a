"""The self-test: shows that the walls hold before any stranger's program is run. There is no way around it."""

from __future__ import annotations

import os
import platform
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assessments.judge.box import Box, BoxLimits, Outcome, Program, host_ids, sealed_input
from assessments.judge.cgroups import Groups
from interviewer.integrations.judge.port import JudgeHealth

LIMITS = BoxLimits(cpu_ms=1000, wall_ms=4000, memory_kib=32 * 1024, output_kib=64, processes=8)
ALLOW_NAMESPACES = (
    "Allow user namespaces for the judge: on Ubuntu 23.10 and later `sudo sysctl -w "
    "kernel.apparmor_restrict_unprivileged_userns=0`, on hosts that switched them off `sudo sysctl -w "
    "user.max_user_namespaces=10000 kernel.unprivileged_userns_clone=1`, in Docker "
    "`--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
    "--security-opt systempaths=unconfined`."
)
SHOW_PROC = "In Docker add `--security-opt systempaths=unconfined`: a masked /proc cannot be shown to a box."
NEW_KERNEL = "The judge needs Linux 5.14 or later."
REMEDIES = {
    "clone3: Operation not permitted": ALLOW_NAMESPACES,
    "clone3: No space left": ALLOW_NAMESPACES,
    "clone3: Function not implemented": NEW_KERNEL,
    "clone3: Invalid argument": NEW_KERNEL,
    "uid_map": ALLOW_NAMESPACES,
    "mount proc": SHOW_PROC,
    "mount tmpfs": ALLOW_NAMESPACES,
    "private mounts": ALLOW_NAMESPACES,
    "read-only": NEW_KERNEL,
}
NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup")
REFUSED = (
    *("shadow", "write_root", "write_etc", "write_app", "write_device", "init_memory", "init_environment"),
    *("kernel_settings", "internet", "unix", "setuid"),
)


class WallMissing(Exception):
    """A wall does not hold, or could not be shown to."""


@dataclass(frozen=True)
class Trial:
    """One run of the probe: a mode, its limits, and what must come of it."""

    wall: str
    mode: str
    limits: BoxLimits
    holds: Callable[[Outcome], bool]


TRIALS = (
    Trial(
        "a forbidden system call ends the program",
        "mount",
        LIMITS,
        lambda outcome: outcome.how == "signal" and outcome.value == signal.SIGSYS,
    ),
    Trial(
        "the memory limit bites",
        "memory",
        LIMITS,
        lambda outcome: (
            outcome.how != "broken"
            and (outcome.killed == "memory" or outcome.out_of_memory or outcome.value != 0)
        ),
    ),
    Trial(
        "the CPU limit bites",
        "cpu",
        replace(LIMITS, cpu_ms=60),
        lambda outcome: outcome.killed == "cpu",
    ),
    Trial(
        "the wall clock ends what waits",
        "wait",
        replace(LIMITS, wall_ms=60),
        lambda outcome: outcome.killed == "wall",
    ),
    Trial(
        "the output limit bites",
        "output",
        LIMITS,
        lambda outcome: outcome.killed == "output" and len(outcome.stdout) == LIMITS.output_kib * 1024,
    ),
    Trial(
        "what a program leaves behind is ended",
        "survivor",
        LIMITS,
        lambda outcome: outcome.how == "exit" and outcome.wall_ms < 2000,
    ),
)


def run(box: Box, probe: Path, slot: int, groups: Groups) -> JudgeHealth:
    """Try every wall; ready only when all of them hold."""
    detail: dict[str, object] = {"kernel": platform.release(), "accounting": groups.kind}

    def probed(mode: str, limits: BoxLimits) -> Outcome:
        program = Program(("/app/probe", mode), {"/app/probe": probe}, needs_system=False)
        with sealed_input(b"") as nothing:
            return box.run(program, nothing, limits, slot, groups)

    try:
        seen = _look(probed("look", LIMITS))
        detail["walls"] = [*_check_view(seen), *_check_trials(probed)]
        _check_survivors(host_ids(slot)[0])
    except WallMissing as problem:
        reason = f"Code cannot be judged safely on this machine: {problem}"
        remedy = next((line for sign, line in REMEDIES.items() if sign in str(problem)), "")
        return JudgeHealth(False, reason, remedy, detail)
    detail["user"] = "a user of its own for each slot" if os.geteuid() == 0 else "this user, in a namespace"
    return JudgeHealth(True, detail=detail)


def _look(outcome: Outcome) -> dict[str, str]:
    if outcome.how == "broken":
        raise WallMissing(f"the box cannot be made ({outcome.error}).")
    if outcome.how != "exit" or outcome.value != 0:
        raise WallMissing(f"the self-test did not run to its end ({outcome.how} {outcome.value}).")
    lines = outcome.stdout.decode(errors="replace").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _check_view(seen: dict[str, str]) -> Iterator[str]:
    """What a program in the box sees and may do."""
    for name in NAMESPACES:
        if seen.get(f"ns_{name}", "") in {"", os.readlink(f"/proc/self/ns/{name}")}:
            raise WallMissing(f"the box shares the host's {name} namespace.")
    yield "own " + ", ".join(NAMESPACES) + " namespaces"
    for name in REFUSED:
        if seen.get(name) != "refused":
            raise WallMissing(f"the box did not refuse {name.replace('_', ' ')}.")
    yield "read-only root, no network, no way to init or the kernel's settings"
    if set(seen.get("root", "").split()) != {"app", "box", "dev", "etc", "proc", "tmp"}:
        raise WallMissing(f"the box shows files of the host: {seen.get('root')}.")
    processes = [name for name in seen.get("processes", "").split() if name.isdigit()]
    if processes != ["1", "2"]:
        raise WallMissing("the box shows processes of the host.")
    yield "no files and processes of the host"
    capabilities = {seen.get(f"Cap{name}", "?").strip("0") for name in ("Inh", "Prm", "Eff", "Bnd", "Amb")}
    if capabilities != {""} or seen.get("NoNewPrivs") != "1" or seen.get("Seccomp") != "2":
        raise WallMissing("the program has privileges, or no filter of system calls.")
    yield "no capabilities, no new privileges, system-call filter"
    if seen.get("scratch") != "opened" or seen.get("descriptors") != "0":
        raise WallMissing("the scratch folder cannot be written, or a file of ours is open in the box.")
    if not 0 < int(seen.get("forks", "0")) <= LIMITS.processes:
        raise WallMissing("the limit of processes does not bite.")
    yield "the limit of processes bites"


def _check_trials(probed: Callable[[str, BoxLimits], Outcome]) -> Iterator[str]:
    for trial in TRIALS:
        outcome = probed(trial.mode, trial.limits)
        if not trial.holds(outcome):
            happened = outcome.error or f"{outcome.how} {outcome.value} {outcome.killed}".strip()
            raise WallMissing(f"it could not be shown that {trial.wall} ({happened}).")
        yield trial.wall


def _check_survivors(uid: int) -> None:
    """No process named like the probe, of the box's user and in a process namespace below ours."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue  # it ended while we looked
        nested = len(fields.get("NSpid", "").split()) > len(_own_levels())
        if fields.get("Name") == "probe" and nested and fields.get("Uid", "").split()[0] == str(uid):
            raise WallMissing("a process outlived its box.")


def _own_levels() -> list[str]:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("NSpid:"):
            return line.split()[1:]
    return ["1"]
