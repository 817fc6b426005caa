"""What a foreign investor asks, in that order, with the items that answer it."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Page

from translations.models import TranslatedOrderable, TranslatedPage
from translations.panels import TextGroup, both, language_tabs


class Chapter(models.TextChoices):
    """The order of an investor's questions."""

    WHY = "why", pgettext_lazy("investing", "Why Ya'an")
    SET_UP = "set-up", pgettext_lazy("investing", "Set up a company")
    PEOPLE = "people", pgettext_lazy("investing", "Bring people: visa, work permit, residence")
    PREMISES = "premises", pgettext_lazy("investing", "Premises and construction")
    TAX = "tax", pgettext_lazy("investing", "Tax and customs")
    MONEY = "money", pgettext_lazy("investing", "Bring money in and send it out")
    AFTERWARDS = "afterwards", pgettext_lazy("investing", "After set-up: changes, annual reports, closing")
    LIVING = "living", pgettext_lazy("investing", "Live here")


class ContactKind(models.TextChoices):
    """Whom an investor may turn to."""

    CONTACT_POINT = "contact", _("Contact point for foreign investors")
    COMPLAINTS = "complaints", _("Complaints of foreign-invested enterprises")
    AGENTS = "agents", _("Assistance by agents of the hall")


class InvestorPage(TranslatedPage):
    """A guide for foreign investors through the items of many departments."""

    lead = models.TextField(_("sentence below the heading"), blank=True)

    max_count = 1
    parent_page_types = ["portal.HomePage"]
    subpage_types: list[str] = []
    template = "portal/investor_page.html"

    edit_handler = TabbedInterface(
        [
            *language_tabs([TextGroup(_("Page"), ["name", "lead"])]),
            ObjectList(
                [InlinePanel("figures", label=_("figure")), InlinePanel("chapters", label=_("chapter"))],
                heading=_("Chapters"),
            ),
            ObjectList([InlinePanel("steps", label=_("step"))], heading=_("Steps")),
            ObjectList([InlinePanel("contacts", label=_("contact"))], heading=_("Contacts")),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("guide for investors")
        verbose_name_plural = _("guides for investors")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.investors import investor_context  # noqa: PLC0415 -- it reads the models

        context = super().get_context(request, *args, **kwargs)
        return {**context, **investor_context(context["reading"])}


class InvestorFigure(TranslatedOrderable):
    """A fact about the place, with its source."""

    page = ParentalKey(InvestorPage, on_delete=models.CASCADE, related_name="figures")
    name = models.CharField(_("what it is"), max_length=120)
    value = models.CharField(_("value"), max_length=120)
    source = models.CharField(_("source"), max_length=200, blank=True)

    panels = [*both("name", "value", "source")]

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")


class InvestorChapter(TranslatedOrderable):
    """What is to be said before the steps of a chapter."""

    page = ParentalKey(InvestorPage, on_delete=models.CASCADE, related_name="chapters")
    chapter = models.CharField(_("chapter"), max_length=20, choices=Chapter.choices)
    text = models.TextField(_("text"))

    panels = [FieldPanel("chapter"), *both("text")]

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")


class InvestorStep(TranslatedOrderable):
    """An item that an investor needs, or a step that is none of this hall's."""

    page = ParentalKey(InvestorPage, on_delete=models.CASCADE, related_name="steps")
    chapter = models.CharField(_("chapter"), max_length=20, choices=Chapter.choices)
    guide = models.ForeignKey(
        "guides.GuidePage", models.SET_NULL, verbose_name=_("item"), null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("For a step without an item."))
    note = models.TextField(_("note"), blank=True)

    panels = [FieldPanel("chapter"), PageChooserPanel("guide"), *both("name", "note")]

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class InvestorContact(TranslatedOrderable):
    """An office that helps investors."""

    page = ParentalKey(InvestorPage, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(_("kind"), max_length=20, choices=ContactKind.choices)
    name = models.CharField(_("name"), max_length=200)
    text = models.TextField(_("what it does"), blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    panels = [FieldPanel("kind"), *both("name", "text", "address"), FieldPanel("phone"), FieldPanel("email")]

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
