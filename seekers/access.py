"""The job seeker's door: signed in, with a profile that staff did not stop."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from interviewer.errors import NotAllowed
from interviewer.web.answers import ask_to_sign_in, wants_json
from seekers.models import JobSeeker

View = Callable[..., HttpResponse]


class SeekerRequest(HttpRequest):
    """A request that came through the job seeker's door."""

    seeker: JobSeeker


def seeker_of(request: HttpRequest) -> JobSeeker | None:
    """The profile of who is signed in, if they have one."""
    return JobSeeker.objects.for_user(request.user).first() if request.user.is_authenticated else None


def seeker(view: View) -> View:
    """Door for a job seeker's own pages. Sets `request.seeker`; who has no profile yet is led to making one."""

    @functools.wraps(view)
    def checked(request: Any, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        found = seeker_of(request)
        if found is None:
            if wants_json(request):
                raise NotAllowed(_("This account has no job seeker's profile."))
            return redirect("seekers:register")
        if found.suspended_at is not None:
            raise NotAllowed(
                _("Your profile was stopped by our staff. Answer our e-mail to have it looked at.")
            )
        request.seeker = found
        return view(request, **kwargs)

    return checked
