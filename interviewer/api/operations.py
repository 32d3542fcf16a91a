"""Says once what a method of an endpoint takes and answers: for running it, and for the documentation."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    inline_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request

Serializer = type[serializers.BaseSerializer]
Handler = Callable[..., object]


@dataclass(frozen=True)
class Operation:
    """One method of an endpoint.

    `shape` makes what is shown of the rows of one page; `budget` is what it costs; `is_whole` means that the
    answer of a change is what GET of the same address answers, so that its ETag can be given.
    """

    name: str
    out: Serializer | None = None
    into: Serializer | None = None
    many: bool = False
    is_feed: bool = False
    filters: Serializer | None = None
    shape: Callable[[list], list] | None = None
    status: int = 200
    also: tuple[int, ...] = ()
    budget: str = "reads"
    file_type: str = ""
    is_idempotent: bool = False
    takes_bytes: str = ""
    is_whole: bool = False
    is_read: bool = False

    def parameters(self) -> set[str]:
        """What may stand in the address of a GET."""
        paging = {"cursor", "page_size"} if self.is_feed else {"page", "page_size"} if self.many else set()
        own = set(self.filters().fields) if self.filters else set()
        return paging | own | ({"fields"} if self.out else set())


def reads(
    name: str,
    out: Serializer | None = None,
    *,
    many: bool = False,
    is_feed: bool = False,
    filters: Serializer | None = None,
    shape: Callable[[list], list] | None = None,
    also: tuple[int, ...] = (),
    budget: str = "reads",
    file_type: str = "",
) -> Callable[[Handler], Handler]:
    """A GET: one thing, a list by page (`many`), a feed by cursor (`is_feed`), or a file."""
    operation = Operation(
        name, out, many=many or is_feed, is_feed=is_feed, filters=filters, shape=shape, also=also, budget=budget,
        file_type=file_type, is_read=True,
    )  # fmt: skip
    return functools.partial(_declare, operation, "run_read")


def writes(
    name: str,
    into: Serializer | None = None,
    out: Serializer | None = None,
    *,
    many: bool = False,
    status: int | None = None,
    also: tuple[int, ...] = (),
    budget: str = "writes",
    is_idempotent: bool = False,
    takes_bytes: str = "",
    is_whole: bool = False,
) -> Callable[[Handler], Handler]:
    """A change. Without `out` it answers 204; `is_idempotent` honours Idempotency-Key."""
    operation = Operation(
        name, out, into, many=many, status=status or (200 if out else 204), also=also, budget=budget,
        is_idempotent=is_idempotent, takes_bytes=takes_bytes, is_whole=is_whole,
    )  # fmt: skip
    return functools.partial(_declare, operation, "run_write")


def _declare(operation: Operation, runner: str, handler: Handler) -> Handler:
    @functools.wraps(handler)
    def method(view: Any, request: Request, *_args: object, **kwargs: Any) -> object:
        from interviewer.api import endpoints

        return getattr(endpoints, runner)(view, request, handler, operation, **kwargs)

    method.operation = operation  # type: ignore[attr-defined]
    summary = (handler.__doc__ or "").strip()
    described = _described(operation, runner == "run_read")
    return extend_schema(summary=summary, description="", **described)(method)


def _described(operation: Operation, is_read: bool) -> dict[str, Any]:
    return {
        "operation_id": operation.name.replace("-", "_"),
        "parameters": _parameters(operation) if is_read else [],
        "request": _request(operation),
        "responses": _responses(operation),
        "examples": _examples(operation),
        "filters": False,
    }


def _request(operation: Operation) -> Any:
    if operation.takes_bytes:
        return {operation.takes_bytes: OpenApiTypes.BINARY}
    return operation.into


def _responses(operation: Operation) -> dict[Any, Any]:
    if operation.file_type:
        found: dict[Any, Any] = {(operation.status, operation.file_type): OpenApiTypes.BINARY}
    elif operation.out is None:
        found = {operation.status: OpenApiResponse(description="Done; nothing to tell.")}
    else:
        found = {operation.status: _paged(operation)}
    for status in operation.also:
        found[status] = operation.out or OpenApiResponse(description="Asked for; look at Location.")
    return found


def _paged(operation: Operation) -> Any:
    assert operation.out is not None
    if not operation.many:
        return operation.out
    if operation.budget != "reads" and operation.into:  # a change that answers with a list
        return operation.out(many=True)
    kind = "Feed" if operation.is_feed else "Page"
    around = {"next": serializers.CharField(allow_null=True)}
    if not operation.is_feed:
        numbers = {"count": 0, "page": 1, "pages": 1, "page_size": 1}
        around |= {name: serializers.IntegerField(min_value=least) for name, least in numbers.items()}
        around["previous"] = serializers.CharField(allow_null=True)
    return inline_serializer(
        f"{kind}Of{operation.out.__name__}", {**around, "results": operation.out(many=True)}
    )


def _parameters(operation: Operation) -> list[Any]:
    found: list[Any] = [operation.filters] if operation.filters else []
    if operation.out:
        text = "Names of fields with commas between them; the others are left out."
        found.append(OpenApiParameter("fields", str, description=text))
    if operation.many:
        found.append(
            OpenApiParameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": 100},
                description="Rows in one answer.",
            )
        )
        if operation.is_feed:
            found.append(OpenApiParameter("cursor", str, description="From the link to the next part."))
        else:
            found.append(OpenApiParameter("page", {"type": "integer", "minimum": 1}, description="From 1."))
    return found


def _examples(operation: Operation) -> list[OpenApiExample]:
    example = getattr(operation.into, "example", None)
    return [OpenApiExample("example", example, request_only=True)] if example else []
