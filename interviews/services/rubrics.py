"""Writing a job's rubric in versions: one that an interview uses is never edited, but succeeded."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.errors import Invalid, NotFound
from interviewer.journal import services as journal
from interviews.models import Competency, Rubric
from interviews.rubric_library import CompetencyText, ReadyRubric

MAX_COMPETENCIES = 12
_COPIED = ("key", "name", "description", "weight", "anchors", "expected_points", "dimension", "order")


def current(job: AiInterviewedJob) -> Rubric | None:
    """The version that new interviews get."""
    return job.rubrics.first()


def revise(*, job: AiInterviewedJob) -> Rubric:
    """The version that may be edited: the newest if no interview uses it, else a copy of it as the next."""
    with transaction.atomic():
        AiInterviewedJob.objects.select_for_update().get(pk=job.pk)
        newest = current(job)
        if newest is None:
            return Rubric.objects.create(job=job, version=1)
        if not newest.interviews.exists() and not newest.evaluations.exists():
            return newest
        row = Rubric.objects.create(job=job, version=newest.version + 1)
        Competency.objects.bulk_create(
            Competency(rubric=row, **{name: getattr(old, name) for name in _COPIED})
            for old in newest.competencies.all()
        )
    return row


def start_from(*, actor: object, job: AiInterviewedJob, ready: ReadyRubric) -> Rubric:
    """Put a ready rubric in the place of the present competencies."""
    with transaction.atomic():
        rubric = revise(job=job)
        rubric.competencies.all().delete()
        for number, text in enumerate(ready.competencies):
            key = _new_key(rubric, text.name)
            Competency.objects.create(rubric=rubric, key=key, order=number, **_values(text))
        _record(actor, rubric, "rubric.started", {"from": ready.key})
    return rubric


def save_competency(*, actor: object, job: AiInterviewedJob, key: str, text: CompetencyText) -> Competency:
    """Write the competency `key` anew, or a new one when `key` is empty. Raises NotFound for an unknown key."""
    with transaction.atomic():
        rubric = revise(job=job)
        if not key and rubric.competencies.count() >= MAX_COMPETENCIES:
            raise Invalid(_("A rubric may have %(n)d competencies.") % {"n": MAX_COMPETENCIES})
        row = (
            _find(rubric, key)
            if key
            else Competency(
                rubric=rubric,
                key=_new_key(rubric, text.name),
                order=ordering.next_place(rubric.competencies.all()),
            )
        )
        for name, value in _values(text).items():
            setattr(row, name, value)
        row.save()
        _record(
            actor, rubric, "rubric.competency_edited" if key else "rubric.competency_added", {"key": row.key}
        )
    return row


def remove_competency(*, actor: object, job: AiInterviewedJob, key: str) -> None:
    """Take a competency out of the rubric; scores of earlier versions stay."""
    with transaction.atomic():
        rubric = revise(job=job)
        _find(rubric, key).delete()
        _record(actor, rubric, "rubric.competency_removed", {"key": key})


def move_competency(*, job: AiInterviewedJob, key: str, up: bool) -> None:
    """Change places with the neighbour."""
    with transaction.atomic():
        rubric = revise(job=job)
        ordering.move(_find(rubric, key), rubric.competencies.all(), up=up)


def _values(text: CompetencyText) -> dict[str, object]:
    values = asdict(text)
    return {
        **values,
        "anchors": list(text.anchors),
        "expected_points": list(text.expected_points),
    }


def _find(rubric: Rubric, key: str) -> Competency:
    row = rubric.competencies.filter(key=key).first()
    if row is None:
        raise NotFound
    return row


def _new_key(rubric: Rubric, name: str) -> str:
    # Names in scripts that have no ASCII form still need a key that can stand in an address.
    base = slugify(name)[:50] or "competency"
    taken = set(rubric.competencies.values_list("key", flat=True))
    return next(key for n in range(1, 100) if (key := base if n == 1 else f"{base}-{n}") not in taken)


def _record(actor: object, rubric: Rubric, action: str, data: dict[str, object]) -> None:
    journal.record(
        actor=actor,
        action=action,
        subject=rubric,
        company_id=rubric.job.company_id,
        data={**data, "version": rubric.version},
    )
