"""A profile as a JSON Resume document; what the schema has no place for stands under keys that begin with x-."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seekers.json_resume import KIND
from seekers.queries import Profile

SCHEMA_URL = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_LANGUAGE = re.compile(r"^(.*?)\s*\((.*)\)$")
_HIGHLIGHT = "• "
_GRADE = {"percentage": "%s%%", "cgpa_10": "%s/10", "gpa_4": "%s/4"}

Row = Mapping[str, object]


def document(profile: Profile) -> dict[str, object]:
    """The profile as a document that the schema accepts; empty parts are left out."""
    basics = {
        "name": profile.name,
        "email": profile.email,
        "phone": profile.phone,
        "summary": profile.summary,
        "location": {"city": profile.current_city} if profile.current_city else None,
    }
    rows = profile.entries
    awards = [_award(row) for row in rows.get("achievements", ())]
    if profile.awards.strip():
        awards.append({"title": profile.awards.strip().splitlines()[0][:150], "summary": profile.awards})
    parts = {
        "$schema": SCHEMA_URL,
        "basics": _filled(basics),
        "work": [_work(row) for row in rows.get("employment", ())]
        + [_work(row) | {KIND: "internship"} for row in rows.get("internships", ())],
        "volunteer": [_club(row) for row in rows.get("clubs", ())],
        "education": [_study(row) for row in rows.get("education", ())]
        + [_school(row, kind) for kind in ("hsc", "ssc") for row in rows.get(kind, ())],
        "awards": awards + [_exam(row) for row in rows.get("exams", ())],
        "certificates": [_certificate(row) for row in rows.get("certifications", ())],
        "skills": [{"name": skill} for skill in profile.key_skills],
        "languages": [_language(text) for text in profile.languages],
        "projects": [_project(row) for row in rows.get("projects", ())],
        "meta": {"version": "v1.0.0"},
    }
    return {key: value for key, value in parts.items() if value}


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _work(row: Row) -> dict[str, object]:
    values = {"name": row["organisation"], "position": row["title"], "url": row["url"]}
    return _filled({**values, **_months(row), **_story(row), "keywords": row["skills"]})


def _club(row: Row) -> dict[str, object]:
    values = {"organization": row["organisation"], "position": row["title"], "url": row["url"]}
    return _filled({**values, **_months(row), **_story(row), "keywords": row["skills"]})


def _project(row: Row) -> dict[str, object]:
    story = _story(row, "description")
    return _filled(
        {"name": row["title"], "url": row["url"], **_months(row), **story, "keywords": row["skills"]}
    )


def _study(row: Row) -> dict[str, object]:
    grade = _GRADE.get(str(row["grading_system"]), "%s") % row["grade"] if row["grade"] else None
    return _filled(
        {
            "institution": row["college"],
            "studyType": row["qualification"],
            "area": row["course"],
            "x-specialization": row["specialization"],
            "x-course-type": row["course_type"],
            "startDate": str(row["start_year"]),
            "endDate": str(row["end_year"] or ""),
            "score": grade,
        }
    )


def _school(row: Row, kind: str) -> dict[str, object]:
    score = f"{row['percentage']}%" if row["percentage"] else None
    values = {"institution": row["board"], "endDate": str(row["year"]), "score": score, KIND: kind}
    return _filled({**values, "studyType": kind.upper(), "x-medium": row["medium"]})


def _award(row: Row) -> dict[str, object]:
    return _filled({"title": row["qualification"], "summary": row["achievements"]})


def _exam(row: Row) -> dict[str, object]:
    return _filled({"title": row["label"], "summary": row["score"], KIND: "exam"})


def _certificate(row: Row) -> dict[str, object]:
    values = {"name": row["name"], "issuer": row["provider"], "date": row["issued_on"], "url": row["url"]}
    more = {"x-credential-id": row["credential_id"], "x-expires-on": row["expires_on"]}
    return _filled(values | more)


def _language(text: str) -> dict[str, object]:
    found = _LANGUAGE.match(text)
    return {"language": found[1], "fluency": found[2]} if found else {"language": text}


def _months(row: Row) -> dict[str, object]:
    def date(name: str) -> str:
        year, month = row[f"{name}_year"], row[f"{name}_month"]
        return f"{year}-{int(str(month)):02d}" if year and month else str(year or "")

    return {"startDate": date("start"), "endDate": date("end")}


def _story(row: Row, key: str = "summary") -> dict[str, object]:
    """The description without its list, and the list: what reading.py put together."""
    lines = str(row["description"]).splitlines()
    highlights = [line.removeprefix(_HIGHLIGHT) for line in lines if line.startswith(_HIGHLIGHT)]
    text = "\n".join(line for line in lines if not line.startswith(_HIGHLIGHT))
    return {key: text, "highlights": highlights}
