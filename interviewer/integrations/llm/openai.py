"""The engine behind OpenAI or a compatible server: briefs into data for a prompt, checked answers back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from interviewer.integrations.failures import Rejected
from interviewer.integrations.llm.answers import AnswerKind, read_answer
from interviewer.integrations.llm.drafting import weighed
from interviewer.integrations.llm.evidence import locate, restore_quotes, verify_quotes
from interviewer.integrations.llm.injection import blank, screen
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.planning import repeats
from interviewer.integrations.llm.port import (
    MATCH_WEIGHTS,
    Answer,
    CandidateBrief,
    CandidateFeedback,
    CompetencyAssessment,
    CompetencyBrief,
    CompetencyDraft,
    CompetencyFeedback,
    FollowUp,
    JobBrief,
    MatchPart,
    MatchResult,
    PlannedQuestion,
    QuestionKind,
    Quote,
    ReportFacts,
    ReportText,
    ResumeProfile,
    Turn,
    Usage,
)
from interviewer.integrations.llm.reporting import feedback_on
from interviewer.integrations.llm.resume import guess_name
from interviewer.integrations.llm.schemas import (
    AssessmentOut,
    AssessmentsOut,
    FollowUpOut,
    JobTextOut,
    MatchOut,
    PlanOut,
    ReportOut,
    ResumeOut,
    RubricOut,
)
from interviewer.integrations.llm.scoring import NO_TURNS, REASONS
from interviewer.integrations.llm.wire import (
    ENGINE_VERSION,
    PROMPT_VERSION,
    SAMPLING,
    OpenAIConfig,
    Wire,
)

__all__ = ["OpenAIConfig", "OpenAILLM"]

RESUME_CHARS = 30_000
ANSWER_CHARS = 12_000
NOT_RETURNED = "The AI server gave no assessment for this, so a person should read the answers."
NO_REASON = "The AI server gave no level and no reason, so a person should read the answers."
_QUOTED = re.compile(r"[“\"«]([^”\"»]{2,200})[”\"»]")


class OpenAILLM:
    """A model behind an HTTP API; everything that comes back is checked before it is believed."""

    is_offline = False

    def __init__(self, config: OpenAIConfig) -> None:
        self._config = config
        self._wire = Wire(config)
        self.label = f"AI model {config.model}"

    @property
    def identity(self) -> str:
        """Server, model, prompts and parameters."""
        return f"openai/{ENGINE_VERSION}/{self._config.base_url}/{self._config.model}/{PROMPT_VERSION}/{SAMPLING}"

    def parse_resume(self, text: str) -> Answer[ResumeProfile]:
        """Read a résumé; instructions in it are taken out first."""
        payload = {"resume_text": screen(text).cleaned[:RESUME_CHARS], "today": date.today().isoformat()}
        out, usage = self._wire.ask("parse_resume", payload, ResumeOut)
        fields = out.model_dump()
        years = out.years_of_experience
        fields |= {
            "email": out.email.strip().lower(),
            "skills": tuple(dict.fromkeys(skill.strip() for skill in out.skills if skill.strip()))[:60],
            "education": tuple(line.strip() for line in out.education if line.strip())[:10],
            "years_of_experience": None if years is None or not 0 <= years <= 60 else round(years, 1),
        }
        return Answer(ResumeProfile(**fields), usage)

    def match(self, job: JobBrief, candidate: CandidateBrief) -> Answer[MatchResult]:
        """Score a match; the total is computed here from the parts and their fixed weights."""
        raw = screen(candidate.resume_text).cleaned
        payload = {
            "job": asdict(job),
            "language": job.language,
            "candidate": {
                "skills": candidate.skills,
                "years_of_experience": candidate.years_of_experience,
                "education": [mask_identity(line) for line in candidate.education],
                "resume_text": mask_identity(raw, guess_name(raw))[:RESUME_CHARS],
            },
        }
        out, usage = self._wire.ask("match", payload, MatchOut)
        by_key = {part.key: part for part in out.parts}
        parts = tuple(
            MatchPart(key, weight, round(by_key[key].score, 1), by_key[key].note)  # type: ignore[index]
            for key, weight in MATCH_WEIGHTS.items()
        )
        score = round(sum(part.weight * part.score for part in parts) / 100, 1)
        missing = tuple(skill for skill in dict.fromkeys(out.missing) if skill not in out.matched)
        return Answer(
            MatchResult(score, parts, tuple(dict.fromkeys(out.matched)), missing, out.explanation), usage
        )

    def plan(
        self,
        job: JobBrief,
        candidate: CandidateBrief,
        competencies: tuple[CompetencyBrief, ...],
        own_questions: tuple[str, ...],
        count: int,
    ) -> Answer[tuple[PlannedQuestion, ...]]:
        """Plan questions from the job alone, so that every candidate is asked the same; repetitions are dropped."""
        del candidate
        if count <= 0 or not competencies:
            return Answer((), self._unasked())
        payload = {
            "job": asdict(job),
            "language": job.language,
            "competencies": _described(competencies),
            "own_questions": own_questions,
            "count": count,
        }
        out, usage = self._wire.ask("plan", payload, PlanOut)
        keys = {f"C{index}": item.key for index, item in enumerate(competencies, 1)}
        planned: list[PlannedQuestion] = []
        asked = list(own_questions)
        for item in out.questions:
            key = keys.get(item.competency_id)
            points = tuple(point.strip() for point in item.expected_points if point.strip())
            if key is None or not points or not item.text.strip() or repeats(item.text, asked):
                continue
            asked.append(item.text)
            planned.append(PlannedQuestion(item.text.strip(), key, QuestionKind(item.kind), points))
        if not planned:
            raise Rejected("The model planned no question that could be used.")
        return Answer(tuple(planned[:count]), usage)

    def draft_rubric(
        self, job: JobBrief, ready: tuple[CompetencyDraft, ...]
    ) -> Answer[tuple[CompetencyDraft, ...]]:
        """Have a rubric written; what is not about the work, or lacks an anchor, counts as nonsense."""
        payload = {
            "job": asdict(job),
            "language": job.language,
            "ready": [asdict(item) for item in ready[:3]],
        }
        out, usage = self._wire.ask("draft_rubric", payload, RubricOut)
        drafts = [
            CompetencyDraft(
                name=item.name[:100],
                description=item.description[:1_000],
                weight=item.weight,
                dimension=item.dimension,
                anchors=(item.anchors[0], item.anchors[1], item.anchors[2], item.anchors[3], item.anchors[4]),
                expected_points=tuple(text.strip()[:300] for text in item.expected_points if text.strip())[
                    :12
                ],
            )
            for item in out.competencies
        ]
        return Answer(weighed(drafts), usage)

    def draft_text(self, job: JobBrief, part: str, keywords: tuple[str, ...]) -> Answer[str]:
        """Have a text written; one that is empty or endless counts as nonsense."""
        payload = {"job": asdict(job), "language": job.language, "part": part, "keywords": keywords}
        out, usage = self._wire.ask("draft_text", payload, JobTextOut)
        return Answer(out.text, usage)

    def follow_up(
        self,
        turn: Turn,
        competency: CompetencyBrief,
        asked: tuple[str, ...],
        language: str,
        names: tuple[str, ...] = (),
    ) -> Answer[FollowUp | None]:
        """Ask for one follow-up; one that repeats, or puts words into the candidate's mouth, is not asked."""
        if read_answer(turn.answer, turn.question).kind in (AnswerKind.EMPTY, AnswerKind.REFUSED):
            return Answer(None, self._unasked())
        masked = _for_model(turn.answer, names)
        payload = {
            "language": language,
            "competency": _described((competency,))[0],
            "question": turn.question,
            "question_expected_points": turn.expected_points,
            "answer": masked,
            "asked": [*asked, turn.question],
        }
        out, usage = self._wire.ask("follow_up", payload, FollowUpOut, patient=False)
        text = _in_true_words(out.text.strip(), masked, turn.answer)
        if not out.needed or not text or repeats(text, [*asked, turn.question]):
            return Answer(None, usage)
        return Answer(FollowUp(text, out.reason.strip()), usage)

    def assess(
        self,
        competencies: tuple[CompetencyBrief, ...],
        turns: tuple[Turn, ...],
        language: str,
        names: tuple[str, ...] = (),
        run: int = 0,
    ) -> Answer[tuple[CompetencyAssessment, ...]]:
        """Assess; what cannot be assessed is not even asked about, and quotes are checked against the transcript."""
        reasons = {item.key: _not_assessable(item, turns, language) for item in competencies}
        open_ones = tuple(item for item in competencies if not reasons[item.key])
        usage, found = self._unasked(), {}
        masked = tuple(replace(turn, answer=_for_model(turn.answer, names)) for turn in turns)
        if open_ones:
            ids = {f"T{index}": turn for index, turn in enumerate(masked, 1)}
            payload = {
                "language": language,
                "competencies": _described(open_ones),
                "turns": [_turn(key, turn, open_ones) for key, turn in ids.items()],
            }
            out, usage = self._wire.ask("assess", payload, AssessmentsOut, run=run)
            keys = {f"C{index}": item for index, item in enumerate(open_ones, 1)}
            for item in out.assessments:
                if item.competency_id in keys:
                    brief = keys[item.competency_id]
                    found[brief.key] = _assessment(brief, item, ids)
        assessed = [
            found.get(item.key)
            or CompetencyAssessment(item.key, None, not_assessed_reason=reasons[item.key] or NOT_RETURNED)
            for item in competencies
        ]
        return Answer(restore_quotes(verify_quotes(assessed, masked), turns), usage)

    def summarise(
        self,
        job: JobBrief,
        competencies: tuple[CompetencyBrief, ...],
        assessments: tuple[CompetencyAssessment, ...],
        turns: tuple[Turn, ...],
        facts: ReportFacts,
    ) -> Answer[ReportText]:
        """Write the report; a competency that the model left out of the feedback gets the plain sentence."""
        by_key = {item.competency_key: item for item in assessments}
        payload = {
            "job": {"title": job.title, "requirements": job.requirements},
            "language": job.language,
            "competencies": _described(competencies),
            "assessments": [
                {"id": f"C{index}", **asdict(by_key[item.key])}
                for index, item in enumerate(competencies, 1)
                if item.key in by_key
            ],
            "questions_asked": len(turns),
            "questions_answered": sum(1 for turn in turns if turn.answer.strip()),
            "facts": asdict(facts),
        }
        out, usage = self._wire.ask("summarise", payload, ReportOut)
        given = {item.competency_id: item for item in out.candidate_feedback.competencies}
        feedback = tuple(
            CompetencyFeedback(item.key, item.name, given[f"C{index}"].strength, given[f"C{index}"].next_step)
            if f"C{index}" in given
            else feedback_on(item, by_key[item.key])
            for index, item in enumerate(competencies, 1)
            if item.key in by_key
        )
        words = out.candidate_feedback
        report = ReportText(
            summary=out.summary,
            strengths=tuple(out.strengths),
            concerns=tuple(out.concerns),
            suggestions=tuple(out.suggestions),
            key_terms=tuple(dict.fromkeys(out.key_terms))[:12],
            candidate_feedback=CandidateFeedback(words.opening, feedback, words.closing),
        )
        return Answer(report, usage)

    def _unasked(self) -> Usage:
        return Usage(engine="openai", engine_version=ENGINE_VERSION, model=self._config.model)


