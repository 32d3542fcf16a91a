"""Addresses of the suggestions of places."""

from __future__ import annotations

from django.urls import path

from locations import views

app_name = "places"
urlpatterns = [
    path("cities/", views.cities, name="cities"),
    path("countries/", views.countries, name="countries"),
]
