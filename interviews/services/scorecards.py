"""A reviewer's own scorecard: levels by the rubric's anchors, a comment and a recommendation, handed in once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from companies.models import Membership
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal
from interviews.enums import InterviewStatus, Recommendation
from interviews.models import Interview, Rubric, Scorecard, ScorecardLevel


@dataclass(frozen=True)
class Impression:
    """What a reviewer hands in: a level from 1 to 5, or none, for each competency by its key."""

    levels: Mapping[str, int | None]
    recommendation: str
    comment: str = ""


def rubric_for(interview: Interview) -> Rubric | None:
    """The rubric to score by: that of the interview, which is also the AI's."""
    return interview.rubric or Rubric.objects.filter(job=interview.job_id).first()


def hand_in(
    *, actor: Membership, interview: Interview, impression: Impression, was_blind: bool = False
) -> Scorecard:
    """Keep a reviewer's scorecard for good.

    Raises Conflict before the interview is scored and for a second scorecard, Invalid for a level out of 1 to 5,
    without any level at all, or for an unknown recommendation.
    """
    if interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("Score it when the interview is complete."))
    rubric = rubric_for(interview)
    competencies = list(rubric.competencies.all()) if rubric else []
    _check(impression, needs_level=bool(competencies))
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)  # a second click waits here
        if Scorecard.objects.filter(interview=interview, author=actor.user).exists():
            raise Conflict(_("You have handed in your scorecard already; it can't be changed. Write a note."))
        row = Scorecard.objects.create(
            interview=interview,
            author=actor.user,
            author_label=str(actor.user),
            rubric=rubric,
            recommendation=impression.recommendation,
            comment=impression.comment.strip(),
            was_blind=was_blind,
        )
        ScorecardLevel.objects.bulk_create(
            ScorecardLevel(scorecard=row, competency=one, level=impression.levels.get(one.key))
            for one in competencies
        )
        journal.record(
            actor=actor.user,
            action="interview.scorecard_handed_in",
            subject=interview,
            data={"blind": was_blind, "scorecard": str(row.uid)},
        )
    return row


def _check(impression: Impression, *, needs_level: bool) -> None:
    levels = [level for level in impression.levels.values() if level is not None]
    if impression.recommendation not in Recommendation.values:
        raise Invalid(fields={"recommendation": _("Say what you recommend.")})
    if any(not 1 <= level <= 5 for level in levels):
        raise Invalid(_("Levels are from 1 to 5."))
    if needs_level and not levels:
        raise Invalid(_("Set at least one level."))
