"""The form of every block of a profile, made from its declaration; and of its two files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviewer.web.fields import PICTURES, SniffedFileField
from seekers.blocks import BLOCKS, Block
from seekers.forms.parts import calling_codes, field_for, split_phone
from seekers.models import JobSeeker

#: Younger people may not work; older ones than this were not born.
YOUNGEST, OLDEST = 14, 110
MOST_PHOTO_BYTES = 5 * 1024 * 1024


class BlockForm(forms.ModelForm):
    """Some fields of the job seeker's own row."""

    block: Block

    def __init__(self, data: Mapping | None = None, **kwargs: object) -> None:
        super().__init__(data, auto_id=f"id_{self.block.key}_%s", **kwargs)

    def clean_birth_on(self) -> date | None:
        """A day on which somebody was born who may work now."""
        born = self.cleaned_data["birth_on"]
        age = (timezone.localdate() - born).days / 365.25 if born else YOUNGEST
        if not YOUNGEST <= age <= OLDEST:
            raise ValidationError(
                _("You must be between %(young)d and %(old)d years old.") % {"young": YOUNGEST, "old": OLDEST}
            )
        return born

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields as they stand beside each other."""
        return [[self[name] for name in row] for row in self.block.rows]


class PhoneForm(BlockForm):
    """A phone number of any country."""

    phone_country_code = forms.ChoiceField(
        label=gettext_lazy("Country code"), choices=calling_codes, initial="+91", required=False
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone number"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=gettext_lazy("Without the country code, or whole with a + in front. Empty takes it away."),
    )

    def __init__(self, data: Mapping | None = None, **kwargs: object) -> None:
        super().__init__(data, **kwargs)
        self.initial["phone_country_code"] = self.initial.get("phone_country_code") or "+91"

    def clean(self) -> dict[str, object]:
        """Both fields as they are kept."""
        values = super().clean() or {}
        if "phone_country_code" in self.errors:
            return values
        if not values.get("phone"):
            return values | {"phone_country_code": ""}
        try:
            code, number = split_phone(str(values.get("phone_country_code", "")), str(values["phone"]))
        except ValueError as problem:
            self.add_error("phone", str(problem))
            return values
        return values | {"phone_country_code": code, "phone": number}


@cache
def block_form_of(key: str) -> type[BlockForm]:
    """The form of the block with this key."""
    block = BLOCKS[key]
    made = forms.modelform_factory(
        JobSeeker,
        form=PhoneForm if key == "phone" else BlockForm,
        fields=block.fields,
        formfield_callback=field_for,
    )
    made.block = block
    return made


class PhotoForm(forms.Form):
    """A picture of the job seeker."""

    photo = SniffedFileField(
        kinds={kind: ending for kind, ending in PICTURES.items() if ending != "gif"},
        max_bytes=MOST_PHOTO_BYTES,
        label=gettext_lazy("Photo"),
        help_text=gettext_lazy(
            "PNG, JPEG or WebP, up to 5 MB. Where and when it was taken is cut out of it."
        ),
        widget=forms.FileInput,
    )


class ResumeForm(forms.Form):
    """A résumé as a file; what it is, is found out by reading it."""

    resume = forms.FileField(
        label=gettext_lazy("Résumé"),
        help_text=gettext_lazy("PDF or Word (.docx), up to 5 MB and 30 pages."),
        widget=forms.FileInput(
            attrs={
                "accept": ".pdf,.docx,application/pdf,"
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
        ),
    )
