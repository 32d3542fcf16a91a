"""One scoring of a conversation: asked several times, checked against the transcript, kept with all it stands on.

The same input and the same engine give the same scores without asking again. Nothing is scored from half of what
was said: a competency one of whose answers could not be written down goes to a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.db.lifecycle import Lifecycle, edges
from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.evidence import verify_quotes
from interviewer.integrations.llm.port import LLM, CompetencyAssessment, CompetencyBrief, Turn, Usage
from interviewer.integrations.llm.repeated import Repeated, merge
from interviewer.journal import services as journal
from interviews.briefs import competency_briefs, language_of, names_of, turns_as_said
from interviews.enums import EvaluationStatus, TranscriptStatus, TurnStatus
from interviews.models import (
    CompetencyScore,
    Evaluation,
    EvidenceQuote,
    Interview,
    InterviewQuestionAndResponse,
)
from interviews.quote_times import seconds_of
from interviews.services import budgets

EVALUATION = Lifecycle(
    "evaluation",
    edges(waiting="done needs_person"),
    stamps={"done": "finished_at", "needs_person": "finished_at"},
)
_KEPT = (
    "level",
    "anchor",
    "certainty",
    "rationale",
    "missing",
    "not_assessed_reason",
    "run_levels",
    "spread",
)
_OVERRIDE = ("override_level", "override_reason", "override_by", "override_at")


@dataclass(frozen=True)
class _Question:
    """Everything that goes to the engine, and the rows it came from."""

    briefs: tuple[CompetencyBrief, ...]
    rows: tuple[InterviewQuestionAndResponse, ...]
    turns: tuple[Turn, ...]
    unheard: frozenset[str]
    language: str
    names: tuple[str, ...]


def counting(interview: Interview) -> Evaluation | None:
    """The evaluation that counts: the newest that is done."""
    return interview.evaluations.filter(status=EvaluationStatus.DONE).order_by("-id").first()


def evaluate(*, evaluation: Evaluation) -> None:
    """Have the engine assess the answers and store levels with their quotes.

    Rejected (nonsense, twice) and a reached cost limit mark the evaluation for a person. Raises Unavailable when the
    engine is down or wrongly set up; the reason is kept on the evaluation for everybody to see.
    """
    llm, asked = get_llm(), _question(evaluation)
    evaluation.input_hash = _hash(llm, asked)
    kept = _same_before(evaluation)
    if kept:
        _copy(evaluation, kept)
        return
    stop = budgets.stopped_by(evaluation.interview)
    if stop:
        EVALUATION.move(evaluation, EvaluationStatus.NEEDS_PERSON, error=stop)
        return
    try:
        found, usage, refused = _ask(llm, evaluation.interview, asked)
    except Rejected as problem:
        _failed(evaluation, problem)
        EVALUATION.move(evaluation, EvaluationStatus.NEEDS_PERSON, error=str(problem)[:500])
        return
    except (Unavailable, Misconfigured) as problem:
        _failed(evaluation, problem)
        raise Unavailable(str(problem)) from problem
    evaluation.refused_quotes, evaluation.is_offline = refused, llm.is_offline
    _store(evaluation, asked, found, usage)


def _question(evaluation: Evaluation) -> _Question:
    interview = evaluation.interview
    rows = list(interview.turns.filter(status=TurnStatus.ANSWERED))
    lost = {TranscriptStatus.WAITING, TranscriptStatus.FAILED}
    unheard = {row.competency_key for row in rows if row.transcript_status in lost and not row.answer}
    answered = tuple(row for row in rows if row.answer and row.competency_key not in unheard)
    return _Question(
        briefs=competency_briefs(evaluation.rubric),
        rows=answered,
        turns=turns_as_said(answered),
        unheard=frozenset(unheard),
        language=language_of(interview),
        names=names_of(interview),
    )


def _hash(llm: LLM, asked: _Question) -> str:
    what = {
        "engine": llm.identity,
        "runs": 1 if llm.is_offline else settings.SCORING_RUNS,
        "briefs": [asdict(brief) for brief in asked.briefs],
        "turns": [asdict(turn) for turn in asked.turns],
        "unheard": sorted(asked.unheard),
        "language": asked.language,
        "names": asked.names,
    }
    return hashlib.sha256(json.dumps(what, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _same_before(evaluation: Evaluation) -> Evaluation | None:
    rows = Evaluation.objects.filter(
        interview=evaluation.interview, input_hash=evaluation.input_hash, status=EvaluationStatus.DONE
    )
    return rows.exclude(pk=evaluation.pk).order_by("-id").first()


def _ask(llm: LLM, interview: Interview, asked: _Question) -> tuple[tuple[Repeated, ...], Usage, int]:
    """Ask as often as the settings say (an offline engine once: it leaves nothing to chance); each call is journaled.

    Returns what counts for each competency, what the last call was, and how many quotes were refused.
    """
    briefs = tuple(brief for brief in asked.briefs if brief.key not in asked.unheard)
    found, refused = [], 0
    for number in range(1 if llm.is_offline else max(1, settings.SCORING_RUNS)):
        if number and budgets.stopped_by(interview):
            break
        answer = llm.assess(briefs, asked.turns, asked.language, asked.names, run=number)
        journal.provider_call(port="llm", purpose="assess", usage=answer.usage, subject=interview)
        found.append(verify_quotes(answer.value, asked.turns))
        refused += sum(len(item.quotes) for item in answer.value) - sum(
            len(item.quotes) for item in found[-1]
        )
    merged = {runs[0].competency_key: merge(runs) for runs in zip(*found, strict=True)}
    return tuple(merged.get(brief.key) or _unheard(brief) for brief in asked.briefs), answer.usage, refused


def _unheard(brief: CompetencyBrief) -> Repeated:
    reason = _("An answer about this could not be written down, so a person should listen to it.")
    return Repeated(CompetencyAssessment(brief.key, None, not_assessed_reason=reason), (None,))


def _failed(evaluation: Evaluation, problem: IntegrationError) -> None:
    journal.provider_call(
        port="llm",
        purpose="assess",
        subject=evaluation.interview,
        usage=problem.usage,
        error=str(problem),
        engine=get_llm().label[:40],
    )
    Evaluation.objects.filter(pk=evaluation.pk).update(
        error=str(problem)[:500], attempts=evaluation.attempts + 1, updated_at=timezone.now()
    )


def _store(evaluation: Evaluation, asked: _Question, found: Sequence[Repeated], usage: Usage) -> None:
    competencies = {row.key: row for row in evaluation.rubric.competencies.all()}
    spread = max((item.spread for item in found), default=0)
    with transaction.atomic():
        EVALUATION.move(
            evaluation,
            EvaluationStatus.DONE,
            engine=usage.engine,
            engine_version=usage.engine_version,
            model=usage.model,
            prompt_version=usage.prompt_version,
            refused_quotes=evaluation.refused_quotes,
            parameters=dict(usage.parameters),
            input_hash=evaluation.input_hash,
            runs=max((len(item.levels) for item in found), default=1),
            spread=spread,
            needs_look=spread >= max(1, settings.SCORING_SPREAD),
            is_offline=evaluation.is_offline,
            error="",
        )
        for item in found:
            _store_competency(evaluation, competencies[item.assessment.competency_key], item, asked)
        _carry_overrides(evaluation)


def _store_competency(evaluation: Evaluation, competency: object, item: Repeated, asked: _Question) -> None:
    found = item.assessment
    score = CompetencyScore.objects.create(
        evaluation=evaluation,
        competency=competency,
        level=found.level,
        anchor=found.anchor,
        certainty=round(found.certainty, 2),
        rationale=found.rationale,
        missing=list(found.missing),
        run_levels=list(item.levels),
        spread=item.spread,
        not_assessed_reason=found.not_assessed_reason[:300],
    )
    rows = {str(row.uid): row for row in asked.rows}
    quotes = []
    for quote in found.quotes:
        row = rows[quote.turn_key]
        heard = seconds_of(row.segments, row.answer, quote.start or 0, quote.end or 0) or (None, None)
        values = {"text": quote.text, "start": quote.start, "end": quote.end}
        quotes.append(
            EvidenceQuote(competency_score=score, turn=row, start_s=heard[0], end_s=heard[1], **values)
        )
    EvidenceQuote.objects.bulk_create(quotes)


def _copy(evaluation: Evaluation, kept: Evaluation) -> None:
    """Give an evaluation the scores of an earlier one of the same input and engine."""
    names = "engine engine_version model prompt_version parameters input_hash runs spread needs_look is_offline refused_quotes"
    usage = Usage(kept.engine, kept.engine_version, kept.model, kept.prompt_version, cached=True)
    with transaction.atomic():
        values = {name: getattr(kept, name) for name in names.split()}
        EVALUATION.move(evaluation, EvaluationStatus.DONE, from_cache=True, error="", **values)
        for old in kept.competency_scores.prefetch_related("quotes"):
            values = {name: getattr(old, name) for name in _KEPT}
            score = CompetencyScore.objects.create(
                evaluation=evaluation, competency_id=old.competency_id, **values
            )
            EvidenceQuote.objects.bulk_create(
                EvidenceQuote(
                    competency_score=score,
                    **{
                        name: getattr(q, name)
                        for name in ("turn_id", "text", "start", "end", "start_s", "end_s")
                    },
                )
                for q in old.quotes.all()
            )
        _carry_overrides(evaluation)
        journal.provider_call(port="llm", purpose="assess", usage=usage, subject=evaluation.interview)


def _carry_overrides(evaluation: Evaluation) -> None:
    """A person's level stands over the engine's, whichever engine it is: it goes along to a new scoring.
    Locked as review.override is, so that a level set at this moment is either carried or refused."""
    Interview.objects.select_for_update().get(pk=evaluation.interview_id)
    before = (
        CompetencyScore.objects.filter(
            evaluation__interview=evaluation.interview, evaluation__status=EvaluationStatus.DONE
        )
        .exclude(evaluation=evaluation)
        .exclude(override_level=None)
        .order_by("-evaluation_id")
    )
    seen: set[int] = set()
    for old in before:
        if old.competency_id not in seen:
            seen.add(old.competency_id)
            evaluation.competency_scores.filter(competency_id=old.competency_id).update(
                **{name: getattr(old, name) for name in _OVERRIDE}
            )
