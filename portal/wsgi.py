"""The door for web servers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()

from knowledge.warming import warm_aside  # noqa: E402 -- after Django is ready

warm_aside()
