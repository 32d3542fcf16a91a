"""Form fields that several apps use: lists in one input, pictures and documents known by their content."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

import filetype
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MIB = 1024 * 1024
PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/gif": "gif"}
DOCUMENTS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
WORD = {"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"}


class TagsField(forms.CharField):
    """A list of short texts, typed with commas between them; repeated ones count once."""

    def __init__(self, *, max_items: int = 40, max_item_length: int = 60, **kwargs: object) -> None:
        super().__init__(**{"max_length": 2_000, **kwargs})  # type: ignore[arg-type]
        self.max_items, self.max_item_length = max_items, max_item_length

    def prepare_value(self, value: object) -> object:
        """A list as it is typed."""
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:
        """The texts, in their order."""
        text = super().to_python(value).replace("\n", ",")
        found = {" ".join(part.split()).casefold(): " ".join(part.split()) for part in text.split(",")}
        items = [item for item in found.values() if item]
        if len(items) > self.max_items:
            raise ValidationError(_("At most %(n)d entries.") % {"n": self.max_items})
        if any(len(item) > self.max_item_length for item in items):
            raise ValidationError(_("Each entry may have %(n)d characters.") % {"n": self.max_item_length})
        return items

    def run_validators(self, value: object) -> None:
        """The limits of a text do not fit a list."""

    def validate(self, value: list[str]) -> None:
        """Required means at least one."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")


class LinesField(TagsField):
    """A list of texts, one on each line."""

    widget = forms.Textarea

    def prepare_value(self, value: object) -> object:
        """A list as it is typed."""
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:
        """The lines that have text."""
        text = forms.CharField.to_python(self, value)
        items = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        if len(items) > self.max_items:
            raise ValidationError(_("At most %(n)d lines.") % {"n": self.max_items})
        if any(len(item) > self.max_item_length for item in items):
            raise ValidationError(_("Each line may have %(n)d characters.") % {"n": self.max_item_length})
        return items


class SniffedFileField(forms.FileField):
    """An upload whose kind is told by its bytes, never by its name. It gets a new name that says nothing."""

    def __init__(self, *, kinds: dict[str, str], max_bytes: int, **kwargs: object) -> None:
        super().__init__(**{"widget": forms.FileInput, **kwargs})  # type: ignore[arg-type]
        self.kinds, self.max_bytes = kinds, max_bytes
        self.widget.attrs["accept"] = ",".join(kinds)

    def clean(self, data: object, initial: object = None) -> UploadedFile | None:
        """The file, renamed; ValidationError when it is too large or of another kind."""
        upload = super().clean(data, initial)
        if not isinstance(upload, UploadedFile):
            return None
        if (upload.size or 0) > self.max_bytes:
            raise ValidationError(_("The file may have %(n)d MB at most.") % {"n": self.max_bytes // MIB})
        head = upload.read(8192)
        upload.seek(0)
        kind = filetype.guess_mime(head)
        if kind not in self.kinds:
            raise ValidationError(_("Please choose one of these: %(kinds)s.") % {"kinds": self._names()})
        upload.name, upload.content_type = f"{uuid.uuid4().hex}.{self.kinds[kind]}", kind
        return upload

    def _names(self) -> str:
        names: Iterable[str] = dict.fromkeys(kind.upper() for kind in self.kinds.values())
        return ", ".join(names)


def picture(*, max_mib: int = 2, **kwargs: object) -> SniffedFileField:
    """A PNG, JPEG, WebP or GIF. No SVG: it can carry scripts."""
    return SniffedFileField(kinds=PICTURES, max_bytes=max_mib * MIB, **kwargs)


def document(*, max_mib: int = 5, **kwargs: object) -> SniffedFileField:
    """A PDF or a photograph of a paper."""
    return SniffedFileField(kinds=DOCUMENTS, max_bytes=max_mib * MIB, **kwargs)


def kind_by_name(name: str) -> str:
    """The content type of a file whose name is ours: a picture, a document, a résumé."""
    ending = name.rpartition(".")[2].lower()
    known = {ending: kind for kind, ending in {**PICTURES, **DOCUMENTS, **WORD}.items()}
    return known.get(ending, "application/octet-stream")
