"""How the sign-in library speaks to this product: its e-mails go through our queue."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from interviewer.integrations import mail


class AccountAdapter(DefaultAccountAdapter):
    """Sends account e-mails in the background, never inside the request."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Render the library's template and queue it."""
        message = self.render_mail(template_prefix, email, context)
        html = next((body for body, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
        mail.queue(
            kind=template_prefix.rsplit("/", 1)[-1][:40],
            to=email,
            subject=message.subject,
            text=str(message.body),
            html=str(html),
        )

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by registering a company or a job seeker, not by the library's bare form."""
        return False
