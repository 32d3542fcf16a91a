"""The entries of a profile's ten sections: one set of views for all of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from interviewer.errors import Conflict, Invalid, NotFound
from interviewer.web.uploads import checked_upload
from seekers.access import SeekerRequest, seeker
from seekers.forms.proposals import entry_form
from seekers.forms.sections import form_of
from seekers.sections import SECTIONS, Section
from seekers.services import entries, readings
from seekers.views.profile import LARGEST_TEXT
from seekers.views.profile_frame import back, proposal_in, show


def _section(key: str) -> Section:
    if key not in SECTIONS:
        raise NotFound
    return SECTIONS[key]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_TEXT)
@seeker
def new(request: SeekerRequest, section: str) -> HttpResponse:
    """Add an entry."""
    found, proposal = _section(section), proposal_in(request, section)
    form = form_of(section)(request.POST if request.method == "POST" else None, seeker=request.seeker)
    if request.method == "POST" and form.is_valid():
        try:
            if proposal:
                readings.accept_entry(proposal=proposal, seeker=request.seeker, values=form.cleaned_data)
                return redirect("seekers:fill_review", proposal.reading.uid)
            entries.add(seeker=request.seeker, section=found, values=form.cleaned_data)
            messages.success(request, _("Added."))
            return back(section)
        except Conflict as problem:
            form.add_error(None, problem.message)
    elif proposal and request.method != "POST":
        return show(request, at=section, form=entry_form(proposal, request.seeker), proposal=proposal)
    return show(request, at=section, form=form, proposal=proposal, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_TEXT)
@seeker
def edit(request: SeekerRequest, section: str, uid: UUID) -> HttpResponse:
    """Change an entry in its place."""
    found = _section(section)
    row = get_object_or_404(found.model.objects.for_seeker(request.seeker), uid=uid)
    data = request.POST if request.method == "POST" else None
    form = form_of(section)(data, seeker=request.seeker, instance=row)
    if request.method != "POST" or not form.is_valid():
        return show(request, at=section, form=form, uid=uid, status=422 if form.is_bound else 200)
    entries.change(row=row, section=found, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return back(section)


@require_POST
@seeker
def act(request: SeekerRequest, section: str, uid: UUID) -> HttpResponse:
    """Move an entry up or down, or remove it."""
    row = get_object_or_404(_section(section).model.objects.for_seeker(request.seeker), uid=uid)
    do = request.POST.get("do", "")
    if do == "remove":
        entries.remove(row=row)
        messages.success(request, _("Removed."))
    elif do in {"up", "down"}:
        entries.move(row=row, up=do == "up")
    else:
        raise Invalid(_("Choose what to do with the entry."))
    return back(section)
