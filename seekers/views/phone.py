"""Proving the phone number of a profile."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from interviewer.accounts.forms import CodeForm
from interviewer.errors import DomainError
from seekers.access import SeekerRequest, seeker
from seekers.services import phones
from seekers.views.profile_frame import back


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def page(request: SeekerRequest) -> HttpResponse:
    """Ask for a code, then type it."""
    if not request.seeker.phone:
        return redirect("seekers:profile_block", "phone")
    if request.method == "POST" and request.POST.get("do") == "send":
        return _send(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, status=422 if form.is_bound else 200)
    try:
        phones.prove(seeker=request.seeker, typed=form.cleaned_data["code"])
    except DomainError as problem:
        form.add_error("code", problem.message)
        return _page(request, form, status=problem.status)
    messages.success(request, _("Your phone number is verified."))
    return back("phone")


def _send(request: SeekerRequest) -> HttpResponse:
    try:
        phones.ask(seeker=request.seeker)
    except DomainError as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, _("The code is on its way."))
    return redirect("seekers:phone")


def _page(request: SeekerRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    context = {"seeker": request.seeker, "form": form}
    return render(request, "seekers/phone.html", context, status=status)
