"""Bands of experience and of pay: a job is in each band that its range touches."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

#: Currency whose amounts the board compares; jobs paid in another come after them when sorted by pay.
HOME_CURRENCY = "INR"
#: Years from, and to without end.
EXPERIENCE: tuple[tuple[int, int | None], ...] = ((0, 1), (1, 3), (3, 5), (5, 10), (10, None))
#: Amounts a year, from one to the next; the last is without end.
_PAY = {
    "INR": (0, 300_000, 600_000, 1_000_000, 1_500_000, 2_500_000),
}
_PAY_ELSEWHERE = (0, 25_000, 50_000, 75_000, 100_000, 150_000)


@dataclass(frozen=True)
class Band:
    """A span with its key in addresses; `until` is not part of it."""

    key: str
    start: int
    until: int | None

    def touches(self, low: int, high: int | None) -> bool:
        """Whether a range from low to high (none: without end) has a part in this band. "3 to 5 years" is not
        for somebody with seven: an end that is another band's beginning counts for the lower band only."""
        if self.until is not None and low >= self.until:
            return False
        return high is None or high > self.start or low == high == self.start


def _name(start: int, until: int | None) -> str:
    return f"{start}-{until}" if until is not None else f"{start}-"


EXPERIENCE_BANDS = tuple(Band(_name(low, high), low, high) for low, high in EXPERIENCE)


def pay_bands(currency: str) -> tuple[Band, ...]:
    """The bands of a currency, a year."""
    edges = _PAY.get(currency, _PAY_ELSEWHERE)
    ends = [*edges[1:], None]
    return tuple(
        Band(f"{currency.lower()}-{_name(low, high)}", low, high)
        for low, high in zip(edges, ends, strict=True)
    )


def of_experience(low: int | None, high: int | None) -> list[str]:
    """Keys of the bands for which a job is; one that states nothing is for everybody."""
    return [band.key for band in EXPERIENCE_BANDS if band.touches(low or 0, high)]


def of_pay(currency: str, low: int | None, high: int | None) -> list[str]:
    """Keys of the bands that a yearly salary touches; none where it is not stated."""
    if low is None and high is None:
        return []
    start = low if low is not None else high
    end = high if high is not None else low
    return [band.key for band in pay_bands(currency) if band.touches(start, end)]


def experience_label(name: str) -> str:
    """A band of experience in words."""
    low, _dash, high = name.partition("-")
    if not high:
        return _("%(low)s years and more") % {"low": low}
    return _("%(low)s–%(high)s years") % {"low": low, "high": high}


def pay_label(name: str) -> str:
    """A band of pay in words, a year."""
    currency, low, high = [*name.split("-", 2), ""][:3]
    return money_range(currency.upper(), int(low or 0), int(high) if high else None)


def money_range(currency: str, low: int, high: int | None) -> str:
    """From one amount to another as people write it: ₹ in lakh, others in thousands."""
    if high is None:
        return _("%(amount)s and more") % {"amount": short_amount(currency, low)}
    if not low:
        return _("Up to %(amount)s") % {"amount": short_amount(currency, high)}
    return f"{short_amount(currency, low)}–{short_amount(currency, high)}"


def short_amount(currency: str, amount: int) -> str:
    """An amount a year, short."""
    if currency == "INR":
        text = f"{amount / 100_000:.1f}".removesuffix(".0")
        return _("₹%(amount)s lakh") % {"amount": text} if amount >= 100_000 else f"₹{amount:,}"
    return f"{currency} {amount // 1000:,}k" if amount >= 10_000 else f"{currency} {amount:,}"


def is_band(facet: str, name: str) -> bool:
    """Whether somebody wrote a band that exists into an address."""
    if facet == "experience":
        return name in {band.key for band in EXPERIENCE_BANDS}
    currency = name[:3].upper()
    return len(currency) == 3 and currency.isalpha() and name in {band.key for band in pay_bands(currency)}
