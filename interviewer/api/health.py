"""Is the product well? Each thing it stands on, honestly, and quickly enough for a load balancer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from interviewer import __version__, background
from interviewer.integrations import machine

#: A file that could be written is believed for so long; kept in memory, since the database may be what is down.
STORAGE_SEEN_SECONDS = 10
_storage_seen = {"until": 0.0}


@dataclass(frozen=True)
class Part:
    """One thing the product stands on. `ok` is False when it is needed and down; `degraded` when the
    product works without it, and says where it is missed."""

    name: str
    ok: bool
    degraded: bool = False
    engine: str = ""
    message: str = ""
    detail: dict = field(default_factory=dict)


def _database() -> Part:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Part("database", True, engine=connection.vendor)


def _storage() -> Part:
    engine = "gcs" if settings.GCS_BUCKET else "disk"
    if time.monotonic() >= _storage_seen["until"]:
        name = default_storage.save("health/probe", ContentFile(b"ok"))
        default_storage.delete(name)
        _storage_seen["until"] = time.monotonic() + STORAGE_SEEN_SECONDS
    return Part("storage", True, engine=engine)


def _queue() -> Part:
    state = background.queue_health()
    alive = state["workers"] > 0
    message = "" if alive else "No background worker is running: mail, judging and scoring wait."
    return Part("queue", True, degraded=not alive, engine="database", message=message, detail=state)


def _mail() -> Part:
    from interviewer.journal.models import MailStatus, OutgoingMail

    since = timezone.now() - timedelta(days=1)
    failed = OutgoingMail.objects.filter(status=MailStatus.FAILED, updated_at__gt=since).count()
    messages = []
    if settings.MAIL_ENGINE == "outbox":
        messages.append("E-mails are written to the outbox folder, not sent.")
    if failed:
        messages.append(f"E-mails that could not be sent since yesterday: {failed}. The admin says why.")
    return Part("mail", True, bool(failed), settings.MAIL_ENGINE, " ".join(messages))


def _ai() -> Part:
    from interviewer.integrations.llm import get_llm

    engine = get_llm()
    message = "Scores come from the built-in offline engine." if engine.is_offline else ""
    return Part("ai", True, engine=engine.label, message=message)


def _speech() -> Part:
    from interviewer.integrations.speech import get_speech

    engine = get_speech()
    can = engine.capabilities
    message = (
        "" if can.transcribes else "No speech recognition here: answers are typed or use the browser's own."
    )
    return Part("speech", True, degraded=not can.transcribes, engine=engine.label, message=message)


def _judge() -> Part:
    from interviewer.integrations.judge import get_judge

    state = get_judge().health()
    message = "" if state.ready else f"{state.reason} {state.remedy}".strip()
    return Part(
        "judge", True, degraded=not state.ready, engine=settings.JUDGE_ENGINE.split(".")[-1], message=message
    )


def _reports() -> Part:
    missing = machine.missing_for_pdf()
    message = f"Reports can't be made as PDF. {machine.remedy(missing)}" if missing else ""
    return Part("reports", True, degraded=bool(missing), engine="WeasyPrint", message=message)


def _recordings() -> Part:
    missing = machine.missing_for_recordings()
    message = f"Recordings play and do not seek. {machine.remedy(missing)}" if missing else ""
    return Part("recordings", True, degraded=bool(missing), engine="ffmpeg", message=message)


PARTS: dict[str, Callable[[], Part]] = {
    "database": _database,
    "storage": _storage,
    "queue": _queue,
    "mail": _mail,
    "ai": _ai,
    "speech": _speech,
    "judge": _judge,
    "reports": _reports,
    "recordings": _recordings,
}


def _look(name: str, probe: Callable[[], Part]) -> Part:
    try:
        return probe()
    except Exception as problem:
        needed = name in {"database", "storage"}
        return Part(name, ok=not needed, degraded=True, message=f"{type(problem).__name__}: {problem}"[:300])


def look() -> tuple[str, list[Part]]:
    """The state of the whole ("healthy", "degraded", "down") and of each part."""
    parts = [_look(name, probe) for name, probe in PARTS.items()]
    if any(not part.ok for part in parts):
        return "down", parts
    return ("degraded" if any(part.degraded for part in parts) else "healthy"), parts


def as_json() -> tuple[dict[str, object], int]:
    """The health answer's body and status."""
    status, parts = look()
    body = {
        "status": "unhealthy" if status == "down" else "healthy",
        "state": status,
        "version": __version__,
        "checks": {part.name: {k: v for k, v in asdict(part).items() if k != "name"} for part in parts},
    }
    return body, 503 if status == "down" else 200
