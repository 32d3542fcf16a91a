"""What every page of the interview shows around its contents: the job, and where the candidate is."""

from __future__ import annotations

from interviews.enums import Stage
from interviews.models import Interview
from interviews.services import stages
from interviews.stages import required_stages


def frame(interview: Interview, stage: Stage) -> dict[str, object]:
    """The context of layouts/candidate.html."""
    wanted = required_stages(stages.plan_of(interview))
    here = wanted.index(stage) if stage in wanted else len(wanted)
    names = ["done", "current", "todo"]
    steps = [
        {"label": one.label, "state": names[(place >= here) + (place > here)]}
        for place, one in enumerate(wanted)
    ]
    return {
        "interview": interview,
        "job_title": interview.job.title,
        "company_name": interview.job.company.name,
        "stages": steps,
    }
