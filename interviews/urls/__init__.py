"""Pages of the interviews app: the candidate's and a shared report's, by private link."""

from __future__ import annotations

from django.urls import path

from interviews.urls import candidate
from interviews.views import shared

app_name = "interviews"
urlpatterns = [
    *candidate.urlpatterns,
    path("r/<str:token>/", shared.page, name="shared_report"),
    path("r/<str:token>/report.pdf", shared.pdf, name="shared_report_pdf"),
]
