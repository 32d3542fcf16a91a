"""A column that follows another one, folded for searching."""

from __future__ import annotations

from django.db import models

from locations.names import fold


class FoldedField(models.CharField):
    """The `of` column without capitals, accents and punctuation; written whenever the row is, also in bulk."""

    def __init__(self, *, of: str, **kwargs: object) -> None:
        kwargs = {"max_length": 160, "db_index": True, "default": "", **kwargs, "editable": False}
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.of = of

    def deconstruct(self) -> tuple:
        """For migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """What is stored: the other column as it is now."""
        folded = fold(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, folded)
        return folded
