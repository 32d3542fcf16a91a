"""Requests that may be sent twice: the second one with the same Idempotency-Key gets the first one's answer."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.request import Request

from interviewer.api.budgets import spender
from interviewer.api.models import IdempotentRequest
from interviewer.api.problems import WrongParameters
from interviewer.errors import KeyReused, Running

KEPT = timedelta(hours=24)
#: A request that runs longer was lost with its process; its key may be used anew.
LONGEST = timedelta(minutes=5)
_HEADERS = ("Location", "Content-Type", "Retry-After")
REPLAYED = "Idempotency-Replayed"


def key_of(request: Request) -> str:
    """The key that came, or nothing; refuses one that is no key."""
    key = request.headers.get("Idempotency-Key", "")
    if key and not (len(key) <= 255 and key.isascii() and key.isprintable()):
        raise WrongParameters({"Idempotency-Key": _("Up to 255 printable ASCII characters, please.")})
    return key


def fingerprint(request: Request) -> str:
    """What makes two requests the same: method, address and body."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.FILES:
        for name, file in sorted(request.FILES.items()):
            digest.update(f"{name}:{file.size}:".encode())
            for block in file.chunks():
                digest.update(block)
            file.seek(0)
        digest.update(repr(sorted(request._request.POST.lists())).encode())
    else:
        digest.update(request._request.body)
    return digest.hexdigest()


def claim(request: Request, key: str) -> tuple[IdempotentRequest, HttpResponse | None]:
    """The row of this request, and the answer if it was given before.

    Raises Running while the first one is worked on, KeyReused when the key came with another request.
    """
    now, actor, print_ = timezone.now(), spender(request), fingerprint(request)
    _forget_old(now)
    try:
        with transaction.atomic():
            row = IdempotentRequest.objects.create(
                actor=actor, key=key, fingerprint=print_, begun_at=now, expires_at=now + KEPT
            )
        return row, None
    except IntegrityError:
        row = IdempotentRequest.objects.filter(actor=actor, key=key).first()
    if row is None or row.fingerprint != print_:
        raise KeyReused
    if row.status is not None:
        return row, _replay(row)
    lost = IdempotentRequest.objects.filter(pk=row.pk, status=None, begun_at__lt=now - LONGEST)
    if not lost.update(begun_at=now):
        raise Running
    return row, None


def _forget_old(now: datetime) -> None:
    """Answers may hold what people said: they are not kept longer than promised, whoever asked."""
    old = IdempotentRequest.objects.filter(expires_at__lte=now).values_list("pk", flat=True)[:500]
    IdempotentRequest.objects.filter(pk__in=list(old)).delete()


def _replay(row: IdempotentRequest) -> HttpResponse:
    response = HttpResponse(row.body, status=row.status)
    del response["Content-Type"]
    for name, value in row.headers.items():
        response[name] = value
    response[REPLAYED] = "true"
    return response


def keep(row: IdempotentRequest, response: HttpResponseBase) -> None:
    """Keep an answer for whoever asks again; one that may be better next time frees the key."""
    is_final = (
        response.status_code < 500 and response.status_code not in {401, 403, 429} and not response.streaming
    )
    if not is_final:
        row.delete()
        return
    row.status, row.body = response.status_code, response.content.decode()
    row.headers = {name: response[name] for name in _HEADERS if name in response}
    row.save(update_fields=["status", "body", "headers"])
