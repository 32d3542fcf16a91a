"""Pages of a job's overview and of inviting, in the workspace."""

from __future__ import annotations

from django.urls import path

from interviews.views.recruiter import interview_link, job_invite, job_overview

urlpatterns = [
    path("jobs/<uuid:uid>/", job_overview.detail, name="job"),
    path("jobs/<uuid:uid>/publish/", job_overview.publish, name="job_publish"),
    path("jobs/<uuid:uid>/close/", job_overview.close, name="job_close"),
    path("jobs/<uuid:uid>/qr.<slug:kind>", job_overview.qr, name="job_qr"),
    path("jobs/<uuid:uid>/invite/", job_invite.invite, name="job_invite"),
    path("candidates/<uuid:uid>/invitation/", interview_link.resend, name="interview_resend"),
    path("candidates/<uuid:uid>/revoke/", interview_link.revoke, name="interview_revoke"),
    path("candidates/<uuid:uid>/extend/", interview_link.extend, name="interview_extend"),
    path("candidates/<uuid:uid>/accommodations/", interview_link.accommodate, name="interview_accommodate"),
]
