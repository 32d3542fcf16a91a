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
from django.utils.translation import gettext_lazy

from companies.models import AiInterviewedJob, Membership
from interviewer.accounts.models import fold_email
from interviewer.db.models import SoftDeletedQuerySet
from interviewer.errors import Conflict, Invalid, TooMany
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviews import job_rules, links
from interviews.accommodations import Accommodations
from interviews.enums import InterviewSource, InterviewStatus, Stage
from interviews.invitees import MAX_PEOPLE, Invitee, split_name
from interviews.lifecycles import INTERVIEW
from interviews.models import Interview, Invitation
from interviews.models.interviews import new_link_token
from interviews.services import stages
from interviews.stages import required_stages, time_limit

#: Between two e-mails to one person, and at most so many in a day.
PAUSE = timedelta(minutes=2)
MAX_SENDS_PER_DAY = 5
MAX_EXTRA_TIME_PERCENT = 300

INVITED, ALREADY, BAD_ADDRESS, DUPLICATE, ENDED = "invited", "already", "bad_address", "duplicate", "ended"
LABELS = {
    INVITED: gettext_lazy("invited"),
    ALREADY: gettext_lazy("already invited"),
    BAD_ADDRESS: gettext_lazy("no valid address"),
    DUPLICATE: gettext_lazy("twice in the list"),
    ENDED: gettext_lazy("has withdrawn"),
}


@dataclass(frozen=True)
class Outcome:
    """What became of one line of the list."""

    person: Invitee
    result: str
    interview: Interview | None = None


def invite(
    *, actor: Membership, job: AiInterviewedJob, people: Sequence[Invitee], message: str = ""
) -> list[Outcome]:
    """Invite each person who has no interview for the job yet, and say what became of each line.

    Raises Conflict when the job takes nobody in, Invalid for an empty or too long list.
    """
    if why_not := job_rules.why_not_invite(actor, job):
        raise Conflict(why_not)
    if not people:
        raise Invalid(_("Enter at least one address."))
    if len(people) > MAX_PEOPLE:
        raise Invalid(_("At most %(n)d people at once, please.") % {"n": MAX_PEOPLE})
    outcomes, seen = [], set()
    for person in people:
        if not person.is_valid:
            outcomes.append(Outcome(person, BAD_ADDRESS))
        elif person.email in seen:
            outcomes.append(Outcome(person, DUPLICATE))
        else:
            seen.add(person.email)
            outcomes.append(_invite_one(actor, job, person, message))
    return outcomes


def _invite_one(actor: Membership, job: AiInterviewedJob, person: Invitee, message: str) -> Outcome:
    # A short transaction for each person, under the job's lock: two recruiters with the same list at once
    # make one interview, and others can write between two rows.
    with transaction.atomic():
        AiInterviewedJob.objects.select_for_update().get(pk=job.pk)
        known = _present(job, person.email).order_by("-pk").first()
        if known is None:
            interview = _new(job, person)
        elif known.status in {InterviewStatus.REVOKED, InterviewStatus.EXPIRED} and not known.started_at:
            interview = _again(actor, known)
        else:
            ended = known.status == InterviewStatus.WITHDRAWN
            return Outcome(person, ENDED if ended else ALREADY, known)
        _send(actor, interview, message)
    return Outcome(person, INVITED, interview)


def _present(job: AiInterviewedJob, email: str) -> SoftDeletedQuerySet:
    # Whoever came by the public link and only typed the address does not keep its owner from being invited.
    is_theirs = Q(email_verified_at__isnull=False) | Q(source=InterviewSource.INVITATION)
    return Interview.objects.alive().filter(is_theirs, job=job, email=email)


def _expiry(job: AiInterviewedJob) -> datetime:
    return timezone.now() + timedelta(days=job.invitation_days)


