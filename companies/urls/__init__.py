"""Pages of the companies app that anybody may open."""

from __future__ import annotations

from django.urls import path
from django.views.generic import TemplateView

from companies.views import public

app_name = "companies"
urlpatterns = [
    path("register/", public.register, name="register"),
    path("terms/", TemplateView.as_view(template_name="public/terms.html"), name="terms"),
    path("companies/<uuid:uid>/logo/", public.logo, name="logo"),
]
