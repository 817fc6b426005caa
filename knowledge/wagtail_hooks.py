from wagtail.snippets.models import register_snippet

from .viewsets import SharedListsGroup, ThesaurusViewSet

register_snippet(SharedListsGroup)
register_snippet(ThesaurusViewSet)
