"""What somebody needs to take part on equal terms: granted by the recruiter, kept on the interview."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Accommodations:
    """The names are the interview's fields. `language` is empty where the job's language holds."""

    extra_time_percent: int = 0
    text_only: bool = False
    without_camera: bool = False
    large_captions: bool = False
    language: str = ""

    @classmethod
    def of(cls, interview: object) -> Accommodations:
        """What was granted to an interview."""
        return cls(**{field.name: getattr(interview, field.name) for field in fields(cls)})
