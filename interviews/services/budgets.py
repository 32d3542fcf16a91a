"""What AI calls may cost, per interview and per company and month: past a limit nothing more is asked, and it is said."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from interviewer.integrations.llm import get_llm, offline_llm
from interviewer.integrations.llm.port import LLM
from interviewer.journal.spending import MICROS_PER_CENT, is_over_limit, spent_on
from interviews.models import Interview


def stopped_by(interview: Interview) -> str:
    """Which limit was reached, in words for people; empty while there is room.

    The limit is looked at before each call, so that the last call may go past it by its own cost.
    """
    if get_llm().is_offline:
        return ""
    limit = settings.AI_LIMIT_INTERVIEW_CENTS * MICROS_PER_CENT
    if limit and spent_on(interview) >= limit:
        return _("The limit of AI costs for one interview is reached.")
    if is_over_limit(interview.company_id):
        return _("The company's limit of AI costs for this month is reached.")
    return ""


def llm_for(interview: Interview) -> LLM:
    """The engine for what must go on all the same (reading, planning, words of a report): past a limit the built-in one."""
    return offline_llm() if stopped_by(interview) else get_llm()
