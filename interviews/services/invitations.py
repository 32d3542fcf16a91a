"""Asking people to an interview: invite, send again, withdraw, extend, accommodate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from companies import rules as company_rules
from companies.models import AiInterviewedJob, Membership
from interviewer.accounts.models import fold_email
from interviewer.errors import Conflict, Invalid, TooMany
from interviewer.journal import services as journal
from interviews import job_rules, rules
from interviews.accommodations import Accommodations
from interviews.enums import InterviewSource, InterviewStatus, RowResult, Stage
from interviews.invitee_values import MAX_DAYS
from interviews.invitees import Invitee
from interviews.lifecycles import INTERVIEW
from interviews.models import Interview, Invitation
from interviews.models.interviews import new_link_token
from interviews.services import invitation_mails, stages
from interviews.stages import time_limit

#: Between two e-mails to one person, and at most so many in a day.
PAUSE = timedelta(minutes=2)
MAX_SENDS_PER_DAY = 5
MAX_EXTRA_TIME_PERCENT = 300
#: So many are invited while somebody waits; longer lists are worked off in the background (invitation_batches).
MAX_AT_ONCE = 200

INVITED, ALREADY, BAD_ADDRESS = RowResult.INVITED, RowResult.ALREADY, RowResult.BAD_ADDRESS
DUPLICATE, ENDED = RowResult.DUPLICATE, RowResult.ENDED
_SHUT = {InterviewStatus.REVOKED, InterviewStatus.EXPIRED}
_OPEN = {InterviewStatus.INVITED, InterviewStatus.IN_PROGRESS}


@dataclass(frozen=True)
class Outcome:
    """What became of one line of the list."""

    person: Invitee
    result: str
    interview: Interview | None = None
    detail: str = ""


def invite(
    *,
    actor: Membership,
    job: AiInterviewedJob,
    people: Sequence[Invitee],
    message: str = "",
    deadline_at: datetime | None = None,
) -> list[Outcome]:
    """Invite each person who has no open interview for the job yet, and say what became of each line.

    A line's own deadline counts before `deadline_at`, and this before the job's days. Raises Conflict when the
    job takes nobody in, Invalid for an empty or too long list.
    """
    if not people:
        raise Invalid(_("Enter at least one address."))
    if len(people) > MAX_AT_ONCE:
        raise Invalid(_("At most %(n)d people at once, please.") % {"n": MAX_AT_ONCE})
    # Under the job's lock: two recruiters with the same list at once make one interview.
    with transaction.atomic():
        job = _locked_job(job)
        if why_not := job_rules.why_not_invite(actor, job):
            raise Conflict(why_not)
        known = _present(job, [person.email for person in people if person.is_valid])
        outcomes: list[Outcome] = []
        seen: set[str] = set()
        for person in people:
            if not person.is_valid:
                outcomes.append(Outcome(person, person.result, detail=person.detail))
            elif person.email in seen:
                outcomes.append(Outcome(person, DUPLICATE))
            else:
                seen.add(person.email)
                until = person.deadline_at or deadline_at or _expiry(job)
                outcomes.append(_invite_one(actor, job, person, known.get(fold_email(person.email)), until))
        _send_all(actor, [one.interview for one in outcomes if one.result == INVITED], message)
    return outcomes


def _locked_job(job: AiInterviewedJob) -> AiInterviewedJob:
    rows = AiInterviewedJob.objects.select_for_update(of=("self",)).select_related("company")
    return rows.get(pk=job.pk)


def _locked(interview: Interview) -> Interview:
    """The interview as it is now, kept from changing until the transaction ends."""
    rows = Interview.objects.select_for_update(of=("self",)).select_related("job__company")
    return rows.get(pk=interview.pk)


def _present(job: AiInterviewedJob, emails: Sequence[str]) -> dict[str, Interview]:
    # Whoever came by the public link and only typed the address does not keep its owner from being invited.
    is_theirs = Q(email_verified_at__isnull=False) | Q(source=InterviewSource.INVITATION)
    folded = [fold_email(email) for email in emails]
    rows = (
        Interview.objects.alive().filter(is_theirs, job=job, email__in=folded).select_related("job__company")
    )
    return {row.email: row for row in rows.order_by("pk")}


def _invite_one(
    actor: Membership, job: AiInterviewedJob, person: Invitee, known: Interview | None, until: datetime
) -> Outcome:
    if known is None:
        return Outcome(person, INVITED, _new(job, person, until))
    if known.status == InterviewStatus.WITHDRAWN:
        return Outcome(person, ENDED, known)
    if known.status in _SHUT:
        # The old link stays dead; whoever had begun goes on where they were.
        back = InterviewStatus.IN_PROGRESS if known.started_at else InterviewStatus.INVITED
        INTERVIEW.move(
            known, back, actor=actor.user, link_token=new_link_token(), link_expires_at=until, opened_at=None
        )
        return Outcome(person, INVITED, known)
    if known.status == InterviewStatus.INVITED and known.link_expires_at <= timezone.now():
        known.link_expires_at = until
        known.save(update_fields=["link_expires_at", "updated_at"])
        return Outcome(person, INVITED, known)
    return Outcome(person, ALREADY, known)


def _expiry(job: AiInterviewedJob) -> datetime:
    return timezone.now() + timedelta(days=job.invitation_days)


def _new(job: AiInterviewedJob, person: Invitee, until: datetime) -> Interview:
    return Interview(
        job=job,
        source=InterviewSource.INVITATION,
        source_tag=person.source_tag,
        external_id=person.external_id,
        email=fold_email(person.email),
        first_name=person.first_name,
        last_name=person.last_name,
        phone=person.phone,
        city=person.city,
        link_expires_at=until,
    )


def _send_all(actor: Membership, interviews: Sequence[Interview], message: str) -> None:
    """Keep the new interviews and invite everybody: few statements, however many people."""
    Interview.objects.bulk_create([one for one in interviews if one.pk is None])
    rows = [_invitation(actor, one, message) for one in interviews]
    Invitation.objects.bulk_create(rows)
    invitation_mails.send_invitations(invitations=rows, sender=actor.user.get_full_name())
    journal.record_all(actor=actor.user, action="interview.invited", subjects=interviews)


def _invitation(actor: Membership, interview: Interview, message: str) -> Invitation:
    return Invitation(
        interview=interview,
        email=interview.email,
        name=interview.full_name,
        invited_by=actor.user,
        message=message,
    )


def why_not_resend(actor: Membership, interview: Interview) -> str:
    """Why this member may not send the link again; empty when they may.

    A closed job takes in nobody new; whoever has begun may finish, and may need the link for it.
    """
    if interview.status not in _OPEN or not interview.email:
        return _("There is no open invitation to send again.")
    if interview.status == InterviewStatus.INVITED:
        return job_rules.why_not_invite(actor, interview.job)
    return company_rules.why_not_edit(actor) or rules.why_not_go_on(interview.job)


def resend(*, actor: Membership, interview: Interview) -> Invitation:
    """Send the same link again; one that has run out is opened for the usual time.

    Raises Conflict when the interview is over or nobody may go on with it, TooMany when it was sent a moment ago.
    """
    with transaction.atomic():
        interview = _locked(interview)
        if why_not := why_not_resend(actor, interview):
            raise Conflict(why_not)
        _refuse_floods(interview)
        if interview.link_expires_at <= timezone.now():
            interview.link_expires_at = _expiry(interview.job)
            interview.save(update_fields=["link_expires_at", "updated_at"])
        last = interview.invitations.order_by("-sent_at").first()
        _send_all(actor, [interview], last.message if last else "")
        return interview.invitations.latest("sent_at")


def _refuse_floods(interview: Interview) -> None:
    now = timezone.now()
    day = interview.invitations.filter(sent_at__gt=now - timedelta(days=1))
    times = list(day.order_by("sent_at").values_list("sent_at", flat=True))
    if times and now - times[-1] < PAUSE:
        raise TooMany(_("It was sent a moment ago. Please wait two minutes."), retry_after_seconds=120)
    if len(times) >= MAX_SENDS_PER_DAY:
        text = _("It was sent %(n)d times within a day. Please wait until tomorrow.")
        raise TooMany(text % {"n": len(times)}, retry_after_seconds=3600)


def revoke(*, actor: Membership, interview: Interview, reason: str = "") -> Interview:
    """Close the link at once. Raises Conflict when the interview was handed in."""
    with transaction.atomic():
        interview = _locked(interview)
        if interview.status not in _OPEN:
            raise Conflict(_("There is no open invitation to withdraw."))
        INTERVIEW.move(interview, InterviewStatus.REVOKED, actor=actor.user, reason=reason)
        interview.invitations.filter(revoked_at=None).update(revoked_at=timezone.now())
    return interview


def extend(*, actor: Membership, interview: Interview, days: int) -> Interview:
    """Keep the link open for so many more days, from today or from its end, whichever is later."""
    if not 1 <= days <= MAX_DAYS:
        raise Invalid(_("Between 1 and 180 days, please."), fields={"days": _("Between 1 and 180.")})
    with transaction.atomic():
        interview = _locked(interview)
        until = max(timezone.now(), interview.link_expires_at) + timedelta(days=days)
        if interview.status == InterviewStatus.EXPIRED:
            back = InterviewStatus.IN_PROGRESS if interview.started_at else InterviewStatus.INVITED
            INTERVIEW.move(interview, back, actor=actor.user, link_expires_at=until)
        elif interview.status in _OPEN:
            interview.link_expires_at = until
            interview.save(update_fields=["link_expires_at", "updated_at"])
        else:
            raise Conflict(_("There is no open invitation to extend."))
        data = {"days": days, "until": until.isoformat()}
        journal.record(actor=actor.user, action="interview.extended", subject=interview, data=data)
    return interview


def accommodate(*, actor: Membership, interview: Interview, granted: Accommodations) -> Interview:
    """Grant what somebody needs to take part; with extra time a clock that runs already is moved as well.

    Raises Invalid for a percentage or a language that there is not.
    """
    extra_time_percent = granted.extra_time_percent
    if not 0 <= extra_time_percent <= MAX_EXTRA_TIME_PERCENT:
        raise Invalid(_("Between 0 and 300 percent, please."))
    if granted.language and granted.language not in dict(settings.LANGUAGES):
        raise Invalid(_("Interviews are not held in that language."))
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)
        plan, before = stages.plan_of(interview), interview.extra_time_percent
        for attempt in interview.stage_attempts.filter(finished_at=None).exclude(deadline_at=None):
            stage = Stage(attempt.stage)
            limits = [time_limit(plan, stage, percent) for percent in (before, extra_time_percent)]
            if limits[0] and limits[1]:
                attempt.deadline_at += limits[1] - limits[0]
                attempt.save(update_fields=["deadline_at", "updated_at"])
        data = asdict(granted)
        for name, value in data.items():
            setattr(interview, name, value)
        interview.save(update_fields=[*data, "updated_at"])
        journal.record(actor=actor.user, action="interview.accommodated", subject=interview, data=data)
    return interview
