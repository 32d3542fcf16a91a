"""The offline draft of a rubric: the competencies of the library that come nearest to what the job describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interviewer.integrations.llm.embeddings import similarity
from interviewer.integrations.llm.port import CompetencyDraft, JobBrief
from interviewer.integrations.llm.textual import sentences

AT_LEAST, AT_MOST = 3, 5
#: A competency further from the job than this is only taken to come to three.
NEAR = 0.2


def draft_offline(job: JobBrief, ready: Sequence[CompetencyDraft]) -> tuple[CompetencyDraft, ...]:
    """Choose up to five competencies, the nearest first, of no dimension more than two; weights add up to 100."""
    if not ready:
        return ()
    texts = [
        job.title,
        *(item.text for item in sentences(f"{job.description}\n{job.requirements}")),
        *job.skills,
    ]
    texts = [text for text in texts if text.strip()][:40]
    about = [f"{item.name}. {item.description} {'; '.join(item.expected_points)}" for item in ready]
    near = similarity(about, texts).max(axis=1) if texts else [0.0] * len(ready)
    ranked = sorted(zip(near, ready, strict=True), key=lambda pair: (-pair[0], pair[1].name))
    chosen: list[CompetencyDraft] = []
    for closeness, item in ranked:
        same = sum(other.dimension == item.dimension for other in chosen)
        if same >= 2 or any(other.name == item.name for other in chosen):
            continue
        if len(chosen) < AT_LEAST or (closeness >= NEAR and len(chosen) < AT_MOST):
            chosen.append(item)
    return weighed(chosen)


def weighed(drafts: Sequence[CompetencyDraft]) -> tuple[CompetencyDraft, ...]:
    """Return the drafts with weights that add up to 100, in proportion; each weighs at least one."""
    total = sum(max(1, item.weight) for item in drafts) or 1
    weights = [max(1, round(100 * max(1, item.weight) / total)) for item in drafts]
    if weights:
        heaviest = weights.index(max(weights))
        weights[heaviest] += 100 - sum(weights)
    return tuple(replace(item, weight=weight) for item, weight in zip(drafts, weights, strict=True))
