"""What a recruiter types to let somebody in: addresses, a message, more days, more time."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interviews.accommodations import Accommodations
from interviews.invitees import MAX_PEOPLE, Invitee, parse
from interviews.services.invitations import MAX_EXTRA_TIME_PERCENT


class InviteForm(forms.Form):
    """One person or many, and a message to them."""

    people = forms.CharField(
        label=_("Candidates"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_("One on each line: an address, a name with it, or two columns pasted from a sheet."),
        error_messages={"required": _("Enter at least one address.")},
    )
    message = forms.CharField(
        label=_("Personal message"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands in the e-mail above the list of what awaits them."),
    )

    def clean_people(self) -> list[Invitee]:
        """The lines, those without a valid address too: they are reported, not sent."""
        found = parse(self.cleaned_data["people"])
        if not any(person.is_valid for person in found):
            raise forms.ValidationError(
                _("There is no valid address here. Write one on each line, like asha@example.com.")
            )
        if len(found) > MAX_PEOPLE:
            raise forms.ValidationError(
                _("These are %(count)d lines; at most %(max)d at once, please.")
                % {"count": len(found), "max": MAX_PEOPLE}
            )
        return found


class ExtendForm(forms.Form):
    """For how many more days."""

    days = forms.IntegerField(label=_("More days"), min_value=1, max_value=180, initial=7)


def interview_languages() -> list[tuple[str, object]]:
    """The languages that an interview can be held in; first, that of the job."""
    return [("", _("as the job says")), *settings.LANGUAGES]


class AccommodateForm(forms.Form):
    """What somebody needs to take part on equal terms."""

    extra_time_percent = forms.IntegerField(
        label=_("Extra time (%)"), min_value=0, max_value=MAX_EXTRA_TIME_PERCENT
    )
    text_only = forms.BooleanField(label=_("Typed answers instead of speaking"), required=False)
    without_camera = forms.BooleanField(label=_("No camera: answers are heard, not filmed"), required=False)
    large_captions = forms.BooleanField(label=_("Large captions of what is said"), required=False)
    language = forms.ChoiceField(
        label=_("Language of the interview"), choices=interview_languages, required=False
    )

    @property
    def granted(self) -> Accommodations:
        """What was chosen."""
        return Accommodations(**self.cleaned_data)
