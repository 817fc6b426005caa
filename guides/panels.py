"""The editing screen of an item, in the order in which an editor learns about it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.models import Page

from guides.lint.panel import LintedTabs
from guides.responsibility.panel import CertificationPanel
from guides.statutes.widgets import StatuteInput
from translations.panels import TextGroup, both, language_tabs

TEXTS = [
    TextGroup(_("Name"), ["name", "short_name", "everyday_names", "summary"]),
    TextGroup(_("Time limits"), ["statutory_note", "promised_note"]),
    TextGroup(_("Coming in person"), ["visits_reason", "appointment_rule", "cross_region_note"]),
    TextGroup(_("Flow"), ["online_flow", "offline_flow", "tracking"]),
    TextGroup(_("Assistance"), ["agent_note", "tolerant_note", "commitment_note"]),
    TextGroup(_("Terms of handling"), ["quantity_limit", "prohibitions", "fee_note", "rights", "duties"]),
    TextGroup(_("Bodies"), ["delegating_body", "joint_bodies", "responsible_post"]),
    TextGroup(_("Remarks"), ["remarks"]),
]


def _fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


def _rows(
    relation: str, heading: object, label: object, texts: tuple[str, ...], facts: tuple[str, ...] = ()
) -> InlinePanel:
    return InlinePanel(relation, heading=heading, label=label, panels=[*both(*texts), *_fields(*facts)])


FACTS = [
    CertificationPanel(template="guides/responsibility/parts/certified.html", heading=_("Certification")),
    MultiFieldPanel(
        _fields("task_code", "catalog_code", "handle_item_code", "local_catalog_code", "local_task_code"),
        heading=_("Codes"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(_fields("item_type", "status", "version")),
            FieldRowPanel(_fields("handling_type", "review_type", "power_source")),
            FieldRowPanel(_fields("effective_date", "end_date")),
            *_fields("levels", "district"),
        ],
        heading=_("Kind and power"),
    ),
    MultiFieldPanel(_fields("audiences", "topics"), heading=_("For whom")),
    MultiFieldPanel(
        [
            FieldRowPanel(_fields("statutory_days", "statutory_unit")),
            FieldRowPanel(_fields("promised_days", "promised_unit")),
        ],
        heading=_("Time limits"),
    ),
    MultiFieldPanel(
        [
            *_fields("channels", "visits", "in_service_hall", "cross_region_scope"),
            *_fields("takes_appointments", "appointment_quota", "appointment_url"),
            *_fields("mail_in", "courier_delivery", "self_service_terminal"),
        ],
        heading=_("Coming in person"),
    ),
    MultiFieldPanel(
        _fields("online_depth", "online_functions", "online_url", "mobile_url", "single_sign_on", "online_payment"),
        heading=_("Online"),
    ),
    MultiFieldPanel(
        _fields(
            "agent_assistance", "tolerant_acceptance", "notice_commitment", "commitment_document", "elder_friendly"
        ),
        heading=_("Assistance"),
    ),
    MultiFieldPanel(_fields("flow_chart"), heading=_("Flow")),
]

BASIS_AND_CONDITIONS = [
    InlinePanel(
        "legal_bases",
        heading=_("Legal basis"),
        label=_("legal basis"),
        panels=[
            FieldPanel(
                "statute_zh_hans",
                widget=StatuteInput,
                help_text=_("Type a part of the title and the article, such as 许可法 30, and choose."),
            ),
            *both("statute")[1:],
            *both("article", "text", "issuing_body"),
            *_fields("document_number", "effective_date"),
        ],
    ),
    _rows("conditions", _("Conditions"), _("condition"), ("situation", "text")),
]

MATERIALS_AND_STEPS = [
    _rows(
        "materials",
        _("Materials"),
        _("material"),
        ("name", "source_note", "required_by", "fill_notes", "acceptance_standard", "remark"),
        (
            *("kind", "form", "originals", "copies", "paper_size", "necessity", "source", "no_submission"),
            *("form_page", "blank_form", "sample"),
        ),
    ),
    _rows(
        "steps",
        _("Steps"),
        _("step"),
        ("name", "actor", "time_limit", "standard", "result"),
        ("parallel_with_previous",),
    ),
    _rows(
        "special_procedures",
        _("Special procedures"),
        _("special procedure"),
        ("name", "basis", "note"),
        ("kind", "days", "unit"),
    ),
]

FEES_AND_RESULTS = [
    FieldPanel("charges_fee"),
    _rows("fee_items", _("Fees"), _("fee"), ("name", "standard", "basis", "reduction", "remark")),
    _rows(
        "intermediary_services",
        _("Intermediary services"),
        _("intermediary service"),
        ("name", "basis", "providers", "fee"),
    ),
    _rows(
        "results",
        _("Results"),
        _("result"),
        ("name", "delivery", "validity", "territory", "renewal", "annual_check"),
        ("kind", "electronic", "sample"),
    ),
]

PLACES_AND_CONTACTS = [
    _rows(
        "windows",
        _("Windows"),
        _("window"),
        ("hall", "floor", "counter", "address", "hours", "transport"),
        ("place", "phone"),
    ),
    _rows("enquiries", _("Enquiries"), _("enquiry"), ("note",), ("kind", "value")),
    _rows("complaints", _("Complaints"), _("complaint"), ("note",), ("kind", "value")),
    _rows("remedies", _("Reconsideration and litigation"), _("remedy"), ("body", "address"), ("kind", "phone", "url")),
    _rows("faqs", _("Frequent questions"), _("frequent question"), ("question", "answer")),
]

GUIDE_PANELS = LintedTabs(
    [
        *language_tabs(TEXTS, about_changes=("change_weight", "change_reason")),
        ObjectList(FACTS, heading=_("Facts")),
        ObjectList(BASIS_AND_CONDITIONS, heading=_("Basis and conditions")),
        ObjectList(MATERIALS_AND_STEPS, heading=_("Materials and steps")),
        ObjectList(FEES_AND_RESULTS, heading=_("Fees and results")),
        ObjectList(PLACES_AND_CONTACTS, heading=_("Places and contacts")),
        ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
    ]
)
