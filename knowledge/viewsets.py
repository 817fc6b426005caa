"""Editing screens of the small shared lists."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from translations.languages import columns
from translations.panels import both

from .models import District, ServicePoint, ThesaurusEntry, Topic
from .searches.returning import ThesaurusAddView, ThesaurusEditView


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = [*columns("name"), "code", "audience"]
    list_filter = ["audience"]
    search_fields = [*columns("name"), "code"]
    edit_handler = ObjectList([FieldPanel("audience"), FieldPanel("code"), *both("name")])


class DistrictViewSet(SnippetViewSet):
    model = District
    icon = "globe"
    list_display = [*columns("name"), "code", "level", "parent"]
    list_filter = ["level"]
    search_fields = [*columns("name"), "code"]
    edit_handler = ObjectList([FieldPanel("code"), *both("name"), FieldPanel("level"), FieldPanel("parent")])


class ServicePointViewSet(SnippetViewSet):
    model = ServicePoint
    icon = "home"
    list_display = [*columns("name"), "kind", "district"]
    list_filter = ["kind", "district"]
    edit_handler = ObjectList(
        [
            *both("name"),
            FieldPanel("slug"),
            FieldPanel("kind"),
            FieldPanel("district"),
            *both("address", "hours", "transport"),
            FieldPanel("phone"),
        ]
    )


class ThesaurusViewSet(SnippetViewSet):
    model = ThesaurusEntry
    icon = "search"
    list_display = ["everyday", "official", "reason", "changed_at"]
    list_filter = ["reason"]
    search_fields = ["everyday", "official"]
    ordering = ["-changed_at"]
    menu_order = 400
    add_to_admin_menu = True
    add_view_class = ThesaurusAddView
    edit_view_class = ThesaurusEditView
    edit_handler = ObjectList([FieldPanel("everyday"), FieldPanel("official"), FieldPanel("reason")])


class SharedListsGroup(SnippetViewSetGroup):
    """One entry of the main menu for the three lists."""

    items = (TopicViewSet, DistrictViewSet, ServicePointViewSet)
    menu_label = _("Topics and places")
    menu_icon = "list-ul"
    menu_order = 300
