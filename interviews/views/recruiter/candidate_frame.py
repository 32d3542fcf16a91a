"""How a member looks at the candidates: filters of the address, columns, saved views. For list, board, files and bulk."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from companies.access import MemberRequest
from companies.models import AiInterviewedJob
from interviews.candidate_columns import Column, chosen
from interviews.forms.candidates import CandidateFilterForm
from interviews.models import ListPreference, SavedView, Tag
from interviews.queries.candidates import Filters

#: What stands in an address beside filters.
_NOT_FILTERS = {"page", "sort", "view", "all"}


@dataclass(frozen=True)
class Look:
    """What was asked for and how it is shown."""

    form: CandidateFilterForm
    filters: Filters
    columns: tuple[Column, ...]
    views: tuple[SavedView, ...]
    view: SavedView | None
    default_view: SavedView | None
    query: str
    is_filtered: bool


def read_filters(request: MemberRequest, data: QueryDict) -> tuple[CandidateFilterForm, Filters]:
    """The form as it was sent and the filters that hold: none when the form has a mistake."""
    jobs = AiInterviewedJob.objects.for_company(request.company).order_by("-created_at", "-pk")
    form = CandidateFilterForm(data, jobs=jobs, tags=Tag.objects.filter(company=request.company))
    return form, Filters(**form.cleaned_data) if form.is_valid() else Filters()


def without_page(data: QueryDict, **changed: str) -> str:
    """The filters of an address as another one's query."""
    query = data.copy()
    query.pop("page", None)
    for name, value in changed.items():
        query[name] = value
    return query.urlencode()


def look(request: MemberRequest) -> Look:
    """How this request looks at the candidates."""
    form, filters = read_filters(request, request.GET)
    preference = ListPreference.objects.filter(membership=request.membership).first()
    own = SavedView.objects.for_member(request.membership).select_related("owner__user")
    views = tuple(own)
    asked = request.GET.get("view", "")
    view = next((one for one in views if str(one.uid) == asked), None)
    default = preference.default_view_id if preference else None
    keys = view.columns if view and view.columns else preference.columns if preference else []
    return Look(
        form=form,
        filters=filters,
        columns=chosen(keys),
        views=views,
        view=view,
        default_view=next((one for one in views if one.pk == default), None),
        query=without_page(request.GET),
        is_filtered=any(value for key, value in request.GET.items() if key not in _NOT_FILTERS),
    )


def address(view: SavedView) -> str:
    """Where the list is as a view shows it."""
    query = QueryDict(view.query, mutable=True)
    query["view"] = str(view.uid)
    return f"{reverse('workspace:candidates')}?{query.urlencode()}"