def _new(job: AiInterviewedJob, person: Invitee) -> Interview:
    first, last = split_name(person.name)
    return Interview.objects.create(
        job=job,
        source=InterviewSource.INVITATION,
        email=fold_email(person.email),
        first_name=first,
        last_name=last,
        link_expires_at=_expiry(job),
    )


def _again(actor: Membership, interview: Interview) -> Interview:
    """Somebody whose invitation was withdrawn or ran out gets a new link; the old one stays dead."""
    INTERVIEW.move(
        interview,
        InterviewStatus.INVITED,
        actor=actor.user,
        link_token=new_link_token(),
        link_expires_at=_expiry(interview.job),
    )
    return interview


def _send(actor: Membership, interview: Interview, message: str) -> Invitation:
    job = interview.job
    row = Invitation.objects.create(
        interview=interview,
        email=interview.email,
        name=interview.full_name,
        invited_by=actor.user,
        message=message,
    )
    context = {
        "name": interview.first_name,
        "job": job.title,
        "company_name": job.company.name,
        "message": message,
        "href": links.private_link(interview),
        "expires_at": interview.link_expires_at,
        "stages": [stage.label for stage in required_stages(stages.plan_of(interview))[3:-1]],
        "records": job.has_conversation and not interview.text_only,
        "sender": actor.user.get_full_name(),
    }
    mail.send(
        kind="invitation",
        to=interview.email,
        context=context,
        key=f"invitation:{row.uid}",
        language=job.interview_language,
    )
    journal.record(actor=actor.user, action="interview.invited", subject=interview)
    return row


def resend(*, actor: Membership, interview: Interview) -> Invitation:
    """Send the same link again; one that has run out is opened for the usual time.

    Raises Conflict when the interview is over or the job closed, TooMany when it was sent a moment ago.
    """
    if why_not := job_rules.why_not_invite(actor, interview.job):
        raise Conflict(why_not)
    if interview.status not in {InterviewStatus.INVITED, InterviewStatus.IN_PROGRESS} or not interview.email:
        raise Conflict(_("There is no open invitation to send again."))
    now = timezone.now()
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)
        day = interview.invitations.filter(sent_at__gt=now - timedelta(days=1))
        times = list(day.order_by("sent_at").values_list("sent_at", flat=True))
        if times and now - times[-1] < PAUSE:
            raise TooMany(_("It was sent a moment ago. Please wait two minutes."), retry_after_seconds=120)
        if len(times) >= MAX_SENDS_PER_DAY:
            text = _("It was sent %(n)d times within a day. Please wait until tomorrow.")
            raise TooMany(text % {"n": len(times)}, retry_after_seconds=3600)
        if interview.link_expires_at <= now:
            interview.link_expires_at = _expiry(interview.job)
            interview.save(update_fields=["link_expires_at", "updated_at"])
        last = interview.invitations.order_by("-sent_at").first()
        return _send(actor, interview, last.message if last else "")


def revoke(*, actor: Membership, interview: Interview, reason: str = "") -> Interview:
    """Close the link at once. Raises Conflict when the interview was handed in."""
    with transaction.atomic():
        INTERVIEW.move(interview, InterviewStatus.REVOKED, actor=actor.user, reason=reason)
        interview.invitations.filter(revoked_at=None).update(revoked_at=timezone.now())
    return interview


def extend(*, actor: Membership, interview: Interview, days: int) -> Interview:
    """Keep the link open for so many more days, from today or from its end, whichever is later."""
    if not 1 <= days <= 180:
        raise Invalid(_("Between 1 and 180 days, please."), fields={"days": _("Between 1 and 180.")})
    until = max(timezone.now(), interview.link_expires_at) + timedelta(days=days)
    with transaction.atomic():
        if interview.status == InterviewStatus.EXPIRED:
            back = InterviewStatus.IN_PROGRESS if interview.started_at else InterviewStatus.INVITED
            INTERVIEW.move(interview, back, actor=actor.user, link_expires_at=until)
        elif interview.status in {InterviewStatus.INVITED, InterviewStatus.IN_PROGRESS}:
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
