"""Writing to applicants: a company's templates, and e-mails whose delivery can be followed."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from companies import letters
from companies.letters import Letter
from companies.models import Company, JobApplication, LetterTemplate, SentLetter
from interviewer.errors import Invalid
from interviewer.integrations import mail
from interviewer.journal import services as journal


def template(company: Company, status: str) -> Letter:
    """The company's wording for a status, or ours."""
    row = LetterTemplate.objects.filter(company=company, status=status).first()
    return Letter(row.subject, row.body, row.is_on) if row else letters.default(status)


def templates(company: Company) -> dict[str, Letter]:
    """The wording for every status that a company can write about. One query."""
    own = {row.status: row for row in LetterTemplate.objects.filter(company=company)}
    return {
        str(status): Letter(own[status].subject, own[status].body, own[status].is_on)
        if status in own
        else letters.default(status)
        for status in letters.STATUSES
    }


def save(*, actor: object, company: Company, status: str, letter: Letter) -> LetterTemplate:
    """Keep a company's wording; raises Invalid for a placeholder that there is not."""
    require_right(letter)
    with transaction.atomic():
        row, _is_new = LetterTemplate.objects.update_or_create(
            company=company,
            status=status,
            defaults={"subject": letter.subject, "body": letter.body, "is_on": letter.is_on},
        )
        journal.record(
            actor=actor, action="company.letter_edited", subject=company, data={"status": str(status)}
        )
    return row


def require_right(letter: Letter) -> None:
    """Raise Invalid, beside its field, for a placeholder that there is not."""
    parts = {"subject": letter.subject, "body": letter.body}
    wrong = {name: letters.mistake(text) for name, text in parts.items() if letters.mistake(text)}
    if wrong:
        raise Invalid(" ".join(wrong.values()), fields=wrong)


def filled(application: JobApplication, letter: Letter, sender: str) -> Letter:
    """The letter as this applicant gets it."""
    seeker, job = application.job_seeker, application.job
    values = {
        "first_name": seeker.first_name,
        "name": str(seeker),
        "job": job.title,
        "company": job.company.name,
        "sender": sender,
    }
    subject = " ".join(letters.fill(letter.subject, values).split())
    return Letter(subject[:250], letters.fill(letter.body, values))


def send(*, actor: object, application: JobApplication, letter: Letter) -> SentLetter:
    """Write to an applicant about the present status; the row's mail tells how far it got."""
    require_right(letter)
    job, user = application.job, application.job_seeker.user
    sender = actor.get_full_name() if actor else job.company.name  # type: ignore[attr-defined]
    text = filled(application, letter, sender)
    with transaction.atomic():
        row = SentLetter.objects.create(
            application=application,
            status=application.status,
            subject=text.subject,
            text=text.body,
            sent_by=actor,  # type: ignore[misc]
        )
        context = {
            "subject": text.subject,
            "body": text.body,
            "company_name": job.company.name,
            "href": f"{settings.SITE_URL}{reverse('seekers:application', args=[application.uid])}",
        }
        row.mail = mail.send(
            kind="application_update",
            to=user.email,
            context=context,
            key=f"application-letter:{row.uid}",
            language=user.language,
        )
        row.save(update_fields=["mail", "updated_at"])
    return row


def acknowledge(*, application: JobApplication) -> SentLetter | None:
    """Thank somebody who just applied, unless the company does not write then."""
    with override(application.job_seeker.user.language):
        letter = template(application.job.company, application.status)
        return send(actor=None, application=application, letter=letter) if letter.is_on else None
