"""The hall in ``PORTAL_VAR``, for benchmarks that ask it questions."""

import os


def opened() -> dict[str, str]:
    """Makes Django ready; gives the names of the published items, by code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()
    from guides.models import GuidePage

    return dict(GuidePage.objects.live().public().values_list("task_code", "name_zh_hans"))
