"""Bodies as programs send them: JSON that is not absurd, files, and plain bytes."""

from __future__ import annotations

from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser, JSONParser, MultiPartParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class JsonBody(JSONParser):
    """JSON; one that is nested absurdly deep can't be read."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """The body, or ParseError."""
        try:
            return super().parse(stream, media_type, parser_context)
        except (RecursionError, LookupError) as problem:  # LookupError: a charset that there is not
            raise ParseError("The body can't be read.") from problem


class FormBody(MultiPartParser):
    """A form with files."""


class Bytes(BaseParser):
    """The body as it is."""

    media_type = "*/*"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> bytes:
        """All of it."""
        return stream.read()


class AlwaysJson(BaseContentNegotiation):
    """Answers are JSON whatever Accept says: a refusal in another form would help nobody."""

    def select_parser(self, request: Request, parsers: list[BaseParser]) -> BaseParser | None:
        """The parser of the body's type."""
        from rest_framework.utils.mediatypes import media_type_matches

        return next(
            (one for one in parsers if media_type_matches(one.media_type, request.content_type)), None
        )

    def select_renderer(
        self, request: Request, renderers: list[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The only one."""
        return renderers[0], renderers[0].media_type
