"""Input of pages about question banks."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from assessments.packages.files import BOUNDS


class PackageForm(forms.Form):
    """A problem package."""

    package = forms.FileField(
        label=_("Package"),
        help_text=_("A zip in the format of Kattis, legacy or 2023-07, up to 32 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,.kpp"}),
    )

    def clean_package(self) -> UploadedFile:
        """Not larger than what is read."""
        file = self.cleaned_data["package"]
        if file.size > BOUNDS.archive:
            raise ValidationError(_("The package is larger than 32 MB."))
        return file
