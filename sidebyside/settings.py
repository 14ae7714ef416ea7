"""Settings: one file, read from the environment, safe by default, failing with the name of what is missing."""

import json
import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from environs import Env
from marshmallow.validate import OneOf

from sidebyside.kit.keys import read_keys

env = Env()

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent

# Where this hub keeps everything it knows, and (beside it, never inside it) the keys that open sealed fields.
DATA_DIR = Path(env.str("SIDEBYSIDE_DATA", str(ROOT / "data" / "practice"))).resolve()
KEYS_DIR = Path(env.str("SIDEBYSIDE_KEYS", f"{DATA_DIR}.keys")).resolve()
PACKS_DIR = Path(env.str("SIDEBYSIDE_PACKS", str(ROOT / "packs")))
# The questions of the access passport. To ask others, copy this file, change the copy, and name it here.
PASSPORT_FILE = Path(env.str("SIDEBYSIDE_PASSPORT", str(HERE / "access" / "passport.toml")))

# A practice hub holds made-up people, lets anybody sign in as one of them, and stands on its own day.
_practice_file = DATA_DIR / "practice.json"
PRACTICE = env.bool("SIDEBYSIDE_PRACTICE", _practice_file.exists())
CLOCK_SHIFT = timedelta(
    seconds=json.loads(_practice_file.read_text())["shift_seconds"] if PRACTICE and _practice_file.exists() else 0
)

_keys = read_keys(KEYS_DIR)
SECRET_KEY = _keys.secret
FIELD_KEYS = _keys.fields

DEBUG = env.bool("SIDEBYSIDE_DEBUG", False)
HTTPS = env.bool("SIDEBYSIDE_HTTPS", False)
HUB_NAME = env.str("SIDEBYSIDE_HUB_NAME", "Practice hub" if PRACTICE else "Our hub")
SITE_URL = env.str("SIDEBYSIDE_SITE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = env.list("SIDEBYSIDE_HOSTS", ["127.0.0.1", "localhost", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("SIDEBYSIDE_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "sidebyside.kit",
    "sidebyside.people",
    "sidebyside.recipes",
    "sidebyside.doors",
    "sidebyside.texts",
    "sidebyside.projects",
    "sidebyside.access",
    "sidebyside.agreements",
    "sidebyside.sessions",
    "sidebyside.standing",
    "sidebyside.home",
    "sidebyside.hub",
    "sidebyside.my_data",
]
PARTS = [app.split(".")[1] for app in INSTALLED_APPS if app.startswith("sidebyside.")]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sidebyside.kit.middleware.security_headers",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sidebyside.people.middleware.who_is_asking",
    "sidebyside.home.middleware.how_this_looks",
    "sidebyside.home.on_paper.as_pdf",
]
ROOT_URLCONF = "sidebyside.urls"
WSGI_APPLICATION = "sidebyside.wsgi.application"
REACTIONS = "sidebyside.reactions.REACTIONS"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates"] + [HERE / part / "templates" for part in PARTS],
        "OPTIONS": {
            "environment": "sidebyside.jinja.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "sidebyside.home.context.every_page",
            ],
        },
    },
]


