"""What a recruiter writes for coding: a problem with its cases, reference solutions, packages, pictures."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from assessments.checking import PROGRAMS, valid_groups
from assessments.enums import CheckerKind, Expected
from assessments.models import DSAQuestion
from assessments.packages.files import BOUNDS
from assessments.services.problems import MAX_CASE_CHARACTERS, MAX_CASES, CaseText, ProblemText
from interviewer.integrations.judge import get_judge
from interviewer.web.fields import picture

#: Options of checkers that have a field of their own.
OPTIONS = ("case_sensitive", "space_change_sensitive", "presentation", "absolute", "relative", "exit_codes")


class ProblemForm(forms.ModelForm):
    """A coding problem without its cases."""

    minutes = forms.IntegerField(label=_("Suggested minutes"), min_value=1, max_value=240)
    seconds_limit = forms.DecimalField(
        label=_("Seconds for each case"),
        min_value=Decimal("0.1"),
        max_value=20,
        max_digits=4,
        decimal_places=1,
        help_text=_("Time of the processor."),
    )

    class Meta:
        model = DSAQuestion
        fields = [
            *("title", "description", "difficulty", "minutes", "seconds_limit", "memory_mib"),
            *("checker", "validator_language", "validator_source"),
        ]
        labels = {
            "memory_mib": _("Memory (MiB)"),
            "checker": _("How outputs are compared"),
            "validator_source": _("Program that decides"),
        }
        help_texts = {
            "description": _(
                "Markdown, with mathematics between dollar signs. Say what is read, what is to be written, and "
                "within which bounds."
            ),
            "validator_source": _(
                "Gets the input, the right output and a folder as arguments and the candidate's output to read; "
                "ends with exit code 42 for right and 43 for wrong."
            ),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 10}),
            "validator_source": forms.Textarea(attrs={"rows": 8, "class": "mono", "spellcheck": "false"}),
        }

    case_sensitive = forms.BooleanField(label=_("Upper and lower case differ"), required=False)
    space_change_sensitive = forms.BooleanField(label=_("Spaces and line ends count"), required=False)
    presentation = forms.BooleanField(
        label=_("Right words with wrong spaces are a verdict of their own"), required=False
    )
    absolute = forms.FloatField(
        label=_("Absolute tolerance"), min_value=0, max_value=0.999999, required=False
    )
    relative = forms.FloatField(
        label=_("Relative tolerance"), min_value=0, max_value=0.999999, required=False
    )
    exit_codes = forms.ChoiceField(
        label=_("Exit codes of the program"),
        choices=[("kattis", _("42 and 43 (Kattis)")), ("testlib", _("0, 1, 2 and 3 (testlib)"))],
        required=False,
    )
    groups_text = forms.CharField(
        label=_("Groups of cases"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "mono", "spellcheck": "false"}),
        help_text=_(
            "One on each line: name, points, and “sum” (each case gives its share) or “min” (all cases or nothing). "
            "For example: small 40 min"
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.slug, one.name) for one in get_judge().languages()]
        language = forms.ChoiceField(
            label=_("Language of that program"), required=False, choices=[("", "–"), *names]
        )
        self.fields["validator_language"] = language
        for name in OPTIONS:
            self.fields[name].initial = self.instance.checker_options.get(name)
        rows = (f"{row['name']} {row['points']} {row['rule']}" for row in self.instance.groups)
        self.fields["groups_text"].initial = "\n".join(rows)

    def clean_groups_text(self) -> list[dict[str, object]]:
        """The lines as groups."""
        groups: list[dict[str, object]] = []
        for line in filter(None, map(str.strip, self.cleaned_data["groups_text"].splitlines())):
            words = line.rsplit(None, 2)
            if len(words) != 3 or not words[1].isdecimal() or len(words[1]) > 5:
                text = _("“%(line)s” is not a name, points and a rule.") % {"line": line[:60]}
                raise ValidationError(text)
            groups.append({"name": words[0], "points": int(words[1]), "rule": words[2]})
        valid_groups(groups)
        return groups

    def clean_validator_source(self) -> str:
        """With Unix line ends."""
        return self.cleaned_data["validator_source"].replace("\r\n", "\n")

    def clean(self) -> dict[str, object]:
        """A program that decides has a language."""
        values = super().clean() or {}
        if values.get("validator_source") and not values.get("validator_language"):
            self.add_error("validator_language", _("In which language is it?"))
        return values

    @property
    def has_options(self) -> bool:
        """Whether an option of the comparison is set, or wrong."""
        return any(self[name].value() or self[name].errors for name in OPTIONS[:-1])

    @property
    def has_program(self) -> bool:
        """Whether there is a program that decides, or should be."""
        names = ("validator_source", "validator_language")
        return any(self[name].value() or self[name].errors for name in names) or (
            self["checker"].value() in list(PROGRAMS)
        )

    @property
    def has_groups(self) -> bool:
        """Whether there are groups."""
        return bool(self["groups_text"].value() or self["groups_text"].errors)

    @property
    def options(self) -> dict[str, object]:
        """The checker's options: those that the chosen checker knows; its arguments stay as they are."""
        values, kind = self.cleaned_data, self.cleaned_data["checker"]
        if kind in PROGRAMS:
            kept = {name: self.instance.checker_options.get(name) for name in ("arguments",)}
            kept["exit_codes"] = values["exit_codes"] if values["exit_codes"] == "testlib" else None
            return {name: value for name, value in kept.items() if value}
        wanted = {"presentation": values["presentation"] or None}
        if kind in {CheckerKind.TOKENS, CheckerKind.FLOATS}:
            wanted |= {name: values[name] or None for name in ("case_sensitive", "space_change_sensitive")}
            wanted |= {name: values[name] for name in ("absolute", "relative")}
        return {name: value for name, value in wanted.items() if value is not None}

    @property
    def text(self) -> ProblemText:
        """What was entered."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return ProblemText(
            **values, checker_options=self.options, groups=self.cleaned_data["groups_text"] or []
        )


class _CaseTextField(forms.CharField):
    """Text that keeps its spaces, with Unix line ends."""

    widget = forms.Textarea

    def __init__(self, **kwargs: object) -> None:
        super().__init__(strip=False, required=False, max_length=MAX_CASE_CHARACTERS, **kwargs)
        self.widget.attrs.update(rows=3, spellcheck="false", autocomplete="off")

    def to_python(self, value: object) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class CaseForm(forms.Form):
    """An input with its right output."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    input = _CaseTextField(label=_("Input"))
    expected_output = _CaseTextField(label=_("Right output"))
    is_sample = forms.BooleanField(label=_("Sample: candidates see it"), required=False)
    weight = forms.IntegerField(label=_("Points"), min_value=1, max_value=100, initial=1, required=False)
    group = forms.CharField(label=_("Group"), max_length=60, required=False)
    kept = forms.BooleanField(required=False, widget=forms.HiddenInput)
    remove = forms.BooleanField(label=_("Remove"), required=False)

    @property
    def counts(self) -> bool:
        """Whether something is in it and it is to stay."""
        values = self.cleaned_data
        has_text = bool(values.get("input") or values.get("expected_output"))
        return not values.get("remove") and (has_text or self.is_kept)

    @property
    def is_kept(self) -> bool:
        """Whether its text is too large for a page and stays as it is stored."""
        return bool(self["kept"].value()) and str(self["kept"].value()) != "False"

    def clean(self) -> dict[str, object]:
        """A case without its right output can't be judged."""
        values = super().clean() or {}
        if not values.get("remove") and values.get("input") and not values.get("expected_output"):
            self.add_error("expected_output", _("What is the right output for this input?"))
        return values


