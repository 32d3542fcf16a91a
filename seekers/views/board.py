"""The job board for everybody: search, a job's page, the directory of companies."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from interviewer.errors import NotFound
from seekers.access import seeker_of
from seekers.board import cards, directory, filters, pages, structured
from seekers.forms.directory import DirectoryForm


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """Open jobs: search, filters with counts, pages by cursor. All of it is in the address."""
    seeker = seeker_of(request)
    page = pages.board(filters.question(request.GET), after=request.GET.get("after", ""), seeker=seeker)
    return render(request, "seekers/board/jobs.html", {"page": page, "seeker": seeker})


@require_safe
def job_by_id(request: HttpRequest, posting: uuid.UUID) -> HttpResponse:
    """The job's page under its full address."""
    found = pages.job(posting, seeker=None)
    if found is None:
        return _ended(request, posting)
    return redirect(found.card.href, permanent=True)


@require_safe
def job(request: HttpRequest, slug: str, posting: uuid.UUID) -> HttpResponse:
    """An open job. A closed one says so (410) and shows similar ones; an old address leads to the present one."""
    seeker = seeker_of(request)
    found = pages.job(posting, seeker=seeker)
    if found is None:
        return _ended(request, posting)
    if found.card.href != request.path:
        return redirect(found.card.href, permanent=True)
    context = {
        "page": found,
        "seeker": seeker,
        "canonical": f"{settings.SITE_URL}{found.card.href}",
        "summary": " ".join(found.listing.description.split())[:200],
        "data_block": structured.as_data_block(structured.job_posting(found.posting)),
    }
    return render(request, "seekers/board/job.html", context)


def _ended(request: HttpRequest, posting: uuid.UUID) -> HttpResponse:
    listing = pages.ended(posting)
    if listing is None:
        raise NotFound
    context = {"listing": listing, "similar": cards.cards(pages.like(listing))}
    return render(request, "seekers/board/job_ended.html", context, status=410)


@require_safe
def companies(request: HttpRequest) -> HttpResponse:
    """Companies by name, industry and place, with how many jobs each has open."""
    form = DirectoryForm(request.GET)
    wish = form.wish
    page = directory.companies(wish, page=request.GET.get("page", ""))
    return render(request, "seekers/board/companies.html", {"form": form, "page": page, "wish": wish})
