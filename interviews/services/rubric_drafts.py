"""Drafts of rubrics by an engine: asked for, made in the background, taken over by a person or thrown away."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.enums import DraftStatus
from companies.models import AiInterviewedJob
from interviewer import background
from interviewer.errors import Conflict
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm import get_llm, offline_llm
from interviewer.integrations.llm.port import Answer, CompetencyDraft
from interviewer.journal import services as journal
from interviewer.journal.spending import is_over_limit
from interviews.briefs import job_brief
from interviews.models import Rubric, RubricDraft
from interviews.rubric_library import LIBRARY, CompetencyText, ReadyRubric
from interviews.services import rubrics

#: After so long a draft that is still waited for is asked for again.
LOST = timedelta(minutes=2)


def ask(*, actor: object, job: AiInterviewedJob) -> RubricDraft:
    """Ask for a draft; an earlier one is thrown away. Asking while one is being made changes nothing."""
    from interviews import tasks

    with transaction.atomic():
        draft, is_new = RubricDraft.objects.select_for_update().get_or_create(
            job=job, defaults={"asked_by": actor}
        )
        if not is_new and draft.status == DraftStatus.WAITING and draft.updated_at > timezone.now() - LOST:
            return draft
        draft.status, draft.error, draft.competencies, draft.asked_by = DraftStatus.WAITING, "", [], actor
        draft.save()
        background.enqueue(tasks.draft_rubric, draft.pk)
    return draft


def run(*, draft_id: int) -> None:
    """Make a draft. What goes wrong is kept for the page; the built-in engine stands in past a cost limit."""
    draft = RubricDraft.objects.select_related("job__company").filter(pk=draft_id).first()
    if draft is None or draft.status != DraftStatus.WAITING:
        return
    llm = offline_llm() if is_over_limit(draft.job.company_id) else get_llm()
    try:
        answer = llm.draft_rubric(job_brief(draft.job), _ready())
    except IntegrationError as problem:
        journal.provider_call(
            port="llm",
            purpose="draft_rubric",
            company_id=draft.job.company_id,
            usage=problem.usage,
            error=str(problem),
            engine=llm.label[:40],
        )
        _write(draft, DraftStatus.FAILED, error=str(problem)[:300])
        return
    _keep(draft, answer)


def _keep(draft: RubricDraft, answer: Answer[tuple[CompetencyDraft, ...]]) -> None:
    usage = answer.usage
    journal.provider_call(port="llm", purpose="draft_rubric", company_id=draft.job.company_id, usage=usage)
    _write(
        draft,
        DraftStatus.READY,
        competencies=[asdict(item) for item in answer.value],
        engine=f"{usage.engine} {usage.engine_version} {usage.model} {usage.prompt_version}".strip()[:120],
        is_offline=usage.engine == "offline",
    )


def _write(draft: RubricDraft, status: str, **values: object) -> None:
    # A draft that was thrown away meanwhile stays so.
    RubricDraft.objects.filter(pk=draft.pk, status=DraftStatus.WAITING).update(
        status=status, updated_at=timezone.now(), **values
    )


def _ready() -> tuple[CompetencyDraft, ...]:
    found: dict[str, CompetencyDraft] = {}
    for rubric in LIBRARY.values():
        for item in rubric.competencies:
            one, two, three, four, five = item.anchors
            found[item.name] = CompetencyDraft(
                item.name,
                item.description,
                item.weight,
                item.dimension,
                (one, two, three, four, five),
                item.expected_points,
            )
    return tuple(found.values())


def use(*, actor: object, job: AiInterviewedJob) -> Rubric:
    """Put the draft in the place of the present competencies, to be edited; raises Conflict when there is none."""
    draft = RubricDraft.objects.filter(job=job, status=DraftStatus.READY).first()
    if draft is None:
        raise Conflict(_("There is no draft to take over."))
    texts = tuple(
        CompetencyText(
            **{**item, "anchors": tuple(item["anchors"]), "expected_points": tuple(item["expected_points"])}
        )
        for item in draft.competencies
    )
    with transaction.atomic():
        ready = ReadyRubric(key=f"draft by {draft.engine}", title="", intro="", competencies=texts)
        rubric = rubrics.start_from(actor=actor, job=job, ready=ready)
        draft.delete()
    return rubric


def discard(*, job: AiInterviewedJob) -> None:
    """Throw a draft away."""
    RubricDraft.objects.filter(job=job).delete()
