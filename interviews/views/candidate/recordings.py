"""Recordings as they come from the browser, chunk by chunk."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from interviewer.errors import Invalid, TooLarge
from interviews.access import CandidateRequest, seated
from interviews.forms.conversation import CloseForm
from interviews.services import recordings


@require_safe
@seated
def progress(request: CandidateRequest, turn: uuid.UUID, take: int) -> JsonResponse:
    """What the server has of a take, for a page that was opened again."""
    return JsonResponse(asdict(recordings.progress(interview=request.interview, turn_uid=turn, take=take)))


@require_POST
@seated
def chunk(request: CandidateRequest, turn: uuid.UUID, take: int, number: int) -> JsonResponse:
    """One chunk as the body; its SHA-256 in X-Content-SHA256. Sending it again is right when in doubt."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > recordings.CHUNK_LIMIT:
        raise TooLarge(_("A chunk may have 4 MB."))
    stored = recordings.store_chunk(
        interview=request.interview,
        turn_uid=turn,
        take=take,
        number=number,
        content_type=request.content_type or "",
        sha256=request.headers.get("X-Content-SHA256", ""),
        data=request.body,
    )
    return JsonResponse(asdict(stored))


@require_POST
@seated
def close(request: CandidateRequest, turn: uuid.UUID, take: int) -> JsonResponse:
    """The recorder stopped: names the number of chunks, answers with those that are missing."""
    try:
        sent = json.loads(request.body)
    except ValueError as problem:
        raise Invalid(_("This was not understood.")) from problem
    form = CloseForm(sent if isinstance(sent, dict) else {})
    if not form.is_valid():
        fields = {key: str(errors[0]) for key, errors in form.errors.items()}
        raise Invalid(_("This was not understood."), fields=fields)
    closed = recordings.close(interview=request.interview, turn_uid=turn, take=take, **form.cleaned_data)
    return JsonResponse(asdict(closed))
