"""The list of candidates."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from companies.access import MemberRequest, member
from companies.models import AiInterviewedJob
from interviews.forms.reading import CandidateFilterForm
from interviews.queries.candidates import Filters, as_rows, candidates

PAGE_SIZE = 25


#: Label, name of the sort order or nothing, its direction, whether numbers stand in it.
COLUMNS = [
    (gettext_lazy("Candidate"), "name", "ascending", False),
    (gettext_lazy("Job"), "", "", False),
    (gettext_lazy("Progress"), "", "", False),
    (gettext_lazy("Match"), "match", "descending", True),
    (gettext_lazy("Quiz"), "", "", True),
    (gettext_lazy("Coding"), "", "", True),
    (gettext_lazy("Conversation"), "", "", True),
    (gettext_lazy("Overall"), "overall", "descending", False),
    (gettext_lazy("Decision"), "", "", False),
]


def plain_columns() -> list[dict[str, object]]:
    """The table's columns where it can't be sorted."""
    return [{"label": label, "numeric": numeric} for label, _key, _direction, numeric in COLUMNS]


def _without_page(request: MemberRequest, **changed: str) -> str:
    """The filters of this address as another one's query."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changed.items():
        query[name] = value
    return query.urlencode()


def _columns(request: MemberRequest, sort: str) -> list[dict[str, object]]:
    """The table's columns; those that can be sorted by carry the address that does so."""
    found = plain_columns()
    for column, (_label, key, direction, _numeric) in zip(found, COLUMNS, strict=True):
        if key:
            column |= {
                "sort_url": f"?{_without_page(request, sort=key)}",
                "sorted": direction if key == sort else "",
            }
    return found


def read_filters(request: MemberRequest) -> tuple[CandidateFilterForm, Filters]:
    """The form as it was sent and the filters that hold: none when the form has a mistake."""
    jobs = AiInterviewedJob.objects.for_company(request.company).order_by("title")
    form = CandidateFilterForm(request.GET, jobs=jobs)
    return form, Filters(**form.cleaned_data) if form.is_valid() else Filters()


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every candidate of the company, searched, filtered, sorted, paged."""
    form, filters = read_filters(request)
    page = Paginator(candidates(request.company, filters), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "company": request.company,
        "form": form,
        "page": page,
        "rows": as_rows(list(page.object_list)),
        "columns": _columns(request, filters.sort),
        "export_query": _without_page(request),
        "is_filtered": any(value for key, value in request.GET.items() if key not in {"page", "sort"}),
    }
    return render(request, "workspace/candidates.html", context)
