"""Plans an interview from the bank: the rubric's competencies by weight, the job's skills, nothing asked twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interviewer.integrations.llm.embeddings import similarity
from interviewer.integrations.llm.port import (
    CandidateBrief,
    CompetencyBrief,
    JobBrief,
    PlannedQuestion,
    QuestionKind,
)
from interviewer.integrations.llm.questions import BankQuestion, about_competency, about_skill, bank
from interviewer.integrations.llm.skills import canonical_skill, find_skills, skill_category
from interviewer.integrations.llm.textual import content_stems, english_share

#: Two questions at least this close in meaning count as the same: paraphrases come to 0.64 to 0.75, and no two
#: questions of the bank are closer than 0.63.
SAME_MEANING = 0.65
SAME_WORDS = 0.6
#: Below this a bank question has nothing to do with a competency.
FITS = 0.28
_TECHNICAL_HINT = "technical knowledge, programming, engineering, tools, professional skills of the trade"
_PEOPLE_HINT = "communication, teamwork, leadership, behaviour, values, motivation, culture"
_THINKING_HINT = "problem solving, analytical thinking, decision making, debugging"
_HINTS = (
    (_TECHNICAL_HINT, QuestionKind.TECHNICAL),
    (_PEOPLE_HINT, QuestionKind.BEHAVIORAL),
    (_THINKING_HINT, QuestionKind.PROBLEM_SOLVING),
)


def repeats(text: str, asked: Sequence[str]) -> bool:
    """Say whether a question asks, by meaning or nearly by its words, what was asked already."""
    if not asked:
        return False
    stems = content_stems(text)
    for other in asked:
        others = content_stems(other)
        if stems and others and len(stems & others) / len(stems | others) >= SAME_WORDS:
            return True
    if english_share(text) < 0.15:  # the embeddings know English only and find all other sentences alike
        return False
    return bool(similarity([text], list(asked)).max() >= SAME_MEANING)


def plan_offline(
    job: JobBrief,
    candidate: CandidateBrief,
    competencies: Sequence[CompetencyBrief],
    own_questions: Sequence[str],
    count: int,
) -> tuple[PlannedQuestion, ...]:
    """Plan up to `count` questions, the heaviest competency first, then round again with what is left.

    The questions follow from the job alone, so that every candidate of a job is asked the same; the candidate's
    follow-ups differ. `candidate` is part of the port and of no influence here.
    """
    del candidate
    asked = [question for question in own_questions if question.strip()]
    planned: list[PlannedQuestion] = []
    if not competencies or count <= 0:
        return ()
    ranked = sorted(competencies, key=lambda item: -item.weight)
    supplies = [(item, _candidates(job, item)) for item in ranked]
    while supplies and len(planned) < count:
        left: list[tuple[CompetencyBrief, Iterator[BankQuestion]]] = []
        for competency, supply in supplies:
            question = next((item for item in supply if not repeats(item.text, asked)), None)
            if question is None:
                continue
            left.append((competency, supply))
            asked.append(question.text)
            planned.append(PlannedQuestion(question.text, competency.key, question.kind, question.points))
            if len(planned) == count:
                break
        supplies = left
    return tuple(planned)


def kind_of(competency: CompetencyBrief) -> QuestionKind:
    """Say what sort of question measures a competency, by the meaning of its name and description."""
    text = f"{competency.name}. {competency.description}".strip()
    if any(skill_category(skill) != "people skills" for skill in find_skills(competency.name)):
        return QuestionKind.TECHNICAL
    scores = similarity([text], [hint for hint, _ in _HINTS])[0]
    return _HINTS[int(scores.argmax())][1]


def _candidates(job: JobBrief, competency: CompetencyBrief) -> Iterator[BankQuestion]:
    """Yield questions for a competency, the best fitting first."""
    kind = kind_of(competency)
    if kind is QuestionKind.TECHNICAL:
        yield from _technical(job, competency)
    text = f"{competency.name}. {competency.description}".strip()
    others = [item for item in bank() if item.kind is not QuestionKind.TECHNICAL]
    scores = similarity([text], [item.topic for item in others])[0]
    bonus = [0.15 if item.kind is kind else 0.0 for item in others]
    ranked = sorted(zip(scores + bonus, others, strict=True), key=lambda pair: -pair[0])
    fitting = [item for score, item in ranked if score >= FITS]
    yield from fitting
    yield about_competency(competency.name, competency.expected_points)


def _technical(job: JobBrief, competency: CompetencyBrief) -> Iterator[BankQuestion]:
    wanted = _skills(job, competency)
    technical = [item for item in bank() if item.kind is QuestionKind.TECHNICAL]
    for skill in wanted:
        matching = [item for item in technical if skill in item.skills]
        yield from matching[:1] or [about_skill(skill)]
    for skill in wanted:
        yield from [item for item in technical if skill in item.skills][1:]
        yield about_skill(skill)


def _skills(job: JobBrief, competency: CompetencyBrief) -> list[str]:
    """Return the skills to ask about: those the competency names, then the job's, in the recruiter's order."""
    named = find_skills(f"{competency.name}\n{competency.description}")
    listed = [canonical_skill(skill) for skill in job.skills]
    found = list(find_skills(f"{job.title}\n{job.requirements}")) if not listed else []
    skills = list(dict.fromkeys([*named, *listed, *found]))
    return [skill for skill in skills if skill_category(skill) != "people skills"]
