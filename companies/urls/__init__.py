"""Pages of the companies app that anybody may open."""

from __future__ import annotations

from django.urls import path
from django.views.generic import TemplateView

from companies.views import joining, public

app_name = "companies"
urlpatterns = [
    path("register/", public.register, name="register"),
    path("terms/", TemplateView.as_view(template_name="public/terms.html"), name="terms"),
    path("companies/<uuid:uid>/", public.page, name="page"),
    path("companies/<uuid:uid>/logo/", public.picture, {"name": "logo"}, name="logo"),
    path("companies/<uuid:uid>/banner/", public.picture, {"name": "banner"}, name="banner"),
    path("companies/<uuid:uid>/picture/", public.picture, {"name": "about_poster"}, name="picture"),
    path("team/join/<str:token>/", joining.join, name="join"),
]
