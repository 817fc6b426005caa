"""The newest changes for feed readers, in the language of the address."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from translations.languages import html_tag, reading_language
from translations.usable_text import UNUSABLE

from .entries import Entry, entries, summary
from .listing import with_parts
from .scopes import Scope
from .views import scope_or_404

NEWEST = 50


def usable(text: str) -> str:
    """Text that XML can carry."""
    return UNUSABLE.sub("", text)


class RssChanges(Feed):  # type: ignore[type-arg]
    """``/record/rss/``, and the same below a department or an item."""

    feed_type: Any = Rss201rev2Feed
    name = "record_rss"

    def get_object(self, request: HttpRequest, address: str = "") -> tuple[HttpRequest, Scope]:
        self.language = html_tag(reading_language())
        return request, scope_or_404(request, address)

    def title(self, found: tuple[HttpRequest, Scope]) -> str:
        name = found[1].name
        return usable(_("What has changed: %(name)s") % {"name": getattr(name, "plain", name)})

    def link(self, found: tuple[HttpRequest, Scope]) -> str:
        return found[1].url("record")

    def feed_url(self, found: tuple[HttpRequest, Scope]) -> str:
        return found[1].url(self.name)

    def description(self, found: tuple[HttpRequest, Scope]) -> str:
        return _("Every published change of a service: what was, what is, since when and why.")

    def items(self, found: tuple[HttpRequest, Scope]) -> list[Entry]:
        request, scope = found
        return entries(request, with_parts(scope.changes[:NEWEST]))

    def item_title(self, item: Entry) -> str:
        return usable(item.title)

    def item_description(self, item: Entry) -> str:
        """HTML, as both formats want it: a line for each part."""
        return usable(format_html_join(mark_safe("<br>"), "{}", ((line,) for line in summary(item))))

    def item_link(self, item: Entry) -> str:
        return item.url

    def item_pubdate(self, item: Entry) -> datetime:
        return item.at

    def item_updateddate(self, item: Entry) -> datetime:
        return item.at

    def item_author_name(self, item: Entry) -> str:
        return usable(item.department.plain)

    def item_categories(self, item: Entry) -> list[str]:
        return [item.kind]


class AtomChanges(RssChanges):
    """``/record/atom/``, and the same below a department or an item."""

    feed_type = Atom1Feed
    name = "record_atom"

    def subtitle(self, found: tuple[HttpRequest, Scope]) -> str:
        return self.description(found)
