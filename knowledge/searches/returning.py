"""Forms of Wagtail that lead back to where somebody came from (``?next=…``), and are filled in by the address."""

from typing import Any

from wagtail.admin.utils import get_valid_next_url_from_request, set_query_params
from wagtail.snippets.views import snippets


class Returning:
    """Put before a view for adding or editing. The form keeps ``next``, and leads there when it is saved."""

    request: Any

    @property
    def next_url(self) -> str:
        """An address of this hall, or ``""``."""
        return str(get_valid_next_url_from_request(self.request))

    def get_add_url(self) -> str:
        return self._kept(super().get_add_url())  # type: ignore[misc]

    def get_edit_url(self) -> str:
        return self._kept(super().get_edit_url())  # type: ignore[misc]

    def get_success_url(self) -> str:
        return self.next_url or str(super().get_success_url())  # type: ignore[misc]

    def _kept(self, url: str) -> str:
        return str(set_query_params(url, {"next": self.next_url})) if self.next_url else url


class ThesaurusAddView(Returning, snippets.CreateView):
    """``?everyday=扯证`` fills in the everyday words."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "everyday": self.request.GET.get("everyday", "")}


class ThesaurusEditView(Returning, snippets.EditView):
    pass
