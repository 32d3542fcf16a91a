"""What search engines and feed readers read: sitemap, robots.txt, Atom."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from seekers.board import feeds, filters
from seekers.board.sitemaps import SECTIONS
from seekers.board.wording import name_of

#: What is nobody's but its owner's; not secret, only no use to a search engine.
CLOSED = ("/account/", "/admin/", "/alerts/", "/api/", "/i/", "/me/", "/workspace/")


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest jobs of a search as Atom; the address takes the same filters as the board's."""
    question = filters.question(request.GET)
    board = f"{settings.SITE_URL}{reverse('seekers:jobs')}?{filters.address(question)}"
    atom = Atom1Feed(
        title=_("Jobs: %(name)s") % {"name": name_of(question)},
        link=board,
        description="",
        feed_url=f"{settings.SITE_URL}{reverse('seekers:jobs_feed')}?{filters.address(question)}",
    )
    for entry in feeds.entries(question):
        atom.add_item(**entry)
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What engines may read, and where the sitemap is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings.SITE_URL}{reverse('seekers:sitemap')}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The sections of the sitemap."""
    return sitemap_views.index(request, SECTIONS, sitemap_url_name="seekers:sitemap_section")


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """One section."""
    return sitemap_views.sitemap(request, SECTIONS, section=section)
