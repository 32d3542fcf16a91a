"""The catalogue of events that companies are told of, and the journal's actions that they come from."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

#: Name and meaning. A name is never used for something else again.
EVENTS = {
    "invitation.sent": _("somebody was invited, or invited again"),
    "interview.started": _("a candidate began"),
    "interview.completed": _("a candidate handed everything in"),
    "interview.scored": _("the report is ready"),
    "interview.screened_out": _("a candidate ended below the match threshold"),
    "interview.decided": _("somebody decided about a candidate"),
    "job.published": _("a job was opened to candidates"),
    "job.closed": _("a job was closed"),
    "test.sent": _("somebody asked for a test"),
}

#: The journal's word for it. "Completed" is said from the candidate's side: the lifecycle calls that scoring.
FROM_JOURNAL = {
    "interview.invited": "invitation.sent",
    "interview.in_progress": "interview.started",
    "interview.scoring": "interview.completed",
    "interview.completed": "interview.scored",
    "interview.screened_out": "interview.screened_out",
    "interview.decided": "interview.decided",
    "job.active": "job.published",
    "job.closed": "job.closed",
}
