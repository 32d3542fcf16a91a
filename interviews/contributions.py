"""What interviews hold of a job seeker, for the export and the erasure of their data."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.files.base import File
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviewer.accounts.services import users
from interviews.models import Consent, Interview, InterviewQuestionAndResponse
from seekers.contributions import Consented, Contribution, Exported, register
from seekers.models import JobSeeker


def own(seeker: JobSeeker) -> QuerySet[Interview]:
    """Interviews that are linked to the profile, and those sat with the account's address if both were proven."""
    mine = Q(job_seeker=seeker)
    if users.has_proven_address(user=seeker.user):
        mine |= Q(email=seeker.user.email, email_verified_at__isnull=False)
    return Interview.objects.alive().filter(mine).select_related("job__company").order_by("pk")


def export(seeker: JobSeeker) -> Exported:
    """What was asked and answered, and the résumé that was handed in. Scores are the company's."""
    rows: list[dict[str, object]] = []
    files: dict[str, File] = {}
    for interview in own(seeker).prefetch_related("turns"):
        rows.append(_row(interview))
        if interview.resume:
            ending = interview.resume.name.rpartition(".")[2]
            files[f"{interview.uid}/resume.{ending}"] = interview.resume
    return Exported(tuple(rows), files)


def _row(interview: Interview) -> dict[str, object]:
    turns = sorted(interview.turns.all(), key=lambda turn: turn.order)
    return {
        "id": str(interview.uid),
        "company": interview.job.company.name,
        "job": interview.job.title,
        "status": interview.status,
        "since": interview.created_at,
        "completed_at": interview.completed_at,
        "given": {
            name: getattr(interview, name)
            for name in ("first_name", "last_name", "email", "phone", "city", "education", "skills")
        },
        "transcript": [_turn(turn) for turn in turns],
    }


def _turn(turn: InterviewQuestionAndResponse) -> dict[str, object]:
    return {"question": turn.question, "answer": turn.answer, "heard": turn.transcript}


def consents(seeker: JobSeeker) -> Iterable[Consented]:
    """Consents to interviews."""
    rows = Consent.objects.filter(interview__in=own(seeker)).select_related("interview__job__company")
    return [
        Consented(
            _("Interview with %(company)s") % {"company": row.interview.job.company.name},
            row.text_version,
            row.given_at,
        )
        for row in rows.order_by("-given_at")
    ]


def erase(seeker: JobSeeker) -> None:
    """Take the link to the profile away: the interview itself was given to the company."""
    Interview.objects.filter(job_seeker=seeker).update(job_seeker=None)


register(
    Contribution(
        key="interviews",
        title=gettext_lazy("Interviews"),
        export=export,
        erase=erase,
        kept=gettext_lazy(
            "Interviews you sat: the company that invited you decides about them and keeps them by its own rules, "
            "without a link to your profile. Ask the company to delete them."
        ),
        consents=consents,
    )
)
