"""What an endpoint hands back beside plain data: a status of its own, a Location, headers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reply:
    """A body with the address of what was made or is being made; `status` is that of the operation if not given."""

    body: object = None
    at: str = ""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
