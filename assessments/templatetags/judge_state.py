"""What administrators are told of the judge."""

from __future__ import annotations

from django import template

from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import JudgeHealth

register = template.Library()


@register.inclusion_tag("admin/_judge.html")
def judge_notice() -> dict[str, JudgeHealth]:
    """Why code is refused on this server, and the remedy; nothing while it is judged."""
    try:
        return {"judge": get_judge().health()}
    except IntegrationError as problem:
        return {"judge": JudgeHealth(False, str(problem))}
