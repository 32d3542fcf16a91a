"""Programs of a problem's author that decide: in a box of their own, after the conventions of Kattis or testlib.

Whatever such a program does beside saying yes or no is our failure (IE), never the candidate's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assessments.judge.box import Box, BoxLimits, Outcome, Program, sealed_input
from assessments.judge.cgroups import POLLING
from assessments.judge.checkers import Answer, ValidatorFailed
from interviewer.integrations.judge.port import Case, ExitCodes, Validator

#: Where boxes of validators find their own user on the host: apart from those of the programs they judge.
SLOTS_APART = 1_000
CPU_MS = 10_000
WALL_MS = 30_000
MEMORY_KIB = 1024 * 1024
MESSAGE_KIB = 64
SHOWN = 500
FEEDBACK = "/box/feedback/"
#: Makes the feedback folder, and says at the end what the validator left there for people.
WRAPPER = (
    "mkdir /box/feedback || exit 70; "
    '"$@"; code=$?; '
    "for file in /box/feedback/teammessage.txt /box/feedback/judgemessage.txt; do "
    'if [ -f "$file" ]; then head -c 2000 "$file" >&2; fi; done; exit "$code"'
)
YES = {ExitCodes.KATTIS: {42: True, 43: False}, ExitCodes.TESTLIB: {0: True, 1: False, 2: False}}


@dataclass(frozen=True)
class Referee:
    """A validator that is compiled and ready."""

    validator: Validator
    built: Program

    def limits(self, wall_ms: int = WALL_MS, output_kib: int = MESSAGE_KIB) -> BoxLimits:
        """What one run of it may use."""
        return BoxLimits(CPU_MS, wall_ms, MEMORY_KIB, output_kib, processes=64)

    @contextlib.contextmanager
    def program(self, case: Case) -> Iterator[Program]:
        """The command for a case, with its files: input and answer of the case are there to be read."""
        with sealed_input(case.stdin) as given, sealed_input(case.expected or b"") as answer:
            command = (*self.built.command, "/app/case/input", "/app/case/answer", FEEDBACK)
            yield replace(
                self.built,
                command=("/bin/sh", "-c", WRAPPER, "validator", *command, *case.arguments),
                files={
                    **self.built.files,
                    "/app/case/input": Path(f"/proc/self/fd/{given}"),
                    "/app/case/answer": Path(f"/proc/self/fd/{answer}"),
                },
                needs_system=True,  # of the shell that starts it
            )

    def decision(self, outcome: Outcome) -> Answer:
        """Its yes or no with what it said; raises ValidatorFailed for everything else."""
        said = _said(outcome)
        if outcome.how == "exit" and not outcome.killed:
            accepted = YES[self.validator.exit_codes].get(outcome.value)
            if accepted is not None:
                return Answer(accepted, said)
        raise ValidatorFailed(". ".join(filter(None, (f"The validator {_what(outcome)}", said))))

    def check(self, box: Box, case: Case, output: bytes, slot: int) -> Answer:
        """Judge an output; raises ValidatorFailed."""
        with self.program(case) as program, sealed_input(output) as memory:
            outcome = box.run(program, memory, self.limits(), slot + SLOTS_APART, POLLING)
        return self.decision(outcome)


def _said(outcome: Outcome) -> str:
    text = outcome.stderr.decode("utf-8", "replace")
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t").strip()[:SHOWN]


def _what(outcome: Outcome) -> str:
    if outcome.how == "broken":
        return f"could not be run: {outcome.error}"
    if outcome.killed:
        limit = {"cpu": "took too much time", "wall": "did not end", "memory": "took too much memory"}
        return limit.get(outcome.killed, "wrote too much")
    if outcome.how == "exit":
        return f"ended with exit code {outcome.value}, which is neither yes nor no"
    return f"ended by signal {outcome.value}" if outcome.how == "signal" else f"was {outcome.how}"
