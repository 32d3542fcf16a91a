"""The profile: looking at it whole, editing one block of it, and seeing it as recruiters do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from interviewer.errors import NotFound
from interviewer.web.uploads import checked_upload
from seekers import queries
from seekers.access import SeekerRequest, seeker
from seekers.blocks import BLOCKS
from seekers.forms.blocks import block_form_of
from seekers.forms.proposals import fields_form
from seekers.services import profiles, readings
from seekers.views.profile_frame import back, proposal_in, show

#: The longest texts of a form together are far below; what is above is refused unread.
LARGEST_TEXT = 5 * 1024 * 1024


@never_cache
@require_safe
@seeker
def page(request: SeekerRequest) -> HttpResponse:
    """The whole profile."""
    return show(request)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@checked_upload(LARGEST_TEXT)
@seeker
def block(request: SeekerRequest, block: str) -> HttpResponse:
    """Edit one block in its place."""
    if block not in BLOCKS:
        raise NotFound
    proposal = proposal_in(request, block)
    # The form writes into its own copy: a refused value must not show up elsewhere on the page.
    own = type(request.seeker).objects.for_user(request.user).first()
    if proposal and request.method != "POST":
        form = fields_form(proposal, own, readings.merged(request.seeker, proposal))
        return show(request, at=block, form=form, proposal=proposal)
    form = block_form_of(block)(request.POST if request.method == "POST" else None, instance=own)
    if request.method != "POST" or not form.is_valid():
        return show(request, at=block, form=form, proposal=proposal, status=422 if form.is_bound else 200)
    if proposal:
        readings.accept_fields(proposal=proposal, seeker=request.seeker, values=form.cleaned_data)
        return redirect("seekers:fill_review", proposal.reading.uid)
    profiles.change(seeker=request.seeker, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return back(block)


@never_cache
@require_safe
@seeker
def preview(request: SeekerRequest) -> HttpResponse:
    """The profile as a recruiter sees it."""
    return render(request, "seekers/preview.html", {"profile": queries.profile_of(request.seeker)})
