"""The list of candidates: one company's interviews, searched, filtered, sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from django.core.paginator import Paginator
from django.db.models import Exists, F, OrderBy, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from companies.models import AiInterviewedJob, Membership
from interviews.candidate_columns import USUAL, Column
from interviews.enums import Decision, InterviewSource, InterviewStatus, Stage
from interviews.models import Interview, InterviewTag, ReviewAssignment, StageAttempt, Tag
from interviews.queries import sight
from interviews.services import stages

#: The scores that the list can be sorted by.
SCORES = {
    "overall": "overall_score",
    "match": "match_score",
    "quiz": "quiz_score",
    "coding": "coding_score",
    "conversation": "conversation_score",
}
SORTS = ("newest", "oldest", "name", *SCORES, "decided")
#: Lowest and highest overall score of a band; those without a score are a band of their own.
BANDS = {"80": (80, 100), "60": (60, 79.99), "40": (40, 59.99), "0": (0, 39.99), "none": None}
#: What a row does not show and what may be long.
HEAVY = (
    "resume_text",
    "resume_findings",
    "match_feedback",
    "recruiter_feedback",
    "candidate_feedback",
    "suggestions",
    "key_terms",
    "report",
    "education",
    "skills",
    "notes",
)
#: Counting stops here: it is the one thing about a long list that takes longer the longer it is.
COUNTED_TO = 10_000


@dataclass(frozen=True)
class Filters:
    """What the recruiter asked for; empty means everything."""

    search: str = ""
    job_uid: str = ""
    job_title: str = ""
    status: str = ""
    stage: str = ""
    decision: str = ""
    band: str = ""
    min_score: int | None = None
    max_score: int | None = None
    min_match: int | None = None
    city: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None
    flagged: str = ""
    tag: str = ""
    assigned: str = ""
    sort: str = "newest"


def candidates(membership: Membership, filters: Filters) -> QuerySet[Interview]:
    """Interviews of the member's company that fit the filters, with what a row shows of them.

    Where the AI's scores are hidden from the member, a row is filtered and sorted as if it had none.
    """
    rows = found(membership, filters)
    attempts = Prefetch("stage_attempts", StageAttempt.objects.all())
    tags = Prefetch("tag_links", InterviewTag.objects.select_related("tag").order_by("tag__name"))
    rows = rows.select_related("job").defer(*HEAVY, "job__description", "job__requirements", "job__benefits")
    return rows.order_by(*_order(rows, filters.sort)).prefetch_related(attempts, tags)


def found(membership: Membership, filters: Filters) -> QuerySet[Interview]:
    """The interviews that fit, in no order and without anything else: to count, to decide over."""
    rows = sight.seen_by(membership, Interview.objects.for_company(membership.company))
    for word in filters.search.split():
        rows = rows.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        )
    plain = {
        "job__uid": filters.job_uid,
        "city__icontains": filters.city.strip(),
        "status": filters.status if filters.status in InterviewStatus.values else "",
        "decision": filters.decision if filters.decision in Decision.values else "",
        "source": filters.source if filters.source in InterviewSource.values else "",
        "created_at__gte": _midnight(filters.since),
        "created_at__lte": _midnight(filters.until, time.max),
    }
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    return _by_people(membership, _by_score(_by_stage(rows, filters), filters), filters)


def _midnight(day: date | None, at: time = time.min) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, at)) if day else None


def _by_stage(rows: QuerySet, filters: Filters) -> QuerySet:
    """Those who are in a stage: it belongs to their plan, what comes before it is finished, and it is not."""
    if filters.job_title.strip():
        titled = AiInterviewedJob.objects.filter(title__icontains=filters.job_title.strip())
        rows = rows.filter(job__in=titled)
    if filters.stage not in Stage.values:
        return rows
    order = list(Stage)
    needs = {
        Stage.MATCH: "has_match",
        Stage.QUIZ: "has_quiz",
        Stage.CODING: "has_coding",
        Stage.DEVICES: "has_conversation",
        Stage.CONVERSATION: "has_conversation",
    }

    def asked(stage: Stage) -> Q:
        return Q(**{f"plan__{needs[stage]}": True}) if stage in needs else Q()

    def finished(stage: Stage) -> Exists:
        return Exists(
            StageAttempt.objects.filter(interview=OuterRef("pk"), stage=stage, finished_at__isnull=False)
        )

    stage = Stage(filters.stage)
    rows = rows.filter(asked(stage), ~finished(stage), status=InterviewStatus.IN_PROGRESS)
    for earlier in order[: order.index(stage)]:
        is_skipped = ~asked(earlier) if earlier in needs else Q(pk=None)
        rows = rows.filter(is_skipped | finished(earlier))
    return rows


def _by_score(rows: QuerySet, filters: Filters) -> QuerySet:
    limits = {"overall_score__gte": filters.min_score, "overall_score__lte": filters.max_score}
    band = BANDS.get(filters.band)
    if band:
        rows = rows.filter(overall_score__gte=band[0], overall_score__lte=band[1])
    elif filters.band == "none":
        rows = rows.filter(overall_score=None)
    limits["match_score__gte"] = filters.min_match
    limits = {name: value for name, value in limits.items() if value is not None}
    return rows.filter(**limits, is_blind=False) if limits or filters.band in BANDS else rows


def _by_people(membership: Membership, rows: QuerySet, filters: Filters) -> QuerySet:
    if filters.flagged in {"yes", "no"}:
        rows = rows.filter(flagged=filters.flagged == "yes")
    if filters.tag:
        links = InterviewTag.objects.filter(interview=OuterRef("pk"), tag__name__iexact=filters.tag)
        rows = rows.filter(Exists(links))
    if filters.assigned == "mine":
        own = ReviewAssignment.objects.filter(membership=membership)
        rows = rows.filter(
            Q(pk__in=own.exclude(interview=None).values("interview"))
            | Q(job__in=own.exclude(job=None).values("job"))
        )
    return rows


def _order(rows: QuerySet, sort: str) -> list[OrderBy]:
    if sort in SCORES:
        score = sight.score_of(rows, SCORES[sort])
        return [OrderBy(score, descending=True, nulls_last=True), F("id").desc()]
    if sort == "name":
        return [F("first_name").asc(), F("last_name").asc(), F("id").asc()]
    if sort == "decided":
        return [F("decided_at").desc(nulls_last=True), F("id").desc()]
    if sort == "oldest":
        return [F("created_at").asc(), F("id").asc()]
    return [F("created_at").desc(), F("id").desc()]


def counted(rows: QuerySet) -> tuple[int, bool]:
    """How many rows there are, at most 10,000, and whether there are more."""
    number = rows.order_by().values("pk")[: COUNTED_TO + 1].count()
    return min(number, COUNTED_TO), number > COUNTED_TO


class LongPaginator(Paginator):
    """Pages of a list that may be very long: it counts, and pages, the first 10,000 rows."""

    @cached_property
    def _counted(self) -> tuple[int, bool]:
        return counted(self.object_list)

    @cached_property
    def count(self) -> int:
        """How many rows can be paged through."""
        return self._counted[0]

    @property
    def has_more(self) -> bool:
        """Whether there are rows beyond those."""
        return self._counted[1]


@dataclass(frozen=True)
class Cell:
    """What stands in one column of a row."""

    column: Column
    value: object


@dataclass(frozen=True)
class Row:
    """One line of the list: the interview as the member may see it."""

    interview: Interview
    stage: Stage | None
    columns: Sequence[Column] = USUAL
    is_blind: bool = False

    @property
    def progress(self) -> str:
        """Where the candidate is, in words: the stage while under way, else the status."""
        if self.interview.status == InterviewStatus.IN_PROGRESS and self.stage:
            return str(self.stage.label)
        return self.interview.get_status_display()

    @property
    def cells(self) -> list[Cell]:
        """The cells after the candidate's own."""
        return [Cell(column, self.value(column.key)) for column in self.columns[1:]]

    @property
    def tags(self) -> list[Tag]:
        """The tags of the candidate."""
        return [link.tag for link in self.interview.tag_links.all()]

    def value(self, key: str) -> object:
        """What stands in a column."""
        row = self.interview
        if hasattr(row, f"{key}_score"):
            return getattr(row, f"{key}_score")
        found = {
            "job": lambda: row.job.title,
            "progress": lambda: self.progress,
            "tags": lambda: self.tags,
            "flag": lambda: row.flag_reason or row.flagged,
            "city": lambda: row.city,
            "experience": lambda: None if row.years_of_experience is None else float(row.years_of_experience),
            "phone": lambda: row.phone,
            "source": lambda: row.came_by,
            "invited": lambda: row.created_at,
            "completed": lambda: row.completed_at,
            "decided": lambda: row.decided_at,
            "decision": row.get_decision_display,
        }
        return found[key]()


def as_rows(interviews: list[Interview], columns: Sequence[Column] = USUAL) -> list[Row]:
    """Lines for a page of interviews; needs no further query."""
    return [Row(sight.masked(one), stages.current(one), columns, is_blind=one.is_blind) for one in interviews]


#: So many interviews are in memory at once while a file is written.
CHUNK = 500


def exported(rows: QuerySet[Interview], columns: Sequence[Column] = USUAL) -> Iterator[list[object]]:
    """Each interview as the list shows it, name and address apart, scores as whole numbers, empty if none."""
    for interview in rows.iterator(chunk_size=CHUNK):
        (row,) = as_rows([interview], columns)
        yield [interview.full_name, interview.email, *(_written(cell.value) for cell in row.cells)]


def _written(value: object) -> object:
    # Scores are rounded as the page does, half up, so that the file and the page agree.
    if isinstance(value, Decimal):
        return int(value.quantize(Decimal(1), ROUND_HALF_UP))
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, bool):
        return "yes" if value else ""
    return ", ".join(map(str, value)) if isinstance(value, list) else value
