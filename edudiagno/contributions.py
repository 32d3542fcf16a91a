"""What EduDiagno holds of a job seeker, for the export and the erasure of their data."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from edudiagno.models import EduDiagnoAttempt
from seekers.contributions import Contribution, Exported, register
from seekers.models import JobSeeker


def export(seeker: JobSeeker) -> Exported:
    """Every sitting with its scores."""
    rows = EduDiagnoAttempt.objects.for_seeker(seeker).select_related("test").order_by("pk")
    return Exported(
        tuple(
            {
                "test": str(row.test),
                "status": row.status,
                "started_at": row.started_at,
                "completed_at": row.completed_at,
                "scores": {
                    "quiz": row.mcq_score,
                    "coding": row.coding_score,
                    "video": row.video_score,
                    "overall": row.overall_score,
                },
                "feedback": row.feedback,
            }
            for row in rows
        )
    )


def erase(seeker: JobSeeker) -> None:
    """Sittings go with the person: nobody else was given them."""
    EduDiagnoAttempt.objects.for_seeker(seeker).delete()


register(Contribution(key="edudiagno", title=_("EduDiagno tests"), export=export, erase=erase))
