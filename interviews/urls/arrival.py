"""Pages from the link to the end of coding, and the last page."""

from __future__ import annotations

from django.urls import path

from interviews.views.candidate import coding, done, email_code, landing, match, public_link, quiz, resume

_QUESTION = "i/<str:token>/quiz/<uuid:question>/"

urlpatterns = [
    path("j/<str:public_token>/", public_link.page, name="public_link"),
    path("i/<str:token>/", landing.page, name="consent"),
    path("i/<str:token>/resume/", resume.page, name="resume"),
    path("i/<str:token>/resume/state/", resume.state, name="resume_state"),
    path("i/<str:token>/resume/upload/", resume.upload, name="resume_upload"),
    path("i/<str:token>/resume/type/", resume.type_instead, name="resume_type"),
    path("i/<str:token>/code/", email_code.page, name="email_code"),
    path("i/<str:token>/code/send/", email_code.send, name="email_code_send"),
    path("i/<str:token>/code/change/", email_code.change, name="email_code_change"),
    path("i/<str:token>/seat/", email_code.seat, name="seat"),
    path("i/<str:token>/match/", match.page, name="match"),
    path("i/<str:token>/match/state/", match.state, name="match_state"),
    path("i/<str:token>/quiz/", quiz.page, name="quiz"),
    path(f"{_QUESTION}answer/", quiz.answer, name="quiz_answer"),
    path(f"{_QUESTION}image/", quiz.image, name="quiz_image"),
    path("i/<str:token>/quiz/finish/", quiz.finish, name="quiz_finish"),
    path("i/<str:token>/coding/", coding.page, name="coding"),
    path("i/<str:token>/coding/finish/", coding.finish, name="coding_finish"),
    path("i/<str:token>/coding/<uuid:problem>/draft/", coding.draft, name="coding_draft"),
    path("i/<str:token>/coding/<uuid:problem>/send/", coding.send, name="coding_send"),
    path("i/<str:token>/coding/submissions/<uuid:submission>/", coding.submission, name="coding_submission"),
    path("i/<str:token>/done/", done.page, name="done"),
    path("i/<str:token>/done/state/", done.state, name="done_state"),
]
