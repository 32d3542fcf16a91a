"""The candidate's feedback as pages and files show it: what went well, what comes next, and a level in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class FeedbackItem:
    """One competency as the candidate reads it."""

    name: str
    level: str
    strength: str
    next_step: str


@dataclass(frozen=True)
class Feedback:
    """Everything the candidate reads; it has no number and no verdict."""

    opening: str
    items: tuple[FeedbackItem, ...]
    closing: str

    def as_text(self) -> str:
        """The feedback as plain text, for a download."""
        parts = [self.opening]
        for item in self.items:
            parts.append(
                "\n".join(
                    (
                        item.name,
                        f"  {item.level}",
                        f"  {_('What went well:')} {item.strength}",
                        f"  {_('Next step:')} {item.next_step}",
                    )
                )
            )
        parts.append(self.closing)
        return "\n\n".join(part for part in parts if part) + "\n"


def in_words(level: int | None) -> str:
    """Say a level in plain words; nobody is told that they are bad at something."""
    words = {
        1: _("Your answers touched on this a little."),
        2: _("Your answers showed first basics."),
        3: _("Your answers showed a solid basis."),
        4: _("Your answers showed this clearly and with reasons."),
        5: _("Your answers showed this in depth, with reasons and results."),
    }
    return words.get(level or 0, _("There was not enough in your answers to say something fair about this."))
