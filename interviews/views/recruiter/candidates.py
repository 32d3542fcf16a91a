"""The list of candidates."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies.access import MemberRequest, member
from companies.models import AiInterviewedJob
from interviews.forms.reading import CandidateFilterForm
from interviews.queries.candidates import Filters, as_rows, candidates

PAGE_SIZE = 25


def _columns(request: MemberRequest, sort: str) -> list[dict[str, object]]:
    """The table's columns; those that can be sorted by carry the address that does so."""
    shown = [
        (_("Candidate"), "name", "ascending"),
        (_("Job"), "", ""),
        (_("Progress"), "", ""),
        (_("Match"), "match", "descending"),
        (_("Quiz"), "", ""),
        (_("Coding"), "", ""),
        (_("Conversation"), "", ""),
        (_("Overall"), "overall", "descending"),
        (_("Decision"), "", ""),
    ]
    columns = []
    for label, key, direction in shown:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = key
        columns.append(
            {
                "label": label,
                "sort_url": f"?{query.urlencode()}" if key else "",
                "sorted": direction if key and key == sort else "",
            }
        )
    return columns


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
