"""Files that applicants download: blank forms, filled samples, flow charts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from knowledge.search.admin import SegmentedMixin
from translations.languages import column, columns, default_language, texts_in_all


class FormDocument(SegmentedMixin, AbstractDocument):
    """A file with a name in each language. Wagtail's own ``title`` is what editors search for."""

    name = models.CharField(_("name shown to readers"), max_length=255, blank=True)

    admin_form_fields = (*Document.admin_form_fields, *columns("name"))

    search_fields = [*AbstractDocument.search_fields, *SegmentedMixin.token_fields]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("form or document")
        verbose_name_plural = _("forms and documents")

    def admin_search_texts(self) -> list[str | None]:
        return [self.title, *texts_in_all(self, "name")]

    @property
    def shown_name(self) -> str:
        """The name for readers of the language of record; the file's title where none was given."""
        return getattr(self, column("name", default_language())) or self.title
