"""Files that are sent in a form."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework import serializers

from assessments.packages.files import BOUNDS
from interviewer.api.serializers import In

MIB = 1024 * 1024


def _not_larger(file: object, most: int) -> None:
    if getattr(file, "size", 0) > most:
        raise serializers.ValidationError(_("The file may have %(n)d MB at most.") % {"n": most // MIB})


class PackageIn(In):
    """A problem package: a zip in a format of Kattis."""

    package = serializers.FileField()

    def validate_package(self, file: object) -> object:
        """Not larger than what is read."""
        _not_larger(file, BOUNDS.archive)
        return file


class PictureIn(In):
    """A PNG, JPEG, GIF or WebP."""

    image = serializers.FileField()

    def validate_image(self, file: object) -> object:
        """Up to 2 MB."""
        _not_larger(file, 2 * MIB)
        return file


class ResumeIn(In):
    """A résumé, PDF or DOCX, up to 5 MB; its content decides."""

    resume = serializers.FileField(allow_empty_file=True)
