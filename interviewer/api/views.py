"""Health for programs and people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from interviewer.api import health
from interviewer.errors import NotFound


@require_safe
def root(request: HttpRequest) -> JsonResponse:
    """The API's root: whether the product is well."""
    body, status = health.as_json()
    return JsonResponse(body, status=status)


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """The web process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The same for people."""
    status, parts = health.look()
    return render(
        request,
        "public/health.html",
        {"state": status, "parts": parts},
        status=503 if status == "down" else 200,
    )


@csrf_exempt
def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Any other address of the API: the same problem in development as in production."""
    raise NotFound("There is nothing at this address. Addresses end with a slash; see /api/v1/docs/.")
