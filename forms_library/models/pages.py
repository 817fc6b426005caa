"""The page of a form, below the department that issues it."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail.search import index

from forms_library.codes import FormKind, FormLanguage, VersionState
from knowledge.models import OfDepartment, Topic
from knowledge.search.admin import SegmentedMixin
from translations.languages import texts_in_all
from translations.models import TranslatedPage
from translations.panels import TextGroup, language_tabs

from .versions import FormVersion

CODE_LENGTH = 80


class FormPage(SegmentedMixin, OfDepartment, TranslatedPage):
    """One form: what it is called and what it is for. Its files are versions, which have a life of their own."""

    summary = models.TextField(
        _("what it is for"), blank=True, help_text=_("One or two sentences: who fills it in, and when.")
    )
    code = models.CharField(
        _("code of the form"),
        max_length=CODE_LENGTH,
        blank=True,
        db_index=True,
        help_text=_("The number printed on the form, if there is one."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=FormKind.choices, default=FormKind.APPLICATION, db_index=True
    )
    written_in = models.CharField(
        _("language of the form"), max_length=20, choices=FormLanguage.choices, default=FormLanguage.CHINESE
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="forms")

    parent_page_types = ["knowledge.DepartmentPage"]
    subpage_types: list[str] = []
    template = "forms_library/form_page.html"

    search_fields = [
        *Page.search_fields,
        *SegmentedMixin.token_fields,
        index.SearchField("code"),
        index.FilterField("code"),
        index.FilterField("kind"),
    ]

    edit_handler = TabbedInterface(
        [
            *language_tabs([TextGroup(_("Name"), ["name", "summary"])]),
            ObjectList(
                [
                    HelpPanel(template="forms_library/editing/parts/to_versions.html"),
                    *map(FieldPanel, ("code", "kind", "written_in", "topics")),
                ],
                heading=_("Facts"),
            ),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    @cached_property
    def current(self) -> FormVersion | None:
        """The version that readers get. Lists fill it in for many forms at once."""
        return self.versions.filter(state=VersionState.PUBLISHED).first()

    def admin_search_texts(self) -> list[str | None]:
        return [*texts_in_all(self, "name", "summary"), self.code]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from forms_library.presentation import form_context  # noqa: PLC0415 -- it reads the models

        return {**super().get_context(request, *args, **kwargs), **form_context(self, request)}
