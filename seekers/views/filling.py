"""Filling the profile from a file: choosing it, waiting, and accepting what it says one by one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from interviewer.errors import DomainError, Invalid
from interviewer.integrations.documents.reading import MAX_BYTES
from interviewer.web.uploads import checked_upload
from seekers import queries
from seekers.access import SeekerRequest, seeker
from seekers.forms.proposals import FillForm, entry_form, fields_form
from seekers.models import ProfileReading, Proposal
from seekers.sections import SECTIONS
from seekers.services import readings
from seekers.views.files import LARGEST_REQUEST


@seeker
def too_large(request: SeekerRequest, problem: DomainError) -> HttpResponse:
    """The page with the message beside the field, for a file that nobody wanted to receive whole."""
    return _choose(request, FillForm({}), problem)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_REQUEST, too_large=too_large)
@seeker
def choose(request: SeekerRequest) -> HttpResponse:
    """Choose a file. A résumé is kept as the profile's, a JSON Resume is only read."""
    if request.method != "POST":
        return _choose(request, FillForm())
    form = FillForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, form)
    file = form.cleaned_data["file"]
    data, name = file.read(MAX_BYTES + 1), request.FILES["file"].name
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    start = readings.from_json if is_json else readings.from_resume
    try:
        row = start(seeker=request.seeker, data=data, name=name)
    except DomainError as problem:
        return _choose(request, form, problem)
    return redirect("seekers:fill_review", row.uid)


def _choose(request: SeekerRequest, form: FillForm, problem: DomainError | None = None) -> HttpResponse:
    if problem is not None:
        form.errors.pop("file", None)
        form.add_error("file", problem.message)
    status = problem.status if problem else 422 if form.is_bound else 200
    last = ProfileReading.objects.for_seeker(request.seeker)[:5]
    return render(request, "seekers/fill.html", {"form": form, "readings": list(last)}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def review(request: SeekerRequest, uid: UUID) -> HttpResponse:
    """What a file says, to be accepted one by one; posting tries a failed reading again."""
    row = get_object_or_404(ProfileReading.objects.for_seeker(request.seeker), uid=uid)
    if request.method == "POST":
        readings.again(row=row)
        return redirect("seekers:fill_review", uid)
    context = {"reading": row, "proposals": queries.proposals_of(row)}
    return render(request, "seekers/fill_review.html", context)


@require_POST
@seeker
def decide(request: SeekerRequest, uid: UUID) -> HttpResponse:
    """Accept or decline one proposal; what its form refuses is opened for correcting."""
    row = get_object_or_404(Proposal.objects.for_seeker(request.seeker).select_related("reading"), uid=uid)
    do = request.POST.get("do", "")
    if do == "decline":
        readings.decline(proposal=row)
    elif do != "accept":
        raise Invalid(_("Choose what to do with the proposal."))
    elif not _accept(request, row):
        kind, key = ("entry_new", "section") if row.target in SECTIONS else ("block", "block")
        url = reverse(f"seekers:profile_{kind}", kwargs={key: row.target})
        return redirect(f"{url}?proposal={row.uid}#{row.target}")
    messages.success(request, _("Done."))
    return redirect("seekers:fill_review", row.reading.uid)


def _accept(request: SeekerRequest, row: Proposal) -> bool:
    """Take a proposal over if it is right as it stands."""
    seeker = request.seeker
    if row.target in SECTIONS:
        form = entry_form(row, seeker)
        if form.is_valid():
            readings.accept_entry(proposal=row, seeker=seeker, values=form.cleaned_data)
        return form.is_valid()
    form = fields_form(row, seeker, readings.merged(seeker, row))
    if form.is_valid():
        seeker.refresh_from_db()  # the form wrote into this row
        readings.accept_fields(proposal=row, seeker=seeker, values=form.cleaned_data)
    return form.is_valid()
