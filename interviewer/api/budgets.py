"""How often something may be asked for: named budgets, counted in the database so that all processes agree.

The shared cache lives in the same database and counts by reading and writing back, which loses counts when two
processes ask at once; one `UPDATE … SET count = count + 1` does not.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from interviewer.api.models import RateWindow
from interviewer.errors import TooMany
from interviewer.web.middleware import client_address


@dataclass(frozen=True)
class Budget:
    """So many requests within so many seconds."""

    count: int
    seconds: int


#: What each budget is spent on is said in docs/api.md.
BUDGETS = {
    "sign-in": Budget(20, 300),
    "codes": Budget(20, 600),
    "ai-drafts": Budget(20, 3600),
    "runs": Budget(30, 60),
    "exports": Budget(20, 600),
    "chunks": Budget(600, 60),
    "writes": Budget(240, 60),
    "reads": Budget(1200, 60),
}


@dataclass(frozen=True)
class Spent:
    """What is left of a budget; `reset` is the seconds until the window ends."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """As answers carry it."""
        values = {"Limit": self.limit, "Remaining": self.remaining, "Reset": self.reset}
        return {f"RateLimit-{name}": str(value) for name, value in values.items()}


def spend(name: str, who: str) -> Spent:
    """Count one request of somebody; raises TooMany when the budget is used up."""
    budget = settings.API_BUDGETS.get(name) or BUDGETS[name]
    now = timezone.now()
    begins = datetime.fromtimestamp(now.timestamp() // budget.seconds * budget.seconds, UTC)
    ends = datetime.fromtimestamp(begins.timestamp() + budget.seconds, UTC)
    count = _count(hashlib.sha256(f"{name}:{who}".encode()).hexdigest(), begins, ends)
    reset = max(1, math.ceil((ends - now).total_seconds()))
    if count > budget.count:
        text = _("Too many requests of this kind. Please wait %(n)d seconds.") % {"n": reset}
        raise TooMany(text, retry_after_seconds=reset)
    return Spent(budget.count, budget.count - count, reset)


def _count(key: str, begins: datetime, ends: datetime) -> int:
    window = RateWindow.objects.filter(key=key, begins_at=begins)
    with transaction.atomic():
        if not window.update(count=F("count") + 1):
            try:
                with transaction.atomic():
                    RateWindow.objects.create(key=key, begins_at=begins, ends_at=ends)
            except IntegrityError:  # another process opened the window
                window.update(count=F("count") + 1)
            old = RateWindow.objects.filter(ends_at__lte=begins).values_list("pk", flat=True)[:100]
            RateWindow.objects.filter(pk__in=list(old)).delete()
        return window.values_list("count", flat=True)[0]


def spender(request: Request) -> str:
    """Who spends: a key, a seat, a person, or whoever is at a network address."""
    identity = getattr(request.auth, "identity", "")
    if identity:
        return identity
    return f"user:{request.user.pk}" if request.user.is_authenticated else f"at:{client_address(request)}"


class BudgetThrottle(BaseThrottle):
    """Spends the budget that the operation names, before anything else is done."""

    def allow_request(self, request: Request, view: object) -> bool:
        """True, or TooMany."""
        operation = getattr(getattr(view, request.method.lower(), None), "operation", None)
        name = operation.budget if operation else "reads"
        request.spent = spend(name, spender(request))
        return True
