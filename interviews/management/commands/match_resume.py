"""`manage.py match_resume RESUME JOB.json`: how well a résumé fits a job, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interviewer.integrations.documents.reading import UnreadableDocument, read_resume
from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm import get_llm
from interviewer.integrations.llm.injection import Finding, screen
from interviewer.integrations.llm.port import CandidateBrief, JobBrief


class Command(BaseCommand):
    """Matches a résumé."""

    help = (
        "Match a résumé (PDF, DOCX or plain text) with a job. JOB.json has title, and may have description, "
        "requirements, skills (list), min_experience_years, max_experience_years, language."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the two files."""
        parser.add_argument("resume", help="PDF, DOCX or text file")
        parser.add_argument("job", help="JSON file")

    def handle(self, *args: object, **options: object) -> None:
        """Write the match with its five parts, what was found and missing, and attempts to instruct the AI."""
        job = _job(Path(str(options["job"])))
        text, findings = _resume(Path(str(options["resume"])))
        try:
            answer = get_llm().match(job, CandidateBrief(resume_text=text))
        except IntegrationError as problem:
            raise CommandError(str(problem)) from problem
        usage = answer.usage
        result = asdict(answer.value) | {
            "findings": [{"kind": item.kind, "text": item.text} for item in findings],
            "engine": " ".join(part for part in (usage.engine, usage.engine_version, usage.model) if part),
        }
        self.stdout.write(json.dumps(result, ensure_ascii=False))


def _resume(path: Path) -> tuple[str, tuple[Finding, ...]]:
    try:
        data = path.read_bytes()
        if data[:4] in (b"%PDF", b"PK\x03\x04"):
            document = read_resume(data)
            return document.text, document.findings
        text = data.decode("utf-8-sig")
    except UnreadableDocument as problem:
        raise CommandError(str(problem.message)) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandError(f"The résumé cannot be read: {problem}") from problem
    return text, screen(text).findings


def _job(path: Path) -> JobBrief:
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as problem:
        raise CommandError(f"The job cannot be read: {problem}") from problem
    if not isinstance(found, dict) or not str(found.get("title") or "").strip():
        raise CommandError("The job must be a JSON object with at least a title.")
    requirements, skills = found.get("requirements") or "", found.get("skills") or []
    if isinstance(skills, str):
        skills = skills.split(",")
    return JobBrief(
        title=str(found["title"]),
        description=str(found.get("description") or ""),
        requirements="\n".join(map(str, requirements))
        if isinstance(requirements, list)
        else str(requirements),
        skills=tuple(str(skill).strip() for skill in skills if str(skill).strip()),
        experience_years=(
            _years(found.get("min_experience_years")),
            _years(found.get("max_experience_years")),
        ),
        language=str(found.get("language") or "en"),
    )


def _years(value: object) -> int | None:
    try:
        return None if value is None else int(float(str(value)))
    except ValueError as problem:
        raise CommandError(f"Years of experience must be a number, not {value!r}.") from problem
