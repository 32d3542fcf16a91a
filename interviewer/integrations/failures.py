"""How an outside service can fail, in our words."""

from __future__ import annotations


class IntegrationError(Exception):
    """Something outside did not do what it was asked; `usage` is what was spent on it all the same, where known."""

    usage: object | None = None


class Rejected(IntegrationError):
    """It understood and said no, or answered nonsense: asking again will not help."""


class Unavailable(IntegrationError):
    """It is down, slow or too busy: ask again later."""


class Misconfigured(IntegrationError):
    """Our key, address or model name is wrong: a person has to mend the settings."""
