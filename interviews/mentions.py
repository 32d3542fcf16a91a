"""Finding the members that a note speaks to: `@` with an address, or with what stands before its at sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MENTION = re.compile(r"(?<![\w@])@([\w.+-]+(?:@[\w-]+(?:\.[\w-]+)+)?)")


def handles(addresses: Iterable[str]) -> dict[str, str]:
    """How each address may be called: as it stands, and by its first part where only one begins so."""
    known = [address.lower() for address in addresses]
    short = [address.partition("@")[0] for address in known]
    own = {part: address for part, address in zip(short, known, strict=True) if short.count(part) == 1}
    return own | {address: address for address in known}


def mentioned(text: str, addresses: Iterable[str]) -> list[str]:
    """The addresses that a text calls, in its order, each once. A full stop after a name ends the sentence."""
    called = handles(addresses)
    found = (called.get(word.lower().rstrip(".")) for word in _MENTION.findall(text))
    return list(dict.fromkeys(address for address in found if address))
