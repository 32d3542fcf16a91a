"""The company's own pages; included into the workspace, in whose namespace their names are."""

from __future__ import annotations

from django.urls import path

from companies.urls import classic
from companies.views import workspace

urlpatterns = [
    *classic.urlpatterns,
    path("company/", workspace.profile, name="company"),
    path("company/document/", workspace.send_document, name="company_document"),
    path("company/document/file/", workspace.document_file, name="company_document_file"),
    path("team/", workspace.team, name="team"),
]
