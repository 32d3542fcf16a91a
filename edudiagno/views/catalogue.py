"""The catalogue of tests and the first page of each, for anybody; beginning one, for job seekers."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from edudiagno import queries, rules
from edudiagno.enums import Level
from edudiagno.services import attempts
from interviewer.errors import Conflict, NotFound
from seekers.access import SeekerRequest, seeker, seeker_of

PAGE_SIZE = 24


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All tests that can be taken, with filters."""
    asked = {
        name: request.GET.get(name, "")[:80].replace("\x00", "") for name in ("field", "level", "search")
    }
    rows = queries.catalogue(field_name=asked["field"], level=asked["level"], search=asked["search"])
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "offers": queries.offers(page.object_list),
        "fields": queries.fields(),
        "levels": Level.choices,
        "asked": asked,
        "is_filtered": any(asked.values()),
    }
    return render(request, "edudiagno/catalogue.html", context)


@require_safe
def test(request: HttpRequest, slug: str) -> HttpResponse:
    """What a test asks for, its rules, and whether who looks may begin it."""
    row = queries.shown_test(slug)
    if row is None:
        raise NotFound
    known = seeker_of(request)
    context = {
        "offer": queries.offers([row])[0],
        "test": row,
        "seeker": known,
        "entry": rules.entry(test=row, seeker=known) if known else None,
        "numbers": queries.numbers_of(test=row),
    }
    return render(request, "edudiagno/test.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def begin(request: SeekerRequest, slug: str) -> HttpResponse:
    """Begin a test, or go on with the attempt that is under way."""
    row = queries.shown_test(slug)
    if row is None:
        raise NotFound
    if request.method != "POST":  # back from signing in
        return redirect("edudiagno:test", slug)
    try:
        attempt = attempts.begin(seeker=request.seeker, test=row)
    except Conflict as problem:
        messages.warning(request, problem.message)
        return redirect("edudiagno:test", slug)
    return redirect("edudiagno:attempt", attempt.uid)


@require_safe
def leaderboard(request: HttpRequest, slug: str) -> HttpResponse:
    """The best of those who wished to be shown."""
    row = queries.shown_test(slug)
    if row is None:
        raise NotFound
    places = queries.leaderboard(test=row)
    return render(request, "edudiagno/leaderboard.html", {"test": row, "places": places})
