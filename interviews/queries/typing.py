"""How a candidate's programs were typed, for the recruiter: in sum, and to be played back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from assessments import edits
from assessments.enums import SubmissionKind
from assessments.models import TypingRecord
from interviews.models import Interview


@dataclass(frozen=True)
class Sent:
    """A run or a submission, in milliseconds after the typing began."""

    at_ms: int
    kind: str
    label: str


@dataclass(frozen=True)
class Typing:
    """One record: a problem in one language."""

    record: TypingRecord
    summary: edits.Summary
    sent: tuple[Sent, ...]

    @property
    def typing_time(self) -> timedelta:
        """The time spent typing, pauses of more than ten seconds left out."""
        return timedelta(seconds=self.summary.typing_ms // 1000)

    @property
    def away_time(self) -> timedelta:
        """The time spent away from the page."""
        return timedelta(seconds=self.summary.away_ms // 1000)

    @property
    def runs(self) -> int:
        """How often it was run."""
        return sum(one.kind == SubmissionKind.RUN for one in self.sent)

    @property
    def submissions(self) -> int:
        """How often it was submitted."""
        return sum(one.kind == SubmissionKind.SUBMIT for one in self.sent)

    @property
    def pastes(self) -> list[dict[str, object]]:
        """The pastes: when, how long, the beginning of their first line."""
        return [
            {
                "at": timedelta(seconds=one.at_ms // 1000),
                "length": one.length,
                "begins": one.text.strip().partition("\n")[0][:80],
            }
            for one in self.summary.pastes
        ]


def typings(interview: Interview) -> list[Typing]:
    """All records of an interview, in the order of the problems. Two queries."""
    rows = interview.typing_records.select_related("question").order_by(
        "question__order", "question_id", "pk"
    )
    sent = list(interview.submissions.order_by("pk"))
    return [_typing(row, [one for one in sent if _belongs(one, row)]) for row in rows]


def _belongs(submission: object, record: TypingRecord) -> bool:
    return (submission.question_id, submission.language) == (record.question_id, record.language)  # type: ignore[attr-defined]


def _typing(record: TypingRecord, sent: list) -> Typing:
    marks = tuple(
        Sent(
            max(0, int((one.created_at - record.began_at) / timedelta(milliseconds=1))),
            one.kind,
            str(one.get_verdict_display() if one.verdict else one.get_status_display()),
        )
        for one in sent
    )
    return Typing(record, edits.summary(edits.unpack(bytes(record.events))), marks)


def playback(typing: Typing) -> dict[str, object]:
    """What the player needs."""
    record = typing.record
    return {
        "base": record.base,
        "events": edits.unpack(bytes(record.events)),
        "length_ms": typing.summary.length_ms,
        "complete": record.is_complete,
        "sent": [{"at_ms": one.at_ms, "kind": one.kind, "label": one.label} for one in typing.sent],
    }
