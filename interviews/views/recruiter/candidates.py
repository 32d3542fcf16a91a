"""The list of candidates."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies.access import EDITORS, MemberRequest, member
from interviews.candidate_columns import USUAL, Column
from interviews.forms.candidates import BulkForm, ColumnsForm, ViewForm
from interviews.models import SavedView
from interviews.queries.candidates import LongPaginator, as_rows, candidates
from interviews.views.recruiter.candidate_frame import Look, address, look, without_page

PAGE_SIZE = 25


def plain_columns(columns: Iterable[Column] = USUAL) -> list[dict[str, object]]:
    """The table's columns where it can't be sorted."""
    return [{"label": column.label, "numeric": column.is_numeric} for column in columns]


def _columns(request: MemberRequest, found: Look) -> list[dict[str, object]]:
    """The table's columns; those that can be sorted by carry the address that does so."""
    heads = plain_columns(found.columns)
    for head, column in zip(heads, found.columns, strict=True):
        if column.sort:
            head |= {
                "sort_url": f"?{without_page(request.GET, sort=column.sort)}",
                "sorted": column.direction if column.sort == found.filters.sort else "",
            }
    return heads


def _tabs(found: Look) -> list[dict[str, object]]:
    """The saved views as tabs; nothing where there is none."""
    own = [{"label": one.name, "href": address(one), "current": one == found.view} for one in found.views]
    plain = {"label": _("All"), "href": "?all=1", "current": found.view is None}
    return [plain, *own] if own else []


def _to_save(found: Look) -> str:
    """The filters and the order that a view of this list would keep."""
    query = found.form.data.copy()
    for name in ("page", "view", "all"):
        query.pop(name, None)
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return query.urlencode()


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every candidate of the company, searched, filtered, sorted, paged."""
    found = look(request)
    if not request.GET and found.default_view:
        return redirect(address(found.default_view))
    rows = candidates(request.membership, found.filters)
    page = LongPaginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    may_edit = request.membership.role in EDITORS
    context = {
        "company": request.company,
        "look": found,
        "form": found.form,
        "page": page,
        "rows": as_rows(list(page.object_list), found.columns),
        "columns": _columns(request, found),
        "tabs": _tabs(found),
        "export_query": found.query,
        "is_filtered": found.is_filtered,
        "may_edit": may_edit,
        "chosen_by": "bulk" if may_edit else "",
        **_forms(request, found),
    }
    return render(request, "workspace/candidates.html", context)


def _view_form(view: SavedView) -> ViewForm:
    return ViewForm(initial={"name": view.name, "is_shared": view.is_shared}, prefix="view")


def _forms(request: MemberRequest, found: Look) -> dict[str, object]:
    view = found.view
    return {
        "columns_form": ColumnsForm(initial={"columns": [column.key for column in found.columns]}),
        "save_form": ViewForm(prefix="new"),
        "view_form": _view_form(view) if view else None,
        "is_own_view": bool(view and view.owner_id == request.membership.pk),
        "to_save": _to_save(found),
        "bulk_form": BulkForm(initial={"drawn_at": timezone.now().isoformat(), "query": found.query}),
    }