def _in_true_words(text: str, masked: str, answer: str) -> str:
    """Put the candidate's own words into the quotes of a follow-up; empty when a quote was never said."""
    for quote in _QUOTED.findall(text):
        place = locate(quote, masked)
        if place is not None:
            text = text.replace(quote, answer[slice(*place)].strip())
        elif len(quote.split()) > 1:
            return ""
    return text


def _for_model(answer: str, names: Sequence[str]) -> str:
    """Return an answer of the same length with identity and attacks blanked, so that quotes keep their place."""
    return mask_identity(blank(answer), names, keep_length=True)[:ANSWER_CHARS]


def _described(competencies: Sequence[CompetencyBrief]) -> list[dict[str, Any]]:
    """Return competencies under short ids, which models copy more faithfully than keys."""
    return [
        {
            "id": f"C{index}",
            "name": item.name,
            "description": item.description,
            "weight": item.weight,
            "anchors": {str(level): text for level, text in enumerate(item.anchors, 1)},
            "expected_points": item.expected_points,
        }
        for index, item in enumerate(competencies, 1)
    ]


def _turn(key: str, turn: Turn, competencies: Sequence[CompetencyBrief]) -> dict[str, Any]:
    ids = {item.key: f"C{index}" for index, item in enumerate(competencies, 1)}
    return {
        "id": key,
        "competency": ids.get(turn.competency_key, ""),
        "question": turn.question,
        "is_followup": turn.is_followup,
        "expected_points": turn.expected_points,
        "answer": turn.answer,
    }


