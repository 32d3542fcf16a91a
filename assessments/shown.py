"""A quiz as who takes it may see it: without what is right."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ShownOption:
    """An option without whether it is right. `uid` names it in the form."""

    uid: uuid.UUID | int
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question as it is shown."""

    uid: uuid.UUID
    number: int
    text: str
    section: str
    is_multiple: bool
    has_image: bool
    image_text: str
    options: tuple[ShownOption, ...]
    is_marked: bool
    deadline_at: datetime | None
    is_over: bool

    @property
    def is_answered(self) -> bool:
        """Whether anything is chosen."""
        return any(option.is_chosen for option in self.options)
