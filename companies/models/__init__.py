"""The companies app's tables."""

from __future__ import annotations

from companies.models.ai_jobs import AiInterviewedJob
from companies.models.api_keys import ApiKey
from companies.models.applications import ApplicationNote, JobApplication
from companies.models.companies import Company
from companies.models.drafts import JobTextDraft
from companies.models.jobs import Job
from companies.models.letters import LetterTemplate, SentLetter
from companies.models.postings import JobPosting, SearchWord
from companies.models.team import Membership, TeamInvitation
from companies.models.webhooks import CompanyEvent, WebhookDelivery, WebhookEndpoint

__all__ = [
    "AiInterviewedJob",
    "ApiKey",
    "ApplicationNote",
    "Company",
    "CompanyEvent",
    "Job",
    "JobApplication",
    "JobPosting",
    "JobTextDraft",
    "LetterTemplate",
    "Membership",
    "SearchWord",
    "SentLetter",
    "TeamInvitation",
    "WebhookDelivery",
    "WebhookEndpoint",
]