def _not_assessable(competency: CompetencyBrief, turns: Sequence[Turn], language: str) -> str:
    """Return why a competency cannot be assessed by anybody, or an empty string."""
    own = [turn for turn in turns if turn.competency_key == competency.key]
    if not own:
        return NO_TURNS
    kinds = [read_answer(turn.answer, turn.question).kind for turn in own]
    readable = {AnswerKind.READABLE, AnswerKind.OTHER_LANGUAGE}
    if not language.lower().startswith("en"):  # what looks like noise in English may be a language
        readable |= {AnswerKind.NOISE, AnswerKind.TOO_SHORT}
    if any(kind in readable for kind in kinds):
        return ""
    return " ".join(dict.fromkeys(REASONS[kind] for kind in kinds))


def _assessment(brief: CompetencyBrief, item: AssessmentOut, turns: dict[str, Turn]) -> CompetencyAssessment:
    if item.level is None:
        reason = item.not_assessed_reason.strip() or NO_REASON
        return CompetencyAssessment(brief.key, None, rationale=item.rationale, not_assessed_reason=reason)
    quotes = tuple(
        Quote(turns[quote.turn_id].key if quote.turn_id in turns else "", quote.text) for quote in item.quotes
    )
    return CompetencyAssessment(
        competency_key=brief.key,
        level=item.level,
        certainty=round(item.certainty, 2),
        anchor=brief.anchors[item.level - 1] or item.anchor,
        quotes=quotes,
        missing=tuple(item.missing),
        rationale=item.rationale,
    )
