"""Pages of a job's overview and of inviting, in the workspace."""

from __future__ import annotations

from django.urls import path

from interviews.views.recruiter import (
    interview_link,
    job_invitations,
    job_invite,
    job_links,
    job_overview,
)

_LIST = "jobs/<uuid:uid>/invitations/<uuid:batch>/"

urlpatterns = [
    path("jobs/<uuid:uid>/", job_overview.detail, name="job"),
    path("jobs/<uuid:uid>/publish/", job_overview.publish, name="job_publish"),
    path("jobs/<uuid:uid>/close/", job_overview.close, name="job_close"),
    path("jobs/<uuid:uid>/qr.<slug:kind>", job_overview.qr, name="job_qr"),
    path("jobs/<uuid:uid>/invite/", job_invite.invite, name="job_invite"),
    path("jobs/<uuid:uid>/invitations/", job_invitations.index, name="job_invitations"),
    path(_LIST, job_invite.batch_page, name="job_batch"),
    path(f"{_LIST}state/", job_invite.batch_state, name="job_batch_state"),
    path(f"{_LIST}results.csv", job_invite.batch_file, {"only_rejected": False}, name="job_batch_results"),
    path(f"{_LIST}rejected.csv", job_invite.batch_file, {"only_rejected": True}, name="job_batch_rejected"),
    path("jobs/<uuid:uid>/links/", job_links.index, name="job_links"),
    path("jobs/<uuid:uid>/links/act/", job_links.act, name="job_links_act"),
    path("candidates/<uuid:uid>/invitation/", interview_link.resend, name="interview_resend"),
    path("candidates/<uuid:uid>/revoke/", interview_link.revoke, name="interview_revoke"),
    path("candidates/<uuid:uid>/extend/", interview_link.extend, name="interview_extend"),
    path("candidates/<uuid:uid>/accommodations/", interview_link.accommodate, name="interview_accommodate"),
]
