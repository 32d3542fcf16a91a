"""The companies app's tables."""

from __future__ import annotations

from companies.models.ai_jobs import AiInterviewedJob
from companies.models.applications import JobApplication
from companies.models.companies import Company, Membership
from companies.models.jobs import Job
from companies.models.postings import JobPosting, SearchWord

__all__ = ["AiInterviewedJob", "Company", "Job", "JobApplication", "JobPosting", "Membership", "SearchWord"]
