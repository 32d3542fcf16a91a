"""What a candidate types on the way in: consent, résumé, profile, code."""

from __future__ import annotations

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from interviews.models import Interview

#: Characters of one skill.
MAX_SKILL = 60


class ConsentForm(forms.Form):
    """Agreement to the text shown."""

    agree = forms.BooleanField(
        label=_("I have read this and agree"),
        error_messages={"required": _("Tick this box to begin. Nothing is stored before you do.")},
    )
    text_hash = forms.CharField(widget=forms.HiddenInput)
    text_only = forms.BooleanField(
        label=_("I will type my answers instead of speaking"), required=False,
        help_text=_("Then no camera and no microphone are needed, and nothing is recorded."),
    )  # fmt: skip

    def __init__(self, *args: object, may_type: bool = True, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not may_type:
            del self.fields["text_only"]


class ResumeForm(forms.Form):
    """The file."""

    resume = forms.FileField(
        label=_("Your résumé"), help_text=_("PDF or Word (.docx), up to 5 MB."), allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,application/pdf"}),
        error_messages={"required": _("Choose a file first, or type your details instead.")},
    )  # fmt: skip


class ProfileForm(forms.ModelForm):
    """What was read from the résumé, for the candidate to correct."""

    skills = forms.CharField(
        label=_("Skills"),
        required=False,
        help_text=_("Separated by commas."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    years_of_experience = forms.DecimalField(
        label=_("Years of experience"), required=False, decimal_places=1, max_digits=4,
        validators=[MinValueValidator(0), MaxValueValidator(70)],
    )  # fmt: skip

    linkedin_url = forms.URLField(label=_("LinkedIn"), required=False, max_length=200, assume_scheme="https")
    portfolio_url = forms.URLField(
        label=_("Portfolio"), required=False, max_length=200, assume_scheme="https"
    )

    class Meta:
        model = Interview
        fields = [
            "first_name", "last_name", "email", "phone", "city", "years_of_experience", "education", "skills",
            "linkedin_url", "portfolio_url",
        ]  # fmt: skip
        widgets = {"education": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "education": _("One line for each degree or school."),
            "email": _("We send a code to this address in the next step."),
        }

    def __init__(self, *args: object, email_is_fixed: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial["skills"] = ", ".join(map(str, self.instance.skills))
        for name in ("first_name", "email"):
            self.fields[name].required = True
        hints = {"first_name": "given-name", "last_name": "family-name", "email": "email", "phone": "tel"}
        for name, hint in hints.items():
            self.fields[name].widget.attrs["autocomplete"] = hint
        if email_is_fixed:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = (
                _("The address of your account, which is proven already.")
                if self.instance.email_verified_at
                else _("The company invited this address; we send a code to it in the next step.")
            )

    def clean_skills(self) -> list[str]:
        """A list without blanks and doubles, in the order typed."""
        parts = [part.strip() for part in self.cleaned_data["skills"].replace("\n", ",").split(",")]
        found = list(dict.fromkeys(part for part in parts if part))
        if any(len(part) > MAX_SKILL for part in found):
            text = _("A skill has at most %(n)d characters. Please separate skills by commas.")
            raise forms.ValidationError(text, params={"n": MAX_SKILL})
        if len(found) > 100:
            raise forms.ValidationError(_("Please name at most 100 skills."))
        return found


class CodeForm(forms.Form):
    """The six digits."""

    code = forms.CharField(
        label=_("Code from the e-mail"), max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
        error_messages={"required": _("Type the six digits from the e-mail.")},
    )  # fmt: skip
