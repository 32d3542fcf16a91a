"""The words of the offline report: put together from what was found, and kind to the candidate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from interviewer.integrations.llm.port import (
    CandidateFeedback,
    CompetencyAssessment,
    CompetencyBrief,
    CompetencyFeedback,
    JobBrief,
    ReportFacts,
    ReportText,
    Turn,
)
from interviewer.integrations.llm.skills import find_skills
from interviewer.integrations.llm.textual import STOPWORDS, words

STRONG, WEAK = 4, 2
_COMMON = frozenset(
    """work working worked team project projects time people thing things different year years first using know think
    want need well question company able example problem something really could would there their about""".split()
)


def report_offline(
    job: JobBrief,
    competencies: Sequence[CompetencyBrief],
    assessments: Sequence[CompetencyAssessment],
    turns: Sequence[Turn],
    facts: ReportFacts,
) -> ReportText:
    """Write the report from levels, quotes and facts; nothing is said that was not found."""
    names = {item.key: item.name for item in competencies}
    rated = [item for item in assessments if item.level is not None]
    unrated = [item for item in assessments if item.level is None]
    return ReportText(
        summary=_summary(job, names, rated, unrated, turns, facts),
        strengths=tuple(_strength(names, item) for item in rated if (item.level or 0) >= STRONG),
        concerns=tuple(_concern(names, item) for item in rated if (item.level or 0) <= WEAK),
        suggestions=_suggestions(names, rated, unrated),
        key_terms=_key_terms(turns),
        candidate_feedback=_feedback(competencies, assessments),
    )


def _name(names: dict[str, str], item: CompetencyAssessment) -> str:
    return names.get(item.competency_key, item.competency_key)


def _summary(
    job: JobBrief,
    names: dict[str, str],
    rated: Sequence[CompetencyAssessment],
    unrated: Sequence[CompetencyAssessment],
    turns: Sequence[Turn],
    facts: ReportFacts,
) -> str:
    answered = sum(1 for turn in turns if turn.answer.strip())
    lines = [f"Interview for {job.title}: {answered} of {len(turns)} questions were answered."]
    if rated:
        levels = ", ".join(f"{_name(names, item)} {item.level} of 5" for item in rated)
        lines.append(f"Levels by the built-in engine: {levels}.")
    if unrated:
        lines.append(
            f"Not assessed, and for a person to read: {', '.join(_name(names, item) for item in unrated)}."
        )
    stages = (
        ("Résumé match", facts.match_score),
        ("quiz", facts.quiz_percent),
        ("coding", facts.coding_percent),
    )
    known = [f"{label} {value:.0f} of 100" for label, value in stages if value is not None]
    if known:
        text = "; ".join(known)
        lines.append(f"{text[0].upper()}{text[1:]}.")
    if facts.coding_problems:
        lines.append(
            f"{facts.coding_solved or 0} of {facts.coding_problems} coding problems were solved in full."
        )
    return " ".join([*lines, *facts.notes])


def _strength(names: dict[str, str], item: CompetencyAssessment) -> str:
    quote = f" “{item.quotes[0].text}”" if item.quotes else ""
    return f"{_name(names, item)} (level {item.level}): {item.anchor or 'most of what was expected was heard.'}{quote}"


def _concern(names: dict[str, str], item: CompetencyAssessment) -> str:
    missing = f" Not heard: {'; '.join(item.missing[:3])}." if item.missing else ""
    return f"{_name(names, item)} (level {item.level}): {item.anchor or 'little of what was expected was heard.'}{missing}"


def _suggestions(
    names: dict[str, str], rated: Sequence[CompetencyAssessment], unrated: Sequence[CompetencyAssessment]
) -> tuple[str, ...]:
    found = [
        f"Read the answers on {_name(names, item)} yourself: {item.not_assessed_reason}" for item in unrated
    ]
    found += [
        f"In the next conversation, ask about {_name(names, item)}: {item.missing[0]}."
        for item in rated
        if item.missing
    ]
    found += [
        f"The engine is unsure about {_name(names, item)} (certainty {item.certainty:.0%}): look at the quotes."
        for item in rated
        if item.certainty < 0.4
    ]
    return tuple(found)


def _key_terms(turns: Sequence[Turn]) -> tuple[str, ...]:
    text = "\n".join(turn.answer for turn in turns)
    skills = list(find_skills(text))
    counts = Counter(
        word for word in words(text) if len(word) > 4 and word not in STOPWORDS and word not in _COMMON
    )
    frequent = [
        word for word, times in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if times > 1
    ]
    return tuple(dict.fromkeys([*skills, *frequent]))[:12]


def _feedback(
    competencies: Sequence[CompetencyBrief], assessments: Sequence[CompetencyAssessment]
) -> CandidateFeedback:
    by_key = {item.competency_key: item for item in assessments}
    return CandidateFeedback(
        opening="Thank you for your time and for your answers. Here is what was heard, and what may help you next time.",
        competencies=tuple(
            feedback_on(competency, by_key[competency.key])
            for competency in competencies
            if competency.key in by_key
        ),
        closing="This was written by a program from your own answers. A person decides, and looks at more than this.",
    )


def feedback_on(competency: CompetencyBrief, item: CompetencyAssessment) -> CompetencyFeedback:
    """Say to the candidate what went well and what to do next, without a level or a verdict."""
    if item.level is None:
        return CompetencyFeedback(
            competency.key,
            competency.name,
            "There was not enough here to say anything fair.",
            "Next time, tell one real situation: what it was, what you did, and what came of it.",
        )
    quote = f" You said, for example: “{item.quotes[0].text}”" if item.quotes else ""
    if item.level >= STRONG:
        strength = f"You gave a full and concrete picture.{quote}"
    elif item.level > WEAK:
        strength = f"You touched the main things.{quote}"
    else:
        strength = f"You made a start.{quote}"
    if item.missing:
        step = f"A next step would be to speak about this as well: {'; '.join(item.missing[:2])}."
    else:
        step = "A next step would be to add a figure or a result, so that others see what your work changed."
    return CompetencyFeedback(competency.key, competency.name, strength, step)
