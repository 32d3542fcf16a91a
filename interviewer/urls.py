"""Every URL of the product."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from interviewer.api import views as api_views

handler400 = "interviewer.web.answers.bad_request"
handler403 = "interviewer.web.answers.permission_denied"
handler404 = "interviewer.web.answers.not_found"
handler429 = "interviewer.web.answers.too_many"
handler500 = "interviewer.web.answers.server_error"

#: The endpoints of version 1 of the API, by app.
V1 = [
    path("", include("interviewer.accounts.api.urls")),
    path("", include("companies.api.urls")),
    path("", include("interviews.api.urls")),
]

urlpatterns = [
    path("", TemplateView.as_view(template_name="public/landing.html"), name="home"),
    path("health/", api_views.page, name="health"),
    path("livez", api_views.livez, name="livez"),
    path("api/v1/", include("interviewer.api.urls")),
    path("api/v1/", include((V1, "v1"))),
    path("api/", api_views.nothing, name="api_top"),
    path("api/<path:rest>", api_views.nothing, name="api_nothing"),
    path("account/", include("interviewer.accounts.urls")),
    path("admin/", admin.site.urls),
    path("", include("interviewer.web.urls")),
    path("places/", include("locations.urls")),
    path("workspace/", include("interviews.urls.workspace")),
    path("", include("companies.urls")),
    path("", include("interviews.urls.seeker")),
    path("", include("edudiagno.urls")),
    path("", include("interviews.urls")),
]
