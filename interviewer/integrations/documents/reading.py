"""Reads an uploaded résumé: by content, within limits of size, pages and time, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interviewer.integrations.documents.extraction import UnreadableError, kind_of
from interviewer.integrations.llm.injection import HIDDEN_TEXT, PROPERTIES, Finding, screen

MAX_BYTES = 5 * 1024 * 1024
SECONDS = 15
_ROOT = Path(__file__).resolve().parents[3]

MESSAGES: dict[str, Promise] = {
    "empty": _("The file is empty. Please choose another one."),
    "too_large": _("The file is too large: at most 5 MB and 30 pages. Please choose a smaller one."),
    "wrong_type": _("This is neither a PDF nor a Word document (.docx). Please choose another file."),
    "encrypted": _("The file is protected by a password. Please save it without one and try again."),
    "corrupt": _("The file is damaged and cannot be read. Please save it again and retry."),
    "no_text": _("The file has no text in it, as if it were scanned. Please type your details instead."),
}


class UnreadableDocument(Exception):
    """The résumé cannot be read. `code` is a key of MESSAGES, `message` tells the candidate what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code]


@dataclass(frozen=True)
class ResumeDocument:
    """The text of a résumé; `pages` is None for Word documents; findings are attempts to instruct the AI."""

    text: str
    kind: str
    pages: int | None
    findings: tuple[Finding, ...] = ()


def read_resume(data: bytes) -> ResumeDocument:
    """Read a PDF or DOCX of at most 5 MB and 30 pages; raises UnreadableDocument with a code otherwise."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocument("too_large")
    try:
        kind_of(data)
    except UnreadableError as error:
        raise UnreadableDocument(error.code) from error
    answer = _in_own_process(data)
    if "code" in answer:
        raise UnreadableDocument(str(answer["code"]))
    pages = answer["pages"]
    text = str(answer["text"])
    findings = list(screen(text).findings)
    hidden, properties = str(answer["hidden"]), str(answer["properties"])
    if hidden:
        findings.append(Finding(HIDDEN_TEXT, hidden, 0, 0))
    # What a file says of itself is never read for a score; it is looked at for what it tries.
    findings += [Finding(PROPERTIES, item.text, 0, 0) for item in screen(properties).findings]
    return ResumeDocument(text, str(answer["kind"]), int(str(pages)) if pages else None, tuple(findings))


def _in_own_process(data: bytes) -> dict[str, object]:
    # A hostile file may loop or eat memory inside a parser; a process can be ended, a thread cannot.
    command = [sys.executable, "-m", "interviewer.integrations.documents.extraction", str(SECONDS)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS + 5, cwd=_ROOT, check=False
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise UnreadableDocument("corrupt") from error
    return answer if isinstance(answer, dict) else {"code": "corrupt"}
