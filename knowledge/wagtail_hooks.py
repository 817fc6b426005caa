from wagtail.snippets.models import register_snippet

from .viewsets import SharedListsGroup

register_snippet(SharedListsGroup)
