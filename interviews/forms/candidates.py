"""What a member types over the list of candidates: filters, columns, the name of a view, what to do with many."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from interviews.candidate_columns import CHOICES
from interviews.enums import BulkKind, Decision, InterviewSource, InterviewStatus, Stage

SORTS = [
    ("newest", _("newest first")),
    ("oldest", _("oldest first")),
    ("overall", _("best overall")),
    ("match", _("best match")),
    ("quiz", _("best quiz")),
    ("coding", _("best coding")),
    ("conversation", _("best conversation")),
    ("name", _("name")),
    ("decided", _("decided last")),
]
BANDS = [
    ("", _("all")),
    ("80", _("80 and more")),
    ("60", _("60 to 79")),
    ("40", _("40 to 59")),
    ("0", _("below 40")),
    ("none", _("not scored")),
]
_ALL = ("", _("all"))
#: So many jobs, the newest, can be chosen from; an older one is found by its title.
MAX_JOBS = 100


class PlainSelect(forms.Select):
    """A select that writes its options itself: a hundred jobs by a template each take longer than the whole list."""

    def render(self, name: str, value: object, attrs: object = None, renderer: object = None) -> SafeString:
        """The element; `value` is what was sent."""
        chosen = str(value or "")
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, mark_safe(" selected") if str(key) == chosen else "", label)
                for key, label in self.choices
            ),
        )
        flat = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))
        return format_html("<select{}>{}</select>", flat, options)


def _choice(label: object, choices: object) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[_ALL, *choices], widget=PlainSelect)


def _score(label: object) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100)


def _day(label: object) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}))


class CandidateFilterForm(forms.Form):
    """Filters of the list of candidates; every field may be empty."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    job_uid = _choice(_("Job"), [])
    status = _choice(_("Status"), InterviewStatus.choices)
    decision = _choice(_("Decision"), Decision.choices)
    min_score = _score(_("Overall at least"))
    sort = forms.ChoiceField(label=_("Sort"), required=False, choices=SORTS)
    job_title = forms.CharField(label=_("Title of the job"), required=False, max_length=100)
    stage = _choice(_("Is at"), Stage.choices[:-1])
    band = forms.ChoiceField(label=_("Overall"), required=False, choices=BANDS)
    max_score = _score(_("Overall at most"))
    min_match = _score(_("Match at least"))
    city = forms.CharField(label=_("City"), required=False, max_length=100)
    source = _choice(_("Source"), InterviewSource.choices)
    since = _day(_("Added since"))
    until = _day(_("Added until"))
    flagged = _choice(_("Flag"), [("yes", _("flagged")), ("no", _("not flagged"))])
    tag = _choice(_("Tag"), [])
    assigned = _choice(_("To review"), [("mine", _("assigned to me"))])

    #: Those that are always open to see; the others are under "More filters".
    FIRST = ("search", "job_uid", "status", "decision", "min_score", "sort")

    def __init__(self, *args: object, jobs: QuerySet, tags: QuerySet, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(uid), title) for uid, title in jobs.values_list("uid", "title")[: MAX_JOBS + 1]]
        asked = str(self.data.get("job_uid", ""))
        if len(names) > MAX_JOBS and asked and asked not in dict(names):
            names += self._older(jobs, asked)
        self.fields["job_uid"].choices = [_ALL, *sorted(names, key=lambda one: one[1].lower())]
        self.fields["tag"].choices = [_ALL, *((name, name) for name in tags.values_list("name", flat=True))]
        self.fields["search"].widget.attrs.update(type="search", placeholder=_("Name or e-mail"))

    @staticmethod
    def _older(jobs: QuerySet, asked: str) -> list[tuple[str, str]]:
        try:
            uid = forms.UUIDField().clean(asked)
        except forms.ValidationError:
            return []
        return [(str(uid), title) for title in jobs.filter(uid=uid).values_list("title", flat=True)]

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that are always open."""
        return [self[name] for name in self.FIRST]

    @property
    def others(self) -> list[forms.BoundField]:
        """The further fields."""
        return [self[name] for name in self.fields if name not in self.FIRST]

    @property
    def others_in_use(self) -> int:
        """How many of the further fields filter, or hold a mistake."""
        return sum(bool(field.value()) or bool(field.errors) for field in self.others)

    def clean_sort(self) -> str:
        """An order; the newest first where none was asked for."""
        return self.cleaned_data["sort"] or "newest"


class ColumnsForm(forms.Form):
    """Which columns the list shows."""

    columns = forms.MultipleChoiceField(
        label=_("Columns"), required=False, choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )


class ViewForm(forms.Form):
    """The name of a view, and whether colleagues may use it."""

    name = forms.CharField(label=_("Name of the view"), max_length=60)
    is_shared = forms.BooleanField(label=_("Colleagues may use it"), required=False)


class BulkForm(forms.Form):
    """What to do with many candidates, and with which."""

    kind = forms.ChoiceField(label=_("With those chosen"), choices=BulkKind)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=[("", _("choose one")), *Decision.choices], required=False
    )
    tag = forms.CharField(label=_("Tag"), max_length=40, required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    everything = forms.BooleanField(required=False, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    drawn_at = forms.CharField(widget=forms.HiddenInput)
    query = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)

    def clean_drawn_at(self) -> datetime:
        """When the list was drawn."""
        try:
            drawn_at = datetime.fromisoformat(self.cleaned_data["drawn_at"])
        except ValueError as problem:
            raise forms.ValidationError(_("Open the list once more, please.")) from problem
        if drawn_at.tzinfo is None:
            raise forms.ValidationError(_("Open the list once more, please."))
        return drawn_at

    @property
    def values(self) -> dict[str, str]:
        """What belongs to the kind."""
        return {name: self.cleaned_data[name] for name in ("decision", "tag", "reason")}
