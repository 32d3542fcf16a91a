"""Pages of the candidate's interview."""

from __future__ import annotations

from django.urls import path

from interviews.views.candidate import conversation, devices, recordings

_TAKE = "i/<str:token>/recordings/<uuid:turn>/<int:take>/"

urlpatterns = [
    path("i/<str:token>/devices/", devices.page, name="devices"),
    path("i/<str:token>/conversation/", conversation.page, name="conversation"),
    path("i/<str:token>/conversation/now/", conversation.now, name="conversation_now"),
    path("i/<str:token>/conversation/state/", conversation.state, name="conversation_state"),
    path("i/<str:token>/conversation/<uuid:turn>/draft/", conversation.draft, name="conversation_draft"),
    path("i/<str:token>/conversation/<uuid:turn>/voice/", conversation.voice, name="conversation_voice"),
    path(_TAKE, recordings.progress, name="recording"),
    path(f"{_TAKE}chunks/<int:number>/", recordings.chunk, name="recording_chunk"),
    path(f"{_TAKE}close/", recordings.close, name="recording_close"),
]
