"""The only settings file: what differs between machines comes from the environment (env.py)."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from zoneinfo import available_timezones

from csp.constants import NONCE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from interviewer.env import BASE_DIR, DEVELOPMENT_SECRET_KEY, environment, read

DEBUG = read("DEBUG")
SECRET_KEY = read("SECRET_KEY") or (DEVELOPMENT_SECRET_KEY if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text: DEBUG is off.")
ALLOWED_HOSTS = read("ALLOWED_HOSTS") or (["*"] if DEBUG else [])
PORT = read("PORT")
SITE_URL = str(read("SITE_URL") or f"http://localhost:{PORT}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATA_DIR = Path(str(read("DATA_DIR"))).expanduser().resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)
DEMO = read("DEMO") or DEBUG
ADMIN_EMAIL = str(read("ADMIN_EMAIL"))
ADMIN_PASSWORD = str(read("ADMIN_PASSWORD"))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_q",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "interviewer.accounts",
    "interviewer.journal",
    "interviewer.web",
    "interviewer.api",
    "locations",
    "companies",
    "seekers",
    "assessments",
    "interviews",
    "edudiagno",
]

MIDDLEWARE = [
    "interviewer.web.middleware.RequestIdMiddleware",
    "interviewer.api.cors.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "interviewer.web.middleware.PermissionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # after them: static files carry the same headers
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "interviewer.web.middleware.PrivatePagesMiddleware",
    "interviewer.web.middleware.DomainErrorMiddleware",
]

ROOT_URLCONF = "interviewer.urls"
WSGI_APPLICATION = "interviewer.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "interviewer.web.context.product",
            ],
            "builtins": ["interviewer.web.templatetags.components"],
        },
    },
]

# --- Database. WAL and IMMEDIATE: without them two processes writing to SQLite meet "database is locked".
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
    "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;"
)
_database_url = str(read("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'interviewer.sqlite3'}")
DATABASES = {"default": environment.db_url_config(_database_url)}
if "ENGINE" not in DATABASES["default"]:
    raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite:///.")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": _SQLITE_PRAGMAS,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
}

# --- People and sign-in.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/start/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "interviewer.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 4
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "interviewer.accounts.forms.SignInForm",
    "reset_password": "interviewer.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "interviewer.accounts.forms.NewPasswordForm",
    "change_password": "interviewer.accounts.forms.ChangePasswordForm",
    "confirm_email_verification_code": "interviewer.accounts.forms.EmailCodeForm",
    "confirm_password_reset_code": "interviewer.accounts.forms.ResetCodeForm",
}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

# --- Mail.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = str(read("MAIL_FROM"))
MAIL_ENGINE = str(read("MAIL_ENGINE"))
EMAIL_FILE_PATH = DATA_DIR / "outbox"
EMAIL_TIMEOUT = 10
BREVO_API_KEY = str(read("BREVO_API_KEY"))
BREVO_URL = str(read("BREVO_URL"))
SMTP_URL = str(read("SMTP_URL"))
if MAIL_ENGINE == "smtp":
    if not SMTP_URL.startswith(("smtp://", "smtps://", "smtp+ssl://", "smtp+tls://")):
        raise ImproperlyConfigured(
            "MAIL_ENGINE=smtp needs SMTP_URL, for example smtp://user:password@host:587/?tls=True."
        )
    vars().update(environment.email_url_config(SMTP_URL))
EMAIL_BACKEND = {
    "outbox": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "brevo": "interviewer.integrations.brevo.EmailBackend",
}.get(MAIL_ENGINE, "")

# --- Text messages.
SMS_ENGINE = str(read("SMS_ENGINE"))
SMS_URL = str(read("SMS_URL"))
SMS_TOKEN = str(read("SMS_TOKEN"))

# --- Files: static ones are public, media never are (served only after a permission check).
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
GCS_BUCKET = str(read("GCS_BUCKET"))
_LOCAL_FILES = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_ROOT}}
_CLOUD_FILES = {
    "BACKEND": "interviewer.integrations.cloud_files.CloudStorage",
    "OPTIONS": {"bucket_name": GCS_BUCKET, "default_acl": None, "file_overwrite": False},
}
STORAGES = {
    "default": _CLOUD_FILES if GCS_BUCKET else _LOCAL_FILES,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "interviewer.web.storage.StaticStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
# Without these, `prepare` compresses every file twice and megabytes of source maps: 35 s instead of 10.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- Background work. timeout < retry, or a slow task would be started twice while it still runs.
Q_CLUSTER = {
    "name": "default",
    "orm": "default",
    "workers": read("WORKERS"),
    "timeout": 240,
    "retry": 300,
    "max_attempts": 5,
    "ack_failures": True,
    "poll": 0.05,  # seconds; a candidate's run waits for it, and looking costs one small query
    "bulk": 1,
    "queue_limit": 8,
    "catch_up": False,
    "save_limit": 1000,
    "label": "Background work",
    "log_level": "INFO" if read("LOG_LEVEL") == "DEBUG" else "WARNING",  # else a line for every task
    "guard_cycle": 1,
}

# --- Outside services, each with an embedded default.
LLM_ENGINE = str(read("LLM_ENGINE"))
OFFLINE_TERMS = bool(read("OFFLINE_TERMS"))
SCORING_RUNS = read("SCORING_RUNS")
SCORING_SPREAD = read("SCORING_SPREAD")
BADGE_SIGNING_KEY = read("BADGE_SIGNING_KEY")
AI_PRICES = str(read("AI_PRICES"))
AI_LIMIT_INTERVIEW_CENTS = read("AI_LIMIT_INTERVIEW_CENTS")
AI_LIMIT_COMPANY_CENTS = read("AI_LIMIT_COMPANY_CENTS")
OPENAI_API_KEY = str(read("OPENAI_API_KEY"))
OPENAI_BASE_URL = str(read("OPENAI_BASE_URL"))
OPENAI_MODEL = str(read("OPENAI_MODEL"))
OPENAI_TIMEOUT_SECONDS = read("OPENAI_TIMEOUT_SECONDS")
OPENAI_TRANSCRIBE_MODEL = str(read("OPENAI_TRANSCRIBE_MODEL"))
OPENAI_VOICE_MODEL = str(read("OPENAI_VOICE_MODEL"))
OPENAI_VOICE = str(read("OPENAI_VOICE"))
SPEECH_ENGINE = str(read("SPEECH_ENGINE"))
JUDGE_ENGINE = str(read("JUDGE_ENGINE"))
JUDGE_URL = str(read("JUDGE_URL"))
JUDGE_TOKEN = str(read("JUDGE_TOKEN"))
JUDGE_SLOTS = read("JUDGE_SLOTS")

# --- Language and time.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("hi", _("Hindi"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["interviewer.formats"]
TIME_ZONE = str(read("TIME_ZONE"))
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(f"TIME_ZONE={TIME_ZONE} is not known; for example Asia/Kolkata.")
USE_TZ = True

# --- What the browser may do.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
PERMISSIONS_POLICY = {
    "camera": [],
    "microphone": [],
    "fullscreen": "self",
    "geolocation": [],
    "payment": [],
    "usb": [],
}
#: Where a candidate is seen and heard; no other page may ask for camera or microphone.
DEVICE_PATHS = ("/i/",)
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "interviewer.web.answers.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_TLS = read("SECURE_TLS")
if SECURE_TLS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
TRUSTED_PROXIES = read("TRUSTED_PROXIES")
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- API.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "interviewer.api.schema.Schema",
    "EXCEPTION_HANDLER": "interviewer.api.problems.handle",
}
#: Other sites whose scripts may use the API, with tokens and never with cookies.
API_CORS_ORIGINS = read("API_CORS_ORIGINS")
WEBHOOK_PRIVATE_TARGETS = bool(read("WEBHOOK_PRIVATE_TARGETS"))
#: Budgets that differ from interviewer/api/budgets.py, by name.
API_BUDGETS: dict[str, object] = {}
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=10),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=14),
    # A key of its own: what signs tokens signs nothing else, and is long enough whatever SECRET_KEY is.
    "SIGNING_KEY": hashlib.sha256(f"api tokens:{SECRET_KEY}".encode()).hexdigest(),
    "ISSUER": SITE_URL,
    "LEEWAY": 5,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "AI Interviewer API",
    "DESCRIPTION": "Everything that the pages do, for programs. docs/api.md is the tour.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "PREPROCESSING_HOOKS": ["interviewer.api.schema.ours_only"],
    "POSTPROCESSING_HOOKS": ["interviewer.api.schema.with_house_manners"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "interviewer.web.logs.RequestIdFilter"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {request_id} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]}
    },
    "root": {"handlers": ["console"], "level": str(read("LOG_LEVEL"))},
    "loggers": {"weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"}},
}
