"""Interactive problems: program and validator in two boxes, each reading what the other writes.

We stand between them and pass on: that keeps a record, and no box ever waits for a reader that is gone.
"""

from __future__ import annotations

import os
import selectors
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from assessments.judge.box import Box, BoxLimits, Outcome, Program
from assessments.judge.cgroups import POLLING, Groups
from assessments.judge.checkers import ValidatorFailed
from assessments.judge.validators import SLOTS_APART, Referee
from assessments.judge.verdicts import KEPT_OUTPUT
from interviewer.integrations.judge.port import Case, CaseResult, Verdict

#: More than any dialogue needs; whoever writes more floods.
OUTPUT_KIB = 8 * 1024
#: How long the validator may still think when the program has ended.
AFTERWARDS_MS = 5_000
BLOCK = 64 * 1024


@dataclass
class Transcript:
    """What was said, by whom, one line each; kept up to a cap."""

    kept: bytearray = field(default_factory=bytearray)
    is_full: bool = False
    _speaker: bytes = b""

    def add(self, speaker: bytes, words: bytes) -> None:
        """Write down some words of ">" (the program) or "<" (the validator)."""
        if self.is_full:
            return
        for line in words.splitlines(keepends=True):
            if speaker != self._speaker:
                begin = b"" if not self.kept or self.kept.endswith(b"\n") else b"\n"
                self.kept += begin + speaker + b" "
            elif self.kept.endswith(b"\n"):
                self.kept += speaker + b" "
            self._speaker = speaker
            self.kept += line
            if len(self.kept) >= KEPT_OUTPUT:
                del self.kept[KEPT_OUTPUT - 4 :]
                self.kept += "…".encode()
                self.is_full = True
                return


class Line:
    """One direction: takes all that its writer says, and gives it on as fast as its reader reads."""

    def __init__(self, speaker: bytes, transcript: Transcript) -> None:
        self.speaker, self.transcript = speaker, transcript
        self.source, self.writer = os.pipe()
        self.reader, self.sink = os.pipe()
        self.waiting = bytearray()
        self.open = {self.source, self.writer, self.reader, self.sink}
        self._lock = threading.Lock()
        for descriptor in (self.source, self.sink):
            os.set_blocking(descriptor, False)

    def close(self, descriptor: int) -> None:
        """Close an end, once; the ends of one line are closed by different threads."""
        with self._lock:
            if descriptor in self.open:
                self.open.remove(descriptor)
                os.close(descriptor)

    def take(self) -> bool:
        """Read some; False when the writer has ended."""
        try:
            words = os.read(self.source, BLOCK)
        except BlockingIOError:
            return True
        self.waiting += words
        self.transcript.add(self.speaker, words)
        return bool(words)

    def give(self) -> bool:
        """Pass some on; False when the reader is gone."""
        try:
            del self.waiting[: os.write(self.sink, self.waiting)]
        except BlockingIOError:
            return True
        except OSError:
            self.waiting.clear()
            return False
        return True


def relay(lines: tuple[Line, ...]) -> None:
    """Pass on until both writers have ended and all is delivered or refused."""
    taking, giving = set(lines), set(lines)
    while taking or any(line.waiting for line in giving):
        with selectors.DefaultSelector() as selector:
            for line in taking:
                selector.register(line.source, selectors.EVENT_READ, line.take)
            for line in giving:
                if line.waiting:
                    selector.register(line.sink, selectors.EVENT_WRITE, line.give)
            ready = [(key.fileobj, key.data) for key, _mask in selector.select()]
        for _descriptor, act in ready:
            line = act.__self__
            if not act():
                (taking if act.__name__ == "take" else giving).discard(line)
        for line in lines:
            if line not in giving or (line not in taking and not line.waiting):
                giving.discard(line)
                line.waiting.clear()
                line.close(line.sink)  # its reader sees the end


@dataclass(frozen=True)
class Party:
    """How one side ended, and when (seconds of the monotonic clock)."""

    outcome: Outcome
    ended_at: float


def play(
    box: Box,
    case: Case,
    program: Program,
    referee: Referee,
    limits: BoxLimits,
    slot: int,
    groups: Groups,
    what_became: Callable[[Outcome], tuple[Verdict, str]],
) -> tuple[CaseResult, Outcome]:
    """Let both play a case, and judge the program. Always ends: both have a clock. `what_became` says how the
    program itself ran."""
    transcript = Transcript()
    to_referee, to_program = lines = Line(b">", transcript), Line(b"<", transcript)
    passing = threading.Thread(target=relay, args=(lines,), name="relay")
    passing.start()

    def run_referee() -> Outcome:
        allowed = referee.limits(limits.wall_ms + AFTERWARDS_MS, OUTPUT_KIB)
        with referee.program(case) as command:
            return box.run(
                command, to_referee.reader, allowed, slot + SLOTS_APART, POLLING, pipe=to_program.writer
            )

    def run_program() -> Outcome:
        return box.run(program, to_program.reader, limits, slot, groups, pipe=to_referee.writer)

    with ThreadPoolExecutor(1, "referee") as beside:
        opponent = beside.submit(_party, run_referee, to_referee, to_program)
        ours = _party(run_program, to_program, to_referee)
        theirs = opponent.result()
    passing.join()
    for line in lines:
        for descriptor in tuple(line.open):
            line.close(descriptor)
    verdict, detail = _judged(ours, theirs, referee, what_became(ours.outcome))
    return _result(case, ours.outcome, verdict, detail, transcript), ours.outcome


def _party(run: Callable[[], Outcome], reads: Line, writes: Line) -> Party:
    """Let one side run; when it has ended, the other side sees the end."""
    try:
        outcome = run()
    except Exception as problem:  # ours, whatever it is: the other side must not wait for it
        outcome = Outcome("broken", error=str(problem))
    ended_at = time.monotonic()
    writes.close(writes.writer)
    reads.close(reads.reader)
    return Party(outcome, ended_at)


#: What may follow from a validator that has left: writing to nobody, reading nothing.
_FOLLOWS = {Verdict.AC, Verdict.RTE, Verdict.TLE, Verdict.ILE}


def _judged(ours: Party, theirs: Party, referee: Referee, ran: tuple[Verdict, str]) -> tuple[Verdict, str]:
    """Who is to blame: whoever ended first without having done right; of two that waited for each other, the
    validator if it did not even end when the program was gone."""
    try:
        answer = referee.decision(theirs.outcome)
        decided = (Verdict.AC if answer.accepted else Verdict.WA), answer.detail
    except ValidatorFailed as problem:
        decided = Verdict.IE, str(problem)
    left_first = theirs.ended_at < ours.ended_at and ran[0] in _FOLLOWS
    hung = ran[0] is Verdict.ILE and theirs.outcome.killed == "wall"
    if ran[0] is Verdict.AC or hung or (left_first and decided[0] is not Verdict.AC):
        return decided
    return ran


def _result(
    case: Case, outcome: Outcome, verdict: Verdict, detail: str, transcript: Transcript
) -> CaseResult:
    return CaseResult(
        name=case.name,
        verdict=verdict,
        cpu_ms=round(outcome.cpu_ms),
        memory_kib=outcome.memory_kib,
        stdout=bytes(transcript.kept),
        stderr=outcome.stderr[:KEPT_OUTPUT],
        detail=detail,
    )
