"""Compilation, in a box of its own. Artefacts leave it as a tar stream; results, failures too, are kept by content."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from assessments.judge.artefacts import taken_out
from assessments.judge.box import Box, BoxLimits, Outcome, Program, sealed_input
from assessments.judge.cgroups import Groups
from assessments.judge.configuration import Configuration
from assessments.judge.languages import Language, Toolchain

MESSAGE_LIMIT = 8 * 1024
KEPT_RESULTS = 512
WALL_FACTOR = 2
FORMAT = "2"


@dataclass(frozen=True)
class Compiled:
    """A program ready to run, or the reason why not. `broken` is our failure, never the candidate's."""

    ok: bool
    message: str = ""
    cpu_ms: int = 0
    program: Path | None = None
    broken: str = ""


def cache_key(toolchain: Toolchain, source: str) -> str:
    """A hash of everything that the result depends on."""
    language = toolchain.language
    command = toolchain.command(language.compile, toolchain.names(source), 0)
    parts = [FORMAT, language.slug, toolchain.version, *command, source]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Compiler:
    """Compiles in boxes and remembers."""

    def __init__(self, box: Box, configuration: Configuration) -> None:
        self.box = box
        self.folder = configuration.folder / "compiled"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.limits = BoxLimits(
            cpu_ms=configuration.compile_cpu_ms,
            wall_ms=configuration.compile_cpu_ms * WALL_FACTOR,
            memory_kib=configuration.compile_memory_mib * 1024,
            output_kib=1024,
            scratch_kib=256 * 1024,
            scratch_files=16 * 1024,
            open_files=512,
        )

    def look_up(self, toolchain: Toolchain, source: str) -> Compiled | None:
        """What is known of this program already."""
        folder = self.folder / cache_key(toolchain, source)
        try:
            known = json.loads((folder / "result.json").read_text())
            os.utime(folder)
        except (OSError, ValueError):
            return None
        return Compiled(known["ok"], known["message"], known["cpu_ms"], folder / "program")

    def compile(self, toolchain: Toolchain, source: str, slot: int, groups: Groups) -> Compiled:
        """Compile, or look up. What ended by the wall clock is not kept: a busy machine is no error of the program."""
        if (known := self.look_up(toolchain, source)) is not None:
            return known
        limits = self._limits(toolchain.language)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix="new-") as new:
            written = Path(new) / "source"
            written.write_text(source)
            program = _compilation(toolchain, source, written, limits)
            with sealed_input(b"") as nothing:
                outcome = self.box.run(program, nothing, limits, slot, groups)
        if outcome.how in {"broken", "lost", "unstarted"} and not outcome.out_of_memory:
            return Compiled(False, broken=outcome.error or f"the compiler was {outcome.how}")
        result = _result(outcome, limits)
        artefact = source.encode()
        if result.ok and toolchain.language.artefact:
            artefact = taken_out(outcome, toolchain.language)
            if not artefact:
                return Compiled(False, broken="the compiler left no program")
        return self._keep(toolchain, source, result, artefact, timed_out=outcome.killed == "wall")

    def _limits(self, language: Language) -> BoxLimits:
        cpu_ms = int(self.limits.cpu_ms * language.compile_factor)
        return replace(
            self.limits,
            cpu_ms=cpu_ms,
            wall_ms=cpu_ms * WALL_FACTOR,
            processes=max(self.limits.processes, language.processes),
        )

    def _keep(
        self, toolchain: Toolchain, source: str, result: Compiled, artefact: bytes, timed_out: bool
    ) -> Compiled:
        """Put it in place in one step; whoever was first with the same program has made the same."""
        if timed_out:
            return result
        new = Path(tempfile.mkdtemp(dir=self.folder, prefix="new-"))
        (new / "program").write_bytes(artefact)
        known = {"ok": result.ok, "message": result.message, "cpu_ms": result.cpu_ms}
        (new / "result.json").write_text(json.dumps(known))
        folder = self.folder / cache_key(toolchain, source)
        try:
            new.rename(folder)
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
        self._forget_old()
        return Compiled(result.ok, result.message, result.cpu_ms, folder / "program")

    def _forget_old(self) -> None:
        entries = [entry for entry in os.scandir(self.folder) if entry.is_dir(follow_symlinks=False)]
        if len(entries) > KEPT_RESULTS:
            entries.sort(key=lambda entry: entry.stat().st_mtime)
            for entry in entries[: len(entries) - KEPT_RESULTS * 3 // 4]:
                shutil.rmtree(entry.path, ignore_errors=True)


def _compilation(toolchain: Toolchain, source: str, written: Path, limits: BoxLimits) -> Program:
    language, names = toolchain.language, toolchain.names(source)
    return Program(
        command=toolchain.command(language.compile, names, limits.memory_kib // 1024),
        files={f"/app/{names.source}": written, **toolchain.helpers},
        binds=toolchain.binds,
        environment=toolchain.environment,
        export=language.export or language.artefact,
        reserves=language.reserves,
    )


def _result(outcome: Outcome, limits: BoxLimits) -> Compiled:
    cpu_ms = round(outcome.cpu_ms)
    if outcome.how == "exit" and outcome.value == 0 and not outcome.killed:
        return Compiled(True, readable(outcome.stderr), cpu_ms)
    reason = {
        "cpu": f"Compilation took more than {limits.cpu_ms / 1000:g} seconds.",
        "wall": f"Compilation did not end within {limits.wall_ms / 1000:g} seconds.",
        "memory": f"Compilation took more than {limits.memory_kib // 1024} MiB of memory.",
        "output": "The compiler said more than can be kept.",
    }.get("memory" if outcome.out_of_memory else outcome.killed, "")
    if not reason and outcome.how == "signal":
        reason = "The compiler was ended by a signal: the program asks too much of it."
    said = readable(outcome.stderr + outcome.stdout)
    return Compiled(False, "\n".join(filter(None, (reason, said))), cpu_ms)


def readable(said: bytes) -> str:
    """What a compiler said, without paths of the box, odd characters, or more than anybody reads."""
    text = said[: 4 * MESSAGE_LIMIT].decode("utf-8", "replace")
    text = re.sub(r"(?:\.\.)?/(?:app|box)/", "", text)
    text = re.sub(r"/tmp/cc\w+(\.\w)?", "main", text)  # noqa: S108
    text = re.sub(r"/(?:usr|opt|prepared|etc|root|home)/(?:[^\s/]+/)*(?=\S)", "", text)
    text = re.sub(r"(?m)^(?:x86_64|aarch64)-linux-gnu-(\S+?)-\d+:", r"\1:", text)
    text = re.sub(r"(?m)^(?:Please submit a full bug report|See <file:).*\n?", "", text)
    text = re.sub(r'^Traceback .*\n  File "<string>", line \d+, in <module>\n', "", text)
    text = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
    return text[:MESSAGE_LIMIT].strip() + ("\n…" if len(text) > MESSAGE_LIMIT else "")
