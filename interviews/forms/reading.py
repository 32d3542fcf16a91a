"""What a member types while reading an interview: a decision, an override, a link, a note, tags, a scorecard."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from companies.letters import Letter
from companies.models import Membership
from interviews.enums import Recommendation
from interviews.models import Competency, Interview
from interviews.services import letters, notes
from interviews.services.scorecards import Impression


class DecisionForm(forms.ModelForm):
    """What the recruiter decides, why, and whether the candidate is written to; `seen` is the decision they saw."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    with_letter = forms.BooleanField(label=_("Write to the candidate"), required=False)

    class Meta:
        model = Interview
        fields = ["decision", "decision_reason"]
        widgets = {"decision_reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen", self.instance.decision_version)


class LetterForm(forms.Form):
    """A letter to a candidate, or the text that such letters start from."""

    subject = forms.CharField(label=_("Subject"), max_length=letters.MAX_SUBJECT)
    body = forms.CharField(
        label=_("Text"), max_length=letters.MAX_BODY, widget=forms.Textarea(attrs={"rows": 12})
    )

    @property
    def letter(self) -> Letter:
        """What was typed."""
        return Letter(self.cleaned_data["subject"], self.cleaned_data["body"])


class NoteForm(forms.Form):
    """A note."""

    text = forms.CharField(
        label=_("Note"),
        max_length=notes.MAX_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Colleagues see it, candidates never. @ and a colleague's address tells them."),
    )


class TagForm(forms.Form):
    """A tag to put on a candidate."""

    tag = forms.CharField(
        label=_("Tag"), max_length=40, widget=forms.TextInput(attrs={"list": "tags", "autocomplete": "off"})
    )


class FlagForm(forms.Form):
    """Why a candidate needs a second look."""

    flag_reason = forms.CharField(label=_("Reason"), max_length=300)


class ScorecardForm(forms.Form):
    """A reviewer's own levels, one for each competency, with what the rubric says of each level."""

    recommendation = forms.ChoiceField(
        label=_("What do you recommend?"), choices=Recommendation, widget=forms.RadioSelect
    )
    comment = forms.CharField(
        label=_("Comment"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: object, competencies: Sequence[Competency], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        levels = {}
        for one in competencies:
            anchors = [f"{level}: {text}" for level, text in enumerate(one.anchors, start=1)]
            choices = [
                ("", _("can't tell")),
                *zip(range(1, 6), [*anchors, *"12345"[len(anchors) :]], strict=False),
            ]
            levels[f"level_{one.key}"] = forms.TypedChoiceField(
                label=one.name,
                choices=choices,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                help_text=one.description,
            )
        self.fields = levels | self.fields

    @property
    def impression(self) -> Impression:
        """What was chosen."""
        data = self.cleaned_data
        levels = {
            name.removeprefix("level_"): value for name, value in data.items() if name.startswith("level_")
        }
        return Impression(levels, data["recommendation"], data["comment"])


class ReviewerForm(forms.Form):
    """Who is to review."""

    reviewer = forms.ModelChoiceField(
        label=_("Member"), queryset=Membership.objects.none(), to_field_name="uid"
    )

    def __init__(self, *args: object, members: QuerySet, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = members
        self.fields["reviewer"].label_from_instance = lambda member: (
            f"{member.user} ({member.get_role_display()})"
        )


class OverrideForm(forms.Form):
    """A person's level for one competency, kept beside the engine's."""

    level = forms.TypedChoiceField(
        label=_("Your level"), coerce=int, choices=[(level, str(level)) for level in range(1, 6)]
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept with your name beside the engine's level."),
    )


class ShareForm(forms.Form):
    """For how long a report is shared, and with whom in mind."""

    days = forms.IntegerField(label=_("Open for (days)"), min_value=1, max_value=90, initial=7)
    note = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=120,
        help_text=_("Only you and your colleagues see it."),
    )
