"""Drafts of a classic job's texts: asked for, made in the background, taken over by a person or thrown away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from companies.enums import DraftStatus
from companies.models import Job, JobTextDraft
from companies.services import jobs
from companies.services.jobs import ClassicJobText
from interviewer import background
from interviewer.errors import Conflict
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm import get_llm, offline_llm
from interviewer.integrations.llm.port import Answer, JobBrief
from interviewer.journal import services as journal
from interviewer.journal.spending import is_over_limit

#: After so long a draft that is still waited for is asked for again.
LOST = timedelta(minutes=2)


def ask(*, actor: object, job: Job, part: str, keywords: str) -> JobTextDraft:
    """Ask for a draft of a text; an earlier one is thrown away. Asking while one is being made changes nothing."""
    from companies import tasks

    with transaction.atomic():
        draft, is_new = JobTextDraft.objects.select_for_update().get_or_create(
            job=job, part=part, defaults={"asked_by": actor, "keywords": keywords}
        )
        if not is_new and draft.status == DraftStatus.WAITING and draft.updated_at > timezone.now() - LOST:
            return draft
        draft.status, draft.error, draft.text = DraftStatus.WAITING, "", ""
        draft.keywords, draft.asked_by, draft.language = keywords, actor, get_language() or "en"
        draft.save()
        background.enqueue(tasks.draft_job_text, draft.pk)
    return draft


def run(*, draft_id: int) -> None:
    """Make a draft. What goes wrong is kept for the page; the built-in engine stands in past a cost limit."""
    draft = JobTextDraft.objects.select_related("job__company").filter(pk=draft_id).first()
    if draft is None or draft.status != DraftStatus.WAITING:
        return
    company_id = draft.job.company_id
    llm = offline_llm() if is_over_limit(company_id) else get_llm()
    words = tuple(word.strip() for word in re.split(r"[,;\n]", draft.keywords) if word.strip())
    try:
        answer = llm.draft_text(_brief(draft), draft.part, words)
    except IntegrationError as problem:
        journal.provider_call(
            port="llm",
            purpose="draft_text",
            company_id=company_id,
            usage=problem.usage,
            error=str(problem),
            engine=llm.label[:40],
        )
        _write(draft, DraftStatus.FAILED, error=str(problem)[:300])
        return
    _keep(draft, answer)


def _brief(draft: JobTextDraft) -> JobBrief:
    job = draft.job
    return JobBrief(
        title=job.title,
        description=job.description,
        requirements=", ".join(part for part in (job.qualification, job.degree) if part),
        skills=tuple(map(str, job.skills)),
        experience_years=(job.min_experience_years, job.max_experience_years),
        language=draft.language,
    )


def _keep(draft: JobTextDraft, answer: Answer[str]) -> None:
    usage = answer.usage
    journal.provider_call(port="llm", purpose="draft_text", company_id=draft.job.company_id, usage=usage)
    engine = f"{usage.engine} {usage.engine_version} {usage.model} {usage.prompt_version}".strip()[:120]
    _write(draft, DraftStatus.READY, text=answer.value, engine=engine, is_offline=usage.engine == "offline")


def _write(draft: JobTextDraft, status: str, **values: object) -> None:
    # A draft that was thrown away meanwhile stays so.
    JobTextDraft.objects.filter(pk=draft.pk, status=DraftStatus.WAITING).update(
        status=status, updated_at=timezone.now(), **values
    )


def use(*, actor: object, job: Job, part: str) -> Job:
    """Put a draft in the place of the job's text, to be edited; raises Conflict when there is none."""
    draft = JobTextDraft.objects.filter(job=job, part=part, status=DraftStatus.READY).first()
    if draft is None:
        raise Conflict(_("There is no draft to take over."))
    with jobs.held(job) as fresh:
        text = replace(ClassicJobText.of(fresh), **{draft.part: draft.text})
        edited = jobs.edit(actor=actor, job=fresh, text=text)
        draft.delete()
    return edited


def discard(*, job: Job, part: str) -> None:
    """Throw a draft away."""
    JobTextDraft.objects.filter(job=job, part=part).delete()
