"""Text messages through a gateway of one's own: a POST of JSON with `to` and `text`."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable

SECONDS = 10


class WebhookSms:
    """Hands each message to an HTTP address, which any provider's can be put behind."""

    def __init__(self, url: str, token: str) -> None:
        if not url.startswith(("http://", "https://")):
            raise Misconfigured("SMS_ENGINE=webhook needs SMS_URL, an http or https address.")
        self.url, self.token = url, token

    def send(self, *, to: str, text: str) -> None:
        """Post the message; 2xx means sent, 4xx never, everything else later."""
        request = urllib.request.Request(  # noqa: S310  (http or https, checked above)
            self.url,
            data=json.dumps({"to": to, "text": text}).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
                return
        except urllib.error.HTTPError as problem:
            kind = Misconfigured if problem.code in {401, 403} else Rejected
            if 400 <= problem.code < 500 and problem.code not in {408, 429}:
                raise kind(f"The gateway answered {problem.code}.") from problem
            raise Unavailable(f"The gateway answered {problem.code}.") from problem
        except OSError as problem:
            raise Unavailable(f"The gateway can't be reached: {problem}") from problem
