from modeltranslation.translator import register

from translations.options import PageOptions, RowOptions, SharedListOptions

from . import models


@register(models.GuidePage)
class GuideOptions(PageOptions):
    fields = (
        "short_name",
        "everyday_names",
        "summary",
        "delegating_body",
        "joint_bodies",
        "statutory_note",
        "promised_note",
        "quantity_limit",
        "prohibitions",
        "fee_note",
        "rights",
        "duties",
        "tracking",
        "visits_reason",
        "appointment_rule",
        "cross_region_note",
        "agent_note",
        "tolerant_note",
        "commitment_note",
        "online_flow",
        "offline_flow",
        "remarks",
        "responsible_post",
    )
    major = ("statutory_note", "promised_note", "quantity_limit", "prohibitions", "fee_note")


@register(models.LegalBasis)
class LegalBasisOptions(RowOptions):
    fields = ("statute", "article", "text", "issuing_body")
    required_languages = {"zh-hans": ("statute",), "default": ()}


@register(models.Condition)
class ConditionOptions(RowOptions):
    fields = ("situation", "text")
    major = fields
    required_languages = {"zh-hans": ("text",), "default": ()}


@register(models.Material)
class MaterialOptions(RowOptions):
    fields = ("name", "source_note", "required_by", "fill_notes", "acceptance_standard", "remark")
    major = fields
    required_languages = {"zh-hans": ("name",), "default": ()}


@register(models.Step)
class StepOptions(RowOptions):
    fields = ("name", "actor", "time_limit", "standard", "result")
    required_languages = {"zh-hans": ("name",), "default": ()}


@register(models.SpecialProcedure)
class SpecialProcedureOptions(RowOptions):
    fields = ("name", "basis", "note")
    required_languages = ()


@register(models.FeeItem)
class FeeItemOptions(RowOptions):
    fields = ("name", "standard", "basis", "reduction", "remark")
    major = fields
    required_languages = {"zh-hans": ("name",), "default": ()}


@register(models.Result)
class ResultOptions(RowOptions):
    fields = ("name", "delivery", "validity", "territory", "renewal", "annual_check")
    required_languages = {"zh-hans": ("name",), "default": ()}


@register(models.IntermediaryService)
class IntermediaryServiceOptions(RowOptions):
    fields = ("name", "basis", "providers", "fee")
    required_languages = {"zh-hans": ("name",), "default": ()}


@register(models.Window)
class WindowOptions(RowOptions):
    fields = ("hall", "floor", "counter", "address", "hours", "transport")
    required_languages = ()


@register(models.Enquiry)
class EnquiryOptions(RowOptions):
    fields = ("note",)
    required_languages = ()


@register(models.Complaint)
class ComplaintOptions(RowOptions):
    fields = ("note",)
    required_languages = ()


@register(models.Remedy)
class RemedyOptions(RowOptions):
    fields = ("body", "address")
    required_languages = {"zh-hans": ("body",), "default": ()}


@register(models.Faq)
class FaqOptions(RowOptions):
    fields = ("question", "answer")
    required_languages = ("zh-hans",)


@register(models.Statute)
class StatuteOptions(SharedListOptions):
    fields = ("title", "issuing_body")
    required_languages = {"zh-hans": ("title",), "default": ()}


@register(models.Change)
class ChangeOptions(RowOptions):
    fields = ("name", "department_name", "reason")
    required_languages = ()


@register(models.Withdrawal)
class WithdrawalOptions(SharedListOptions):
    fields = ("reason", "body", "note")
    required_languages = {"zh-hans": ("reason",), "default": ()}


@register(models.PublishedList)
class PublishedListOptions(RowOptions):
    fields = ("department_name",)
    required_languages = ()
