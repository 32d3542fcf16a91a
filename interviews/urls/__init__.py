"""Pages of the interviews app."""

from __future__ import annotations

from interviews.urls import candidate

app_name = "interviews"
urlpatterns = [*candidate.urlpatterns]
