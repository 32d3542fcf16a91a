"""The board: candidates by decision, the best first in each lane, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count, Prefetch, prefetch_related_objects

from companies.models import Membership
from interviews.enums import Decision, InterviewStatus
from interviews.models import InterviewTag
from interviews.queries.candidates import Filters, Row, as_rows, candidates, found

#: So many cards are in a lane; the list shows the others.
CARDS = 20
ORDER = (
    Decision.UNDECIDED,
    Decision.ON_HOLD,
    Decision.SHORTLISTED,
    Decision.REJECTED,
    Decision.HIRED,
)


@dataclass(frozen=True)
class Lane:
    """The candidates of one decision."""

    decision: Decision
    count: int
    rows: list[Row]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, self.count - len(self.rows))


def on_board(filters: Filters) -> Filters:
    """Filters of a board: every decision, and completed interviews where no other status was asked for."""
    status = filters.status or ("" if filters.stage else InterviewStatus.COMPLETED)
    sort = "overall" if filters.sort == "newest" else filters.sort
    return replace(filters, decision="", status=str(status), sort=sort)


def lanes(membership: Membership, filters: Filters) -> list[Lane]:
    """The lanes in their order."""
    counts = dict(
        found(membership, filters)
        .order_by()
        .values_list("decision")
        .annotate(number=Count("pk"))
        .values_list("decision", "number")
    )
    rows = candidates(membership, filters).prefetch_related(None)
    cards = {decision: list(rows.filter(decision=decision)[:CARDS]) for decision in ORDER}
    tags = Prefetch("tag_links", InterviewTag.objects.select_related("tag").order_by("tag__name"))
    prefetch_related_objects([one for lane in cards.values() for one in lane], "stage_attempts", tags)
    return [Lane(one, counts.get(one, 0), as_rows(cards[one])) for one in ORDER]
