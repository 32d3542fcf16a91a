"""Two people with the same form open: which fields somebody else saved after this page was drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _

from interviewer.errors import Conflict


def fingerprints(values: Mapping[str, object]) -> str:
    """Short fingerprints of what a form was drawn from, field by field; they travel in a hidden input."""
    return " ".join(f"{name}:{_short(value)}" for name, value in values.items())


def changed_since(seen: str, values: Mapping[str, object]) -> list[str]:
    """The fields whose stored value is not the one that was seen. A field that was not on the page is none."""
    known = dict(part.split(":", 1) for part in seen.split() if ":" in part)
    return [name for name, value in values.items() if name in known and known[name] != _short(value)]


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


def refuse_overwriting(form: forms.BaseForm, stored: Mapping[str, object]) -> None:
    """Raise Conflict when somebody saved a field after this form was drawn, unless both wrote the same."""
    lost = {}
    for name in changed_since(form.data.get("seen", ""), stored):
        if name not in form.fields:
            lost[""] = _("The rows below were changed meanwhile: open the page once more to see them.")
        elif form.cleaned_data.get(name) != stored[name]:
            lost[name] = _("Somebody saved this meanwhile: “%(text)s”.") % {
                "text": _as_shown(form, name, stored)
            }
    if lost:
        again = _(
            "Somebody else saved this page after you opened it. Saving once more puts your text in place."
        )
        raise Conflict(fields={**lost, "": " ".join([again, lost.get("", "")]).strip()})


def _as_shown(form: forms.BaseForm, name: str, stored: Mapping[str, object]) -> str:
    value = stored[name]
    labels = dict(getattr(form.fields[name], "choices", ()))
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(labels.get(value, value))
    return text if len(text) <= 300 else f"{text[:300]}…"
