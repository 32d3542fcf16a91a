"""Letting a file fill the profile: read in the background, proposed one by one, never overwriting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from interviewer import background
from interviewer.errors import Conflict
from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.injection import screen
from interviewer.journal import services as journal
from seekers import json_resume, queries, resume_reading
from seekers.blocks import BLOCKS
from seekers.enums import ProposalStatus, ReadingSource, ReadingStatus
from seekers.json_resume import reading as json_reading
from seekers.json_resume.reading import Found
from seekers.models import JobSeeker, ProfileReading, ProfileSection, Proposal
from seekers.sections import SECTIONS
from seekers.services import entries, profiles

#: After so long without an end the task is taken for lost.
LOST = timedelta(minutes=2)
#: Fields that hold lists: what is new in them is added.
LISTS = frozenset({"key_skills", "languages"})


def from_resume(*, seeker: JobSeeker, data: bytes, name: str) -> ProfileReading:
    """Keep a résumé and have it read in the background. Raises what profiles.set_resume raises."""
    document = profiles.set_resume(seeker=seeker, data=data, name=name)
    with transaction.atomic():
        row = ProfileReading.objects.create(
            job_seeker=seeker,
            source=ReadingSource.RESUME,
            file_name=name[:200] or "résumé",
            text=screen(document.text).cleaned,
        )
        _ask(row)
    return row


def from_json(*, seeker: JobSeeker, data: bytes, name: str) -> ProfileReading:
    """Propose what a JSON Resume says. Raises Invalid or TooLarge with what is wrong."""
    found, left_out = json_reading.proposals(json_resume.parse(data))
    with transaction.atomic():
        row = ProfileReading.objects.create(
            job_seeker=seeker,
            source=ReadingSource.JSON_RESUME,
            status=ReadingStatus.READ,
            file_name=name[:200] or "resume.json",
            left_out=left_out,
        )
        _propose(row, found)
    return row


def read(*, reading_id: int) -> None:
    """Read the text of a résumé into proposals. When the engine fails, its owner is told and may ask again."""
    row = ProfileReading.objects.select_related("job_seeker").filter(pk=reading_id).first()
    if row is None or row.status != ReadingStatus.READING:
        return
    try:
        answer = get_llm().parse_resume(row.text)
    except (Rejected, Misconfigured, Unavailable) as problem:
        engine = get_llm().label[:40]
        journal.provider_call(
            port="llm", purpose="parse_resume", subject=row, error=str(problem), engine=engine
        )
        _settle(row, ReadingStatus.FAILED)
        return
    journal.provider_call(port="llm", purpose="parse_resume", usage=answer.usage, subject=row)
    with transaction.atomic():
        if _settle(row, ReadingStatus.READ):  # another worker may have been first
            _propose(row, resume_reading.proposals(answer.value, row.text))


def again(*, row: ProfileReading) -> None:
    """Try a reading that failed once more."""
    moved = ProfileReading.objects.filter(pk=row.pk, status=ReadingStatus.FAILED)
    with transaction.atomic():
        if moved.update(status=ReadingStatus.READING, updated_at=timezone.now()):
            _ask(row)


def _ask(row: ProfileReading) -> None:
    from seekers import tasks

    background.enqueue(tasks.read_profile_resume, row.pk)


def _settle(row: ProfileReading, status: ReadingStatus) -> bool:
    kept = {"text": ""} if status == ReadingStatus.READ else {}
    rows = ProfileReading.objects.filter(pk=row.pk, status=ReadingStatus.READING)
    return bool(rows.update(status=status, updated_at=timezone.now(), **kept))


def _propose(row: ProfileReading, found: list[Found]) -> None:
    """Keep what the profile does not have yet."""
    seeker = row.job_seeker
    known = {
        (key, *_likeness(key, values)) for key, rows in queries.entries_of(seeker).items() for values in rows
    }
    Proposal.objects.bulk_create(
        Proposal(reading=row, order=place, target=target, values=new)
        for place, (target, values) in enumerate(found)
        if (new := _news(seeker, known, target, values))
    )


def _news(
    seeker: JobSeeker, known: set[tuple[str, ...]], target: str, values: Mapping[str, object]
) -> dict[str, object]:
    """Of a proposal what is new: an entry that is not there, a field that is empty, words that a list lacks."""
    if target in SECTIONS:
        likeness = (target, *_likeness(target, values))
        is_new = likeness not in known and not (
            SECTIONS[target].is_single and any(k[0] == target for k in known)
        )
        known.add(likeness)
        return dict(values) if is_new else {}
    found: dict[str, object] = {}
    for name, value in values.items():
        present = getattr(seeker, name)
        if name in LISTS and isinstance(value, list):
            has = {str(word).casefold() for word in present}
            value, present = [word for word in value if str(word).casefold() not in has], None
        if value not in (None, "", []) and present in (None, ""):
            found[name] = value
    return found


def _likeness(target: str, values: Mapping[str, object]) -> tuple[str, ...]:
    section = SECTIONS[target]
    names = (*section.main, "start_year", "year")
    return tuple(str(values.get(name) or "").casefold() for name in names)


def accept_entry(*, proposal: Proposal, seeker: JobSeeker, values: Mapping[str, object]) -> ProfileSection:
    """Add a proposed entry, as its owner corrected it. Raises Conflict when it was dealt with already."""
    with transaction.atomic():
        _decide(proposal, ProposalStatus.ACCEPTED)
        return entries.add(seeker=seeker, section=SECTIONS[proposal.target], values=values)


def accept_fields(*, proposal: Proposal, seeker: JobSeeker, values: Mapping[str, object]) -> None:
    """Fill proposed fields. Raises Conflict when it was dealt with already."""
    with transaction.atomic():
        _decide(proposal, ProposalStatus.ACCEPTED)
        profiles.change(seeker=seeker, values=values)


def decline(*, proposal: Proposal) -> None:
    """Leave a proposal aside."""
    _decide(proposal, ProposalStatus.DECLINED)


def _decide(proposal: Proposal, status: ProposalStatus) -> None:
    rows = Proposal.objects.filter(pk=proposal.pk, status=ProposalStatus.OPEN)
    if not rows.update(status=status, updated_at=timezone.now()):
        raise Conflict


def merged(seeker: JobSeeker, proposal: Proposal) -> dict[str, object]:
    """The fields of a proposal's block as they would be: lists have the new words after the old ones."""
    block = BLOCKS[proposal.target]
    present = {name: getattr(seeker, name) for name in block.fields}
    for name, value in proposal.values.items():
        present[name] = [*present[name], *value] if name in LISTS else value
    return present


@background.reconciler
def find_unread() -> int:
    """Ask again for readings whose task was lost; returns how many."""
    from seekers import tasks

    waiting = ProfileReading.objects.filter(
        status=ReadingStatus.READING, updated_at__lt=timezone.now() - LOST
    )
    return background.ask_again(tasks.read_profile_resume, waiting.values_list("pk")[:50])
