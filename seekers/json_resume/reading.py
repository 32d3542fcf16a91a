"""What a JSON Resume document proposes for a profile: targets with values, and what has no place in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from seekers.json_resume import KIND

#: A proposal: the key of a block or section, and its values.
Found = tuple[str, dict[str, object]]
#: Parts of the schema that a profile has no place for.
WITHOUT_PLACE = ("publications", "interests", "references")
MOST_OF_A_KIND = 40
_SCORE = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(?:/\s*(\d+)|(%))?\s*$")


def proposals(document: Mapping[str, object]) -> tuple[list[Found], list[str]]:
    """Everything that the document says, in the order of the profile; and the names of what is left out."""
    basics = _object(document.get("basics"))
    found = _basics(basics)
    skills = [
        str(word) for one in _list(document, "skills") for word in [one.get("name"), *_words(one, "keywords")]
    ]
    if words := [word for word in dict.fromkeys(skills) if word and word != "None"]:
        found.append(("skills", {"key_skills": words}))
    languages = [_language(one) for one in _list(document, "languages")]
    if any(languages):
        found.append(("languages", {"languages": [word for word in languages if word]}))
    for part, read in _READERS.items():
        found += [read(one) for one in _list(document, part)[:MOST_OF_A_KIND]]
    left_out = [part for part in WITHOUT_PLACE if document.get(part)]
    left_out += [f"basics.{part}" for part in ("url", "profiles", "location") if basics.get(part)]
    return found, left_out


def _basics(basics: Mapping[str, object]) -> list[Found]:
    found: list[Found] = []
    first, _space, last = _text(basics, "name").partition(" ")
    if first:
        found.append(("about", {"first_name": first, "last_name": last.strip()}))
    if phone := _text(basics, "phone"):
        found.append(("phone", {"phone": phone}))
    if summary := _text(basics, "summary") or _text(basics, "label"):
        found.append(("summary", {"summary": summary}))
    return found


def _language(one: Mapping[str, object]) -> str:
    name, fluency = _text(one, "language"), _text(one, "fluency")
    return f"{name} ({fluency})" if name and fluency else name


def _work(one: Mapping[str, object]) -> Found:
    is_internship = one.get(KIND) == "internship" or bool(
        re.search(r"\bintern(?:ship)?\b", _text(one, "position"), re.IGNORECASE)
    )
    values = {"title": _text(one, "position"), "organisation": _text(one, "name"), **_months(one)}
    values |= {"description": _story(one), "url": _text(one, "url"), "skills": _words(one, "keywords")}
    return "internships" if is_internship else "employment", values


def _volunteer(one: Mapping[str, object]) -> Found:
    values = {"title": _text(one, "position"), "organisation": _text(one, "organization"), **_months(one)}
    return "clubs", values | {
        "description": _story(one),
        "url": _text(one, "url"),
        "skills": _words(one, "keywords"),
    }


def _project(one: Mapping[str, object]) -> Found:
    values = {"title": _text(one, "name"), **_months(one), "url": _text(one, "url")}
    return "projects", values | {
        "description": _story(one, "description"),
        "skills": _words(one, "keywords"),
    }


def _education(one: Mapping[str, object]) -> Found:
    start, end = _text(one, "startDate")[:4], _text(one, "endDate")[:4]
    if (kind := one.get(KIND)) in ("hsc", "ssc"):
        score = _text(one, "score").rstrip("% ")
        values = {"board": _text(one, "institution"), "year": end or start, "percentage": score}
        return str(kind), values | {"medium": _text(one, "x-medium")}
    grading, grade = _grade(_text(one, "score"))
    return "education", {
        "qualification": _text(one, "studyType"),
        "course": _text(one, "area"),
        "specialization": _text(one, "x-specialization"),
        "college": _text(one, "institution"),
        "start_year": start,
        "end_year": end,
        "course_type": _text(one, "x-course-type") or "full_time",
        "grading_system": grading,
        "grade": grade,
    }


def _grade(score: str) -> tuple[str, str]:
    """A score as (grading, grade); a bare number counts out of 4, 10 or 100, whichever it fits first."""
    found = _SCORE.match(score)
    if not found:
        return "", ""
    highest = float(found[2] or (100 if found[3] else 0))
    value = float(found[1])
    for limit, grading in ((4, "gpa_4"), (10, "cgpa_10"), (100, "percentage")):
        if highest == limit or (not highest and value <= limit):
            return grading, found[1]
    return "", ""


def _award(one: Mapping[str, object]) -> Found:
    if one.get(KIND) == "exam":
        return "exams", {"label": _text(one, "title"), "score": _text(one, "summary")}
    lines = [_text(one, "summary"), ", ".join(filter(None, (_text(one, "awarder"), _text(one, "date"))))]
    return "achievements", {
        "qualification": _text(one, "title"),
        "achievements": "\n".join(line for line in lines if line) or _text(one, "title"),
    }


def _certificate(one: Mapping[str, object]) -> Found:
    until = _text(one, "x-expires-on")
    return "certifications", {
        "name": _text(one, "name"),
        "provider": _text(one, "issuer"),
        "credential_id": _text(one, "x-credential-id"),
        "url": _text(one, "url"),
        "issued_on": _day(_text(one, "date")),
        "expires_on": until,
        "expires": bool(until),
    }


_READERS: Mapping[str, Callable[[Mapping[str, object]], Found]] = {
    "work": _work,
    "projects": _project,
    "education": _education,
    "certificates": _certificate,
    "volunteer": _volunteer,
    "awards": _award,
}


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(document: Mapping[str, object], part: str) -> list[Mapping[str, object]]:
    rows = document.get(part)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(one: Mapping[str, object], key: str) -> str:
    value = one.get(key)
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _words(one: Mapping[str, object], key: str) -> list[str]:
    words = one.get(key)
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []


def _story(one: Mapping[str, object], key: str = "summary") -> str:
    """The summary with its highlights as a list under it; writing.py takes them apart again."""
    return "\n".join(filter(None, [_text(one, key), *(f"• {line}" for line in _words(one, "highlights"))]))


def _months(one: Mapping[str, object]) -> dict[str, object]:
    start, end = _text(one, "startDate"), _text(one, "endDate")
    return {
        "start_year": start[:4],
        "start_month": start[5:7].lstrip("0"),
        "end_year": end[:4],
        "end_month": end[5:7].lstrip("0"),
        "is_current": bool(start) and not end,
    }


def _day(text: str) -> str:
    """A day of a date that may have a year or a month only: the first one of it."""
    return text + "-01-01"[len(text) - 4 :] if text else ""
