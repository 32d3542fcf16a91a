"""A person's own account: the address, the password, where it is signed in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviewer.accounts import sign_up
from interviewer.accounts.forms import ChangeEmailForm, CodeForm
from interviewer.accounts.services import addresses, sessions
from interviewer.errors import DomainError

#: The address that waits for its code, in the session of the browser that asked.
PENDING = "email_change"


@never_cache
@require_safe
@login_required
def security(request: HttpRequest) -> HttpResponse:
    """Address, password and sessions on one page, for recruiters and job seekers alike."""
    return render(request, "account/security.html", {"sessions": sessions.of(request, request.user)})


@require_POST
@login_required
def end_session(request: HttpRequest) -> HttpResponse:
    """Sign out one browser, all others, or all with this one."""
    which = request.POST.get("which", "")
    if which == "everywhere":
        sessions.end_all(user=request.user)
        logout(request)
        return redirect("account_login")
    if which == "others":
        sessions.end_all(user=request.user, but=request.session.session_key)
    else:
        sessions.end(user=request.user, number=int(which) if which.isdecimal() and len(which) < 19 else 0)
    messages.success(request, _("Signed out there."))
    return redirect("account_security")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def email(request: HttpRequest) -> HttpResponse:
    """Ask for another address; the password is asked again, because whoever has the address has the account."""
    if request.method == "POST":
        sign_up.limit_passwords(request)
    form = ChangeEmailForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "account/email_change.html", {"form": form}, status=status)
    try:
        addresses.ask(user=request.user, email=form.cleaned_data["email"])
    except DomainError as problem:
        form.add_error("email", problem.message)
        return render(request, "account/email_change.html", {"form": form}, status=problem.status)
    request.session[PENDING] = form.cleaned_data["email"]
    return redirect("account_email_code")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def email_code(request: HttpRequest) -> HttpResponse:
    """Type the code that was sent to the new address."""
    pending = request.session.get(PENDING)
    if not pending:
        return redirect("account_email")
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            addresses.prove(user=request.user, email=pending, typed=form.cleaned_data["code"])
        except DomainError as problem:
            form.add_error("code", problem.message)
            status = problem.status
        else:
            del request.session[PENDING]
            messages.success(request, _("Your address was changed. Sign in with it from now on."))
            return redirect("account_security")
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "email": pending}
    return render(request, "account/email_change_code.html", context, status=status)
