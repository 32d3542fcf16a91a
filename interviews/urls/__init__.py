"""Pages of the interviews app: the candidate's, by private link."""

from __future__ import annotations

from interviews.urls import candidate

app_name = "interviews"
urlpatterns = [*candidate.urlpatterns]
