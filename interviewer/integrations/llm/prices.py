"""What a model's tokens cost, from the table in AI_PRICES."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def price_table(text: str) -> dict[str, tuple[int, int]]:
    """Return micro-dollars per million tokens, in and out, by model; raises ValueError naming the entry that is wrong."""
    table: dict[str, tuple[int, int]] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        model, _, prices = entry.partition("=")
        try:
            paid = [Decimal(price.strip()) for price in prices.split("/")]
        except InvalidOperation as error:
            raise ValueError(entry) from error
        if not model.strip() or len(paid) != 2 or any(not price.is_finite() or price < 0 for price in paid):
            raise ValueError(entry)
        table[model.strip()] = (int(paid[0] * 1_000_000), int(paid[1] * 1_000_000))
    return table


def price_of(model: str, text: str) -> tuple[int, int]:
    """Return a model's prices, (0, 0) where none are known; a dated model has the price of its family."""
    table = price_table(text)
    known = [name for name in table if model == name or model.startswith(f"{name}-")]
    return table[max(known, key=len)] if known else (0, 0)
