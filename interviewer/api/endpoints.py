"""The base of every endpoint: who asks, how often, and one way to read and to change that all of them share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.http import http_date
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from interviewer.api import conditions, idempotency, pages
from interviewer.api.authentication import JwtAuthentication, SessionCookie
from interviewer.api.budgets import BudgetThrottle
from interviewer.api.operations import Operation
from interviewer.api.parsers import AlwaysJson, JsonBody
from interviewer.api.problems import WrongParameters
from interviewer.api.replies import Reply
from interviewer.api.serializers import UNKNOWN, from_query
from interviewer.errors import TooLarge

Handler = Callable[..., object]
MIB = 1024 * 1024


class Endpoint(APIView):
    """An address of the API. `enter` is its door; `tag` groups it in the documentation."""

    authentication_classes = [JwtAuthentication, SessionCookie]
    permission_classes = []
    throttle_classes = [BudgetThrottle]
    parser_classes = [JsonBody]
    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJson
    metadata_class = None
    http_method_names = ["get", "head", "post", "put", "patch", "delete"]
    largest_body = MIB
    tag = ""

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Refuse what is far too large unread, then who may not come in."""
        super().initial(request, *args, **kwargs)
        if int(request.META.get("CONTENT_LENGTH") or 0) > self.largest_body:
            raise TooLarge(f"A body may have {self.largest_body} bytes here.")
        if request.method.lower() in self.http_method_names and hasattr(self, request.method.lower()):
            self.enter(request, **kwargs)

    def enter(self, request: Request, **kwargs: Any) -> None:
        """The door: raises for who may not come in, and keeps what the methods need."""

    def to_lock(self) -> QuerySet | None:
        """The row that no other request may change while this one compares its ETag and changes it."""
        return None

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: object, **kwargs: object
    ) -> HttpResponseBase:
        """Say what is left of the budget, and that answers are private."""
        response = super().finalize_response(request, response, *args, **kwargs)
        spent = getattr(request, "spent", None)
        for name, value in (spent.headers() if spent else {}).items():
            response[name] = value
        response["Date"] = http_date()  # deadlines are told by the server's clock
        if "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-cache"
        return response


def run_read(
    view: Endpoint, request: Request, handler: Handler, operation: Operation, **kwargs: Any
) -> object:
    """One GET: checks the parameters, cuts the list, tells what changed and only what was asked for."""
    filters = _filters(request, operation)
    wanted = _fields(request, operation)
    found = handler(view, request, **({"filters": filters} if operation.filters else {}), **kwargs)
    if isinstance(found, HttpResponseBase):
        return found
    reply = found if isinstance(found, Reply) else Reply(found)
    data, links = _data(view, request, operation, reply.body)
    etag = conditions.etag_of(data)
    headers = {"ETag": etag, **reply.headers}
    if links:
        headers["Link"] = ", ".join(
            f'<{url}>; rel="{"prev" if rel == "previous" else rel}"' for rel, url in links.items()
        )
    if conditions.has_it_already(request, etag):
        return HttpResponse(status=304, headers=headers)
    return Response(_only(data, wanted, operation), status=reply.status or 200, headers=headers)


def _data(view: Endpoint, request: Request, operation: Operation, body: object) -> tuple[Any, dict[str, str]]:
    if not operation.many:
        return serialized(view, operation.out, body), {}
    cut = pages.by_cursor if operation.is_feed else pages.by_number
    part = cut(request, body)  # type: ignore[arg-type]
    rows = operation.shape(list(part.rows)) if operation.shape else part.rows
    return {**part.around, "results": serialized(view, operation.out, rows, many=True)}, part.links


def serialized(view: Endpoint, out: type[BaseSerializer] | None, body: object, *, many: bool = False) -> Any:
    """What a client gets of a body."""
    return out(body, many=many, context={"view": view}).data if out else body


