"""The sign-in library's forms in this product's manner: labels instead of placeholders, codes easy to type."""

from __future__ import annotations

from allauth.account import forms as library
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interviewer.accounts.models import User, fold_email


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


class NewAccountForm(forms.Form):
    """What an account is made of; registrations of companies and of job seekers add their own fields."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = password_validators_help_text_html()

    def clean_email(self) -> str:
        """In the form in which addresses are kept."""
        return fold_email(self.cleaned_data["email"])

    def clean(self) -> dict[str, object]:
        """The password must not be easy to guess, from the name and address least of all."""
        values = super().clean() or {}
        person = User(email=values.get("email", ""), name=values.get("name", ""))
        try:
            validate_password(values.get("password", ""), person)
        except ValidationError as problem:
            if "password" in values:
                self.add_error("password", problem)
        return values


class PasswordAgainForm(forms.Form):
    """Asks for the present password before something that cannot be taken back."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """It must be right."""
        if not self.user.check_password(self.cleaned_data["password"]):
            raise ValidationError(_("That is not your password."))
        return self.cleaned_data["password"]


class ChangeEmailForm(PasswordAgainForm):
    """Another address for an account."""

    email = forms.EmailField(
        label=_("New e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"}), max_length=254
    )
    field_order = ["email", "password"]

    def clean_email(self) -> str:
        """In the form in which addresses are kept; not the present one."""
        email = fold_email(self.cleaned_data["email"])
        if email == self.user.email:
            raise ValidationError(_("That is your address already."))
        return email


class CodeForm(forms.Form):
    """A six-digit code."""

    code = forms.CharField(
        label=_("Six-digit code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "input input--code"}
        ),
    )
