"""An applicant to a classic job is moved into an AI interview."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from companies.enums import ApplicationStatus
from companies.models import AiInterviewedJob, JobApplication, Membership
from interviewer.errors import Conflict
from interviewer.journal import services as journal
from interviews.enums import RowResult
from interviews.invitees import Invitee
from interviews.models import Interview
from interviews.services import invitations
from interviews.services.invitations import Outcome
from seekers.queries import profile_from

_CLOSED = (ApplicationStatus.WITHDRAWN, ApplicationStatus.REJECTED)


def why_not_interview(application: JobApplication) -> str:
    """Why this applicant is not invited to an interview; empty when they can be."""
    if application.status in _CLOSED:
        return _("An application that is %(status)s leads to no interview.") % {
            "status": application.get_status_display()
        }
    return ""


def invite(
    *, actor: Membership, application: JobApplication, job: AiInterviewedJob, message: str = ""
) -> Outcome:
    """Invite the applicant to a job's interview and join the two; an interview that is there already is joined.

    Raises Conflict when the application or the job does not allow it.
    """
    if why_not := why_not_interview(application):
        raise Conflict(why_not)
    seeker = application.job_seeker
    person = Invitee(
        line=1, email=seeker.user.email, first_name=seeker.first_name, last_name=seeker.last_name
    )
    with transaction.atomic():
        outcome = invitations.invite(actor=actor, job=job, people=[person], message=message)[0]
        if outcome.interview is None or outcome.result not in {RowResult.INVITED, RowResult.ALREADY}:
            raise Conflict(_("%(name)s: %(why)s.") % {"name": seeker, "why": RowResult(outcome.result).label})
        _join(outcome.interview, application)
        journal.record(
            actor=actor.user,
            action="application.interview",
            subject=application,
            data={"interview": str(outcome.interview.uid), "job": job.title},
        )
    return outcome


def _join(interview: Interview, application: JobApplication) -> None:
    """Fill in what the applicant sent, where nothing stands yet: they correct it in the interview."""
    profile = profile_from(application.profile_snapshot)
    values = {
        "phone": profile.phone[:30],
        "city": profile.current_city[:120],
        "years_of_experience": profile.years_of_experience,
        "skills": list(profile.key_skills),
    }
    changes = {name: value for name, value in values.items() if value and not getattr(interview, name)}
    changes |= {"application": application, "job_seeker": application.job_seeker}
    Interview.objects.filter(pk=interview.pk).update(**changes)
    for name, value in changes.items():
        setattr(interview, name, value)
