"""The profile's page as all its views show it, with at most one form open in its place."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from seekers import queries
from seekers.access import SeekerRequest
from seekers.blocks import BLOCKS
from seekers.enums import ProposalStatus
from seekers.models import Proposal
from seekers.showing import block_of


def show(
    request: SeekerRequest,
    *,
    at: str = "",
    form: forms.Form | None = None,
    uid: UUID | None = None,
    proposal: Proposal | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole profile; `form` is open in the part named by `at`, in place of entry `uid` if there is one."""
    sections = queries.own_sections(request.seeker)
    filled = frozenset(one.section.key for one in sections if one.entries)
    context = {
        "seeker": request.seeker,
        "blocks": [block_of(request.seeker, block) for block in BLOCKS.values()],
        "sections": sections,
        "completion": queries.completion_of(request.seeker, filled),
        "at": at,
        "form": form,
        "uid": uid,
        "proposal": proposal,
    }
    return render(request, "seekers/profile.html", context, status=status)


def back(at: str) -> HttpResponse:
    """To the profile, at the part that was changed."""
    return redirect(f"{reverse('seekers:profile')}#{at}")


def proposal_in(request: SeekerRequest, target: str) -> Proposal | None:
    """The open proposal that the address names, if it is the job seeker's and belongs here."""
    try:
        uid = UUID(request.GET.get("proposal", ""))
    except ValueError:
        return None
    rows = Proposal.objects.for_seeker(request.seeker).select_related("reading")
    return rows.filter(uid=uid, target=target, status=ProposalStatus.OPEN).first()