def _filters(request: Request, operation: Operation) -> dict[str, Any]:
    unknown = set(request.query_params) - operation.parameters()
    if unknown:
        raise WrongParameters(dict.fromkeys(sorted(unknown), UNKNOWN))
    if operation.filters is None:
        return {}
    form = operation.filters(data=from_query(operation.filters, request.query_params))
    if not form.is_valid():
        raise WrongParameters(form.errors)
    return form.validated_data


def _fields(request: Request, operation: Operation) -> set[str] | None:
    text = request.query_params.get("fields", "")
    if not text or operation.out is None:
        return None
    wanted = {name.strip() for name in text.split(",") if name.strip()}
    unknown = wanted - set(operation.out().fields)
    if unknown:
        raise WrongParameters({"fields": f"{UNKNOWN} {', '.join(sorted(unknown))}"})
    return wanted


def _only(data: Any, wanted: set[str] | None, operation: Operation) -> Any:
    if wanted is None:
        return data
    if operation.many:
        return {**data, "results": [{k: v for k, v in row.items() if k in wanted} for row in data["results"]]}
    return {key: value for key, value in data.items() if key in wanted}


def run_write(
    view: Endpoint, request: Request, handler: Handler, operation: Operation, **kwargs: Any
) -> object:
    """One change, at most once for an Idempotency-Key."""
    key = idempotency.key_of(request) if operation.is_idempotent else ""
    if not key:
        return _change(view, request, handler, operation, **kwargs)
    row, answered = idempotency.claim(request, key)
    if answered is not None:
        return answered
    try:
        response = _change(view, request, handler, operation, **kwargs)
    except Exception as problem:
        response = view.handle_exception(problem)
    except BaseException:
        row.delete()
        raise
    response = view.finalize_response(request, response)
    if isinstance(response, Response):
        response.render()
    idempotency.keep(row, response)
    return response


def _change(
    view: Endpoint, request: Request, handler: Handler, operation: Operation, **kwargs: Any
) -> HttpResponseBase:
    unknown = set(request.query_params)
    if unknown:
        raise WrongParameters(dict.fromkeys(sorted(unknown), UNKNOWN))
    given = {"data": _body(view, request, operation)} if operation.into else {}
    if not operation.into and not operation.takes_bytes and request.data:
        named = {name: [UNKNOWN] for name in request.data} if isinstance(request.data, dict) else [UNKNOWN]
        raise ValidationError(named)
    if "If-Match" in request.headers and hasattr(view, "get"):
        with transaction.atomic():
            rows = view.to_lock()
            if rows is not None:
                list(rows.select_for_update().order_by("pk").values_list("pk"))
            conditions.require_seen(request, _current(view, request, **kwargs))
            return _answer(view, operation, handler(view, request, **given, **kwargs))
    return _answer(view, operation, handler(view, request, **given, **kwargs))


def _current(view: Endpoint, request: Request, **kwargs: Any) -> HttpResponseBase:
    return view.get(request, **kwargs)  # type: ignore[attr-defined]


def _body(view: Endpoint, request: Request, operation: Operation) -> dict[str, Any]:
    form = operation.into(data=request.data, partial=request.method == "PATCH", context={"view": view})
    form.is_valid(raise_exception=True)
    return form.validated_data


def _answer(view: Endpoint, operation: Operation, made: object) -> HttpResponseBase:
    if isinstance(made, HttpResponseBase):
        return made
    reply = made if isinstance(made, Reply) else Reply(made)
    headers = dict(reply.headers)
    if reply.at:
        headers["Location"] = reply.at
    if reply.body is None and operation.out is None:
        return Response(status=reply.status or operation.status, headers=headers)
    data = serialized(view, operation.out, reply.body, many=operation.many)
    if isinstance(data, dict) and operation.is_whole:
        headers["ETag"] = conditions.etag_of(data)
    return Response(data, status=reply.status or operation.status, headers=headers)
