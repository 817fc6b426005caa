"""Settings of the hall. What a hall may change comes from the environment: see ``docs/settings.md``."""

from datetime import timedelta
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from . import environment as env

BASE_DIR = env.BASE_DIR
STATE_DIR = env.state_directory()

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret_key(STATE_DIR)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = env.text("BASE_URL", f"http://localhost:{env.text('PORT', '8000')}")

INSTALLED_APPS = [
    "modeltranslation",  # before our apps: it patches the models they register
    "portal",
    "guides",
    "forms_library",
    "knowledge",
    "translations",
    "haystack",  # before wagtail.search: both define update_index
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "guides.record.old_addresses.OldAddressMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
AUTH_USER_MODEL = "knowledge.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.context.hall",
            ]
        },
    }
]

# --- Data ---------------------------------------------------------------------------------------------------------

DATABASES: dict[str, Any] = {"default": dj_database_url.parse(env.database_url(STATE_DIR), conn_max_age=60)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a writer waits for the lock instead of failing half-way
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

CACHES: dict[str, Any] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if redis_url := env.text("REDIS_URL"):
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

HAYSTACK_CONNECTIONS = {"default": env.search_connection(STATE_DIR)}
HAYSTACK_DOCUMENT_FIELD = "text"
HALL_DISTRICT = env.text("HALL_DISTRICT")  # whose items come first of those that answer equally well
SEARCH_LOG_DAYS = env.number("SEARCH_LOG_DAYS", 180)
# Try once a week whether the addresses that items lead to can be opened; it asks other people's servers.
CHECK_LINKS = env.flag("CHECK_LINKS")
# A class that drafts translations (translations/desk/machine.py says what it has to do); none by default.
TRANSLATION_MACHINE = env.text("TRANSLATION_MACHINE")

# --- Languages ----------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "translations" / "wagtail" / "locale"]  # what Wagtail's own Chinese lacks
USE_TZ = True

MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = (LANGUAGE_CODE,)
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = lambda name, language: (  # noqa: E731
    f"{name} · {dict(settings.LANGUAGES)[language]}"  # of a hall that may have added one
)

# One page tree for all languages: Wagtail's own translation (one tree a language) stays off.
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [(LANGUAGE_CODE, "简体中文")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES

# --- Files --------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE_DIR / "media"
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "forms": {"BACKEND": "forms_library.storage.PrivateStorage", "OPTIONS": {"location": STATE_DIR / "forms"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = DEBUG
FORM_FONT = env.text("FORM_FONT", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")  # Debian's fonts-wqy-microhei
CLAMD = env.text("CLAMD")
FORM_DOCUMENTS_A_MINUTE = env.number("FORM_DOCUMENTS_A_MINUTE", 30)

# --- Consultations ------------------------------------------------------------------------------------------------

CONSULTATION_DAYS = env.number("CONSULTATION_DAYS", 5)
CONSULTATIONS_AN_HOUR = env.number("CONSULTATIONS_AN_HOUR", 10)
CONTACT_DAYS = env.number("CONTACT_DAYS", 30)
CONTACT_KEYS = env.words("CONTACT_KEYS", "") or [SECRET_KEY]

# --- Wagtail ------------------------------------------------------------------------------------------------------

WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_SITE_NAME = _("Ya'an Online Government Hall")
WAGTAILADMIN_USER_LOGIN_FORM = "portal.forms.LoginForm"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILDOCS_DOCUMENT_MODEL = "forms_library.FormDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "forms_library.documents.forms.ExaminedDocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "doc", "xls", "png", "jpg"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "knowledge.search.admin"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "knowledge.review.finishing.publish_approved"
# Nothing is asked of, or told to, a server outside the hall.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[Any] = []

# --- Security -----------------------------------------------------------------------------------------------------

HTTPS = env.flag("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.flag("BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"  # Wagtail's previews make their own exception

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# Wagtail's editor draws inline styles and compiles templates in the browser; it too may only talk to the hall.
ADMIN_CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "script-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}

# --- Limits and messages ------------------------------------------------------------------------------------------

DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # an item with a hundred rows in two languages has thousands of fields
EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "hall@localhost")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        # Wagtail writes a line for every page it saves; who did what stands in its log in the database.
        "wagtail": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},  # a line when it is imported
        # Two lines for every task; one that fails is an error.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
