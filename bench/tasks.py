"""Background work: how many tasks a second, and how long from asking to done. The tasks are e-mails to the outbox."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import Row
from interviewer.integrations import mail
from interviewer.journal.models import MailStatus, OutgoingMail
from interviewer.web import processes
from interviewer.web.processes import Process

MANY = 300
FEW = 20
LIMIT_SECONDS = 120


def _ask(kind: str) -> int:
    return mail.queue(kind=kind, to="asha@example.com", subject="Measured", text="Text").pk


def _until_sent(**which: object) -> float:
    """Seconds until no such e-mail is on its way."""
    begun = time.perf_counter()
    while OutgoingMail.objects.filter(**which).exclude(status=MailStatus.SENT).exists():
        if time.perf_counter() - begun > LIMIT_SECONDS:
            raise RuntimeError("the worker does not work")
        time.sleep(0.01)
    return time.perf_counter() - begun


def measure() -> list[Row]:
    """With a worker of its own, stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        worker = Process(
            "worker", processes.worker_command(), env=dict(os.environ), log=Path(folder) / "worker.log"
        )
        worker.start()
        try:
            _ask("first")
            _until_sent(kind="first")
            delays = [_until_sent(pk=_ask("few")) * 1000 for _number in range(FEW)]
            for _number in range(MANY):
                _ask("many")
            waiting = OutgoingMail.objects.filter(kind="many", status=MailStatus.QUEUED).count()
            seconds = _until_sent(kind="many")
        finally:
            worker.kill()
    note = f"median of {FEW}, slowest {max(delays):.0f} ms"
    return [
        Row("task, from asking to done", median(delays), "ms", note),
        Row("tasks done", waiting / seconds, "a second", f"{waiting} that waited, WORKERS=2"),
    ]
