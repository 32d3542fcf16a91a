"""What search engines are told of: pages for everybody, open jobs, companies."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from companies.models import JobPosting
from seekers.board.cards import path_of


class HouseSitemap(Sitemap):
    """Addresses are those of this installation, whatever a request calls it."""

    protocol = urlsplit(settings.SITE_URL).scheme or "https"

    def get_domain(self, site: object = None) -> str:
        """Where this installation is."""
        return urlsplit(settings.SITE_URL).netloc


class Pages(HouseSitemap):
    """Pages that are always there."""

    def items(self) -> list[str]:
        """Their names."""
        return ["home", "seekers:jobs", "seekers:companies"]

    def location(self, item: str) -> str:
        """Their paths."""
        return reverse(item)


class Jobs(HouseSitemap):
    """Open jobs."""

    limit = 10_000

    def items(self) -> QuerySet:
        """Each with what its address is made of; in an order in which new ones come last."""
        return JobPosting.objects.order_by("pk").only("uid", "title", "indexed_at")

    def location(self, item: JobPosting) -> str:
        """Its page."""
        return path_of(item)

    def lastmod(self, item: JobPosting) -> datetime:
        """When it changed."""
        return item.indexed_at


SECTIONS = {"pages": Pages, "jobs": Jobs}
