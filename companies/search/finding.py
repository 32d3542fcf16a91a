"""Finding jobs on the board: what was asked, what was found, how many in each facet, and the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from companies.models.postings import JobPosting
from companies.search import upkeep
from companies.search.cursors import Cursor
from companies.search.ranking import TITLE, Fields, score
from companies.search.wanted import Wanted, token
from companies.search.words import searched

PAGE = 20
#: Jobs that are ranked and counted, the newest of those found. Beyond it figures are of these, and said to be.
CAP = 1_000
RELEVANCE, NEWEST, PAY = "relevance", "newest", "pay"
#: So many with all words in their title among the newest are enough: three pages.
ENOUGH = 3 * PAGE
_ORDERS = {
    RELEVANCE: ("-featured", "-posted_at", "-id"),
    NEWEST: ("-posted_at", "-id"),
    PAY: ("-pay_order", "-posted_at", "-id"),
}
#: The fields of a candidate's row that are counted, and those that are ranked.
_COUNTED = (
    "work_mode",
    "employment_type",
    "experience_bands",
    "pay_bands",
    "place_key",
    "place",
    "company__uid",
    "company_name",
    "posted_at",
)
_RANKED = ("title_words", "skill_words", "company_words", "place_words")


@dataclass(frozen=True)
class Question:
    """What somebody looks for. `facets` maps a facet to the chosen values; `days` limits to the newest."""

    text: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    days: int | None = None
    sort: str = RELEVANCE

    @property
    def is_open(self) -> bool:
        """Whether nothing limits it."""
        return not (self.text.strip() or any(self.facets.values()) or self.days)

    def without(self, facet: str) -> Question:
        """The same with nothing chosen in one facet."""
        if facet == "posted":
            return replace(self, days=None)
        return replace(self, facets={name: chosen for name, chosen in self.facets.items() if name != facet})


@dataclass(frozen=True)
class Candidate:
    """A job that was found, with what is counted and how well it fits."""

    pk: int
    featured: bool
    posted_at: datetime
    counted: tuple[object, ...]
    rank: float = 0.0

    @property
    def place(self) -> tuple[object, ...]:
        """Its place in the order of relevance, the greatest first."""
        return (self.rank, self.featured, self.posted_at, self.pk)


@dataclass(frozen=True)
class Reading:
    """How a text was understood: a group of words for each word; whether slips were corrected."""

    groups: tuple[tuple[str, ...], ...]
    corrected: bool = False


@dataclass(frozen=True)
class Found:
    """A page of jobs, and all candidates that were counted."""

    postings: list[JobPosting]
    candidates: list[Candidate]
    reading: Reading
    after: str = ""

    @property
    def is_capped(self) -> bool:
        """Whether there are more than were counted."""
        return len(self.candidates) >= CAP

    @property
    def total(self) -> int:
        """How many were found, at most the cap."""
        return len(self.candidates)


def base(question: Question, reading: Reading, *, title_only: bool = False) -> QuerySet:
    """The postings that meet a question, in no order."""
    facets = tuple(
        tuple(token(facet, value) for value in chosen) for facet, chosen in question.facets.items() if chosen
    )
    wanted = Wanted(reading.groups, facets, title_only)
    rows = JobPosting.objects.all()
    if not wanted.is_everything:
        rows = rows.filter(search__matches=wanted)
    if question.days:
        rows = rows.filter(posted_at__gte=timezone.now() - timedelta(days=question.days))
    return rows


def read(question: Question) -> Reading:
    """The words of a text; where no job has them all, with what each may have meant beside it."""
    written = searched(question.text)
    exact = Reading(tuple((word,) for word in written))
    if not written or base(replace(question, facets={}, days=None), exact).exists():
        return exact
    groups = tuple((word, *upkeep.similar(word)) for word in written)
    return Reading(groups, corrected=any(len(group) > 1 for group in groups))


def candidates(question: Question, reading: Reading, *, as_of: int | None = None) -> list[Candidate]:
    """At most CAP of those that meet a question: the newest, or by their rank where a text is searched for."""
    ranks = question.sort == RELEVANCE and bool(reading.groups)
    found = _rows(base(question, reading), reading, as_of, ranks=ranks)
    if not ranks:
        return found
    if len(found) >= CAP and sum(one.rank >= TITLE * len(reading.groups) for one in found) < ENOUGH:
        # More than can be ranked, few of them by their title: older ones are not lost behind newer ones.
        titled = _rows(base(question, reading, title_only=True), reading, as_of, ranks=True)
        found = list({one.pk: one for one in [*titled, *found]}.values())
    return sorted(found, key=lambda one: one.place, reverse=True)[:CAP]


def counted(question: Question, reading: Reading) -> list[Candidate]:
    """At most CAP of those that meet a question, to be counted only."""
    return _rows(base(question, reading), reading, None, ranks=False)


def _rows(rows: QuerySet, reading: Reading, as_of: int | None, *, ranks: bool) -> list[Candidate]:
    """The first in the order of the board. By age though the page is by pay: the table lies in that order, and
    counting the best paid would read it all over."""
    if as_of is not None:
        rows = rows.filter(pk__lte=as_of)
    order = _ORDERS[RELEVANCE]
    # Found and sorted by their keys alone: whole rows would be carried through the sort.
    keys = rows.order_by(*order).values("pk")[:CAP]
    names = ("pk", "featured", *_COUNTED, *(_RANKED if ranks else ()))
    end = 2 + len(_COUNTED)
    return [
        Candidate(
            pk=row[0],
            featured=row[1],
            posted_at=row[end - 1],
            counted=row[2:end],
            rank=score(reading.groups, Fields(*row[end:])) if ranks else 0.0,
        )
        for row in JobPosting.objects.filter(pk__in=keys).order_by(*order).values_list(*names)
    ]


def find(question: Question, *, after: str = "", size: int = PAGE) -> Found:
    """The page after a cursor, the first without one."""
    reading = read(question)
    cursor = Cursor.read(after, sort=question.sort)
    if question.sort != RELEVANCE:
        return _find_by_keys(question, reading, cursor, size)
    found = candidates(question, reading, as_of=cursor.as_of if cursor else None)
    rest = [one for one in found if not cursor or one.place < cursor.keys]
    shown = rest[:size]
    more = ""
    if len(rest) > size:
        as_of = cursor.as_of if cursor else max(one.pk for one in found)
        more = Cursor(RELEVANCE, shown[-1].place, as_of).written()
    return Found(_load([one.pk for one in shown]), found, reading, more)


def _find_by_keys(question: Question, reading: Reading, cursor: Cursor | None, size: int) -> Found:
    rows = base(question, reading)
    if cursor:
        rows = rows.filter(cursor.condition())
    order = _ORDERS[question.sort]
    names = ["pk" if name == "-id" else name.removeprefix("-") for name in order]
    keys = list(rows.order_by(*order).values_list(*names)[: size + 1])
    shown = [key[-1] for key in keys[:size]]
    more = Cursor(question.sort, keys[size - 1]).written() if len(keys) > size else ""
    return Found(_load(shown), candidates(question, reading), reading, more)


def _load(keys: Sequence[int]) -> list[JobPosting]:
    rows = JobPosting.objects.to_show().in_bulk(keys)
    return [rows[pk] for pk in keys if pk in rows]


def with_any(words: Sequence[str], *, most: int, among: int = 300) -> list[JobPosting]:
    """Of the newest postings that have any of these words, those that fit best. `among`: how many are compared."""
    if not words:
        return []
    # Ranked word by word, for no posting needs to have them all.
    groups = tuple((word,) for word in words)
    rows = JobPosting.objects.filter(search__matches=Wanted((tuple(words),)))
    found = rows.order_by("-posted_at", "-id").values_list("pk", *_RANKED)[:among]
    best = sorted(found, key=lambda row: (-score(groups, Fields(*row[1:])), -row[0]))
    return _load([row[0] for row in best[:most]])
