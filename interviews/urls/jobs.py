"""Pages of jobs in the workspace."""

from __future__ import annotations

from django.urls import path

from interviews.views.recruiter import (
    job_coding,
    job_likeness,
    job_questions,
    job_quiz,
    job_references,
    job_rubric,
    jobs,
)

_PROBLEM = "jobs/<uuid:uid>/coding/<uuid:problem>/"

urlpatterns = [
    path("jobs/", jobs.index, name="jobs"),
    path("jobs/new/", jobs.new, name="job_new"),
    path("jobs/<uuid:uid>/details/", jobs.details, name="job_details"),
    path("jobs/<uuid:uid>/interview/", jobs.setup, name="job_setup"),
    path("jobs/<uuid:uid>/quiz/", job_quiz.index, name="job_quiz"),
    path("jobs/<uuid:uid>/quiz/new/", job_quiz.new, name="job_quiz_new"),
    path("jobs/<uuid:uid>/quiz/<uuid:question>/", job_quiz.edit, name="job_quiz_edit"),
    path("jobs/<uuid:uid>/quiz/<uuid:question>/act/", job_quiz.act, name="job_quiz_act"),
    path("jobs/<uuid:uid>/quiz/<uuid:question>/image/", job_quiz.image, name="job_quiz_image"),
    path("jobs/<uuid:uid>/coding/", job_coding.index, name="job_coding"),
    path("jobs/<uuid:uid>/coding/new/", job_coding.new, name="job_coding_new"),
    path("jobs/<uuid:uid>/coding/pool/", job_coding.pool_page, name="job_pool"),
    path("jobs/<uuid:uid>/coding/pool/<uuid:problem>/", job_coding.copy_problem, name="job_pool_copy"),
    path("jobs/<uuid:uid>/coding/import/", job_references.import_package, name="job_import"),
    path(f"{_PROBLEM}export/", job_references.export_package, name="job_export"),
    path(f"{_PROBLEM}references/", job_references.add, name="job_reference_add"),
    path(f"{_PROBLEM}references/act/", job_references.act, name="job_reference_act"),
    path(f"{_PROBLEM}images/", job_references.add_image, name="job_problem_image_add"),
    path(f"{_PROBLEM}images/<int:number>/", job_references.image, name="job_problem_image"),
    path("jobs/<uuid:uid>/coding/<uuid:problem>/", job_coding.edit, name="job_coding_edit"),
    path("jobs/<uuid:uid>/coding/<uuid:problem>/act/", job_coding.act, name="job_coding_act"),
    path("jobs/<uuid:uid>/similar-code/", job_likeness.index, name="job_likeness"),
    path("jobs/<uuid:uid>/similar-code/<uuid:pair>/", job_likeness.detail, name="job_likeness_pair"),
    path("jobs/<uuid:uid>/questions/", job_questions.index, name="job_questions"),
    path("jobs/<uuid:uid>/questions/new/", job_questions.new, name="job_question_new"),
    path("jobs/<uuid:uid>/questions/<uuid:question>/", job_questions.edit, name="job_question_edit"),
    path("jobs/<uuid:uid>/questions/<uuid:question>/act/", job_questions.act, name="job_question_act"),
    path("jobs/<uuid:uid>/rubric/", job_rubric.index, name="job_rubric"),
    path("jobs/<uuid:uid>/rubric/start/", job_rubric.start, name="job_rubric_start"),
    path("jobs/<uuid:uid>/rubric/draft/", job_rubric.draft, name="job_rubric_draft"),
    path("jobs/<uuid:uid>/rubric/new/", job_rubric.new, name="job_competency_new"),
    path("jobs/<uuid:uid>/rubric/<slug:key>/", job_rubric.edit, name="job_competency_edit"),
    path("jobs/<uuid:uid>/rubric/<slug:key>/act/", job_rubric.act, name="job_competency_act"),
]
