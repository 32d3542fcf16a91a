"""Everything the product reads from its environment, with types and defaults, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

#: Used only while DEBUG is on; checks.py refuses to start production with it.
DEVELOPMENT_SECRET_KEY = "development-only-not-a-secret"  # noqa: S105

environment = environ.Env()
if (BASE_DIR / ".env").exists():
    environment.read_env(BASE_DIR / ".env")


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, how to read it, its default and what it is for."""

    name: str
    kind: str
    default: object
    help: str


VARIABLES: tuple[Variable, ...] = (
    Variable("DEBUG", "bool", True, "Development mode: detailed errors, outbox page. Off in production."),
    Variable("SECRET_KEY", "str", "", "Signs sessions and links. Required when DEBUG is off."),
    Variable("ALLOWED_HOSTS", "list", [], "Host names served, comma separated. Required when DEBUG is off."),
    Variable("SITE_URL", "str", "", "Public address used in e-mails, for example https://hire.example.com."),
    Variable("PORT", "int", 8000, "Port that the web server listens on."),
    Variable("DATABASE_URL", "str", "", "PostgreSQL or SQLite URL. Empty: SQLite in DATA_DIR."),
    Variable("DATA_DIR", "str", str(BASE_DIR / "var"), "Folder for the database, private files and outbox."),
    Variable("TIME_ZONE", "str", "UTC", "Time zone that dates are shown in."),
    Variable("SECURE_TLS", "bool", False, "Served over HTTPS: secure cookies, HSTS, redirects."),
    Variable("TRUSTED_PROXIES", "int", 0, "Reverse proxies in front, whose forwarded headers are believed."),
    Variable("DEMO", "bool", False, "Allow `manage.py loaddemo` although DEBUG is off."),
    Variable("LOG_LEVEL", "str", "INFO", "Python logging level."),
    Variable("MAIL_ENGINE", "str", "outbox", "outbox (files in DATA_DIR), smtp or brevo."),
    Variable("MAIL_FROM", "str", "AI Interviewer <no-reply@localhost>", "Sender of every e-mail."),
    Variable(
        "SMTP_URL", "str", "", "For MAIL_ENGINE=smtp, for example smtp://user:password@host:587/?tls=True."
    ),
    Variable("BREVO_API_KEY", "str", "", "For MAIL_ENGINE=brevo."),
    Variable("BREVO_URL", "str", "https://api.brevo.com/v3", "Address of the Brevo API."),
    Variable("GCS_BUCKET", "str", "", "Private Google Cloud Storage bucket. Empty: files stay in DATA_DIR."),
    Variable(
        "LLM_ENGINE", "str", "auto", "auto, offline or openai. auto: openai when a key or address is set."
    ),
    Variable("OPENAI_API_KEY", "str", "", "Key for OpenAI or a compatible server."),
    Variable("OPENAI_BASE_URL", "str", "", "Address of a compatible server. Empty: OpenAI's own."),
    Variable("OPENAI_MODEL", "str", "gpt-4o-mini", "Model for questions, match and scoring."),
    Variable("OPENAI_TIMEOUT_SECONDS", "int", 30, "Seconds to wait for one AI call."),
    Variable("OPENAI_TRANSCRIBE_MODEL", "str", "whisper-1", "Model for transcription."),
    Variable("OPENAI_VOICE_MODEL", "str", "", "Model for the spoken voice. Empty: the browser speaks."),
    Variable("OPENAI_VOICE", "str", "alloy", "Voice of the spoken questions."),
    Variable("SPEECH_ENGINE", "str", "auto", "auto, openai, whisper or none."),
    Variable("JUDGE_ENGINE", "str", "assessments.judge.local.LocalJudge", "Python path of the judge."),
    Variable("JUDGE_SLOTS", "int", 0, "Test cases judged at once. 0: one for each core."),
    Variable("WORKERS", "int", 2, "Background worker processes."),
    Variable("WEB_WORKERS", "int", 2, "Web server processes."),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}


def read(name: str) -> object:
    """The value of a declared variable in its type; raises ImproperlyConfigured with what to set."""
    variable = _BY_NAME[name]
    try:
        value = getattr(environment, variable.kind)(name, default=variable.default)
    except (ValueError, TypeError) as error:
        raise ImproperlyConfigured(f"{name} must be of type {variable.kind}: {variable.help}") from error
    return variable.default if value == "" else value