def _postgres(url: str) -> dict:
    """Django's settings for postgresql://user:password@host:port/name (host may be ?host=/socket/folder)."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}, "options": "-c lock_timeout=10s -c statement_timeout=30s"},
    }


def _sqlite(path: Path) -> dict:
    """SQLite in WAL. NORMAL survives a killed process; set SIDEBYSIDE_SQLITE_SYNC=FULL to survive a power cut too.

    What is deleted or changed is overwritten in the file at once, so that a forgotten person is not left in it.
    """
    sync = env.str("SIDEBYSIDE_SQLITE_SYNC", "NORMAL")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                f"PRAGMA journal_mode=WAL; PRAGMA synchronous={sync}; PRAGMA foreign_keys=ON;"
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000; PRAGMA secure_delete=ON;"
            ),
        },
        "TEST": {"NAME": env.str("SIDEBYSIDE_TEST_SQLITE", None)},
    }


_database_url = env.str("SIDEBYSIDE_DATABASE_URL", "")
if _database_url and PRACTICE:
    raise ValueError("A practice hub lets anybody sign in, so it never uses SIDEBYSIDE_DATABASE_URL.")
DATABASES = {"default": _postgres(_database_url) if _database_url else _sqlite(DATA_DIR / "hub.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
LOGIN_URL = "/sign-in/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("SIDEBYSIDE_BEHIND_PROXY", False) else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sidebyside.home.errors.form_too_old"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("en-x-easy", "Easy Read"), ("cy", "Cymraeg"), ("ur", "اردو")]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static" / "built"]
STATIC_ROOT = DATA_DIR / "static"
# What people bring (recordings of texts) lies in the data folder. Anything bigger than this is not taken in.
MEDIA_ROOT = DATA_DIR / "files"
BIGGEST_UPLOAD = env.int("SIDEBYSIDE_BIGGEST_UPLOAD", 50_000_000)
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_HANDLERS = [
    "sidebyside.kit.uploads.OnlySoMuch",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sidebyside.kit.static.NamedByContent"},
}
WHITENOISE_USE_FINDERS = False

# Email goes to files until an SMTP server is named.
EMAIL_HOST = env.str("SIDEBYSIDE_SMTP_HOST", "")
EMAIL_PORT = env.int("SIDEBYSIDE_SMTP_PORT", 25)
EMAIL_HOST_USER = env.str("SIDEBYSIDE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.str("SIDEBYSIDE_SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.bool("SIDEBYSIDE_SMTP_TLS", False)
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "post"
DEFAULT_FROM_EMAIL = env.str("SIDEBYSIDE_FROM_EMAIL", "Side by Side <hub@localhost>")

# Answers by email come back to this mailbox, as name+token@domain. They are read from it over IMAP, or brought by a mail
# provider (a name of django-anymail, such as postmark) whose secrets are SIDEBYSIDE_ANYMAIL_… as its pages name them.
REPLY_TO = env.str("SIDEBYSIDE_REPLY_TO", "")
IMAP_HOST = env.str("SIDEBYSIDE_IMAP_HOST", "")
IMAP_PORT = env.int("SIDEBYSIDE_IMAP_PORT", 993)
IMAP_USER = env.str("SIDEBYSIDE_IMAP_USER", "")
IMAP_PASSWORD = env.str("SIDEBYSIDE_IMAP_PASSWORD", "")
IMAP_FOLDER = env.str("SIDEBYSIDE_IMAP_FOLDER", "INBOX")
IMAP_TLS = env.bool("SIDEBYSIDE_IMAP_TLS", True)
MAIL_PROVIDER = env.str("SIDEBYSIDE_MAIL_PROVIDER", "")
_anymail = "SIDEBYSIDE_ANYMAIL_"
ANYMAIL = {name.removeprefix(_anymail): said for name, said in os.environ.items() if name.startswith(_anymail)}

# Texts: "notify" (GOV.UK Notify, for public bodies), "http" (any provider), "files" (a folder, for practice), or none.
TEXTS_BY = env.str("SIDEBYSIDE_TEXTS", "files" if PRACTICE else "", validate=OneOf(["", "notify", "http", "files"]))
NOTIFY_API_KEY = env.str("SIDEBYSIDE_NOTIFY_KEY", "")
NOTIFY_TEXT_TEMPLATE = env.str("SIDEBYSIDE_NOTIFY_TEXT_TEMPLATE", "")
NOTIFY_URL = env.str("SIDEBYSIDE_NOTIFY_URL", "https://api.notifications.service.gov.uk")
TEXT_URL = env.str("SIDEBYSIDE_TEXT_URL", "")
TEXT_TOKEN = env.str("SIDEBYSIDE_TEXT_TOKEN", "")
TEXT_IN_TOKEN = env.str("SIDEBYSIDE_TEXT_IN_TOKEN", "")

# Letters: where they come back to (lines with | between them), and the phone number of the desk.
POST_ADDRESS = [line.strip() for line in env.str("SIDEBYSIDE_POST_ADDRESS", "").split("|") if line.strip()]
DESK_PHONE = env.str("SIDEBYSIDE_DESK_PHONE", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("SIDEBYSIDE_LOG_LEVEL", "WARNING")},
    "loggers": {
        "fido2": {"level": "WARNING"},  # below that it names people's passkeys
        "notifications_python_client": {"level": "CRITICAL"},
    },  # its addresses hold references; we say it ourselves
}
