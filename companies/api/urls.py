"""Addresses of companies in the API."""

from __future__ import annotations

from django.urls import path

from companies.api import views

urlpatterns = [
    path("companies/", views.Companies.as_view(), name="companies"),
    path("companies/<uuid:uid>/", views.CompanyDetail.as_view(), name="company"),
    path("companies/<uuid:uid>/logo/", views.Logo.as_view(), name="company_logo"),
    path("companies/<uuid:uid>/members/", views.Members.as_view(), name="members"),
    path("api-keys/", views.ApiKeys.as_view(), name="api_keys"),
    path("api-keys/<uuid:uid>/", views.ApiKeyDetail.as_view(), name="api_key"),
]
