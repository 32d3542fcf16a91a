"""What a recruiter types to let somebody in: addresses, a message, more days, more time."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import datetime, timedelta

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewer.errors import Invalid
from interviewer.web import tables
from interviews.accommodations import Accommodations
from interviews.enums import BatchAction
from interviews.invitee_values import MAX_DAYS, Unreadable, check_deadline, end_of
from interviews.invitees import Sheet, read_file, read_pasted
from interviews.services.invitations import MAX_EXTRA_TIME_PERCENT

MAX_FILE_BYTES = 5 * 1024 * 1024
#: So many lines without a valid address are named; the others are counted.
NAMED = 5
#: More rows do not stand on one page.
MAX_CHOSEN = 200


class InviteForm(forms.Form):
    """One person or many, typed or in a file, and a message to them."""

    people = forms.CharField(
        label=_("Candidates"),
        required=False,
        max_length=1_000_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_(
            "One on each line: an address, a name with it, or columns pasted from a sheet with their headings."
        ),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": tables.ACCEPT}),
        help_text=_("CSV or Excel (.xlsx), up to 5,000 rows and 5 MB."),
    )
    deadline = forms.DateField(
        label=_("Open until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The last day on which they can begin. Empty: as many days as the job says."),
    )
    message = forms.CharField(
        label=_("Personal message"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands in the e-mail above the list of what awaits them."),
    )
    sheet: Sheet | None = None

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        last = today + timedelta(days=MAX_DAYS)
        self.fields["deadline"].widget.attrs.update(min=today.isoformat(), max=last.isoformat())

    def clean_deadline(self) -> datetime | None:
        """The end of the day."""
        day = self.cleaned_data["deadline"]
        if day is None:
            return None
        try:
            return check_deadline(end_of(day))
        except Unreadable as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, object]:
        """The list, from where it was given; lines that are not right stay in it, to be reported."""
        values = super().clean() or {}
        file, text = values.get("file"), (values.get("people") or "").strip()
        if self.errors.get("people") or self.errors.get("file"):
            return values
        if file and text:
            self.add_error("file", _("Type a list or choose a file, not both."))
        elif not file and not text:
            self.add_error("people", _("Enter at least one address, or choose a file."))
        else:
            self._read("file" if file else "people", file, values.get("people") or "")
        return values

    def _read(self, name: str, file: UploadedFile | None, text: str) -> None:
        if file and file.size > MAX_FILE_BYTES:
            self.add_error(name, _("The file is larger than 5 MB. Split the list, please."))
            return
        try:
            sheet = read_file(name=file.name or "", data=file.read()) if file else read_pasted(text)
        except Invalid as problem:
            self.add_error(name, problem.message)
            return
        if any(person.is_valid for person in sheet.people):
            self.sheet = sheet
        else:
            self._refuse_all(name, sheet)

    def _refuse_all(self, name: str, sheet: Sheet) -> None:
        self.add_error(name, _("Nobody here can be invited."))
        for person in sheet.people[:NAMED]:
            self.add_error(
                name, _("Line %(n)d: %(why)s") % {"n": person.line, "why": person.detail or person.result}
            )
        more = len(sheet.people) - NAMED
        if more > 0:
            self.add_error(name, _("And %(n)d more lines.") % {"n": more})


class UidsField(forms.Field):
    """The rows whose boxes were ticked; a text that is no uid is left out."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: object) -> list[uuid.UUID]:
        """Uids without doubles, in the order of the page."""
        found = []
        for text in value if isinstance(value, list) else []:
            with suppress(ValueError):
                found.append(uuid.UUID(str(text)))
        return list(dict.fromkeys(found))[:MAX_CHOSEN]


class ChosenForm(forms.Form):
    """What is to be done with the invitations that were chosen in the list."""

    action = forms.ChoiceField(
        choices=[one for one in BatchAction.choices if one[0] != BatchAction.INVITE],
        error_messages={"required": _("Choose what to do.")},
    )
    chosen = UidsField(required=False)
    everybody = forms.BooleanField(required=False)
    days = forms.IntegerField(
        label=_("More days"),
        required=False,
        min_value=1,
        max_value=MAX_DAYS,
        initial=7,
        error_messages={
            "min_value": _("Between 1 and 180 days, please."),
            "max_value": _("Between 1 and 180 days, please."),
        },
    )

    def clean(self) -> dict[str, object]:
        """Somebody is chosen, and an extension says how long."""
        values = super().clean() or {}
        if not values.get("everybody") and not values.get("chosen"):
            self.add_error(None, _("Choose at least one invitation."))
        if (
            values.get("action") == BatchAction.EXTEND
            and not values.get("days")
            and not self.errors.get("days")
        ):
            self.add_error("days", _("Between 1 and 180 days, please."))
        return values


class InvitationFilterForm(forms.Form):
    """Filters of a job's invitations; every field may be empty."""

    search = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("all")),
            ("open", _("open, not begun")),
            ("unopened", _("open, never looked at")),
            ("begun", _("begun")),
            ("done", _("handed in")),
            ("expired", _("run out")),
            ("revoked", _("withdrawn")),
        ],
    )


class SourceForm(forms.Form):
    """A source for a public link of its own."""

    tag = forms.CharField(
        label=_("Source"),
        max_length=60,
        help_text=_("Letters, digits and hyphens, at most 40, for example careers-page."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


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
