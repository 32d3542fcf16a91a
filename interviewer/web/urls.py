"""Pages that belong to no app: the development outbox, and what problem details lead to."""

from __future__ import annotations

from django.urls import path

from interviewer.web import outbox, problem_pages

app_name = "web"
urlpatterns = [
    path("outbox/", outbox.index, name="outbox"),
    path("outbox/<str:name>/", outbox.message, name="outbox_message"),
    path("problems/", problem_pages.index, name="problems"),
    path("problems/<slug:code>/", problem_pages.detail, name="problem"),
]
