"""The directory of companies: who is here, and how many jobs they have open."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from companies.models import Company, JobPosting

PAGE = 24
MOST_OFFERED = 200


@dataclass(frozen=True)
class Wish:
    """What somebody looks for among the companies."""

    text: str = ""
    industry: str = ""
    place: str = ""
    hiring: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nothing limits it."""
        return not (self.text or self.industry or self.place or self.hiring)


def shown() -> QuerySet:
    """Companies that anybody may see."""
    return Company.objects.alive().filter(suspended_at=None)


def _open_jobs() -> Coalesce:
    """Counted for the rows of a page only, not for every company."""
    mine = JobPosting.objects.filter(company=OuterRef("pk")).order_by().values("company")
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)


def companies(wish: Wish, *, page: str) -> Page:
    """A page of companies, each with `open_jobs`."""
    rows = shown().select_related("city").annotate(open_jobs=_open_jobs()).order_by("name", "pk")
    for word in wish.text.split()[:8]:
        rows = rows.filter(name__icontains=word)
    if wish.industry:
        rows = rows.filter(industry=wish.industry)
    if wish.place:
        rows = rows.filter(city__name=wish.place)
    if wish.hiring:
        rows = rows.filter(Exists(JobPosting.objects.filter(company=OuterRef("pk"))))
    return Paginator(rows, PAGE).get_page(page)


def industries() -> list[str]:
    """Those that occur, by name."""
    found = shown().exclude(industry="").order_by("industry").values_list("industry", flat=True)
    return list(found.distinct()[:MOST_OFFERED])


def places() -> list[str]:
    """Towns in which a company is, by name."""
    found = shown().filter(city__isnull=False).order_by("city__name").values_list("city__name", flat=True)
    return list(found.distinct()[:MOST_OFFERED])
