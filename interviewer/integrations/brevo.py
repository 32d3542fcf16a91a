"""Brevo as a Django e-mail backend: its SDK speaks, what goes wrong is said in our words."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterable, Sequence
from email.message import EmailMessage as MimeMessage
from email.message import Message
from email.utils import getaddresses

import sib_api_v3_sdk as sdk
import urllib3
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from sib_api_v3_sdk.rest import ApiException

from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable

#: Seconds to connect, and to wait for an answer; the SDK itself would wait for ever.
TIMEOUTS = (5, 15)
#: What says that the key, its rights, the account or the address of the API is wrong, not the e-mail.
_OURS_TO_MEND = frozenset({401, 402, 403, 404})
_ASK_AGAIN = frozenset({408, 425, 429})
#: Written by Brevo itself from the fields of the request.
_FIELDS_OF_THEIR_OWN = frozenset({"from", "to", "cc", "bcc", "reply-to", "subject", "date", "message-id"})


class EmailBackend(BaseEmailBackend):
    """Sends each message by one call. Raises Rejected, Unavailable or Misconfigured (all: IntegrationError).

    A message's `tags` (list of texts) become Brevo's, its `idempotency_key` keeps Brevo from sending it twice.
    """

    def __init__(self, fail_silently: bool = False, **kwargs: object) -> None:
        super().__init__(fail_silently=fail_silently)
        self._api: sdk.TransactionalEmailsApi | None = None

    def open(self) -> bool:
        """Make the client; its connection is opened by the first message. True when it was not there before."""
        if self._api is not None:
            return False
        configuration = sdk.Configuration()
        configuration.host = settings.BREVO_URL.rstrip("/")
        configuration.api_key["api-key"] = settings.BREVO_API_KEY
        client = sdk.ApiClient(configuration)
        # Trying again is the mail task's work, and it can wait longer than a worker may.
        client.rest_client.pool_manager.connection_pool_kw["retries"] = urllib3.Retry(0)
        self._api = sdk.TransactionalEmailsApi(client)
        return True

    def close(self) -> None:
        """Give the connections back."""
        if self._api is not None:
            self._api.api_client.rest_client.pool_manager.clear()
            self._api = None

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send the messages; returns how many were taken. Those without a recipient are left out."""
        made_here = self.open()
        try:
            return sum(self._send(message) for message in email_messages if message.recipients())
        finally:
            if made_here:
                self.close()

    def _send(self, message: EmailMessage) -> bool:
        try:
            send(self._api, payload(message))
        except IntegrationError:
            if not self.fail_silently:
                raise
            return False
        return True


def send(api: sdk.TransactionalEmailsApi, wanted: sdk.SendSmtpEmail) -> str:
    """Give one e-mail to Brevo; returns its id there (none when it had this e-mail already)."""
    try:
        answer = api.send_transac_email(wanted, _request_timeout=TIMEOUTS)
    except ApiException as problem:
        if problem.status == 400 and '"duplicate_request"' in str(problem.body):
            return ""  # it has this idempotency key already: an earlier try of ours was taken
        raise _translated(problem) from problem
    except urllib3.exceptions.LocationParseError as problem:
        raise Misconfigured(f"BREVO_URL is no address: {problem}") from problem
    except (urllib3.exceptions.HTTPError, OSError) as problem:
        raise Unavailable(f"Brevo could not be reached: {problem}") from problem
    except (
        ValueError,
        AttributeError,
        TypeError,
    ) as problem:  # the SDK, on an answer that is none of Brevo's
        raise Rejected(f"Brevo's answer could not be read: {type(problem).__name__}") from problem
    found = getattr(answer, "message_id", None) or next(iter(getattr(answer, "message_ids", None) or []), "")
    if not found:
        raise Rejected("Brevo's answer names no message. Is BREVO_URL right?")
    return found


def _translated(problem: ApiException) -> IntegrationError:
    said = f"Brevo answered {problem.status}: {str(problem.body or problem.reason or '')[:300]}"
    if problem.status in _OURS_TO_MEND:
        return Misconfigured(said)
    if problem.status in _ASK_AGAIN or not 400 <= (problem.status or 0) < 500:
        return Unavailable(said)
    return Rejected(said)


def payload(message: EmailMessage) -> sdk.SendSmtpEmail:
    """The message in Brevo's words. Raises ValueError for a line break in a header, as Django's own backends do."""
    message.message()
    headers = {str(name): str(value) for name, value in message.extra_headers.items()}
    by_name = {name.lower(): value for name, value in headers.items()}
    sender = getaddresses([by_name.get("from", message.from_email)])
    kept = {name: value for name, value in headers.items() if name.lower() not in _FIELDS_OF_THEIR_OWN}
    if key := getattr(message, "idempotency_key", ""):
        kept["idempotencyKey"] = key
    return sdk.SendSmtpEmail(
        sender=next(iter(_people(sdk.SendSmtpEmailSender, sender)), None),
        to=_people(sdk.SendSmtpEmailTo, getaddresses(message.to)) or None,
        cc=_people(sdk.SendSmtpEmailCc, getaddresses(message.cc)) or None,
        bcc=_people(sdk.SendSmtpEmailBcc, getaddresses(message.bcc)) or None,
        reply_to=next(iter(_people(sdk.SendSmtpEmailReplyTo, getaddresses(message.reply_to))), None),
        subject=str(message.subject),
        text_content=None if message.content_subtype == "html" else str(message.body),
        html_content=_html(message),
        attachment=_attachments(message) or None,
        headers=kept or None,
        tags=list(getattr(message, "tags", [])) or None,
    )


def _people(kind: type, addresses: Iterable[tuple[str, str]]) -> list:
    return [kind(email=address, name=name or None) for name, address in addresses if address]


def _html(message: EmailMessage) -> str | None:
    if message.content_subtype == "html":
        return str(message.body)
    bodies = [body for body, kind in getattr(message, "alternatives", []) if _plain(kind) == "text/html"]
    return str(bodies[0]) if bodies else None


def _attachments(message: EmailMessage) -> list[sdk.SendSmtpEmailAttachment]:
    """The attachments, and as attachments too what Brevo has no field for (a calendar beside text and HTML)."""
    others = [
        ("", body, kind)
        for body, kind in getattr(message, "alternatives", [])
        if _plain(kind) not in {"text/html", "text/plain"}
    ]
    return [_attachment(part) for part in [*message.attachments, *others]]


def _attachment(part: object) -> sdk.SendSmtpEmailAttachment:
    if isinstance(part, Message):
        name, kind = part.get_filename() or "", part.get_content_type()
        content: object = part.get_payload(decode=True)
        if content is None:  # a message inside of the message
            content = part.as_bytes()
    else:
        name, content, kind = part  # type: ignore[misc]
    if isinstance(content, EmailMessage):
        content = content.message()
    if isinstance(content, Message | MimeMessage):
        content = content.as_bytes()
    data = content if isinstance(content, bytes) else str(content).encode()
    return sdk.SendSmtpEmailAttachment(
        name=name or _name_for(_plain(kind)), content=base64.b64encode(data).decode()
    )


def _plain(kind: str | None) -> str:
    return (kind or "").partition(";")[0].strip().lower()


def _name_for(kind: str) -> str:
    """Brevo tells a file's type by the end of its name."""
    return f"attachment{mimetypes.guess_extension(kind) or '.bin'}"
