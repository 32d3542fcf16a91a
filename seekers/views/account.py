"""A job seeker's account: registering, the first page after signing in, and the overview."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from companies.access import membership_of
from interviewer.accounts import sign_up
from seekers import overview, queries
from seekers.access import SeekerRequest, seeker, seeker_of
from seekers.forms.registration import NewProfileForm, RegistrationForm
from seekers.services import registration


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register as a job seeker; somebody who is signed in and has no profile adds one to their account."""
    is_known = request.user.is_authenticated
    if seeker_of(request):
        return redirect("seekers:home")
    form_class = NewProfileForm if is_known else RegistrationForm
    form = form_class(
        request.POST if request.method == "POST" else None,
        initial={"name": request.user.name} if is_known else None,
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "seekers/register.html", {"form": form}, status=status)
    sign_up.limit(request)
    values = form.cleaned_data
    if is_known:
        registration.begin(actor=request.user, name=values["name"])
        return redirect("seekers:home")
    user = registration.register(name=values["name"], email=values["email"], password=values["password"])
    return sign_up.ask_for_code(request, user=user, email=values["email"])


@require_safe
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Where somebody who signed in belongs: a member in the workspace, a job seeker at home."""
    if membership_of(request):
        return redirect("workspace:dashboard")
    return redirect("seekers:home" if seeker_of(request) else "companies:register")


@never_cache
@require_safe
@seeker
def home(request: SeekerRequest) -> HttpResponse:
    """What a job seeker finds after signing in."""
    own = request.seeker
    context = {
        "seeker": own,
        "completion": queries.completion_of(own, queries.filled_sections(own)),
        "cards": overview.cards_for(own),
    }
    return render(request, "seekers/home.html", context)
