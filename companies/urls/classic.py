"""Pages of classic jobs and their applicants; included into the workspace, in whose namespace their names are."""

from __future__ import annotations

from django.urls import path

from companies.views import applications, classic_jobs, letter_templates, moving

_JOB = "jobs/classic/<uuid:uid>/"

urlpatterns = [
    path("jobs/classic/", classic_jobs.index, name="classic_jobs"),
    path("jobs/classic/new/", classic_jobs.new, name="classic_job_new"),
    path(_JOB, classic_jobs.detail, name="classic_job"),
    path(f"{_JOB}edit/", classic_jobs.edit, name="classic_job_edit"),
    path(f"{_JOB}act/", classic_jobs.act, name="classic_job_act"),
    path(f"{_JOB}draft/", classic_jobs.draft, name="classic_job_draft"),
    path("applications/", applications.index, name="applications"),
    path("applications.csv", applications.export, {"kind": "csv"}, name="applications_csv"),
    path("applications.xlsx", applications.export, {"kind": "xlsx"}, name="applications_xlsx"),
    path("applications/move/", moving.move, name="applications_move"),
    path("applications/letters/", letter_templates.index, name="letters"),
    path("applications/letters/<slug:status>/", letter_templates.edit, name="letter"),
    path("applications/<uuid:uid>/note/", applications.note, name="application_note"),
    path("applications/<uuid:uid>/flag/", applications.flag, name="application_flag"),
    path("applications/<uuid:uid>/resume/", applications.resume, name="application_resume"),
]
