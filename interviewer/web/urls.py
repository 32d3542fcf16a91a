"""Pages that belong to no app: the development outbox."""

from __future__ import annotations

from django.urls import path

from interviewer.web import outbox

app_name = "web"
urlpatterns = [
    path("outbox/", outbox.index, name="outbox"),
    path("outbox/<str:name>/", outbox.message, name="outbox_message"),
]
