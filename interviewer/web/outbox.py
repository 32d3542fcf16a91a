"""The outbox page: reads the e-mails that a development server wrote to disk instead of sending."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviewer.errors import NotFound

SHOWN = 100


@dataclass(frozen=True)
class Mail:
    """One e-mail of the outbox."""

    name: str
    to: str
    subject: str
    at: datetime
    text: str


def _open_here() -> None:
    """Only a development server shows its outbox: it holds codes and private links."""
    if not (settings.DEBUG and settings.MAIL_ENGINE == "outbox"):
        raise NotFound


def _read(path: Path) -> Mail:
    raw = path.read_bytes().split(b"\n" + b"-" * 79)[0]
    parsed = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    body = parsed.get_body(("plain",))
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Mail(path.name, str(parsed["To"]), str(parsed["Subject"]), at, body.get_content() if body else "")


def _files() -> list[Path]:
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    return files[:SHOWN]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The newest e-mails."""
    _open_here()
    return render(request, "web/outbox.html", {"mails": [_read(path) for path in _files()]})


@require_safe
def message(request: HttpRequest, name: str) -> HttpResponse:
    """One e-mail as text; the name is looked up in the list, never used as a path."""
    _open_here()
    found = next((path for path in _files() if path.name == name), None)
    if found is None:
        raise NotFound
    return render(request, "web/outbox_message.html", {"mail": _read(found)})
