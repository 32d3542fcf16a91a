"""Everything the product reads from its environment, with types and defaults, in one place."""

from __future__ import annotations

import os
from collections.abc import Callable
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


LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, how to read it, its default, what it is for and what it may be."""

    name: str
    kind: str
    default: object
    help: str
    choices: tuple[str, ...] = ()
    minimum: int = 0


VARIABLES: tuple[Variable, ...] = (
    Variable("DEBUG", "bool", True, "Development mode: detailed errors, outbox page. Off in production."),
    Variable("SECRET_KEY", "str", "", "Signs sessions and links. Required when DEBUG is off."),
    Variable("ALLOWED_HOSTS", "list", [], "Host names served, comma separated. Required when DEBUG is off."),
    Variable("SITE_URL", "str", "", "Public address used in e-mails, for example https://hire.example.com."),
    Variable("PORT", "int", 8000, "Port that the web server listens on.", minimum=1),
    Variable("DATABASE_URL", "str", "", "PostgreSQL or SQLite URL. Empty: SQLite in DATA_DIR."),
    Variable("DATA_DIR", "str", str(BASE_DIR / "var"), "Folder for the database, private files and outbox."),
    Variable("TIME_ZONE", "str", "UTC", "Time zone that dates are shown in."),
    Variable("SECURE_TLS", "bool", False, "Served over HTTPS: secure cookies, HSTS, redirects."),
    Variable("TRUSTED_PROXIES", "int", 0, "Reverse proxies in front, whose forwarded headers are believed."),
    Variable("DEMO", "bool", False, "Allow `manage.py loaddemo` although DEBUG is off."),
    Variable(
        "ADMIN_EMAIL", "str", "", "First superuser, made by `manage.py prepare` if nobody has the address."
    ),
    Variable(
        "ADMIN_PASSWORD", "str", "", "The first superuser's password. Take it away after the first start."
    ),
    Variable("LOG_LEVEL", "str", "INFO", "Python logging level.", LOG_LEVELS),
    Variable(
        "MAIL_ENGINE",
        "str",
        "outbox",
        "outbox (files in DATA_DIR), smtp or brevo.",
        ("outbox", "smtp", "brevo"),
    ),
    Variable("MAIL_FROM", "str", "AI Interviewer <no-reply@localhost>", "Sender of every e-mail."),
    Variable(
        "SMTP_URL", "str", "", "For MAIL_ENGINE=smtp, for example smtp://user:password@host:587/?tls=True."
    ),
    Variable("BREVO_API_KEY", "str", "", "For MAIL_ENGINE=brevo."),
    Variable("BREVO_URL", "str", "https://api.brevo.com/v3", "Address of the Brevo API."),
    Variable(
        "SMS_ENGINE",
        "str",
        "outbox",
        "Text messages: outbox (files in DATA_DIR), console or webhook.",
        ("outbox", "console", "webhook"),
    ),
    Variable("SMS_URL", "str", "", "For SMS_ENGINE=webhook: gets a POST of JSON with to and text."),
    Variable("SMS_TOKEN", "str", "", "For SMS_ENGINE=webhook: sent as a bearer token."),
    Variable("GCS_BUCKET", "str", "", "Private Google Cloud Storage bucket. Empty: files stay in DATA_DIR."),
    Variable(
        "LLM_ENGINE",
        "str",
        "auto",
        "auto, offline or openai. auto: openai when a key or address is set.",
        ("auto", "offline", "openai"),
    ),
    Variable(
        "OFFLINE_TERMS",
        "bool",
        True,
        "Statistics of terms stand in where the offline model is not installed.",
    ),
    Variable("SCORING_RUNS", "int", 2, "How often an AI server scores one interview; the spread is kept."),
    Variable("SCORING_SPREAD", "int", 1, "Levels between two scorings from which on a person should look."),
    Variable(
        "BADGE_SIGNING_KEY",
        "str",
        "",
        "Ed25519 private key of badges, 32 bytes in Base64. Empty: one is made and kept in DATA_DIR.",
    ),
    Variable(
        "AI_PRICES",
        "str",
        "",
        "US dollars per million tokens: model=in/out, separated by commas, for example gpt-4o-mini=0.15/0.60.",
    ),
    Variable("AI_LIMIT_INTERVIEW_CENTS", "int", 0, "US cents of AI cost per interview; 0: no limit."),
    Variable("AI_LIMIT_COMPANY_CENTS", "int", 0, "US cents of AI cost per company and month; 0: no limit."),
    Variable("OPENAI_API_KEY", "str", "", "Key for OpenAI or a compatible server."),
    Variable("OPENAI_BASE_URL", "str", "", "Address of a compatible server. Empty: OpenAI's own."),
    Variable("OPENAI_MODEL", "str", "gpt-4o-mini", "Model for questions, match and scoring."),
    Variable("OPENAI_TIMEOUT_SECONDS", "int", 30, "Seconds to wait for one AI call.", minimum=1),
    Variable("OPENAI_TRANSCRIBE_MODEL", "str", "whisper-1", "Model for transcription."),
    Variable("OPENAI_VOICE_MODEL", "str", "", "Model for the spoken voice. Empty: the browser speaks."),
    Variable("OPENAI_VOICE", "str", "alloy", "Voice of the spoken questions."),
    Variable(
        "SPEECH_ENGINE",
        "str",
        "auto",
        "auto, openai, whisper or none.",
        ("auto", "openai", "whisper", "none"),
    ),
    Variable(
        "JUDGE_ENGINE",
        "str",
        "assessments.judge.local.LocalJudge",
        "Python path of the judge; of others: assessments.judge.remote.GoJudge, Judge0 or Piston.",
    ),
    Variable("JUDGE_URL", "str", "", "Address of a judge of others, for example http://judge:5050."),
    Variable("JUDGE_TOKEN", "str", "", "What that judge wants to see, in the header that it names."),
    Variable("JUDGE_SLOTS", "int", 0, "Test cases judged at once. 0: one for each core."),
    Variable(
        "API_CORS_ORIGINS",
        "list",
        [],
        "Other sites whose scripts may use the API with tokens, comma separated. Empty: none.",
    ),
    Variable(
        "WEBHOOK_PRIVATE_TARGETS",
        "bool",
        False,
        "Allow webhooks to http:// and to private addresses: for development only.",
    ),
    Variable("WORKERS", "int", 2, "Background worker processes.", minimum=1),
    Variable("WEB_WORKERS", "int", 2, "Web server processes.", minimum=1),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}


def _yes_or_no(text: str) -> bool:
    """True or False as people write it; anything else is refused: a typing error must not switch DEBUG off or on."""
    word = text.lower()
    if word in {"true", "yes", "on", "1"}:
        return True
    if word in {"false", "no", "off", "0"}:
        return False
    raise ValueError(text)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


#: How each kind is read, and what to call it when it can't be.
_KINDS: dict[str, tuple[Callable[[str], object], str]] = {
    "str": (str, "a text"),
    "int": (int, "a whole number"),
    "bool": (_yes_or_no, "True or False"),
    "list": (_names, "names with commas between them"),
}


def read(name: str) -> object:
    """The value of a declared variable in its type, the default when it is empty.

    Raises ImproperlyConfigured with what to set when it can't be read or is not one of the choices.
    """
    variable = _BY_NAME[name]
    text = os.environ.get(name, "").strip()
    if not text:
        return variable.default
    parse, called = _KINDS[variable.kind]
    try:
        value = parse(text)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}={text} must be {called}. {variable.help}") from error
    if variable.choices and value not in variable.choices:
        raise ImproperlyConfigured(f"{name}={text} must be one of {', '.join(variable.choices)}.")
    if isinstance(value, int) and value < variable.minimum:
        raise ImproperlyConfigured(f"{name}={text} must be at least {variable.minimum}. {variable.help}")
    return value
