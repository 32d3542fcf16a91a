"""The team in the workspace: who works here, who was asked to, and which of their companies somebody acts in."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies import rules
from companies.access import MemberRequest, choose, member
from companies.enums import Role
from companies.forms import InviteForm, RoleForm
from companies.models import Membership
from companies.services import team, team_invitations
from interviewer.errors import Conflict, Invalid, NotFound

PAGE_SIZE = 25


def _page(request: MemberRequest, form: InviteForm | None = None) -> HttpResponse:
    members = request.company.memberships.filter(removed_at=None).select_related("user").order_by("pk")
    why_not = rules.why_not_manage_team(request.membership)
    context = {
        "company": request.company,
        "page": Paginator(members, PAGE_SIZE).get_page(request.GET.get("page")),
        "columns": [
            {"label": _("Name")},
            {"label": _("Role")},
            {"label": _("Since")},
            {"label": _("Actions")},
        ],
        "waiting": request.company.team_invitations.waiting(),
        "waiting_columns": [
            {"label": _("Address")},
            {"label": _("Role")},
            {"label": _("Open until")},
            {"label": _("Actions")},
        ],
        "form": form or InviteForm(),
        "why_not": why_not,
        "may_manage": not why_not,
    }
    return render(request, "workspace/team.html", context, status=422 if form else 200)


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Who works here, in which role, and who was asked to."""
    return _page(request)


@require_POST
@member(Role.OWNER)
def invite(request: MemberRequest) -> HttpResponse:
    """Ask somebody into the team."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    try:
        row = team_invitations.invite(actor=request.membership, **form.cleaned_data)
    except Conflict as conflict:
        for name, text in conflict.fields.items():
            form.add_error(name, text)
        return _page(request, form)
    messages.success(request, _("An invitation was sent to %(email)s.") % {"email": row.email})
    return redirect("workspace:team")


@require_POST
@member(Role.OWNER)
def invitation(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Send an invitation again, or withdraw it."""
    row = request.company.team_invitations.filter(uid=uid).first()
    if row is None:
        raise NotFound
    action = request.POST.get("action")
    if action == "resend":
        team_invitations.resend(actor=request.membership, invitation=row)
        messages.success(request, _("The invitation was sent again; the earlier link no longer works."))
    elif action == "revoke":
        team_invitations.revoke(actor=request.membership, invitation=row)
        messages.success(request, _("The invitation was withdrawn."))
    else:
        raise Invalid(_("Choose what to do with the invitation."))
    return redirect("workspace:team")


@require_http_methods(["GET", "HEAD", "POST"])
@member(Role.OWNER)
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """One member: the role, handing over the ownership, taking them out."""
    row = request.company.memberships.filter(uid=uid, removed_at=None).select_related("user").first()
    if row is None:
        raise NotFound
    if request.method == "POST":
        return _change(request, row)
    return _member_page(request, row, RoleForm(initial={"role": row.role}))


def _member_page(request: MemberRequest, row: Membership, form: RoleForm) -> HttpResponse:
    context = {
        "company": request.company,
        "person": row,
        "form": form,
        "is_self": row.pk == request.membership.pk,
        "why_not": rules.why_not_manage_team(request.membership),
    }
    return render(request, "workspace/team_member.html", context, status=422 if form.is_bound else 200)


def _change(request: MemberRequest, row: Membership) -> HttpResponse:
    action, actor = request.POST.get("action"), request.membership
    if action == "remove":
        team.remove(actor=actor, member=row)
        messages.success(request, _("%(person)s no longer belongs to the team.") % {"person": row.user})
    elif action == "transfer":
        team.transfer(actor=actor, member=row)
        messages.success(
            request, _("%(person)s owns the company now; you are recruiter.") % {"person": row.user}
        )
    else:
        form = RoleForm(request.POST)
        if not form.is_valid():
            return _member_page(request, row, form)
        team.change_role(actor=actor, member=row, role=form.cleaned_data["role"])
        messages.success(request, _("The role was changed."))
    return redirect("workspace:team")


@require_http_methods(["GET", "HEAD", "POST"])
@member()
def leave(request: MemberRequest) -> HttpResponse:
    """Leave the team, after saying so once more."""
    if request.method == "POST" and request.POST.get("sure"):
        team.leave(actor=request.membership)
        messages.success(request, _("You left %(company)s.") % {"company": request.company})
        return redirect("home")
    status = 422 if request.method == "POST" else 200
    return render(request, "workspace/team_leave.html", {"company": request.company}, status=status)


@require_POST
@member()
def switch(request: MemberRequest) -> HttpResponse:
    """Act in another of one's companies."""
    wanted = request.POST.get("company", "")
    found = next((row for row in request.memberships if str(row.company.uid) == wanted), None)
    if found is None:
        raise Invalid(_("Choose one of your companies."))
    choose(request, found.company)
    return redirect("workspace:dashboard")
