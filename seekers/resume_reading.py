"""What a résumé's text proposes for a profile, by rules: entries are found by their years, words around them by habit.

Everything found is only proposed; whoever owns the profile corrects and accepts it one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviewer.integrations.llm.port import ResumeProfile
from interviewer.integrations.llm.resume import sections
from seekers.json_resume.reading import Found

MOST_OF_A_KIND = 15
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+|(\d{1,2})/)?"
_SPAN = re.compile(
    rf"\(?\b{_MONTH}((?:19|20)\d\d)\s*(?:-|–|—|to|until)\s*"
    rf"(?:{_MONTH}((?:19|20)\d\d)|(present|current|now|today|till date|ongoing))\b\)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BETWEEN = re.compile(r"\s+at\s+|\s+@\s+|\s*[|·•]\s*|\s+[-–—]\s+|,\s*")
_QUALIFICATION = re.compile(
    r"\b(bachelor|master|ph\.?\s?d|doctor|diploma|b\.?\s?tech|m\.?\s?tech|b\.?\s?sc|m\.?\s?sc|b\.?e\b|mba|mca|bca|bba)",
    re.IGNORECASE,
)
_DEGREES = {
    "bachelor": r"b(?:achelor|\.?\s?tech|\.?\s?sc|\.?e\b|ca|ba)",
    "master": r"m(?:aster|\.?\s?tech|\.?\s?sc|ba|ca)",
    "doctorate": r"ph\.?\s?d|doctor",
    "diploma": r"diploma",
}


@dataclass(frozen=True)
class _Dated:
    """A line with a span of time, what stands beside it, and the lines under it."""

    heading: tuple[str, ...]
    times: dict[str, object]
    story: str


def proposals(found: ResumeProfile, text: str) -> list[Found]:
    """What the engine found, and entries that the text lists under headings that résumés have."""
    made: list[Found] = []
    if found.first_name:
        made.append(("about", {"first_name": found.first_name, "last_name": found.last_name}))
    if found.years_of_experience is not None:
        years = min(70, max(0, round(found.years_of_experience, 1)))
        made.append(("about", {"years_of_experience": str(years)}))
    if found.phone:
        made.append(("phone", {"phone": found.phone}))
    parts = sections(text)
    if summary := parts.get("summary", "").strip() or found.headline:
        made.append(("summary", {"summary": " ".join(summary.split())[:5_000]}))
    if found.skills:
        made.append(("skills", {"key_skills": [skill[:60] for skill in found.skills][:60]}))
    for one in _dated(parts.get("experience", ""))[:MOST_OF_A_KIND]:
        made.append(_job(one))
    for one in _dated(parts.get("projects", ""))[:MOST_OF_A_KIND]:
        title = " ".join(one.heading)[:150]
        made.append(("projects", {"title": title, **one.times, "description": one.story}))
    made += [_degree(line) for line in found.education[:MOST_OF_A_KIND] if _QUALIFICATION.search(line)]
    return made


def _dated(text: str) -> list[_Dated]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    places = [place for place, line in enumerate(lines) if _SPAN.search(line)]
    found = []
    for number, place in enumerate(places):
        span = _SPAN.search(lines[place])
        beside = _SPAN.sub(" ", lines[place]).strip(" \t|,;·•–—-()")
        begins_above = len(beside) < 3 and place > 0
        heading = _split(f"{lines[place - 1]}, {beside}" if begins_above else beside)
        end = places[number + 1] if number + 1 < len(places) else len(lines)
        under = lines[place + 1 : end]
        if end < len(lines) and under and len(_SPAN.sub("", lines[end]).strip(" ()|,-–—")) < 3:
            under = under[:-1]  # the line above the next span is its heading
        found.append(_Dated(heading, _times(span), "\n".join(under)[:5_000]))
    return found


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" .,;")[:150] for part in _BETWEEN.split(text) if part.strip(" .,;"))


def _times(span: re.Match | None) -> dict[str, object]:
    if span is None:
        return {}

    def month(name: str | None, number: str | None) -> str:
        if name:
            return str(_MONTHS.index(name[:3].lower()) + 1)
        return str(int(number)) if number and 1 <= int(number) <= 12 else ""

    return {
        "start_month": month(span[1], span[2]),
        "start_year": span[3],
        "end_month": month(span[4], span[5]),
        "end_year": span[6] or "",
        "is_current": bool(span[7]),
    }


def _job(one: _Dated) -> Found:
    title, organisation = (*one.heading, "", "")[:2]
    kind = "internships" if re.search(r"\bintern", title, re.IGNORECASE) else "employment"
    return kind, {"title": title, "organisation": organisation, **one.times, "description": one.story}


def _degree(line: str) -> Found:
    years = _YEAR.findall(line)
    parts = _split(_SPAN.sub(" ", _YEAR.sub(" ", line) if len(years) == 1 else line))
    course = next((part for part in parts if _QUALIFICATION.search(part)), "")
    college = next((part for part in parts if part != course and len(part) > 3), "")
    kind = next((name for name, words in _DEGREES.items() if re.search(words, course, re.IGNORECASE)), "")
    return "education", {
        "qualification": kind.capitalize(),
        "course": course,
        "college": college,
        "start_year": years[0] if len(years) > 1 else "",
        "end_year": years[-1] if years else "",
        "course_type": "full_time",
    }
