"""What happened around an interview, from the journal: decisions, notes, looks, shares, files, e-mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviewer.journal.models import AuditEvent, OutgoingMail
from interviews.enums import Decision, InterviewStatus
from interviews.models import Interview

PAGE_SIZE = 25
LABELS = {
    "interview.decided": gettext_lazy("decided"),
    "interview.noted": gettext_lazy("wrote a note"),
    "interview.tagged": gettext_lazy("added a tag"),
    "interview.untagged": gettext_lazy("took a tag away"),
    "interview.flagged": gettext_lazy("flagged"),
    "interview.unflagged": gettext_lazy("took the flag away"),
    "interview.viewed": gettext_lazy("looked at the interview"),
    "interview.compared": gettext_lazy("compared with others"),
    "interview.exported": gettext_lazy("took a list with this candidate as a file"),
    "interview.report_downloaded": gettext_lazy("downloaded the report"),
    "interview.resume_downloaded": gettext_lazy("downloaded the résumé"),
    "interview.score_overridden": gettext_lazy("set another level"),
    "interview.score_again": gettext_lazy("asked for a new scoring"),
    "interview.scorecard_handed_in": gettext_lazy("handed in a scorecard"),
    "interview.letter_sent": gettext_lazy("wrote to the candidate"),
    "interview.invited": gettext_lazy("sent the invitation"),
    "interview.extended": gettext_lazy("kept the link open longer"),
    "interview.accommodated": gettext_lazy("granted what the candidate needs"),
    "interview.time_given_back": gettext_lazy("gave time back after an outage"),
    "interview.answers_typed": gettext_lazy("chose to type"),
    "review.assigned": gettext_lazy("asked for a review"),
    "review.unassigned": gettext_lazy("took a reviewer out"),
    "report.shared": gettext_lazy("shared the report by link"),
    "report.link_revoked": gettext_lazy("closed a shared link"),
    "report.shared_link_opened": gettext_lazy("opened the shared report"),
}
LABELS |= {f"interview.{status.value}": status.label for status in InterviewStatus}
#: What the journal notes for those who run the product and says nothing about the candidate.
UNTOLD = ("interview.planned", "interview.planned_offline", "interview.question_asked")


@dataclass(frozen=True)
class Entry:
    """One line: who did what, when, and what it says; an e-mail with how its delivery goes."""

    at: datetime
    who: str
    what: str
    details: tuple[str, ...]
    mail: OutgoingMail | None = None


def page_of(interview: Interview, number: str | None) -> Page:
    """A page of what happened, the newest first. While the AI's scores are hidden, without anybody's words."""
    events = AuditEvent.objects.filter(
        subject_type=interview._meta.label_lower, subject_id=str(interview.uid)
    ).exclude(action__in=UNTOLD)
    page = Paginator(events.order_by("-id"), PAGE_SIZE).get_page(number)
    found = list(page.object_list)
    keys = [f"letter:{event.data['letter']}" for event in found if "letter" in event.data]
    mails = {row.key: row for row in OutgoingMail.objects.filter(key__in=keys)}
    page.object_list = [_entry(event, mails, is_blind=interview.is_blind) for event in found]
    return page


def _entry(event: AuditEvent, mails: dict[str, OutgoingMail], *, is_blind: bool) -> Entry:
    return Entry(
        at=event.at,
        who=event.actor_label,
        what=str(LABELS.get(event.action, event.action)),
        details=() if is_blind else _details(event),
        mail=mails.get(f"letter:{event.data.get('letter')}"),
    )


def _details(event: AuditEvent) -> tuple[str, ...]:
    data = event.data
    found = []
    if event.action == "interview.decided":
        labels = dict(Decision.choices)
        found.append(f"{labels.get(data.get('from'), '–')} → {labels.get(data.get('to'), '–')}")
    if event.action == "interview.score_overridden":
        found.append(f"{data.get('competency')}: {data.get('from') or '–'} → {data.get('to')}")
    if data.get("mentions"):
        found.append(_("mentions %(names)s") % {"names": ", ".join(data["mentions"])})
    if data.get("blind"):
        found.append(_("before the AI's scores were seen"))
    found += [
        str(data[name]) for name in ("tag", "reviewer", "subject", "format", "reason") if data.get(name)
    ]
    return tuple(found)
