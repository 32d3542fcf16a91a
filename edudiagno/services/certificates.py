"""Certificates: issued when a test is passed, printed in the background, revoked with a reason."""

from __future__ import annotations

from datetime import timedelta

import segno
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from edudiagno import badges, links
from edudiagno.models import EduDiagnoAttempt, EduDiagnoCertificate
from interviewer import background
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal
from interviewer.web.printing import as_pdf


def issue(*, attempt: EduDiagnoAttempt) -> EduDiagnoCertificate:
    """Give a passed attempt its certificate and badge; one that has them keeps them. Call it in a transaction."""
    from edudiagno import tasks

    holder = str(attempt.job_seeker)
    row, is_new = EduDiagnoCertificate.objects.get_or_create(attempt=attempt, defaults={"holder": holder})
    if not is_new:
        return row
    row.credential = _signed(row)
    row.save(update_fields=["credential", "updated_at"])
    journal.record(actor="system", action="edudiagno_certificate.issued", subject=row)
    background.enqueue(tasks.print_certificate, row.pk)
    return row


def _signed(row: EduDiagnoCertificate) -> str:
    test, at = row.attempt.test, links.of_badge(row)
    achieved = badges.Achieved(
        holder=row.holder,
        email=row.attempt.job_seeker.user.email,
        salt=row.uid.hex,
        title=test.title,
        description=test.description,
        level=test.get_level_display(),
        achievement_id=f"urn:uuid:{test.uid}",
        issued_at=row.issued_at,
    )
    return badges.sign(badges.credential(achieved, at), at.key, row.issued_at)


def revoke(*, actor: object, certificate: EduDiagnoCertificate, reason: str) -> None:
    """Declare a certificate void, for everybody who checks it or its badge. Raises Invalid without a reason."""
    if not reason.strip():
        raise Invalid(
            _("Say why: it is shown to whoever checks the certificate."), fields={"reason": _("Say why.")}
        )
    with transaction.atomic():
        rows = EduDiagnoCertificate.objects.filter(pk=certificate.pk, revoked_at=None)
        values = {"revoked_at": timezone.now(), "revoked_reason": reason.strip()[:300]}
        if not rows.update(**values, updated_at=timezone.now()):
            raise Conflict(_("It is revoked already."))
        journal.record(
            actor=actor, action="edudiagno_certificate.revoked", subject=certificate, data={"reason": reason}
        )
    certificate.refresh_from_db()


def print_pdf(*, certificate_id: int) -> None:
    """Make the PDF of a certificate; nothing when it is there."""
    rows = EduDiagnoCertificate.objects.select_related("attempt__test", "attempt__job_seeker")
    row = rows.filter(pk=certificate_id, pdf="").first()
    if row is None:
        return
    address = links.verification(row)
    code = segno.make(address, error="m").svg_inline(scale=3, border=0, svgclass=None, lineclass=None)
    context = {
        "certificate": row,
        "test": row.attempt.test,
        "address": address,
        "qr": mark_safe(code),  # noqa: S308  (made here, of our own address)
    }
    content = ContentFile(as_pdf("edudiagno/certificate_pdf.html", context))
    row.pdf.save(f"{row.uid}.pdf", content, save=False)
    EduDiagnoCertificate.objects.filter(pk=row.pk).update(pdf=row.pdf.name)


@background.reconciler
def print_missing() -> int:
    """Ask again for certificates that were not printed; returns how many."""
    from edudiagno import tasks

    before = timezone.now() - timedelta(minutes=1)
    rows = EduDiagnoCertificate.objects.filter(pdf="", issued_at__lt=before).order_by("pk")
    return background.ask_again(tasks.print_certificate, rows.values_list("pk")[:50])
