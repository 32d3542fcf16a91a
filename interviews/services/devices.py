"""The device check: how the candidate will answer is decided here, once, and kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.errors import Invalid
from interviewer.journal import services as journal
from interviews.enums import Stage
from interviews.models import Interview
from interviews.services import conversation, stages

WORKS = "ok"


def finish(*, interview: Interview, is_typed: bool, results: Mapping[str, str]) -> None:
    """Close the device check. Typing needs the job's permission or an accommodation; speaking a microphone
    that was heard. A camera that does not work is written down and stops nobody."""
    attempt = stages.require(interview=interview, stage=Stage.DEVICES)
    if is_typed and not conversation.may_type(interview):
        message = _(
            "This interview is spoken. Ask the company for a typed one, and come back by the same link."
        )
        raise Invalid(message, fields={"mode": message})
    if not is_typed and results.get("microphone") != WORKS:
        message = _("Your microphone was not heard yet. Please check it first.")
        raise Invalid(message, fields={"microphone": message})
    with transaction.atomic():
        attempt.state = {**attempt.state, "mode": "typed" if is_typed else "recorded", **results}
        attempt.save(update_fields=["state", "updated_at"])
        if is_typed and not interview.text_only:
            Interview.objects.filter(pk=interview.pk).update(text_only=True, updated_at=timezone.now())
            interview.text_only = True
        mode = "interview.answers_typed" if is_typed else "interview.devices_checked"
        journal.record(actor="candidate", action=mode, subject=interview, data=dict(results))
        stages.finish(interview=interview, stage=Stage.DEVICES)


def has_camera(interview: Interview) -> bool:
    """Whether answers are filmed: the job wants it and the camera worked in the check."""
    attempt = interview.stage_attempts.filter(stage=Stage.DEVICES).first()
    return stages.plan_of(interview).uses_camera and bool(attempt and attempt.state.get("camera") == WORKS)
