"""The offline match of a résumé with a job: five parts with their reasons, from what the texts really say."""

from __future__ import annotations

import re
from datetime import date

from interviewer.integrations.llm.embeddings import similarity
from interviewer.integrations.llm.injection import screen
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.port import MATCH_WEIGHTS, CandidateBrief, JobBrief, MatchPart, MatchResult
from interviewer.integrations.llm.resume import guess_name, years_of_experience
from interviewer.integrations.llm.skills import canonical_skill, find_skills, names_skill
from interviewer.integrations.llm.textual import sentences, words

#: Degrees from the lowest to the highest; the position is the level.
_DEGREES = (
    r"\b(?:high school|higher secondary|hsc|ssc|10th|12th|class x)\b",
    r"\b(?:diploma|associate degree|iti\b)",
    r"\b(?:b\.?\s?tech|b\.?\s?sc|b\.\s?e\b|b\.\s?a\b|b\.?\s?com|b\.?s\.?\b|bca|bba|bachelor\w*|graduate|engineering degree)",
    r"\b(?:m\.?\s?tech|m\.?\s?sc|m\.\s?e\b|m\.\s?a\b|m\.?\s?com|mba|mca|master(?:'?s| of)|post-?graduate)",
    r"\b(?:ph\.?\s?d|doctorate|doctoral)",
)
_DEGREE_NAMES = ("school", "a diploma", "a bachelor's degree", "a master's degree", "a doctorate")
_ACHIEVED = re.compile(
    r"\b(?:award\w*|winner|won|runner-?up|medal|prize|rank(?:ed)? \d|first place|patent\w*|publish\w*|certified|certification"
    r"|scholarship|hackathon|promoted|employee of the|top \d+)\b"
    r"|\b(?:reduc|increas|improv|cut|grew|sav|rais|boost|achiev|exceed|lower|doubl|tripl|generat)\w*\b[^.\n]{0,80}\d"
    r"|\d+(?:\.\d+)?\s?%",
    re.IGNORECASE,
)


def match_offline(job: JobBrief, candidate: CandidateBrief, *, today: date) -> MatchResult:
    """Score the five parts 0 to 100 each and weigh them; names, age and the like are masked first."""
    raw = screen(candidate.resume_text).cleaned
    # Years are counted before masking, because masking takes years out.
    years = candidate.years_of_experience
    if years is None:
        years = years_of_experience(raw, today=today)
    text = mask_identity(raw, guess_name(raw))
    skills, matched, missing = _skills(job, candidate, text)
    parts = (
        skills,
        _experience(job, years),
        _education(job, candidate, text),
        _achievements(text),
        _other(job, text),
    )
    score = round(sum(part.weight * part.score for part in parts) / 100, 1)
    return MatchResult(score, parts, matched, missing, _explanation(job, score, parts, matched, missing))


def _part(key: str, score: float, note: str) -> MatchPart:
    return MatchPart(key, MATCH_WEIGHTS[key], round(min(max(score, 0.0), 100.0), 1), note)


def _wanted_skills(job: JobBrief) -> tuple[str, ...]:
    listed = tuple(dict.fromkeys(canonical_skill(skill) for skill in job.skills if skill.strip()))
    return listed or find_skills("\n".join((job.title, job.requirements, job.description)))


def _skills(
    job: JobBrief, candidate: CandidateBrief, text: str
) -> tuple[MatchPart, tuple[str, ...], tuple[str, ...]]:
    wanted = _wanted_skills(job)
    if not wanted:
        return (
            _part(
                "skills",
                100 * _closeness(job, text),
                "The job names no skills; the texts were compared as a whole.",
            ),
            (),
            (),
        )
    own = {canonical_skill(screen(skill).cleaned) for skill in candidate.skills} | set(find_skills(text))
    matched = tuple(skill for skill in wanted if skill in own or names_skill(text, skill))
    missing = tuple(skill for skill in wanted if skill not in matched)
    note = f"{len(matched)} of {len(wanted)} skills named in the job appear in the résumé."
    return _part("skills", 100 * len(matched) / len(wanted), note), matched, missing


def _experience(job: JobBrief, years: float | None) -> MatchPart:
    least = job.experience_years[0]
    if not least:
        return _part("experience", 100, "The job asks for no minimum of experience.")
    if years is None:
        return _part(
            "experience", 0, f"The job asks for {least} years; the résumé does not say how many there are."
        )
    note = f"{years:g} years, where the job asks for at least {least}."
    return _part("experience", 100 * min(years / least, 1), note)


def _degree(text: str) -> int | None:
    levels = [level for level, pattern in enumerate(_DEGREES) if re.search(pattern, text, re.IGNORECASE)]
    return max(levels) if levels else None


def _education(job: JobBrief, candidate: CandidateBrief, text: str) -> MatchPart:
    asked = [
        level
        for level, pattern in enumerate(_DEGREES)
        if re.search(pattern, f"{job.requirements}\n{job.description}", re.IGNORECASE)
    ]
    has = _degree("\n".join(candidate.education) or text)
    if not asked:
        return _part("education", 100, "The job asks for no particular education.")
    least = min(asked)  # "bachelor's or master's" is satisfied by the lower one
    if has is None:
        return _part("education", 0, f"The job asks for {_DEGREE_NAMES[least]}; the résumé names no degree.")
    note = f"The résumé names {_DEGREE_NAMES[has]}; the job asks for {_DEGREE_NAMES[least]}."
    return _part("education", 100 if has >= least else 100 * (has + 1) / (least + 1), note)


def _achievements(text: str) -> MatchPart:
    found = [line.strip() for line in text.splitlines() if len(words(line)) > 2 and _ACHIEVED.search(line)]
    if not found:
        return _part("achievements", 0, "No awards, certificates or measured results were found.")
    count = f"{len(found)} line{'s' if len(found) > 1 else ''} with awards, certificates or measured results"
    return _part("achievements", 25 * len(found), f"{count}, for example: “{found[0][:120]}”.")


def _closeness(job: JobBrief, text: str) -> float:
    """Return 0 to 1: how close in meaning the lines of the résumé come to the lines of the job."""
    wanted = [item.text for item in sentences("\n".join((job.title, job.description, job.requirements)))][:20]
    have = [item.text for item in sentences(text) if len(words(item.text)) >= 3][:60]
    if not wanted or not have:
        return 0.0
    best = similarity(wanted, have).max(axis=1)
    # Unrelated lines come to about 0.15, lines on the same work to about 0.6.
    return float(min(max((best.mean() - 0.15) / 0.45, 0.0), 1.0))


def _other(job: JobBrief, text: str) -> MatchPart:
    share = _closeness(job, text)
    word = "close to" if share >= 0.66 else "partly close to" if share >= 0.33 else "far from"
    return _part(
        "other", 100 * share, f"What the résumé describes is {word} the work that the job describes."
    )


def _explanation(
    job: JobBrief,
    score: float,
    parts: tuple[MatchPart, ...],
    matched: tuple[str, ...],
    missing: tuple[str, ...],
) -> str:
    lines = [f"The résumé reaches {score:g} of 100 for {job.title}."]
    if matched:
        lines.append(f"Found: {', '.join(matched)}.")
    if missing:
        lines.append(
            f"Not found in the résumé, which does not mean that they are absent: {', '.join(missing)}."
        )
    lines += [part.note for part in parts if part.key != "skills" or not (matched or missing)]
    lines.append(
        "The built-in engine compares names of skills, stated years, degrees and the meaning of sentences; "
        "it does not judge how good the work was."
    )
    return " ".join(lines)
