"""What a company does with applications: moving them through their statuses, notes, flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from companies import mentions, rules
from companies.enums import ApplicationStatus
from companies.letters import Letter
from companies.lifecycles import APPLICATION
from companies.models import ApplicationNote, JobApplication, Membership
from companies.services import letters
from interviewer.errors import Conflict, DomainError, Invalid
from interviewer.integrations import mail
from interviewer.journal import services as journal

MAX_AT_ONCE = 200
#: Where a company can move an application; applying and withdrawing are the job seeker's.
TARGETS = (ApplicationStatus.SHORTLISTED, ApplicationStatus.ACCEPTED, ApplicationStatus.REJECTED)


@dataclass(frozen=True)
class Chosen:
    """An application and the status in which the member saw it."""

    application: JobApplication
    seen: str


@dataclass(frozen=True)
class Outcome:
    """What became of one application: why it was not moved, or nothing."""

    application: JobApplication
    why_not: str = ""


def may_move(application: JobApplication, to: str) -> bool:
    """Whether the company can move the application there."""
    return to in TARGETS and APPLICATION.can(application, to)


def move(
    *, actor: Membership, application: JobApplication, to: str, seen: str, letter: Letter | None = None
) -> JobApplication:
    """Move an application and write to the applicant, together or not at all.

    Raises Conflict when it is not any more where the member saw it, or cannot go there; NotAllowed for reviewers.
    """
    rules.require(rules.why_not_edit(actor))
    if application.status != seen:
        raise Conflict(_somebody_was_first(application))
    if not may_move(application, to):
        raise Conflict(
            _("An application that is %(now)s cannot become %(to)s.")
            % {"now": application.get_status_display(), "to": ApplicationStatus(to).label}
        )
    with transaction.atomic():
        try:
            APPLICATION.move(application, to, actor=actor.user)
        except Conflict as problem:
            application.refresh_from_db(fields=["status"])
            raise Conflict(_somebody_was_first(application)) from problem
        if letter:
            letters.send(actor=actor.user, application=application, letter=letter)
    return application


def _somebody_was_first(application: JobApplication) -> str:
    return _("Somebody else moved it meanwhile: it is %(status)s now.") % {
        "status": application.get_status_display()
    }


def move_many(
    *, actor: Membership, chosen: Sequence[Chosen], to: str, letter: Letter | None = None
) -> list[Outcome]:
    """Move each application that can go there, and say what became of each; one's refusal stops no other.

    Raises Invalid for too many or a wrong placeholder, before anything is moved.
    """
    if not 1 <= len(chosen) <= MAX_AT_ONCE:
        raise Invalid(_("Choose between 1 and %(n)d applications.") % {"n": MAX_AT_ONCE})
    if letter:
        letters.require_right(letter)
    return [_moved(actor, one, to, letter) for one in chosen]


def _moved(actor: Membership, one: Chosen, to: str, letter: Letter | None) -> Outcome:
    try:
        move(actor=actor, application=one.application, to=to, seen=one.seen, letter=letter)
    except DomainError as refusal:
        return Outcome(one.application, refusal.message)
    return Outcome(one.application)


def set_flagged(*, actor: object, application: JobApplication, flagged: bool) -> JobApplication:
    """Mark an application to be looked at again, or take the mark off."""
    with transaction.atomic():
        if JobApplication.objects.filter(pk=application.pk, flagged=not flagged).update(flagged=flagged):
            action = "application.flagged" if flagged else "application.unflagged"
            journal.record(actor=actor, action=action, subject=application)
    application.flagged = flagged
    return application


def add_note(*, actor: Membership, application: JobApplication, text: str) -> ApplicationNote:
    """Write a note for the company; members who are named with an @ get an e-mail, but for its author."""
    members = list(
        Membership.objects.filter(company=actor.company, removed_at=None)
        .select_related("user")
        .order_by("pk")
    )
    with transaction.atomic():
        note = ApplicationNote.objects.create(application=application, author=actor.user, text=text.strip())
        journal.record(actor=actor.user, action="application.noted", subject=application)
        for member in mentions.mentioned(text, members):
            if member.pk != actor.pk:
                _tell(actor, note, member)
    return note


def _tell(actor: Membership, note: ApplicationNote, member: Membership) -> None:
    application = note.application
    href = f"{settings.SITE_URL}{reverse('workspace:application', args=[application.uid])}"
    context = {
        "company_name": actor.company.name,
        "sender": actor.user.get_full_name(),
        "name": str(application.job_seeker),
        "job": application.job,
        "message": note.text,
        "href": href,
    }
    mail.send(
        kind="note_mention",
        to=member.user.email,
        context=context,
        key=f"note-mention:{note.uid}:{member.pk}",
        language=member.user.language,
    )
