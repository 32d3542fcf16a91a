"""The OpenAPI document: what every operation shares is added here, once."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema

_PROBLEM = {
    "type": "object",
    "description": "A refusal (RFC 9457). `type` leads to a page that says what to do; `code` is for programs.",
    "required": ["type", "title", "status", "detail", "instance", "code", "request_id"],
    "properties": {
        **{name: {"type": "string"} for name in ("type", "title", "detail", "instance", "code", "request_id")},
        "status": {"type": "integer"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "JSON pointer to a field of the body."},
                    "parameter": {"type": "string", "description": "A parameter of the address."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
    "example": {
        "type": "/problems/invalid/", "title": "Please check your input", "status": 422,
        "detail": "This field may not be blank.", "instance": "/api/v1/ai-jobs/", "code": "invalid",
        "request_id": "0f2c9c1d8e5b4a77",
        "errors": [{"pointer": "/title", "detail": "This field may not be blank."}],
    },
}  # fmt: skip


def _header(description: str, kind: str = "string") -> dict[str, Any]:
    return {"description": description, "schema": {"type": kind}}


_HEADERS = {
    "X-Request-ID": _header("Names this request in our logs."),
    "RateLimit-Limit": _header("Requests of this kind in the window.", "integer"),
    "RateLimit-Remaining": _header("How many are left.", "integer"),
    "RateLimit-Reset": _header("Seconds until the window ends.", "integer"),
}
_PARAMETERS = {
    "IdempotencyKey": (
        "Idempotency-Key",
        "The same key with the same request is worked on once, for 24 hours.",
    ),
    "IfNoneMatch": ("If-None-Match", "An ETag: 304 if nothing has changed since."),
    "IfMatch": ("If-Match", "An ETag: 412 if somebody changed it since."),
    "Company": (
        "X-Company",
        "The company to act for, by its uid; without it, the first one you are a member of.",
    ),
}


class Schema(AutoSchema):
    """Takes the tag from the endpoint, the summary from the method, the description from its serializer's place."""

    def get_tags(self) -> list[str]:
        """The endpoint's own."""
        return [getattr(self.view, "tag", "") or "api"]


def ours_only(endpoints: list[tuple[str, str, str, Any]]) -> list[tuple[str, str, str, Any]]:
    """Only endpoints that are declared; the schema itself is none."""
    return [one for one in endpoints if hasattr(getattr(one[3].cls, one[2].lower(), None), "operation")]


def with_house_manners(result: dict[str, Any], generator: Any, public: bool, **_given: Any) -> dict[str, Any]:
    """Add to every operation what all of them do: problems, headers, conditions, idempotency."""
    components = result.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = copy.deepcopy(_PROBLEM)
    components["headers"] = copy.deepcopy(_HEADERS)
    components["parameters"] = {key: _parameter(*value) for key, value in _PARAMETERS.items()}
    components["responses"] = _shared_responses()
    for path, method, operation, view in _operations(generator):
        _complete(result["paths"][path][method], operation, view)
    result["servers"] = [{"url": "/"}]
    return _without_marks(result)


def _shared_responses() -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    wait = {"Retry-After": _header("Seconds to wait, with 429.", "integer")}
    etag = {"ETag": _header("Of the present state.")}
    return {
        "Refused": {"description": "Refused; the problem says why.", "content": content, "headers": wait},
        "Failed": {"description": "Our fault, or an outside service's.", "content": content},
        "NotChanged": {"description": "What you have is the present state.", "headers": etag},
    }


def _without_marks(found: Any) -> Any:
    """What the generator noted for itself does not belong into the document."""
    if isinstance(found, dict):
        return {key: _without_marks(value) for key, value in found.items() if key != "x-spec-enum-id"}
    return [_without_marks(one) for one in found] if isinstance(found, list) else found


def _parameter(name: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": False,
        "description": description,
        "schema": {"type": "string"},
    }


def _operations(generator: Any) -> Iterator[tuple[str, str, Any, type]]:
    for path, _regex, method, callback in generator.endpoints or []:
        view = callback.cls
        yield path, method.lower(), getattr(view, method.lower()).operation, view


def _complete(described: dict[str, Any], operation: Any, view: type) -> None:
    names = ["IfNoneMatch"] if operation.is_read and not operation.file_type else []
    if not operation.is_read and hasattr(view, "get"):
        names.append("IfMatch")
    if operation.is_idempotent:
        names.append("IdempotencyKey")
    if getattr(view, "is_for_members", False):
        names.append("Company")
    if names:
        parameters = described.setdefault("parameters", [])
        parameters += [{"$ref": f"#/components/parameters/{name}"} for name in names]
    responses = described["responses"]
    for status, answer in responses.items():
        answer["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}
        if operation.is_read or operation.is_whole:
            answer["headers"]["ETag"] = _header("Of this state.")
        if status in {"201", "202"}:
            answer["headers"]["Location"] = _header("Where it is, or will be.")
    if operation.is_read:
        responses["304"] = {"$ref": "#/components/responses/NotChanged"}
    responses["4XX"] = {"$ref": "#/components/responses/Refused"}
    responses["5XX"] = {"$ref": "#/components/responses/Failed"}
