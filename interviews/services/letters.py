"""Letters to candidates about a decision: a company's own texts, and sending one."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from companies.letters import Letter, fill, mistake
from companies.models import Company, Membership
from interviewer.errors import Invalid
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviews.enums import Decision
from interviews.letters import standard
from interviews.models import CandidateMail, DecisionLetter, Interview
from interviews.services import review

#: Decisions that a candidate can be written to about.
WRITTEN_ABOUT = tuple(decision for decision in Decision if decision != Decision.UNDECIDED)
MAX_SUBJECT, MAX_BODY = 150, 5_000


def template_of(company: Company, decision: str) -> Letter:
    """What a company writes for a decision; the standard text where it has none of its own."""
    own = DecisionLetter.objects.filter(company=company, decision=decision).first()
    return Letter(own.subject, own.body) if own else standard(decision)


def check(letter: Letter) -> None:
    """Raise Invalid for an empty or too long letter, and for braces that are no placeholder."""
    wrong = {}
    for name, text, most in (("subject", letter.subject, MAX_SUBJECT), ("body", letter.body, MAX_BODY)):
        if not text.strip():
            wrong[name] = _("Write something here.")
        elif len(text) > most:
            wrong[name] = _("At most %(n)d characters, please.") % {"n": most}
        elif unknown := mistake(text):
            wrong[name] = unknown
    if wrong:
        raise Invalid(fields=wrong)


def save_template(*, actor: object, company: Company, decision: str, letter: Letter) -> DecisionLetter:
    """Keep a company's text for a decision. Raises Invalid."""
    if decision not in WRITTEN_ABOUT:
        raise Invalid(fields={"decision": _("Choose one of the decisions.")})
    check(letter)
    with transaction.atomic():
        row, _is_new = DecisionLetter.objects.update_or_create(
            company=company,
            decision=decision,
            defaults={"subject": " ".join(letter.subject.split()), "body": letter.body.strip()},
        )
        journal.record(
            actor=actor, action="company.letter_saved", subject=company, data={"decision": decision}
        )
    return row


def drop_template(*, actor: object, company: Company, decision: str) -> None:
    """Go back to the standard text."""
    with transaction.atomic():
        gone, _rows = DecisionLetter.objects.filter(company=company, decision=decision).delete()
        if gone:
            journal.record(
                actor=actor, action="company.letter_dropped", subject=company, data={"decision": decision}
            )


def written_for(*, actor: Membership, interview: Interview, letter: Letter) -> Letter:
    """A letter with its placeholders replaced for one candidate."""
    values = {
        "first_name": interview.first_name or _("candidate"),
        "name": interview.full_name or _("candidate"),
        "job": interview.job.title,
        "company": interview.job.company.name,
        "sender": actor.user.get_full_name() or interview.job.company.name,
    }
    return Letter(fill(letter.subject, values), fill(letter.body, values))


def send(*, actor: Membership, interview: Interview, decision: str, letter: Letter) -> CandidateMail:
    """Send a letter, as a task that is tried again until it is out. Raises Invalid, also without an address."""
    check(letter)
    if not interview.email:
        raise Invalid(fields={"body": _("This candidate has no e-mail address.")})
    text = written_for(actor=actor, interview=interview, letter=letter)
    with transaction.atomic():
        row = CandidateMail.objects.create(
            interview=interview,
            decision=decision,
            to=interview.email,
            subject=" ".join(text.subject.split())[:200],
            body=text.body.strip(),
            sent_by=actor.user,
        )
        company = interview.job.company
        mail.send(
            kind="candidate_letter",
            to=row.to,
            context={
                "letter_subject": row.subject,
                "letter_body": row.body,
                "company_name": company.name,
                "company_email": company.email,
            },
            key=row.key,
            language=interview.language or interview.job.interview_language,
        )
        journal.record(
            actor=actor.user,
            action="interview.letter_sent",
            subject=interview,
            data={"letter": str(row.uid), "decision": decision, "subject": row.subject},
        )
    return row


def decide_and_write(
    *,
    actor: Membership,
    interview: Interview,
    decision: str,
    reason: str,
    seen: int | None,
    letter: Letter | None,
) -> None:
    """Record a decision and send the letter about it, or neither. Raises what `review.decide` and `send` raise."""
    with transaction.atomic():
        review.decide(actor=actor.user, interview=interview, decision=decision, reason=reason, seen=seen)
        if letter:
            send(actor=actor, interview=interview, decision=decision, letter=letter)
