"""What the pages of the job board show, read into plain values."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from companies import listing
from companies.models import JobPosting
from companies.models.jobs import JobListing
from companies.search import facets, finding
from companies.search.facets import Facet
from companies.search.finding import CAP, NEWEST, PAY, RELEVANCE, Found, Question
from companies.search.words import searched
from companies.services.postings import KINDS
from seekers.board.cards import Card, cards
from seekers.board.filters import address
from seekers.board.wording import Part, chosen
from seekers.models import JobSeeker, SavedJob


@dataclass(frozen=True)
class Suggestion:
    """A wider search that finds something."""

    label: str
    query: str
    count: int


@dataclass(frozen=True)
class BoardPage:
    """A page of results with everything around it."""

    question: Question
    cards: list[Card]
    facets: list[Facet]
    total: int
    is_capped: bool
    corrected: str
    chosen: list[tuple[str, str]]
    sorts: list[dict[str, object]]
    suggestions: list[Suggestion]
    query: str
    next_query: str
    is_first: bool


def board(question: Question, *, after: str, seeker: JobSeeker | None) -> BoardPage:
    """The page that a question asks for."""
    found = finding.find(question, after=after)
    # A job that was closed by something that forgot the board is not shown, though its row may be there yet.
    postings = [row for row in found.postings if listing.is_open(row.listing)]
    return BoardPage(
        question=question,
        cards=cards(postings, saved_of(seeker, postings)),
        facets=facets.count(question, found),
        total=found.total,
        is_capped=found.is_capped,
        corrected=_corrected(found),
        chosen=[(part.label, address(part.without)) for part in chosen(question)],
        sorts=_sorts(question),
        suggestions=list(suggestions(question)) if not found.total else [],
        query=address(question),
        next_query=address(question, after=found.after) if found.after else "",
        is_first=not after,
    )


def _corrected(found: Found) -> str:
    """What was searched for instead, where a slip was understood."""
    if not found.reading.corrected or not found.postings:
        return ""
    return " ".join(group[1] if len(group) > 1 else group[0] for group in found.reading.groups)


def _sorts(question: Question) -> list[dict[str, object]]:
    first = _("Best match") if question.text else _("Featured")
    return [
        {
            "label": label,
            "href": f"?{address(replace(question, sort=sort))}",
            "current": question.sort == sort,
        }
        for sort, label in ((RELEVANCE, first), (NEWEST, _("Newest")), (PAY, _("Highest pay")))
    ]


def saved_of(seeker: JobSeeker | None, postings: list[JobPosting]) -> set[uuid.UUID]:
    """Which of these jobs somebody kept."""
    if seeker is None or not postings:
        return set()
    kept = SavedJob.objects.for_seeker(seeker)
    found: set[uuid.UUID] = set()
    for name in KINDS.values():
        keys = {getattr(row, f"{name}_id"): row.uid for row in postings if getattr(row, f"{name}_id")}
        if keys:
            rows = kept.filter(**{f"{name}__in": keys}).values_list(f"{name}_id", flat=True)
            found |= {keys[key] for key in rows}
    return found


def suggestions(question: Question) -> Iterator[Suggestion]:
    """Wider searches that find something: without one choice or one word, else one word alone."""
    near = list(_that_find(_wider(question)))
    words = question.text.split()[:5]
    alone = ((_("Only “%(word)s”") % {"word": word}, Question(text=word)) for word in words)
    yield from near or _that_find(alone)


def _that_find(wider: Iterable[tuple[str, Question]]) -> Iterator[Suggestion]:
    for label, asked in wider:
        if number := finding.base(asked, finding.read(asked))[:CAP].count():
            yield Suggestion(label, address(asked), number)


def _wider(question: Question) -> Iterator[tuple[str, Question]]:
    parts: list[Part] = list(chosen(question))[:8]
    for part in parts:
        yield _("Without “%(choice)s”") % {"choice": part.label}, part.without
    if len(parts) > 1:
        yield _("Without any filter"), replace(question, facets={}, days=None)
    words = searched(question.text)
    if 1 < len(words) <= 5:
        written = question.text.split()
        for index, word in enumerate(written[:5]):
            rest = " ".join(written[:index] + written[index + 1 :])
            if rest:
                yield _("Without the word “%(word)s”") % {"word": word}, replace(question, text=rest)


@dataclass(frozen=True)
class JobPage:
    """A job that is open."""

    posting: JobPosting
    listing: JobListing
    card: Card
    similar: list[Card]


def job(uid: uuid.UUID, *, seeker: JobSeeker | None) -> JobPage | None:
    """The page of an open job; none for any other."""
    posting = JobPosting.objects.to_show().select_related("company__country").filter(uid=uid).first()
    if posting is None or not listing.is_open(posting.listing):
        return None
    (card,) = cards([posting], saved_of(seeker, [posting]))
    return JobPage(posting, posting.listing, card, cards(like(posting.listing)))


def ended(uid: uuid.UUID) -> JobListing | None:
    """A job that was open once and is closed now."""
    for kind in KINDS:
        found = listing.ended_jobs(kind).filter(uid=uid).first()
        if found is not None:
            return found
    return None


def open_listing(uid: uuid.UUID) -> JobListing | None:
    """An open job of either kind."""
    posting = JobPosting.objects.to_show().filter(uid=uid).first()
    return posting.listing if posting and listing.is_open(posting.listing) else None


def like(row: JobListing, *, most: int = 4) -> list[JobPosting]:
    """Open jobs with words in common with this one's title and skills, the nearest first."""
    text = " ".join([row.title, *map(str, row.skills or [])])
    found = finding.with_any(searched(text)[:12], most=most + 1)
    return [one for one in found if one.uid != row.uid][:most]
