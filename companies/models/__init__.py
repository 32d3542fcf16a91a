"""The companies app's tables."""

from __future__ import annotations

from companies.models.ai_jobs import AiInterviewedJob
from companies.models.api_keys import ApiKey
from companies.models.applications import JobApplication
from companies.models.companies import Company, Membership
from companies.models.jobs import Job
from companies.models.webhooks import CompanyEvent, WebhookDelivery, WebhookEndpoint

__all__ = [
    "AiInterviewedJob",
    "ApiKey",
    "Company",
    "CompanyEvent",
    "Job",
    "JobApplication",
    "Membership",
    "WebhookDelivery",
    "WebhookEndpoint",
]
