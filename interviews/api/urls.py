"""Addresses of jobs, interviews and sittings in the API."""

from __future__ import annotations

from django.urls import path

from interviews.api.views import coding as rooms
from interviews.api.views import content, conversation, files, interviews, jobs, problems, quiz, sittings

_JOB = "ai-jobs/<uuid:uid>/"
_QUIZ = f"{_JOB}quiz-questions/<uuid:question>/"
_OWN = f"{_JOB}own-questions/<uuid:question>/"
_PROBLEM = f"{_JOB}coding-problems/<uuid:problem>/"
_INTERVIEW = "interviews/<uuid:uid>/"
_SITTING = "sittings/<uuid:uid>/"
_TURN = f"{_SITTING}conversation/turns/<uuid:turn>/"
_TAKE = f"{_SITTING}recordings/<uuid:turn>/<int:take>/"
_CODE = f"{_SITTING}coding/problems/<uuid:problem>/"

urlpatterns = [
    path("ai-jobs/", jobs.Jobs.as_view(), name="jobs"),
    path(_JOB, jobs.Job.as_view(), name="job"),
    path(f"{_JOB}readiness/", jobs.JobReadiness.as_view(), name="job_readiness"),
    path(f"{_JOB}publish/", jobs.JobPublish.as_view(), name="job_publish"),
    path(f"{_JOB}close/", jobs.JobClose.as_view(), name="job_close"),
    path(f"{_JOB}qr.<slug:kind>", jobs.JobQr.as_view(), name="job_qr"),
    path(f"{_JOB}invitations/", jobs.Invitations.as_view(), name="invitations"),
    path(f"{_JOB}similar-code/", jobs.SimilarCode.as_view(), name="similar_code"),
    path(f"{_JOB}similar-code/<uuid:pair>/", jobs.SimilarPair.as_view(), name="similar_pair"),
    path(f"{_JOB}comparison/", jobs.Comparison.as_view(), name="comparison"),
    path(f"{_JOB}quiz-questions/", content.QuizQuestions.as_view(), name="quiz_questions"),
    path(_QUIZ, content.QuizQuestionDetail.as_view(), name="quiz_question"),
    path(f"{_QUIZ}move/", content.QuizQuestionMove.as_view(), name="quiz_question_move"),
    path(f"{_QUIZ}image/", content.QuizQuestionImage.as_view(), name="quiz_question_image"),
    path(f"{_JOB}own-questions/", content.OwnQuestions.as_view(), name="own_questions"),
    path(_OWN, content.OwnQuestion.as_view(), name="own_question"),
    path(f"{_OWN}move/", content.OwnQuestionMove.as_view(), name="own_question_move"),
    path(f"{_JOB}rubric/", content.RubricDetail.as_view(), name="rubric"),
    path(f"{_JOB}rubric/start/", content.RubricStart.as_view(), name="rubric_start"),
    path(f"{_JOB}rubric/draft/", content.RubricDraftDetail.as_view(), name="rubric_draft"),
    path(f"{_JOB}rubric/draft/use/", content.RubricDraftUse.as_view(), name="rubric_draft_use"),
    path(f"{_JOB}rubric/competencies/", content.Competencies.as_view(), name="competencies"),
    path(f"{_JOB}rubric/competencies/<slug:key>/", content.CompetencyDetail.as_view(), name="competency"),
    path(
        f"{_JOB}rubric/competencies/<slug:key>/move/",
        content.CompetencyMove.as_view(),
        name="competency_move",
    ),
    path(f"{_JOB}coding-problems/", problems.Problems.as_view(), name="problems"),
    path(f"{_JOB}coding-problems/copies/", problems.ProblemCopies.as_view(), name="problem_copies"),
    path(f"{_JOB}coding-problems/packages/", problems.ProblemPackages.as_view(), name="problem_packages"),
    path(_PROBLEM, problems.ProblemDetail.as_view(), name="problem"),
    path(f"{_PROBLEM}move/", problems.ProblemMove.as_view(), name="problem_move"),
    path(f"{_PROBLEM}package/", problems.ProblemPackage.as_view(), name="problem_package"),
    path(f"{_PROBLEM}references/", problems.References.as_view(), name="references"),
    path(f"{_PROBLEM}references/judge/", problems.ReferencesJudge.as_view(), name="references_judge"),
    path(f"{_PROBLEM}references/<int:number>/", problems.Reference.as_view(), name="reference"),
    path(f"{_PROBLEM}images/", problems.ProblemImages.as_view(), name="problem_images"),
    path(f"{_PROBLEM}images/<int:number>/", problems.ProblemImage.as_view(), name="problem_image"),
    path("pool-problems/", problems.PoolProblems.as_view(), name="pool_problems"),
    path("interviews/", interviews.Interviews.as_view(), name="interviews"),
    path("interviews.<slug:kind>", interviews.InterviewExport.as_view(), name="interview_export"),
    path(_INTERVIEW, interviews.InterviewDetail.as_view(), name="interview"),
    path(f"{_INTERVIEW}report/", interviews.Report.as_view(), name="report"),
    path(f"{_INTERVIEW}report.pdf", files.ReportPdf.as_view(), name="report_pdf"),
    path(f"{_INTERVIEW}turns/", interviews.Turns.as_view(), name="turns"),
    path(f"{_INTERVIEW}decision/", interviews.Decide.as_view(), name="decision"),
    path(f"{_INTERVIEW}levels/<slug:key>/", interviews.Override.as_view(), name="level"),
    path(f"{_INTERVIEW}score-again/", interviews.ScoreAgain.as_view(), name="score_again"),
    path(f"{_INTERVIEW}resend/", interviews.Resend.as_view(), name="resend"),
    path(f"{_INTERVIEW}revoke/", interviews.Revoke.as_view(), name="revoke"),
    path(f"{_INTERVIEW}extend/", interviews.Extend.as_view(), name="extend"),
    path(f"{_INTERVIEW}accommodations/", interviews.Accommodate.as_view(), name="accommodations"),
    path(f"{_INTERVIEW}shared-links/", interviews.Shares.as_view(), name="shares"),
    path(f"{_INTERVIEW}shared-links/<uuid:link>/", interviews.Share.as_view(), name="share"),
    path(f"{_INTERVIEW}resume/", files.Resume.as_view(), name="resume"),
    path(f"{_INTERVIEW}recordings/<uuid:recording>/", files.RecordingFile.as_view(), name="recording"),
    path(f"{_INTERVIEW}recordings/<uuid:recording>/captions/", files.Captions.as_view(), name="captions"),
    path(f"{_INTERVIEW}typing-records/", files.Typings.as_view(), name="typings"),
    path(f"{_INTERVIEW}typing-records/<uuid:record>/", files.Typing.as_view(), name="typing"),
    path("seats/", sittings.Seats.as_view(), name="seats"),
    path("public-links/<str:public_token>/", sittings.PublicLink.as_view(), name="public_link"),
    path(_SITTING, sittings.Sitting.as_view(), name="sitting"),
    path(f"{_SITTING}consents/", sittings.Consents.as_view(), name="sitting_consents"),
    path(f"{_SITTING}language/", sittings.Language.as_view(), name="sitting_language"),
    path(f"{_SITTING}resumes/", sittings.Resumes.as_view(), name="sitting_resumes"),
    path(f"{_SITTING}profile/", sittings.Profiles.as_view(), name="sitting_profile"),
    path(f"{_SITTING}email-codes/", sittings.Codes.as_view(), name="sitting_codes"),
    path(f"{_SITTING}email-code-checks/", sittings.CodeChecks.as_view(), name="sitting_code_checks"),
    path(f"{_SITTING}address-changes/", sittings.AddressChanges.as_view(), name="sitting_address_changes"),
    path(f"{_SITTING}match/", sittings.Match.as_view(), name="sitting_match"),
    path(f"{_SITTING}quiz/", quiz.Quiz.as_view(), name="quiz"),
    path(f"{_SITTING}quiz/hand-in/", quiz.QuizHandIn.as_view(), name="quiz_hand_in"),
    path(f"{_SITTING}quiz/questions/<uuid:question>/", quiz.QuizAnswer.as_view(), name="quiz_answer"),
    path(f"{_SITTING}quiz/questions/<uuid:question>/open/", quiz.QuizOpen.as_view(), name="quiz_open"),
    path(f"{_SITTING}quiz/questions/<uuid:question>/image/", quiz.QuizImage.as_view(), name="quiz_image"),
    path(f"{_SITTING}coding/", rooms.Coding.as_view(), name="coding"),
    path(f"{_SITTING}coding/hand-in/", rooms.CodingHandIn.as_view(), name="coding_hand_in"),
    path(_CODE, rooms.CodingProblem.as_view(), name="coding_problem"),
    path(f"{_CODE}drafts/<slug:language>/", rooms.Draft.as_view(), name="coding_draft"),
    path(f"{_CODE}versions/", rooms.Versions.as_view(), name="coding_versions"),
    path(f"{_CODE}restore/", rooms.Restore.as_view(), name="coding_restore"),
    path(f"{_CODE}submissions/", rooms.Submissions.as_view(), name="coding_submissions"),
    path(f"{_CODE}images/<int:number>/", rooms.CodingImage.as_view(), name="coding_image"),
    path(f"{_SITTING}coding/submissions/<uuid:submission>/", rooms.Submission.as_view(), name="submission"),
    path(f"{_SITTING}devices/", conversation.Devices.as_view(), name="devices"),
    path(f"{_SITTING}conversation/", conversation.Conversation.as_view(), name="conversation"),
    path(f"{_SITTING}conversation/end/", conversation.Farewell.as_view(), name="conversation_end"),
    path(
        f"{_SITTING}conversation/questions/", conversation.Questions.as_view(), name="conversation_questions"
    ),
    path(f"{_TURN}steps/", conversation.Steps.as_view(), name="turn_steps"),
    path(f"{_TURN}words/", conversation.Words.as_view(), name="turn_words"),
    path(f"{_TURN}sound/", conversation.Sound.as_view(), name="turn_sound"),
    path(f"{_TURN}voice/", conversation.Voice.as_view(), name="turn_voice"),
    path(_TAKE, conversation.RecordingState.as_view(), name="recording_state"),
    path(f"{_TAKE}chunks/<int:number>/", conversation.Chunk.as_view(), name="recording_chunk"),
    path(f"{_TAKE}close/", conversation.RecordingClose.as_view(), name="recording_close"),
    path(f"{_SITTING}scoring/", sittings.Scoring.as_view(), name="sitting_scoring"),
    path(f"{_SITTING}feedback/", sittings.Feedback.as_view(), name="sitting_feedback"),
    path(f"{_SITTING}feedback.pdf", sittings.FeedbackPdf.as_view(), name="sitting_feedback_pdf"),
]
