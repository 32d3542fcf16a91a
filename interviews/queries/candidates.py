"""The list of candidates: one company's interviews, searched, filtered, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, Prefetch, Q, QuerySet

from companies.models import Company
from interviews.enums import Decision, InterviewStatus, Stage
from interviews.models import Interview, StageAttempt
from interviews.services import stages

SORTS = {
    "newest": [F("created_at").desc(), F("id").desc()],
    "name": [F("first_name").asc(), F("last_name").asc(), F("id").asc()],
    "overall": [F("overall_score").desc(nulls_last=True), F("id").desc()],
    "match": [F("match_score").desc(nulls_last=True), F("id").desc()],
}


@dataclass(frozen=True)
class Filters:
    """What the recruiter asked for; empty means everything."""

    search: str = ""
    job_uid: str = ""
    status: str = ""
    decision: str = ""
    min_score: int | None = None
    sort: str = "newest"


def candidates(company: Company, filters: Filters) -> QuerySet[Interview]:
    """Interviews of a company that fit the filters, with what a row shows."""
    rows = Interview.objects.for_company(company).select_related("job")
    for word in filters.search.split():
        rows = rows.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        )
    if filters.job_uid:
        rows = rows.filter(job__uid=filters.job_uid)
    if filters.status in InterviewStatus.values:
        rows = rows.filter(status=filters.status)
    if filters.decision in Decision.values:
        rows = rows.filter(decision=filters.decision)
    if filters.min_score is not None:
        rows = rows.filter(overall_score__gte=filters.min_score)
    order = SORTS.get(filters.sort, SORTS["newest"])
    attempts = Prefetch("stage_attempts", StageAttempt.objects.all())
    return rows.order_by(*order).prefetch_related(attempts)


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    interview: Interview
    stage: Stage | None

    @property
    def progress(self) -> str:
        """Where the candidate is, in words: the stage while under way, else the status."""
        if self.interview.status == InterviewStatus.IN_PROGRESS and self.stage:
            return str(self.stage.label)
        return self.interview.get_status_display()


def as_rows(interviews: list[Interview]) -> list[Row]:
    """Lines for a page of interviews; needs no further query."""
    return [Row(interview, stages.current(interview)) for interview in interviews]


#: So many interviews are in memory at once while a file is written.
CHUNK = 500


def exported(rows: QuerySet[Interview]) -> Iterator[list[object]]:
    """Each interview as the list shows it, name and address apart, scores as whole numbers, empty if none."""
    for interview in rows.iterator(chunk_size=CHUNK):
        scores = [interview.match_score, interview.quiz_score, interview.coding_score]
        scores += [interview.conversation_score, interview.overall_score]
        yield [
            interview.full_name,
            interview.email,
            interview.job.title,
            Row(interview, stages.current(interview)).progress,
            *(_whole(score) for score in scores),
            interview.get_decision_display(),
        ]


def _whole(score: Decimal | None) -> int | None:
    # Rounded as the page does, half up, so that the file and the page agree.
    return None if score is None else int(score.quantize(Decimal(1), ROUND_HALF_UP))
