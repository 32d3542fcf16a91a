"""Pages of the interviews app: the candidate's, by private link."""

from __future__ import annotations

from interviews.urls import arrival, candidate

app_name = "interviews"
urlpatterns = [*arrival.urlpatterns, *candidate.urlpatterns]