class _Cases(forms.BaseFormSet):
    @property
    def cases(self) -> list[CaseText]:
        """The cases that stay, in their order."""
        rows = [form.cleaned_data for form in self.forms if form.counts]
        return [
            CaseText(
                row["input"],
                row["expected_output"],
                row["is_sample"],
                row["weight"] or 1,
                row["pk"],
                row["group"],
                is_kept=row["kept"],
            )
            for row in rows
        ]


CaseFormSet = forms.formset_factory(
    CaseForm, formset=_Cases, extra=0, max_num=MAX_CASES, absolute_max=MAX_CASES
)


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


class ReferenceForm(forms.Form):
    """A program whose verdict is known."""

    name = forms.CharField(label=_("Name"), max_length=100)
    language = forms.ChoiceField(label=_("Language"))
    expected = forms.ChoiceField(label=_("It must be"), choices=Expected.choices, initial=Expected.ACCEPTED)
    code = forms.CharField(
        label=_("Program"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "mono", "spellcheck": "false"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, prefix="reference", **kwargs)
        names = [(one.slug, one.name) for one in get_judge().languages() if one.available]
        self.fields["language"].choices = names


class ProblemImageForm(forms.Form):
    """A picture for the statement."""

    image = picture(label=_("Picture"), help_text=_("PNG, JPEG, GIF or WebP, up to 2 MB."))
