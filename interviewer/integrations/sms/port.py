"""What a text-message engine does for us."""

from __future__ import annotations

from typing import Protocol


class Sms(Protocol):
    """Sends short texts to phones."""

    def send(self, *, to: str, text: str) -> None:
        """Send a text to a number in international form (+491701234567).

        Raises Rejected when it will never be sent, Unavailable when it may be later, Misconfigured.
        """
