"""Addresses of this site that are written into certificates and badges."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from edudiagno.badges import Addresses
from edudiagno.models import EduDiagnoCertificate


def absolute(name: str, **kwargs: object) -> str:
    """The whole address of a page."""
    return f"{settings.SITE_URL}{reverse(f'edudiagno:{name}', kwargs=kwargs)}"


def verification(row: EduDiagnoCertificate) -> str:
    """Where anybody may check a certificate."""
    return absolute("verify", code=row.code)


def of_badge(row: EduDiagnoCertificate) -> Addresses:
    """The addresses that a badge names."""
    return Addresses(
        credential=absolute("badge", code=row.code),
        issuer=absolute("issuer"),
        key=absolute("key"),
        revoked=absolute("revoked"),
        criteria=absolute("test", slug=row.attempt.test.slug),
    )
