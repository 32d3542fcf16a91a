"""Pages of the list of candidates and of their review, in the workspace."""

from __future__ import annotations

from django.urls import path

from interviews.views.recruiter import (
    candidate_board,
    candidate_bulk,
    candidate_export,
    candidate_views,
    candidates,
    decisions,
    job_reviewers,
    review,
    review_settings,
)

_ONE = "candidates/<uuid:uid>/"
_JOB = "jobs/<uuid:uid>/reviewers/"

urlpatterns = [
    path("candidates/", candidates.index, name="candidates"),
    path("candidates.csv", candidate_export.export, {"kind": "csv"}, name="candidates_csv"),
    path("candidates.xlsx", candidate_export.export, {"kind": "xlsx"}, name="candidates_xlsx"),
    path("candidates/board/", candidate_board.index, name="candidates_board"),
    path("candidates/columns/", candidate_views.columns, name="candidates_columns"),
    path("candidates/views/", candidate_views.save, name="candidates_view_save"),
    path("candidates/views/<uuid:view>/", candidate_views.change, name="candidates_view"),
    path("candidates/bulk/", candidate_bulk.act, name="candidates_bulk"),
    path("candidates/bulk/<uuid:bulk>/", candidate_bulk.progress, name="candidates_bulk_progress"),
    path(f"{_ONE}decision/", decisions.decide, name="decide"),
    path(f"{_ONE}move/", decisions.move, name="move"),
    path(f"{_ONE}notes/", review.note, name="note"),
    path(f"{_ONE}tags/", review.tag, name="tag"),
    path(f"{_ONE}tags/<uuid:tag>/off/", review.untag, name="untag"),
    path(f"{_ONE}flag/", review.flag, name="flag"),
    path(f"{_ONE}scorecard/", review.scorecard, name="scorecard"),
    path(f"{_ONE}reviewers/", review.assign, name="assign"),
    path(f"{_ONE}reviewers/<uuid:assignment>/off/", review.unassign, name="unassign"),
    path(_JOB, job_reviewers.index, name="job_reviewers"),
    path(f"{_JOB}add/", job_reviewers.assign, name="job_reviewer_add"),
    path(f"{_JOB}blind/", job_reviewers.blind, name="job_blind"),
    path(f"{_JOB}<uuid:assignment>/off/", job_reviewers.unassign, name="job_reviewer_off"),
    path("company/review/", review_settings.index, name="review_settings"),
    path("company/review/blind/", review_settings.blind, name="review_blind"),
    path("company/review/letters/<slug:decision>/", review_settings.letter, name="review_letter"),
]
