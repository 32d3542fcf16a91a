"""What a recruiter writes for the interview: quiz questions, coding problems, own questions, the rubric."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessments.enums import Difficulty
from assessments.models import QuizQuestion
from assessments.services.quizzes import MAX_OPTIONS, OptionText, QuestionText
from interviewer.web.fields import LinesField, picture
from interviews.enums import QuestionKind
from interviews.models import Competency
from interviews.rubric_library import CompetencyText


class QuizQuestionForm(forms.ModelForm):
    """A quiz question without its options."""

    seconds = forms.IntegerField(
        label=_("Seconds"),
        min_value=10,
        max_value=1800,
        help_text=_("Counts when each question has a clock."),
    )
    marks = forms.IntegerField(label=_("Points"), min_value=1, max_value=100)
    new_image = picture(label=_("Picture"), required=False, help_text=_("PNG, JPEG or WebP, up to 2 MB."))
    remove_image = forms.BooleanField(label=_("Remove the picture"), required=False)

    class Meta:
        model = QuizQuestion
        fields = ["description", "question_type", "category", "seconds", "marks", "explanation", "image_text"]
        labels = {"description": _("Question"), "image_text": _("What the picture shows")}
        help_texts = {
            "image_text": _("Read to candidates who can't see it."),
            "explanation": _("Why the answer is right; only your team sees it."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "explanation": forms.Textarea(attrs={"rows": 2}),
            "image_text": forms.TextInput(),
        }

    def clean(self) -> dict[str, object]:
        """A picture is described."""
        values = super().clean() or {}
        has_image = values.get("new_image") or (self.instance.image and not values.get("remove_image"))
        if has_image and not values.get("image_text"):
            self.add_error("image_text", _("Say in a sentence what the picture shows."))
        return values

    @property
    def text(self) -> QuestionText:
        """What was entered."""
        return QuestionText(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class OptionForm(forms.Form):
    """One option."""

    label = forms.CharField(label=_("Option"), max_length=500, required=False)
    is_correct = forms.BooleanField(label=_("right"), required=False)

    def clean(self) -> dict[str, object]:
        """What is right has a text."""
        values = super().clean() or {}
        if values.get("is_correct") and not values.get("label"):
            self.add_error("label", _("Write the option that is right."))
        return values


class _Options(forms.BaseFormSet):
    @property
    def options(self) -> list[OptionText]:
        """The options that have a text, in their order."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("label")]
        return [OptionText(row["label"], row["is_correct"]) for row in rows]


OptionFormSet = forms.formset_factory(
    OptionForm, formset=_Options, extra=MAX_OPTIONS, max_num=MAX_OPTIONS, validate_max=True
)


class PoolForm(forms.Form):
    """Search of the pool of problems."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    difficulty = forms.ChoiceField(
        label=_("Difficulty"), required=False, choices=[("", _("all")), *Difficulty.choices]
    )

    def __init__(self, *args: object, topics: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("all")), *((topic, topic) for topic in topics)]

    @property
    def filters(self) -> dict[str, str]:
        """What to search for; a filter that makes no sense is left out."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class OwnQuestionForm(forms.Form):
    """A question of the recruiter's own."""

    question = forms.CharField(
        label=_("Question"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Asked of every candidate, word for word."),
    )
    question_type = forms.ChoiceField(
        label=_("Type"), choices=QuestionKind.choices, initial=QuestionKind.CUSTOM
    )
    competency_key = forms.ChoiceField(label=_("Scored under"), required=False)

    def __init__(self, *args: object, competencies: list[Competency], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = [(competency.key, competency.name) for competency in competencies]
        self.fields["competency_key"].choices = [("", _("every competency it tells about")), *names]


LEVELS = range(1, 6)


class CompetencyForm(forms.ModelForm):
    """A competency with what each of its five levels looks like."""

    expected_points = LinesField(
        label=_("Points of a good answer"),
        required=False,
        max_items=12,
        max_item_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One on each line. They tell whether an answer was complete."),
    )

    class Meta:
        model = Competency
        fields = ["name", "description", "weight", "dimension", "expected_points"]
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}

    field_order = ["name", "description", "weight", "dimension"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for level in LEVELS:
            kept = self.instance.anchors[level - 1 : level]
            self.fields[f"level_{level}"] = forms.CharField(
                label=_("Level %(n)d") % {"n": level},
                max_length=500,
                initial=kept[0] if kept else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.fields["level_1"].help_text = _("What the weakest answer looks like.")
        self.fields["level_5"].help_text = _("What the best answer looks like.")

    @property
    def level_fields(self) -> list[forms.BoundField]:
        """The five levels, lowest first."""
        return [self[f"level_{level}"] for level in LEVELS]

    def clean(self) -> dict[str, object]:
        """Two levels that read the same can't be told apart."""
        values = super().clean() or {}
        seen: set[str] = set()
        for level in LEVELS:
            text = str(values.get(f"level_{level}", "")).casefold()
            if text and text in seen:
                error = ValidationError(_("This level reads like another one: what is different?"))
                self.add_error(f"level_{level}", error)
            seen.add(text)
        return values

    @property
    def text(self) -> CompetencyText:
        """What was entered."""
        anchors = tuple(self.cleaned_data[f"level_{level}"] for level in LEVELS)
        values = {name: self.cleaned_data[name] for name in self.Meta.fields if name != "expected_points"}
        points = tuple(self.cleaned_data["expected_points"])
        return CompetencyText(anchors=anchors, expected_points=points, **values)
