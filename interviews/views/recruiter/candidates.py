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


#: Label, name of the sort order or nothing, and its direction.
COLUMNS = [
    (gettext_lazy("Candidate"), "name", "ascending"),
    (gettext_lazy("Job"), "", ""),
    (gettext_lazy("Progress"), "", ""),
    (gettext_lazy("Match"), "match", "descending"),
    (gettext_lazy("Quiz"), "", ""),
    (gettext_lazy("Coding"), "", ""),
    (gettext_lazy("Conversation"), "", ""),
    (gettext_lazy("Overall"), "overall", "descending"),
    (gettext_lazy("Decision"), "", ""),
]


def _columns(request: MemberRequest, sort: str) -> list[dict[str, object]]:
    """The table's columns; those that can be sorted by carry the address that does so."""
    found = []
    for label, key, direction in COLUMNS:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = key
        sort_url = f"?{query.urlencode()}" if key else ""
        found.append(
            {"label": label, "sort_url": sort_url, "sorted": direction if key and key == sort else ""}
        )
    return found


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every candidate of the company, searched, filtered, sorted, paged."""
    jobs = AiInterviewedJob.objects.for_company(request.company).order_by("title")
    form = CandidateFilterForm(request.GET, jobs=jobs)
    filters = Filters(**form.cleaned_data) if form.is_valid() else Filters()
    page = Paginator(candidates(request.company, filters), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "company": request.company,
        "form": form,
        "page": page,
        "rows": as_rows(list(page.object_list)),
        "columns": _columns(request, filters.sort),
        "is_filtered": any(value for key, value in request.GET.items() if key not in {"page", "sort"}),
    }
    return render(request, "workspace/candidates.html", context)
