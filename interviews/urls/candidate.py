"""Pages of the candidate's interview."""

from __future__ import annotations

from django.urls import path

from interviews.views.candidate import (
    coding,
    conversation,
    devices,
    done,
    email_code,
    invitation,
    landing,
    match,
    quiz,
    recordings,
    resume,
    versions,
)

_SUBMISSION = "i/<str:token>/coding/submissions/<uuid:submission>/"
_TAKE = "i/<str:token>/recordings/<uuid:turn>/<int:take>/"

urlpatterns = [
    path("j/<str:public_token>/", landing.public_link, name="public_link"),
    path("i/<str:token>/", landing.consent, name="consent"),
    path("i/<str:token>/consent/language/", landing.language, name="consent_language"),
    path("i/<str:token>/calendar.ics", invitation.calendar, name="calendar"),
    path("i/<str:token>/reminders/", invitation.reminders, name="reminders"),
    path("i/<str:token>/resume/", resume.page, name="resume"),
    path("i/<str:token>/email/", email_code.page, name="email_code"),
    path("i/<str:token>/seat/", email_code.seat, name="seat"),
    path("i/<str:token>/match/", match.page, name="match"),
    path("i/<str:token>/quiz/", quiz.page, name="quiz"),
    path("i/<str:token>/quiz/review/", quiz.review, name="quiz_review"),
    path("i/<str:token>/quiz/hand-in/", quiz.hand_in, name="quiz_hand_in"),
    path("i/<str:token>/quiz/<uuid:question>/", quiz.answer, name="quiz_answer"),
    path("i/<str:token>/quiz/<uuid:question>/image/", quiz.image, name="quiz_image"),
    path("i/<str:token>/coding/", coding.page, name="coding"),
    path("i/<str:token>/coding/finish/", coding.finish, name="coding_finish"),
    path("i/<str:token>/coding/<uuid:problem>/draft/", coding.draft, name="coding_draft"),
    path("i/<str:token>/coding/<uuid:problem>/send/", coding.send, name="coding_send"),
    path("i/<str:token>/coding/<uuid:problem>/images/<int:number>/", coding.image, name="coding_image"),
    path("i/<str:token>/coding/<uuid:problem>/versions/", versions.index, name="coding_versions"),
    path("i/<str:token>/coding/<uuid:problem>/restore/", versions.restore, name="coding_restore"),
    path(_SUBMISSION, coding.submission, name="coding_submission"),
    path(f"{_SUBMISSION}cancel/", coding.cancel, name="coding_cancel"),
    path("i/<str:token>/done/", done.page, name="done"),
    path("i/<str:token>/feedback.txt", done.feedback, {"kind": "text"}, name="feedback_text"),
    path("i/<str:token>/feedback.pdf", done.feedback, {"kind": "pdf"}, name="feedback_pdf"),
    path("i/<str:token>/state/", done.state, name="state"),
    path("i/<str:token>/devices/", devices.page, name="devices"),
    path("i/<str:token>/conversation/", conversation.page, name="conversation"),
    path("i/<str:token>/conversation/questions/", conversation.ask, name="conversation_ask"),
    path("i/<str:token>/conversation/now/", conversation.now, name="conversation_now"),
    path("i/<str:token>/conversation/state/", conversation.state, name="conversation_state"),
    path("i/<str:token>/conversation/<uuid:turn>/draft/", conversation.draft, name="conversation_draft"),
    path("i/<str:token>/conversation/<uuid:turn>/sound/", conversation.sound, name="conversation_sound"),
    path("i/<str:token>/conversation/<uuid:turn>/voice/", conversation.voice, name="conversation_voice"),
    path(_TAKE, recordings.progress, name="recording"),
    path(f"{_TAKE}chunks/<int:number>/", recordings.chunk, name="recording_chunk"),
    path(f"{_TAKE}close/", recordings.close, name="recording_close"),
]
