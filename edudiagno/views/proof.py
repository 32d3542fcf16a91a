"""What anybody may check: a certificate by its code, its badge, who issues badges, and which are void."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from edudiagno import badges, links
from edudiagno.models import EduDiagnoCertificate
from interviewer.errors import NotFound

MAX_REVOKED = 10_000


def _certificate(code: str) -> EduDiagnoCertificate:
    rows = EduDiagnoCertificate.objects.select_related("attempt__test")
    found = rows.filter(code=code.upper()).first()
    if found is None:
        raise NotFound
    return found


@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Whether a certificate is genuine, whose it is and for what; never the score."""
    found = _certificate(code)
    context = {"certificate": found, "test": found.attempt.test, "address": links.verification(found)}
    return render(request, "edudiagno/verify.html", context)


@require_safe
def badge(request: HttpRequest, code: str) -> HttpResponse:
    """The badge as a signed credential (a JWT), as wallets take it."""
    found = _certificate(code)
    return HttpResponse(
        found.credential,
        content_type="application/vc+jwt",
        headers={"Content-Disposition": f'attachment; filename="badge-{found.code}.jwt"'},
    )


@require_safe
def issuer(request: HttpRequest) -> HttpResponse:
    """Who issues the badges."""
    return JsonResponse(badges.issuer(links.absolute("issuer")))


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public key that badges are checked with."""
    return JsonResponse(badges.public_jwk() | {"kid": links.absolute("key")})


@require_safe
def revoked(request: HttpRequest) -> HttpResponse:
    """The badges that are void, as a 1EdTech revocation list."""
    rows = EduDiagnoCertificate.objects.exclude(revoked_at=None).order_by("-revoked_at")[:MAX_REVOKED]
    listed = [
        {
            "id": links.absolute("badge", code=row.code),
            "revoked": True,
            "revocationReason": row.revoked_reason,
        }
        for row in rows
    ]
    own, by = links.absolute("revoked"), links.absolute("issuer")
    return JsonResponse({"id": own, "issuer": by, "revokedCredentials": listed})
