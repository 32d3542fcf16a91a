"""A compiled program as a box takes it: its command, its files and what of the system it sees."""

from __future__ import annotations

from pathlib import Path

from assessments.judge.box import Program
from assessments.judge.languages import Toolchain


def program_of(toolchain: Toolchain, built: Path, source: str, memory_mib: int) -> Program:
    """The program that was built from a source, ready to be run with so much memory."""
    language, names = toolchain.language, toolchain.names(source)
    return Program(
        command=toolchain.command(language.run, names, memory_mib),
        files={f"/app/{language.artefact or names.source}": built, **toolchain.helpers},
        needs_system=toolchain.run_needs_system,
        binds=toolchain.binds if toolchain.run_needs_system else (),
        environment=toolchain.environment,
        reserves=language.reserves,
    )
