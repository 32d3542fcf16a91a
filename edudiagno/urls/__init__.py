"""Pages of EduDiagno tests."""

from __future__ import annotations

from django.urls import path

from edudiagno.views import attempts, catalogue, coding, proof, quiz, videos

_PROBLEM = "attempts/<uuid:uid>/coding/<uuid:problem>/"
_SUBMISSION = "attempts/<uuid:uid>/coding/submissions/<uuid:submission>/"
_VIDEO = "attempts/<uuid:uid>/videos/<uuid:answer>/"

app_name = "edudiagno"
urlpatterns = [
    path("tests/", catalogue.index, name="catalogue"),
    path("tests/<slug:slug>/", catalogue.test, name="test"),
    path("tests/<slug:slug>/begin/", catalogue.begin, name="begin"),
    path("tests/<slug:slug>/leaderboard/", catalogue.leaderboard, name="leaderboard"),
    path("me/tests/", attempts.mine, name="mine"),
    path("attempts/<uuid:uid>/", attempts.page, name="attempt"),
    path("attempts/<uuid:uid>/hand-in/", attempts.hand_in, name="hand_in"),
    path("attempts/<uuid:uid>/result/", attempts.result, name="result"),
    path("attempts/<uuid:uid>/state/", attempts.state, name="state"),
    path("attempts/<uuid:uid>/leaderboard/", attempts.show_on_leaderboard, name="show_on_leaderboard"),
    path("attempts/<uuid:uid>/certificate.pdf", attempts.certificate, name="certificate"),
    path("attempts/<uuid:uid>/quiz/", quiz.page, name="quiz"),
    path("attempts/<uuid:uid>/quiz/review/", quiz.review, name="quiz_review"),
    path("attempts/<uuid:uid>/quiz/hand-in/", quiz.hand_in, name="quiz_hand_in"),
    path("attempts/<uuid:uid>/quiz/<uuid:question>/", quiz.answer, name="quiz_answer"),
    path("attempts/<uuid:uid>/quiz/<uuid:question>/image/", quiz.image, name="quiz_image"),
    path("attempts/<uuid:uid>/coding/", coding.page, name="coding"),
    path("attempts/<uuid:uid>/coding/finish/", coding.finish, name="coding_finish"),
    path(f"{_PROBLEM}draft/", coding.draft, name="coding_draft"),
    path(f"{_PROBLEM}send/", coding.send, name="coding_send"),
    path(f"{_PROBLEM}images/<int:number>/", coding.image, name="coding_image"),
    path(f"{_PROBLEM}versions/", coding.versions, name="coding_versions"),
    path(f"{_PROBLEM}restore/", coding.restore, name="coding_restore"),
    path(_SUBMISSION, coding.submission, name="coding_submission"),
    path(f"{_SUBMISSION}cancel/", coding.cancel, name="coding_cancel"),
    path("attempts/<uuid:uid>/videos/", videos.index, name="videos"),
    path("attempts/<uuid:uid>/videos/finish/", videos.finish, name="videos_finish"),
    path(_VIDEO, videos.page, name="video"),
    path(f"{_VIDEO}recording/", videos.recording, name="video_recording"),
    path(f"{_VIDEO}upload/", videos.upload, name="video_upload"),
    path(f"{_VIDEO}typed/", videos.type_answer, name="video_typed"),
    path("verify/<slug:code>/", proof.verify, name="verify"),
    path("verify/<slug:code>/badge.jwt", proof.badge, name="badge"),
    path("badges/issuer.json", proof.issuer, name="issuer"),
    path("badges/key.json", proof.key, name="key"),
    path("badges/revoked.json", proof.revoked, name="revoked"),
]
