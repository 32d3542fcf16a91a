"""What a candidate sends from the device check and the conversation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.services import turn_steps

MODES = [("recorded", _("Speak my answers")), ("typed", _("Type my answers"))]
RESULTS = [
    ("", _("not checked")),
    ("ok", _("works")),
    ("failed", _("does not work")),
    ("none", _("not used")),
]
ACTIONS = [(name, name) for name in turn_steps.NAMES]


class DevicesForm(forms.Form):
    """How the candidate will answer, and what the check in the browser found."""

    mode = forms.ChoiceField(choices=MODES)
    camera = forms.ChoiceField(choices=RESULTS, required=False)
    microphone = forms.ChoiceField(choices=RESULTS, required=False)
    speaker = forms.ChoiceField(choices=RESULTS, required=False)


class TurnForm(forms.Form):
    """One step in the conversation: which question, what to do, and the words."""

    turn = forms.UUIDField()
    do = forms.ChoiceField(choices=ACTIONS)
    text = forms.CharField(required=False, max_length=10_000, label=_("Your answer"))


class AskForm(forms.Form):
    """A question about the job, or that there is none."""

    do = forms.ChoiceField(choices=[(name, name) for name in ("ask", "enough")])
    text = forms.CharField(required=False, max_length=1_000, label=_("Your question"))


class DraftForm(forms.Form):
    """The words so far."""

    text = forms.CharField(required=False, max_length=10_000)


class SoundForm(forms.Form):
    """How long the candidate waited for the first sound of a question; an hour is a clock that is wrong."""

    milliseconds = forms.IntegerField(min_value=0, max_value=3_600_000)


class CloseForm(forms.Form):
    """The end of a recording: how many chunks there are, and what the browser heard."""

    chunks = forms.IntegerField(min_value=1)
    content_type = forms.CharField(max_length=120)
    heard = forms.CharField(required=False, max_length=10_000)
