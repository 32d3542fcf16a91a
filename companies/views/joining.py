"""The page behind an invitation to a team: sign in or make an account, then accept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from companies.access import choose
from companies.forms import JoinForm
from companies.models import TeamInvitation
from companies.services import team_invitations
from interviewer.accounts import sign_up
from interviewer.accounts.services import users


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody was asked into, and the way in. Whether the address has an account is not told."""
    invitation = team_invitations.by_token(token)
    if request.user.is_authenticated:
        return _accept(request, invitation, token)
    is_sent = request.method == "POST"
    form = JoinForm(request.POST if is_sent else None, email=invitation.email)
    if not is_sent or not form.is_valid():
        context = {"invitation": invitation, "form": form}
        return render(request, "companies/join.html", context, status=422 if is_sent else 200)
    sign_up.limit(request)
    user = users.make(**form.cleaned_data)
    return sign_up.ask_for_code(request, user=user, email=invitation.email, then=request.path)


def _accept(request: HttpRequest, invitation: TeamInvitation, token: str) -> HttpResponse:
    if request.method != "POST":
        context = {"invitation": invitation, "is_theirs": request.user.email == invitation.email}
        return render(request, "companies/join.html", context)
    member = team_invitations.accept(user=request.user, token=token)
    choose(request, member.company)
    messages.success(request, _("Welcome to %(company)s.") % {"company": member.company})
    return redirect("workspace:dashboard")
