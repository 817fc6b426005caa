"""Departments. What a department owns (items, later forms and answers) are pages below its page."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail.search import index

from knowledge.codes import BodyNature, Level
from knowledge.credit_code import FORM
from knowledge.search.admin import SegmentedMixin
from translations.fields import RichTextField
from translations.languages import texts_in_all
from translations.models import TranslatedPage
from translations.panels import TextGroup, language_tabs
from translations.reading import read_all

from .places import District

CREDIT_CODE = RegexValidator(FORM, _("A unified social credit code has 18 digits and capital letters (GB 32100)."))


class DepartmentIndexPage(TranslatedPage):
    """The list of departments."""

    max_count = 1
    subpage_types = ["knowledge.DepartmentPage"]
    template = "knowledge/department_index_page.html"

    edit_handler = TabbedInterface(
        [
            *language_tabs([TextGroup(_("Name"), ["name"])]),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("list of departments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        departments = DepartmentPage.objects.live().child_of(self).select_related("district")
        context["departments"] = read_all(departments.order_by("path"))
        return context


class DepartmentPage(SegmentedMixin, TranslatedPage):
    """A body that handles items. Its editors may edit what lies below this page, and nothing else."""

    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    credit_code = models.CharField(
        _("unified social credit code"), max_length=18, blank=True, validators=[CREDIT_CODE], db_index=True
    )
    level = models.CharField(_("level"), max_length=20, choices=Level.choices, default=Level.CITY)
    body_nature = models.CharField(
        _("nature of the body"), max_length=20, choices=BodyNature.choices, default=BodyNature.STATUTORY
    )
    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="departments",
    )
    address = models.CharField(_("address"), max_length=500, blank=True)
    phone = models.CharField(_("telephone"), max_length=100, blank=True)
    complaint_phone = models.CharField(_("telephone for complaints"), max_length=100, blank=True)
    hours = models.CharField(_("office hours"), max_length=500, blank=True)
    website = models.URLField(_("website"), blank=True)
    intro = RichTextField(_("what it is responsible for"), blank=True)

    legal_check = models.BooleanField(
        _("legal check"),
        default=False,
        help_text=_("After the review, the legal reviewers approve what this department publishes (法制审核)."),
    )

    parent_page_types = ["knowledge.DepartmentIndexPage"]
    template = "knowledge/department_page.html"

    search_fields = [*Page.search_fields, *SegmentedMixin.token_fields, index.FilterField("credit_code")]

    edit_handler = TabbedInterface(
        [
            *language_tabs(
                [
                    TextGroup(_("Name"), ["name", "short_name", "intro"]),
                    TextGroup(_("Office"), ["address", "hours"]),
                ]
            ),
            ObjectList(
                [
                    FieldPanel("credit_code"),
                    FieldPanel("level"),
                    FieldPanel("body_nature"),
                    FieldPanel("district"),
                    FieldPanel("phone"),
                    FieldPanel("complaint_phone"),
                    FieldPanel("website"),
                    FieldPanel("legal_check", permission="superuser"),
                ],
                heading=_("Basic facts"),
            ),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        permissions = [("certify_pages", _("Can certify that pages are correct"))]

    def admin_search_texts(self) -> list[str | None]:
        return texts_in_all(self, "name", "short_name")
