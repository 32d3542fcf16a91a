"""ETags: what a client has already, and what it has seen before it changes something (RFC 9110, 13)."""

from __future__ import annotations

import hashlib

from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from interviewer.errors import Changed


def etag_of(data: object) -> str:
    """A strong ETag of what an endpoint tells."""
    return f'"{hashlib.sha256(JSONRenderer().render(data)).hexdigest()[:32]}"'


def has_it_already(request: Request, etag: str) -> bool:
    """Whether If-None-Match names this state."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or etag in {one.removeprefix("W/") for one in known}


def require_seen(request: Request, current: HttpResponseBase) -> None:
    """Raise Changed unless If-Match names the present state, whose answer to GET is `current`."""
    wanted = parse_etags(request.headers.get("If-Match", ""))
    if "*" not in wanted and current.get("ETag") not in wanted:
        raise Changed
