"""Scoring a handed-in attempt: wait for what is missing, mark, complete, and bring the job seeker's score up to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from edudiagno import scores
from edudiagno.enums import AttemptStatus, Section, TranscriptStatus
from edudiagno.lifecycles import ATTEMPT
from edudiagno.models import EduDiagnoAttempt, EduDiagnoVideoResponse
from edudiagno.scores import Best, Part
from edudiagno.services import certificates, coding, mcq, videos
from interviewer import background
from interviewer.errors import Invalid
from interviewer.journal import services as journal
from seekers.models import JobSeeker

#: After this long, scoring no longer waits for a transcript or a verdict that does not come.
PATIENCE = timedelta(minutes=30)


def waits_for(attempt: EduDiagnoAttempt) -> str:
    """What scoring still waits for, in words for people; empty when everything is there."""
    if attempt.submitted_at and timezone.now() - attempt.submitted_at > PATIENCE:
        return ""
    if coding.is_judging(attempt=attempt):
        return _("Your code is being judged.")
    if attempt.video_responses.filter(transcript_status=TranscriptStatus.WAITING).exists():
        return _("Your recorded answers are being written down.")
    return ""


def nudge(*, attempt: EduDiagnoAttempt) -> None:
    """Something that scoring may have waited for is there: look again."""
    from edudiagno import tasks

    if attempt.status == AttemptStatus.SCORING:
        background.enqueue(tasks.score_attempt, attempt.pk)


def run(*, attempt_id: int) -> None:
    """Score an attempt that was handed in, and complete it. Nothing when it is scored already, or when something is
    still missing (the one who brings it calls `nudge`). Raises Unavailable."""
    rows = EduDiagnoAttempt.objects.select_related("test", "job_seeker__user")
    attempt = rows.filter(pk=attempt_id).first()
    if attempt is None or attempt.status != AttemptStatus.SCORING or waits_for(attempt):
        return
    videos.assess_all(attempt=attempt)
    with transaction.atomic():
        # The seeker's row is the lock: their score is made of all their attempts.
        JobSeeker.objects.select_for_update().get(pk=attempt.job_seeker_id)
        attempt.refresh_from_db(fields=["status"])
        if attempt.status != AttemptStatus.SCORING:
            return
        ATTEMPT.move(attempt, AttemptStatus.COMPLETED, actor="system", **_scores(attempt))
        _follow(attempt)
        coding.ask_comparison(attempt=attempt)


def _scores(attempt: EduDiagnoAttempt) -> dict[str, object]:
    """What is written on the attempt: scores, whether it is passed, and a plain summary."""
    found = {
        Section.MCQ: mcq.mark(attempt=attempt),
        Section.CODING: coding.score(attempt=attempt),
        Section.VIDEO: videos.score(attempt=attempt),
    }
    test, present = attempt.test, [section for section in Section if section in attempt.sections]
    overall = scores.weighted(Part(test.section_weight(one), found[one]) for one in present)
    return {
        **{f"{section}_score": found[section] for section in Section},
        "overall_score": overall,
        "passed": overall is not None and overall >= test.pass_mark,
        "feedback": _feedback(test.pass_mark, overall, [(one, found[one]) for one in present]),
    }


def _feedback(pass_mark: int, overall: float | None, parts: Iterable[tuple[Section, float | None]]) -> str:
    if overall is None:
        return _("Nothing could be scored. That is our fault; our staff will look at it.")
    lines = [
        _("You reached %(n)s of 100; the pass mark is %(mark)d.") % {"n": f"{overall:g}", "mark": pass_mark}
    ]
    for section, score in parts:
        said = _("could not be scored; this does not count against you") if score is None else f"{score:g}"
        lines.append(f"{str(section.label).capitalize()}: {said}.")
    return "\n".join(lines)


def _follow(attempt: EduDiagnoAttempt) -> None:
    """What follows from a score: a certificate, and the job seeker's own score."""
    if attempt.passed:
        certificates.issue(attempt=attempt)
    refresh(seeker=attempt.job_seeker)


def refresh(*, seeker: JobSeeker) -> None:
    """Bring the EduDiagno score of a job seeker up to date: from the best valid attempt of each test."""
    rows = EduDiagnoAttempt.objects.for_seeker(seeker).filter(
        status=AttemptStatus.COMPLETED, flagged=False, overall_score__isnull=False, test__deleted_at=None
    )
    bests: dict[object, Best] = {}
    for family, level, score in rows.values_list("test__family", "test__level", "overall_score"):
        if family not in bests or bests[family].score < float(score):
            bests[family] = Best(level, float(score))
    value = scores.edudiagno_score(bests.values())
    JobSeeker.objects.filter(pk=seeker.pk).update(edudiagno_score=value)
    seeker.edudiagno_score = value
    data = {"score": value, "tests": len(bests), "formula": scores.FORMULA}
    journal.record(actor="system", action="job_seeker.edudiagno_scored", subject=seeker, data=data)


def set_level(*, actor: object, response: EduDiagnoVideoResponse, level: int | None) -> None:
    """A person's level of a video answer takes the place of the engine's; a scored attempt is scored anew."""
    if level is not None and level not in range(1, 6):
        raise Invalid(_("A level is 1 to 5."), fields={"level": _("A level is 1 to 5.")})
    with transaction.atomic():
        rows = EduDiagnoAttempt.objects.select_for_update(of=("self",)).select_related("test", "job_seeker")
        attempt = rows.get(pk=response.attempt_id)
        EduDiagnoVideoResponse.objects.filter(pk=response.pk).update(
            level=level, scored_by=str(actor)[:80], scored_at=timezone.now(), updated_at=timezone.now()
        )
        journal.record(
            actor=actor, action="edudiagno_answer.level_set", subject=response, data={"level": level}
        )
        if attempt.status == AttemptStatus.COMPLETED:
            EduDiagnoAttempt.objects.filter(pk=attempt.pk).update(**_scores(attempt))
            attempt.refresh_from_db()
            _follow(attempt)


@background.reconciler
def find_unscored_attempts() -> int:
    """Look again at attempts that wait for scoring for over a minute; returns how many were asked for."""
    from edudiagno import tasks

    before = timezone.now() - timedelta(minutes=1)
    rows = EduDiagnoAttempt.objects.filter(status=AttemptStatus.SCORING, submitted_at__lt=before)
    return background.ask_again(tasks.score_attempt, rows.order_by("submitted_at").values_list("pk")[:50])
