"""Bases of serializers: what comes in refuses unknown fields, what goes out can be asked for in part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

UNKNOWN = _("There is no such field.")


class Strict:
    """Refuses fields that it does not know: a typing error must not look like success."""

    #: A body that is accepted, for the documentation; tests hold it to that.
    example: ClassVar[dict[str, Any]] = {}

    def to_internal_value(self, data: Any) -> Any:
        """As the framework does, but for unknown fields."""
        if isinstance(data, Mapping):
            unknown = [str(name) for name in data if name not in self.fields]  # type: ignore[attr-defined]
            if unknown:
                raise serializers.ValidationError({name: [UNKNOWN] for name in unknown})
        return super().to_internal_value(data)  # type: ignore[misc]


#: What every database we run on can keep.
_MOST = {"PositiveSmallIntegerField": 32_767, "PositiveIntegerField": 2_147_483_647}


class Portable:
    """Fields of a model within what every database keeps: SQLite would take more, and the document would differ."""

    def build_standard_field(self, field_name: str, model_field: Any) -> tuple[type, dict[str, Any]]:
        """As the framework does, with the narrower limit."""
        kind, options = super().build_standard_field(field_name, model_field)  # type: ignore[misc]
        most = _MOST.get(model_field.get_internal_type())
        if most and issubclass(kind, serializers.IntegerField):
            options["max_value"] = min(options.get("max_value", most), most)
            options["min_value"] = max(options.get("min_value", 0), 0)
        return kind, options


class In(Strict, serializers.Serializer):
    """What a client sends."""


class ModelIn(Strict, Portable, serializers.ModelSerializer):
    """What a client sends to fill listed fields of a model."""


class Out(serializers.Serializer):
    """What a client gets; every field is listed."""


class ModelOut(Portable, serializers.ModelSerializer):
    """What a client gets of a model; every field is listed."""


class Page(Out):
    """A part of a list by its number, with counts."""

    count = serializers.IntegerField(min_value=0)
    page = serializers.IntegerField(min_value=1)
    pages = serializers.IntegerField(min_value=1)
    page_size = serializers.IntegerField(min_value=1)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class ProblemError(Out):
    """One thing to mend: a field of the body by its JSON pointer, or a parameter of the address."""

    pointer = serializers.CharField(required=False)
    parameter = serializers.CharField(required=False)
    detail = serializers.CharField()


class Problem(Out):
    """A refusal (RFC 9457). `type` leads to a page that says what to do; `code` is for programs."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    code = serializers.CharField()
    request_id = serializers.CharField()
    errors = ProblemError(many=True, required=False)


def from_query(serializer: type[serializers.Serializer], query: QueryDict) -> dict[str, object]:
    """The parameters that a serializer knows, lists where it wants lists."""
    found: dict[str, object] = {}
    for name, field in serializer().fields.items():
        if name in query:
            is_list = isinstance(field, serializers.ListField)
            found[name] = query.getlist(name) if is_list else query[name]
    return found
