"""Sending webhooks: signed as Standard Webhooks asks, and never into our own network.

A name is resolved once, every address that comes of it must be public, and the connection goes to exactly that
address: a name server that says something else a moment later (DNS rebinding) changes nothing. Redirects are not
followed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

TIMEOUT_SECONDS = 10
#: The ports that a public address may name.
_PORTS = {80, 443, 8080, 8443}


class Refused(Exception):
    """The target may not be connected to."""


@dataclass(frozen=True)
class WireAnswer:
    """What came back: a status, or why there is none."""

    status: int | None = None
    error: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300


def signature(*, secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """One signature of the header webhook-signature."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def why_not(url: str) -> str:
    """Why nothing can be sent to an address; empty when it can. Looks no name up: that is done when it is sent."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _("This is no address.")
    may_be_private = settings.WEBHOOK_PRIVATE_TARGETS
    if parts.scheme != "https" and not (may_be_private and parts.scheme == "http"):
        return _("The address begins with https://.")
    if not parts.hostname or parts.username or parts.password or not url.isascii():
        return _("This is no address.")
    if not may_be_private and port not in {None, *_PORTS}:
        return _("This port is not allowed.")
    if not may_be_private and _is_inside(parts.hostname):
        return _("This address is not on the public internet.")
    return ""


def _is_inside(text: str) -> bool:
    """Whether a host is written as an address that is not public, or a name that only we know."""
    try:
        return not _is_public(text.strip("[]"))
    except ValueError:
        return text == "localhost" or "." not in text or text.endswith((".local", ".internal", ".localhost"))


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = [getattr(address, name, None) for name in ("ipv4_mapped", "sixtofour")]
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved
        for one in [address, *filter(None, inner)]
    )


def resolve(parts: SplitResult) -> tuple[str, int]:
    """The address to connect to; raises Refused when any that the name has is not public."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise Refused("The name can't be resolved.") from problem
    addresses = [str(one[4][0]) for one in found]
    if not settings.WEBHOOK_PRIVATE_TARGETS and not all(map(_is_public, addresses)):
        raise Refused("The name leads to an address that is not public.")
    return addresses[0], port


class _Pinned(http.client.HTTPConnection):
    """A connection to one address under the name of another."""

    def __init__(self, parts: SplitResult, address: tuple[str, int]) -> None:
        super().__init__(parts.hostname or "", address[1], timeout=TIMEOUT_SECONDS)
        self.is_secure, self.address = parts.scheme == "https", address

    def connect(self) -> None:
        """Connect to the address that was checked."""
        self.sock = socket.create_connection(self.address, TIMEOUT_SECONDS)
        if self.is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def send(*, url: str, secrets: Sequence[str], message_id: str, body: bytes) -> WireAnswer:
    """Send one message. What goes wrong is told, not raised."""
    if why := why_not(url):
        return WireAnswer(error=why)
    parts, now = urlsplit(url), int(time.time())
    signed = [signature(secret=one, message_id=message_id, timestamp=now, body=body) for one in secrets]
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "AI-Interviewer-Webhooks/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(now),
        "webhook-signature": " ".join(signed),
    }
    connection = None
    try:
        connection = _Pinned(parts, resolve(parts))
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        response.read(2048)
        return WireAnswer(response.status, "" if response.status < 300 else f"Answered {response.status}.")
    except Refused as problem:
        return WireAnswer(error=str(problem))
    except (OSError, http.client.HTTPException, ValueError) as problem:
        return WireAnswer(error=f"{type(problem).__name__}: {problem}"[:300])
    finally:
        if connection is not None:
            connection.close()
