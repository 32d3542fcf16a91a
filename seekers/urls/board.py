"""The job board, the directory of companies, what a job seeker keeps of them, and what search engines read."""

from __future__ import annotations

from django.urls import path

from seekers.views import board, engines, saved

urlpatterns = [
    path("jobs/", board.jobs, name="jobs"),
    path("jobs/feed/", engines.feed, name="jobs_feed"),
    path("jobs/<uuid:posting>/", board.job_by_id, name="job_by_id"),
    path("jobs/<uuid:posting>/save/", saved.save_job, name="job_save"),
    path("jobs/<slug:slug>-<uuid:posting>/", board.job, name="job"),
    path("companies/", board.companies, name="companies"),
    path("me/jobs/", saved.jobs, name="saved_jobs"),
    path("me/searches/", saved.searches, name="searches"),
    path("me/searches/<uuid:uid>/", saved.change_search, name="search_change"),
    path("alerts/<str:token>/", saved.alert_off, name="alert_off"),
    path("robots.txt", engines.robots, name="robots"),
    path("sitemap.xml", engines.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", engines.sitemap_section, name="sitemap_section"),
]
