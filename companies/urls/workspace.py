"""The company's own pages; included into the workspace, in whose namespace their names are."""

from __future__ import annotations

from django.urls import path

from companies.urls import classic
from companies.views import api_keys, team, webhooks, workspace

urlpatterns = [
    *classic.urlpatterns,
    path("company/", workspace.profile, name="company"),
    path("company/document/", workspace.send_document, name="company_document"),
    path("company/document/file/", workspace.document_file, name="company_document_file"),
    path("company/switch/", team.switch, name="company_switch"),
    path("team/", team.index, name="team"),
    path("team/invite/", team.invite, name="team_invite"),
    path("team/leave/", team.leave, name="team_leave"),
    path("team/<uuid:uid>/", team.detail, name="team_member"),
    path("team/invitations/<uuid:uid>/", team.invitation, name="team_invitation"),
    path("api-keys/", api_keys.index, name="api_keys"),
    path("api-keys/<uuid:uid>/revoke/", api_keys.revoke, name="api_key_revoke"),
    path("webhooks/", webhooks.index, name="webhooks"),
    path("webhooks/<uuid:uid>/act/", webhooks.act, name="webhook_act"),
    path("webhooks/deliveries/<uuid:uid>/replay/", webhooks.replay, name="webhook_replay"),
]
