"""Settings of the tests: a state directory of their own, tasks at once, cheap passwords."""

import os
import tempfile

os.environ["PORTAL_VAR"] = tempfile.mkdtemp(prefix="hall-tests-")  # one for each process; tests.conftest removes it
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.pop("SEARCH_URL", None)

from portal.settings import *  # noqa: F403

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not memory: it can be copied, and other processes can open the copy.
    DATABASES["default"]["TEST"] = {"NAME": str(STATE_DIR / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405 -- nobody needs it again

TASKS = {"default": {"BACKEND": "tests.immediate.WithoutAdminIndexes", "QUEUES": []}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "forms": STORAGES["forms"],  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["*"]
LOGGING["root"]["level"] = "WARNING"  # noqa: F405
