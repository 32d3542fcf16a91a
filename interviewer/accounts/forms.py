"""The sign-in library's forms in this product's manner: labels instead of placeholders, codes easy to type."""

from __future__ import annotations

from allauth.account import forms as library
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.translation import gettext_lazy as _


def _plain(form: forms.Form, **labels: object) -> None:
    """Take the placeholders away, which repeat the labels and vanish while typing; set better labels."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name in labels:
            field.label = labels[name]


def _as_code(form: forms.Form) -> None:
    _plain(form, code=_("Six-digit code"))
    form.fields["code"].max_length = 20
    form.fields["code"].widget.attrs.update(
        inputmode="numeric", maxlength=20, autofocus=True, **{"class": "input input--code"}
    )


class SignInForm(library.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login=_("E-mail"), password=_("Password"))
        self.fields["password"].help_text = ""


class ForgottenPasswordForm(library.ResetPasswordForm):
    """Where to send the code."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_("E-mail"))


class NewPasswordForm(library.ResetPasswordKeyForm):
    """A new password, typed twice."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password1=_("New password"), password2=_("New password again"))
        self.fields["password1"].help_text = password_validators_help_text_html()


class ChangePasswordForm(library.ChangePasswordForm):
    """The present password and a new one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _plain(
            self,
            oldpassword=_("Present password"),
            password1=_("New password"),
            password2=_("New password again"),
        )


class EmailCodeForm(library.ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _as_code(self)


class ResetCodeForm(library.ConfirmPasswordResetCodeForm):
    """The code that allows a new password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _as_code(self)
