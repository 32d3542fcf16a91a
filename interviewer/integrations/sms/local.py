"""Text messages that stay on this machine: files beside the e-mails of the outbox, or lines in the log."""

from __future__ import annotations

import logging
import uuid
from email.message import EmailMessage
from pathlib import Path

from django.utils import timezone

from interviewer.integrations.failures import Unavailable

log = logging.getLogger(__name__)


class OutboxSms:
    """Writes each message to a file that the outbox page shows; nothing leaves the machine."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def send(self, *, to: str, text: str) -> None:
        """Write the message."""
        message = EmailMessage()
        message["To"], message["Subject"] = to, "Text message"
        message.set_content(text)
        name = f"{timezone.now():%Y%m%d-%H%M%S}-sms-{uuid.uuid4().hex[:8]}.log"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(message.as_bytes())
        except OSError as problem:
            raise Unavailable(f"The outbox can't be written: {problem}") from problem


class ConsoleSms:
    """Writes each message into the log."""

    def send(self, *, to: str, text: str) -> None:
        """Log the message."""
        log.warning("text message to %s: %s", to, text)
