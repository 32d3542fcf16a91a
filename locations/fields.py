"""A form field for a city: plain text with suggestions, which the server reads with or without script."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from locations.models import City
from locations.queries import LONGEST, cities_beginning, find_cities

#: How many namesakes a message lists.
LISTED = 4


class PlaceInput(forms.TextInput):
    """A text input that static/js/places.js makes into a combobox. Without script it stays what it is."""

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        """With the address of the suggestions, and what the script says aloud."""
        context = super().get_context(name, value, attrs)
        texts = {
            "data-place": reverse("places:cities"),
            "data-text-one": _("One place. Up and down keys choose."),
            "data-text-many": _("%(n)s places. Up and down keys choose."),
            "data-text-none": _("No place begins like this."),
            "data-text-failed": _("No suggestions just now: write city, state and country."),
            "data-text-list": _("Places"),
            "autocomplete": "off",
        }
        context["widget"]["attrs"] = {**texts, **context["widget"]["attrs"]}
        return context


class PlaceField(forms.CharField):
    """A city, typed as "Pune, Maharashtra, India"; its cleaned value is a City with state and country, or None.

    `currency_for` and `phone_for` name inputs of the same form that the script fills from the chosen place's
    country while they are empty.
    """

    widget = PlaceInput
    default_error_messages = {
        "unknown": gettext_lazy(
            "We don't know this place. Write city, state and country, for example Pune, Maharashtra, India."
        ),
    }

    def __init__(self, *, currency_for: str = "", phone_for: str = "", **kwargs: object) -> None:
        super().__init__(**{"max_length": LONGEST, **kwargs})  # type: ignore[arg-type]
        suggests = {"data-place-currency": currency_for, "data-place-phone": phone_for}
        self.widget.attrs.update({name: value for name, value in suggests.items() if value})

    def prepare_value(self, value: object) -> object:
        """A city as it is typed; a key as a model form has it."""
        if isinstance(value, int):
            value = City.objects.select_related("state__country").filter(pk=value).first()
        return value.label if isinstance(value, City) else value

    def to_python(self, value: object) -> City | None:  # type: ignore[override]
        """The city that the text names; ValidationError when there is none or more than one."""
        text = super().to_python(value)
        if not text:
            return None
        self._check_length(text)
        found = find_cities(text)
        if len(found) == 1:
            return found[0]
        raise ValidationError(self._ambiguous(found) if found else self._unknown(text))

    def run_validators(self, value: object) -> None:
        """Those of a text were run on the text."""

    def has_changed(self, initial: object, data: object) -> bool:
        """Compared as it is typed."""
        return str(self.prepare_value(initial) or "") != str(data or "").strip()

    def _check_length(self, text: str) -> None:
        super().run_validators(text)

    def _ambiguous(self, found: Sequence[City]) -> str:
        places = "; ".join(city.label for city in found[:LISTED])
        if len(found) > LISTED:
            return _("There are %(n)d places of this name. Add state and country, as in: %(places)s") % {
                "n": len(found),
                "places": places,
            }
        return _("There is more than one place of this name. Write the one you mean: %(places)s") % {
            "places": places
        }

    def _unknown(self, text: str) -> str:
        near = cities_beginning(text.partition(",")[0], limit=LISTED)
        message = str(self.error_messages["unknown"])
        if not near:
            return message
        return message + " " + _("Similar: %(places)s") % {"places": "; ".join(city.label for city in near)}
