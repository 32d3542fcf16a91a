"""The form of every section, made from its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django import forms
from django.utils import timezone

from seekers.forms.parts import field_for
from seekers.models import JobSeeker
from seekers.sections import SECTIONS, Section


class SectionForm(forms.ModelForm):
    """One entry of a section: its fields, and what dates must obey."""

    section: Section

    def __init__(self, data: Mapping | None = None, *, seeker: JobSeeker, **kwargs: object) -> None:
        super().__init__(data, auto_id=f"id_{self.section.key}_%s", **kwargs)
        if college := self.fields.get("higher_education"):
            college.queryset = SECTIONS["education"].model.objects.for_seeker(seeker)

    def clean(self) -> dict[str, object]:
        """What is left over from the other choice is dropped; what can't be is said beside its field."""
        values = super().clean() or {}
        if values.get("is_current"):
            values |= {"end_month": None, "end_year": None}
        if "expires" in self.fields and not values.get("expires"):
            values["expires_on"] = None
        for name, message in self.section.problems(values, timezone.localdate()).items():
            if name not in self.errors:
                self.add_error(name, message)
        return values

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields as they stand beside each other."""
        return [[self[name] for name in row] for row in self.section.rows]


@cache
def form_of(key: str) -> type[SectionForm]:
    """The form of the section with this key."""
    section = SECTIONS[key]
    made = forms.modelform_factory(
        section.model, form=SectionForm, fields=section.fields, formfield_callback=field_for
    )
    made.section = section
    return made
