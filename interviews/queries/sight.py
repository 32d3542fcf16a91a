"""What a member may see of the AI's scores: nothing in a blind review until their own scorecard is handed in.

In a job that is reviewed blind this holds for every member whose role is reviewer, and for whoever is assigned. All
that shows scores asks here: rows carry `is_blind`, and `masked` gives a copy without what an AI had a part in.
"""

from __future__ import annotations

import copy

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from companies.enums import BlindReview, Role
from companies.models import AiInterviewedJob, Membership
from interviewer.errors import Conflict
from interviews.models import Interview, ReviewAssignment, Scorecard

#: What an AI had a part in, with what stands there while it is hidden. Quiz and code are judged without one.
HIDDEN = {
    **dict.fromkeys(
        (
            "match_score",
            "conversation_score",
            "overall_score",
            "technical_score",
            "communication_score",
            "problem_solving_score",
            "cultural_fit_score",
        )
    ),
    "match_feedback": {},
    "recruiter_feedback": "",
    "candidate_feedback": "",
    "suggestions": [],
    "key_terms": [],
    "report": {},
    "report_pdf": None,
}


def may_be_blind(membership: Membership) -> bool:
    """Whether anything at all can be hidden from this member. One query."""
    if membership.role != Role.REVIEWER:
        return ReviewAssignment.objects.filter(membership=membership).exists()
    on = AiInterviewedJob.objects.for_company(membership.company).filter(blind_review=BlindReview.ON)
    return membership.company.blind_review or on.exists()


def _hidden_from(membership: Membership) -> Q:
    job_says = Q(job__blind_review=BlindReview.ON)
    if membership.company.blind_review:
        job_says |= Q(job__blind_review=BlindReview.COMPANY)
    hidden = job_says & ~Exists(Scorecard.objects.filter(interview=OuterRef("pk"), author=membership.user_id))
    if membership.role == Role.REVIEWER:
        return hidden
    own = ReviewAssignment.objects.filter(membership=membership)
    return hidden & (
        Exists(own.filter(interview=OuterRef("pk"))) | Exists(own.filter(job=OuterRef("job_id")))
    )


def seen_by(membership: Membership, rows: QuerySet[Interview]) -> QuerySet[Interview]:
    """The rows, each with `is_blind`: whether the AI's scores of it are hidden from this member."""
    if not may_be_blind(membership):
        return rows.annotate(is_blind=Value(False, BooleanField()))
    hidden = Case(When(_hidden_from(membership), then=True), default=False, output_field=BooleanField())
    return rows.annotate(is_blind=hidden)


def score_of(rows: QuerySet[Interview], name: str) -> object:
    """A score to filter and sort by: as good as none where it is hidden, or the order would give it away."""
    is_plain = isinstance(rows.query.annotations["is_blind"], Value)
    return F(name) if is_plain or name not in HIDDEN else Case(When(is_blind=False, then=F(name)))


def masked(interview: Interview) -> Interview:
    """The interview, or a copy to be shown without what is hidden. Nothing may be saved from a copy."""
    if not interview.is_blind:
        return interview
    shown = copy.copy(interview)
    for name, nothing in HIDDEN.items():
        setattr(shown, name, copy.copy(nothing))
    return shown


def require(interview: Interview) -> None:
    """Raise Conflict where the AI's scores are hidden: for pages and files that hold nothing else."""
    if interview.is_blind:
        raise Conflict(
            _("This job is reviewed blind: hand in your own scorecard first, then you see the AI's scores.")
        )
