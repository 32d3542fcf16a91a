"""E-mails about new jobs of saved searches: each sent once, however many workers there are, and off with one click."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from companies.models import JobPosting
from companies.search import finding
from interviewer import background
from interviewer.integrations import mail
from seekers.board.cards import path_of
from seekers.board.filters import of_address
from seekers.enums import AlertFrequency
from seekers.models import SavedSearch
from seekers.services import saving

#: Jobs that an e-mail lists; it says how many more there are.
LISTED = 10
#: A job that was published this short a time ago may not be stored yet: it waits for the next e-mail.
SETTLED = timedelta(minutes=2)
_SALT = "seekers.alerts"


@background.reconciler
def find_due() -> int:
    """Ask for the e-mails whose time has come."""
    from seekers import tasks

    due = SavedSearch.objects.filter(next_alert_at__lte=timezone.now()).order_by("next_alert_at")
    return background.ask_again(tasks.send_alert, [(pk,) for pk in due.values_list("pk", flat=True)[:500]])


def send(*, search_id: int) -> None:
    """Tell of what came since the last time, if something did. Doing nothing when another worker was first."""
    now = timezone.now()
    with transaction.atomic():
        search = SavedSearch.objects.select_related("job_seeker__user").filter(pk=search_id).first()
        if search is None or not _claim(search, now):
            return
        seeker = search.job_seeker
        if seeker.suspended_at or seeker.is_deleted or not seeker.user.is_active:
            return
        new = _new(search, now - SETTLED)
        if new:
            _mail(search, new, now)


def _claim(search: SavedSearch, now: object) -> bool:
    """Move the search to its next time; of two workers only one can. What it tells of ends here, too."""
    due, period = search.next_alert_at, saving.PERIODS.get(search.frequency)
    if due is None or due > now or period is None:
        return False
    following = due + period * ((now - due) // period + 1)
    waiting = SavedSearch.objects.filter(pk=search.pk, next_alert_at=due, frequency=search.frequency)
    return bool(waiting.update(next_alert_at=following, seen_until=max(search.seen_until, now - SETTLED)))


def _new(search: SavedSearch, until: object) -> list[JobPosting]:
    question = of_address(search.query)
    rows = finding.base(question, finding.read(question))
    rows = rows.filter(listed_at__gt=search.seen_until, listed_at__lte=until)
    return list(rows.to_show().order_by("-listed_at", "-id")[: LISTED + 1])


def _mail(search: SavedSearch, new: list[JobPosting], now: object) -> None:
    user = search.job_seeker.user
    SavedSearch.objects.filter(pk=search.pk).update(last_sent_at=now)
    mail.send(
        kind="job_alert",
        to=user.email,
        key=f"job-alert-{search.uid}-{search.next_alert_at:%Y%m%d%H%M%S}",
        language=user.language,
        # Mail programs offer it as a button and send it a POST (RFC 8058).
        headers={
            "List-Unsubscribe": f"<{off_url(search)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        context={
            "search": search,
            "name": search.job_seeker.first_name,
            "jobs": [(row, f"{settings.SITE_URL}{path_of(row)}") for row in new[:LISTED]],
            "more": len(new) > LISTED,
            "href": f"{settings.SITE_URL}{reverse('seekers:jobs')}?{search.query}",
            "off_url": off_url(search),
        },
    )


def off_url(search: SavedSearch) -> str:
    """Where its e-mails are turned off without signing in. It holds as long as the search does."""
    token = signing.dumps(str(search.uid), salt=_SALT)
    return f"{settings.SITE_URL}{reverse('seekers:alert_off', kwargs={'token': token})}"


def of_token(token: str) -> SavedSearch | None:
    """The search of such a link; none for what we did not sign, or what is gone."""
    try:
        uid = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return SavedSearch.objects.filter(uid=uid).first()


def turn_off(*, search: SavedSearch) -> None:
    """No more e-mails of this search; it stays among the saved ones."""
    saving.set_frequency(search=search, frequency=AlertFrequency.OFF)
