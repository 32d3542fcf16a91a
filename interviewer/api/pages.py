"""Lists: by page number with counts, or as a feed by cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.paginator import EmptyPage, Paginator
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.request import Request

from interviewer.api.problems import WrongParameters

PAGE_SIZE, LARGEST_PAGE = 25, 100
_signer = Signer(salt="interviewer.api.cursor")


@dataclass(frozen=True)
class Part:
    """Some rows of a list and what is said around them."""

    rows: Sequence[object]
    around: dict[str, object]
    links: dict[str, str]


def _number(request: Request, name: str, default: int, most: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= most):
        raise WrongParameters({name: _("A whole number from 1 to %(n)d, please.") % {"n": most}})
    return int(text)


def by_number(request: Request, rows: QuerySet | Sequence[object]) -> Part:
    """The page asked for; one after the last is refused."""
    size = _number(request, "page_size", PAGE_SIZE, LARGEST_PAGE)
    number = _number(request, "page", 1, 99_999_999)
    paginator = Paginator(rows, size)
    try:
        page = paginator.page(number)
    except EmptyPage as problem:
        raise WrongParameters({"page": _("There are %(n)d pages.") % {"n": paginator.num_pages}}) from problem
    to = _linker(request, "page")
    links = {}
    if page.has_next():
        links["next"] = to(str(number + 1))
    if page.has_previous():
        links["previous"] = to(str(number - 1))
    around = {
        "count": paginator.count, "page": number, "pages": paginator.num_pages, "page_size": size,
        "next": links.get("next"), "previous": links.get("previous"),
    }  # fmt: skip
    return Part(list(page.object_list), around, links)


def by_cursor(request: Request, rows: QuerySet) -> Part:
    """The newest rows before the cursor; rows that come meanwhile shift nothing."""
    size = _number(request, "page_size", PAGE_SIZE, LARGEST_PAGE)
    cursor = request.query_params.get("cursor", "")
    if cursor:
        rows = rows.filter(pk__lt=_read(cursor))
    found = list(rows.order_by("-pk")[: size + 1])
    shown = found[:size]
    links = {"next": _linker(request, "cursor")(_signer.sign(str(shown[-1].pk)))} if len(found) > size else {}
    return Part(shown, {"next": links.get("next")}, links)


def _read(cursor: str) -> int:
    try:
        return int(_signer.unsign(cursor))
    except (BadSignature, ValueError) as problem:
        raise WrongParameters({"cursor": _("Take the cursor from the link to the next part.")}) from problem


def _linker(request: Request, name: str) -> Callable[[str], str]:
    def link(value: str) -> str:
        query = request.query_params.copy()
        query[name] = value
        return f"{request.path}?{query.urlencode()}"

    return link
