"""The end of an invitation as an entry for calendars (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from interviews import links
from interviews.models import Interview

FILE_NAME = "interview.ics"
CONTENT_TYPE = "text/calendar"
#: How long the entry is, and how long before its end the calendar rings.
LENGTH = timedelta(minutes=30)
RING_BEFORE = timedelta(days=1)


def entry(interview: Interview) -> str:
    """The last half hour in which the interview can be begun, with its private link.

    The same interview has the same UID, and a later end a higher SEQUENCE, so that a calendar moves the entry
    it has instead of adding another.
    """
    job, until = interview.job, interview.link_expires_at
    names = {"job": job.title, "company": job.company.name}
    link = links.private_link(interview)
    event = Event()
    event.add("uid", f"interview-{interview.uid}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}")
    event.add("dtstamp", timezone.now())
    event.add("sequence", max(0, int((until - interview.created_at).total_seconds() // 60)))
    event.add("dtstart", until - LENGTH)
    event.add("dtend", until)
    event.add("summary", _("Last chance to begin: interview for %(job)s, %(company)s") % names)
    event.add("description", _("Begin before this ends; it takes place online: %(link)s") % {"link": link})
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(names))
    calendar = Calendar()
    calendar.add("prodid", "-//AI Interviewer//Invitation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical().decode()


def _alarm(names: dict[str, str]) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -RING_BEFORE)
    alarm.add("description", _("Your interview for %(job)s is open for one more day.") % names)
    return alarm
