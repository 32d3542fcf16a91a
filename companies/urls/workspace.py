"""The company's own pages; included into the workspace, in whose namespace their names are."""

from __future__ import annotations

from django.urls import path

from companies.views import api_keys, webhooks, workspace

urlpatterns = [
    path("company/", workspace.profile, name="company"),
    path("company/document/", workspace.send_document, name="company_document"),
    path("company/document/file/", workspace.document_file, name="company_document_file"),
    path("team/", workspace.team, name="team"),
    path("api-keys/", api_keys.index, name="api_keys"),
    path("api-keys/<uuid:key>/revoke/", api_keys.revoke, name="api_key_revoke"),
    path("webhooks/", webhooks.index, name="webhooks"),
    path("webhooks/<uuid:endpoint>/act/", webhooks.act, name="webhook_act"),
    path("webhooks/deliveries/<uuid:delivery>/replay/", webhooks.replay, name="webhook_replay"),
]
