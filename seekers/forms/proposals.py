"""Proposals as forms: the same forms that people fill in, filled in by a file."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy

from seekers.forms.blocks import block_form_of
from seekers.forms.sections import form_of
from seekers.models import JobSeeker, Proposal


class FillForm(forms.Form):
    """A file that is to fill the profile: a résumé or a JSON Resume, told apart by what is in it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Your résumé (PDF or .docx, up to 5 MB) or a JSON Resume (.json, up to 1 MB)."
        ),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.json"}),
    )


def as_typed(values: Mapping[str, object]) -> dict[str, str]:
    """Values as a browser would send them."""
    typed = {}
    for name, value in values.items():
        if isinstance(value, bool):
            typed |= {name: "on"} if value else {}
        elif isinstance(value, list):
            typed[name] = ", ".join(map(str, value))
        else:
            typed[name] = "" if value is None else str(getattr(value, "label", value))
    return typed


def entry_form(proposal: Proposal, seeker: JobSeeker) -> forms.ModelForm:
    """The form of the proposal's section, as if its owner had typed what is proposed."""
    return form_of(proposal.target)(as_typed(proposal.values), seeker=seeker)


def fields_form(proposal: Proposal, seeker: JobSeeker, merged: Mapping[str, object]) -> forms.ModelForm:
    """The form of the proposal's block, with the other fields as they are."""
    return block_form_of(proposal.target)(as_typed(merged), instance=seeker)
