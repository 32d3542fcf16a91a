"""Looking for a company."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from seekers.board import directory
from seekers.board.directory import Wish


class DirectoryForm(forms.Form):
    """Name, industry, place; whatever is not understood is left out."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100)
    industry = forms.ChoiceField(label=_("Industry"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    hiring = forms.BooleanField(label=_("With open jobs only"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, values in (("industry", directory.industries()), ("place", directory.places())):
            self.fields[name].choices = [("", _("All")), *((value, value) for value in values)]

    @property
    def wish(self) -> Wish:
        """What is looked for."""
        self.is_valid()
        values = self.cleaned_data
        return Wish(
            text=values.get("q", ""),
            industry=values.get("industry", ""),
            place=values.get("place", ""),
            hiring=values.get("hiring", False),
        )
