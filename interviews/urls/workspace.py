"""Pages of the company workspace."""

from __future__ import annotations

from django.urls import include, path

from interviews.views.recruiter import applicant, dashboard, interview, sharing

app_name = "workspace"
urlpatterns = [
    path("", dashboard.index, name="dashboard"),
    path("", include("companies.urls.workspace")),
    path("", include("interviews.urls.jobs")),
    path("", include("interviews.urls.invitations")),
    path("", include("interviews.urls.candidates")),
    path("applications/<uuid:uid>/", applicant.detail, name="application"),
    path("applications/<uuid:uid>/interview/", applicant.interview, name="application_interview"),
    path("candidates/<uuid:uid>/", interview.detail, name="interview"),
    path("candidates/<uuid:uid>/levels/<int:score_id>/", interview.override, name="override"),
    path("candidates/<uuid:uid>/score-again/", interview.retry, name="retry_scoring"),
    path("candidates/<uuid:uid>/report.pdf", interview.pdf, name="report_pdf"),
    path("candidates/<uuid:uid>/share/", sharing.share, name="share_report"),
    path("candidates/<uuid:uid>/share/<uuid:link>/revoke/", sharing.revoke, name="revoke_share"),
    path("jobs/<uuid:uid>/compare/", sharing.compare, name="compare"),
    path("candidates/<uuid:uid>/resume/", interview.resume, name="resume"),
    path("candidates/<uuid:uid>/typing/<uuid:record_uid>/", interview.typing, name="typing"),
    path("candidates/<uuid:uid>/recordings/<uuid:recording_uid>/", interview.recording, name="recording"),
    path(
        "candidates/<uuid:uid>/recordings/<uuid:recording_uid>/captions.vtt",
        interview.recording_captions,
        name="recording_captions",
    ),
]
