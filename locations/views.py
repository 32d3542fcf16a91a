"""Suggestions of places, for anybody who types one: the same for everybody, and so kept by caches."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from interviewer.errors import Invalid
from locations.queries import LONGEST, cities_beginning, countries_beginning

DAY_SECONDS = 24 * 60 * 60


def _typed(request: HttpRequest) -> str:
    text = request.GET.get("q", "")
    if len(text) > LONGEST:
        raise Invalid(_("At most %(n)d characters.") % {"n": LONGEST}, fields={"q": _("Too long.")})
    return text


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def cities(request: HttpRequest) -> JsonResponse:
    """Up to ten cities that begin with `q`, each with its country's currency and phone code."""
    results = [
        {
            "name": city.name,
            "label": city.label,
            "country": city.state.country.iso2,
            "currency": city.state.country.currency,
            "phone_code": city.state.country.phone_code,
        }
        for city in cities_beginning(_typed(request))
    ]
    return JsonResponse({"results": results})


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def countries(request: HttpRequest) -> JsonResponse:
    """Up to ten countries that begin with `q`, or have it as their code."""
    results = [
        {
            "name": country.name,
            "label": country.name,
            "country": country.iso2,
            "currency": country.currency,
            "phone_code": country.phone_code,
        }
        for country in countries_beginning(_typed(request))
    ]
    return JsonResponse({"results": results})
