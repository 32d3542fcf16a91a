"""How the sign-in library speaks to this product: its e-mails go through our queue, its events to our journal."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from interviewer.accounts.models import User
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviewer.web.middleware import client_address


class AccountAdapter(DefaultAccountAdapter):
    """Sends account e-mails in the background, never inside the request."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and password do not belong together."),
        "incorrect_code": _("That is not the code we sent. Look for the newest e-mail from us."),
        "too_many_login_attempts": _("Too many wrong attempts. Please wait five minutes and try again."),
        "rate_limited": _("That was asked for a moment ago. Please wait a little."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Render the library's template and queue it."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
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

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that limits are counted for: the same that the journal writes down."""
        return client_address(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work once the password is changed."""
        return self.get_login_redirect_url(request)

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in and write it down."""
        super().login(request, user)
        journal.record(actor=user, action="account.signed_in", subject=user)

    def logout(self, request: HttpRequest) -> None:
        """Sign out and write it down."""
        if request.user.is_authenticated:
            journal.record(actor=request.user, action="account.signed_out", subject=request.user)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write a failed sign-in down, without the password."""
        journal.record(
            actor="anonymous",
            action="account.sign_in_failed",
            data={"email": str(credentials.get("email", ""))[:254]},
        )

    def set_password(self, user: User, password: str) -> None:
        """Keep the new password; every other session of the user ends with it (Django's session hash)."""
        super().set_password(user, password)
        journal.record(actor=user, action="account.password_set", subject=user)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """The account is switched off."""
        journal.record(actor=user, action="account.inactive_sign_in", subject=user)
        return super().respond_user_inactive(request, user)

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell the owner of a known address that somebody registered it again."""
        self.send_mail("account/email/account_already_exists", email, {})
