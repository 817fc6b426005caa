"""What an item rests on and asks for: legal basis (F), conditions (G), materials (C)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from guides.codes import MaterialForm, MaterialKind, Necessity, SourceChannel
from translations.models import TranslatedOrderable


class LegalBasis(TranslatedOrderable):
    """One provision, cited down to the article, with its words.

    ``registered`` (and, where an article is cited, its number) follow from what is written in ``statute`` and
    ``article``: guides.statutes.linking keeps them. Readers then see the words of the registry.
    """

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="legal_bases")
    statute = models.CharField(_("statute"), max_length=300, help_text=_("The full title, without 《》."))
    document_number = models.CharField(_("document number"), max_length=200, blank=True)
    article = models.CharField(_("article"), max_length=100, blank=True, help_text=_("For example 第二十九条第一款."))
    text = models.TextField(_("words of the article"), blank=True)
    issuing_body = models.CharField(_("issued by"), max_length=200, blank=True)
    effective_date = models.DateField(_("in force from"), null=True, blank=True)
    registered = models.ForeignKey(
        "guides.Statute", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="legal_bases"
    )
    article_number = models.PositiveSmallIntegerField(default=0, editable=False)
    article_insertion = models.PositiveSmallIntegerField(default=0, editable=False)

    derived_columns = frozenset({"registered", "article_number", "article_insertion"})

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("legal basis")

    def __str__(self) -> str:
        return f"{self.statute_zh_hans} {self.article_zh_hans or ''}".strip()


class Condition(TranslatedOrderable):
    """A condition of acceptance, for everyone or in one situation (情形)."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="conditions")
    situation = models.CharField(_("in which case"), max_length=300, blank=True)
    text = models.TextField(_("condition"))

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("condition")


class Material(TranslatedOrderable):
    """One thing to hand in.

    优化营商环境条例 36: nothing may be asked for that no law, regulation or State Council decision provides for.
    """

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="materials")
    name = models.CharField(_("material"), max_length=500)
    kind = models.CharField(_("kind"), max_length=20, choices=MaterialKind.choices, blank=True)
    form = models.CharField(_("paper or electronic"), max_length=20, choices=MaterialForm.choices, blank=True)
    originals = models.PositiveSmallIntegerField(_("originals"), null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("copies"), null=True, blank=True)
    paper_size = models.CharField(_("paper size"), max_length=50, blank=True)
    necessity = models.CharField(_("necessity"), max_length=20, choices=Necessity.choices, default=Necessity.REQUIRED)
    source = models.CharField(_("where it comes from"), max_length=20, choices=SourceChannel.choices, blank=True)
    source_note = models.TextField(_("who issues it"), blank=True)
    required_by = models.TextField(_("required by"), blank=True, help_text=_("The provision that asks for it."))
    fill_notes = models.TextField(_("how to fill it in"), blank=True)
    acceptance_standard = models.TextField(_("when it is accepted"), blank=True)
    no_submission = models.BooleanField(
        _("need not be handed in"), default=False, help_text=_("免提交: the hall looks it up in shared data.")
    )
    form_page = models.ForeignKey(
        "forms_library.FormPage",
        verbose_name=_("form of the library"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="materials",
        help_text=_("Readers then get its current version and its filled sample."),
    )
    blank_form = models.ForeignKey(
        "forms_library.FormDocument",
        verbose_name=_("blank form"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="blank_for",
        help_text=_("Only for a file that is not in the library of forms."),
    )
    sample = models.ForeignKey(
        "forms_library.FormDocument",
        verbose_name=_("filled sample"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sample_for",
    )
    remark = models.TextField(_("remark"), blank=True)

    class Meta(TranslatedOrderable.Meta):
        verbose_name = _("material")
