"""The companies app's tables."""

from __future__ import annotations

from companies.models.ai_jobs import AiInterviewedJob
from companies.models.applications import ApplicationNote, JobApplication
from companies.models.companies import Company
from companies.models.drafts import JobTextDraft
from companies.models.jobs import Job
from companies.models.letters import LetterTemplate, SentLetter
from companies.models.postings import JobPosting, SearchWord
from companies.models.team import Membership, TeamInvitation

__all__ = [
    "AiInterviewedJob",
    "ApplicationNote",
    "Company",
    "Job",
    "JobApplication",
    "JobPosting",
    "JobTextDraft",
    "LetterTemplate",
    "Membership",
    "SearchWord",
    "SentLetter",
    "TeamInvitation",
]
