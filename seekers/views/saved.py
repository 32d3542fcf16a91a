"""What a job seeker keeps of the job board: jobs, searches, and the e-mails of searches."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviewer.errors import NotFound
from seekers.access import SeekerRequest, seeker
from seekers.board import filters, keeping, pages
from seekers.enums import AlertFrequency
from seekers.models import SavedSearch
from seekers.services import alerts, saving


def _back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To where the person was, if that is here."""
    target = request.POST.get("next", "")
    is_ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return redirect(target if is_ours else otherwise)


@require_POST
@seeker
def save_job(request: SeekerRequest, posting: uuid.UUID) -> HttpResponse:
    """Keep an open job, or let a kept one go."""
    if request.POST.get("action") == "drop":
        listing = keeping.kept_listing(request.seeker, posting)
        if listing is not None:
            saving.drop_job(seeker=request.seeker, listing=listing)
        return _back(request, "seekers:saved_jobs")
    listing = pages.open_listing(posting)
    if listing is None:
        raise NotFound
    saving.save_job(seeker=request.seeker, listing=listing)
    return _back(request, "seekers:saved_jobs")


@never_cache
@require_safe
@seeker
def jobs(request: SeekerRequest) -> HttpResponse:
    """Kept jobs, and jobs that suit the profile with the reason."""
    context = {"page": keeping.page(request.seeker), "seeker": request.seeker}
    return render(request, "seekers/board/saved_jobs.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def searches(request: SeekerRequest) -> HttpResponse:
    """Kept searches; a POST keeps one more."""
    if request.method == "POST":
        question = filters.of_address(request.POST.get("query", "")[:4000])
        row = saving.save_search(seeker=request.seeker, question=question)
        messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return redirect("seekers:searches")
    rows = SavedSearch.objects.for_seeker(request.seeker)
    context = {"searches": rows, "seeker": request.seeker, "frequencies": AlertFrequency.choices}
    return render(request, "seekers/board/searches.html", context)


@require_POST
@seeker
def change_search(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """How often a search's new jobs are told, or let it go."""
    row = get_object_or_404(SavedSearch.objects.for_seeker(request.seeker), uid=uid)
    frequency = request.POST.get("frequency", "")
    if request.POST.get("action") == "drop":
        saving.drop_search(search=row)
        messages.success(request, _("The search is no longer saved."))
    elif frequency in AlertFrequency.values:
        saving.set_frequency(search=row, frequency=frequency)
        messages.success(request, _("“%(name)s” is changed.") % {"name": row.name})
    return redirect("seekers:searches")


@never_cache
@csrf_exempt  # mail programs post here without a page of ours (RFC 8058); the signed link is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def alert_off(request: HttpRequest, token: str) -> HttpResponse:
    """Turn the e-mails of a search off by the link in each of them. A GET only shows the button: programs that
    look through mail follow links, and must not turn anything off."""
    search = alerts.of_token(token)
    if search is None:
        raise NotFound
    if request.method == "POST":
        alerts.turn_off(search=search)
    context = {"search": search, "is_off": search.frequency == AlertFrequency.OFF}
    return render(request, "seekers/board/alert_off.html", context)
