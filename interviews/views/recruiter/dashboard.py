"""The workspace's front page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from companies.access import MemberRequest, member


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """What is open, what to do next, who was interviewed last."""
    return render(request, "workspace/dashboard.html", {"company": request.company})
