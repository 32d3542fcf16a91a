"""What holds for the input of both kinds of job, on pages and in the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Fields that begin and end a range, and what to say when it ends before it begins.
RANGES = (
    ("min_experience_years", "max_experience_years", _("Not less than the years before.")),
    ("min_salary", "max_salary", _("Not less than the salary before.")),
)


def currency_code(text: str) -> str:
    """Three letters in capitals, as in ISO 4217. Raises ValidationError."""
    code = text.upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise ValidationError(_("Three letters, please, for example INR, EUR or USD."))
    return code


def upside_down(values: Mapping[str, object]) -> Iterator[tuple[str, str, object]]:
    """The ranges that end before they begin: the names of beginning and end, and what to say of the end."""
    for low, high, text in RANGES:
        least, most = values.get(low), values.get(high)
        if least is not None and most is not None and least > most:
            yield low, high, text
