"""What calls of engines have cost, from the journal."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Sum
from django.utils import timezone

from interviewer.journal.models import ProviderCall

MICROS_PER_CENT = 10_000


def spent_on(subject: models.Model) -> int:
    """Return what was spent on one subject so far, in millionths of a US dollar."""
    key = str(getattr(subject, "uid", None) or subject.pk)
    return _sum(ProviderCall.objects.filter(subject_type=subject._meta.label_lower, subject_id=key))


def spent_by(company_id: int, *, since: datetime | None = None) -> int:
    """Return what a company's calls cost since then (this calendar month), in millionths of a US dollar."""
    start = since or timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return _sum(ProviderCall.objects.filter(company_id=company_id, at__gte=start))


def is_over_limit(company_id: int) -> bool:
    """Whether a company has reached its limit of AI costs for this month (AI_LIMIT_COMPANY_CENTS; 0: none)."""
    limit = settings.AI_LIMIT_COMPANY_CENTS * MICROS_PER_CENT
    return bool(limit) and spent_by(company_id) >= limit


def _sum(calls: models.QuerySet) -> int:
    return int(calls.aggregate(total=Sum("cost_micros"))["total"] or 0)
