"""How far, where and through what an item can be done: C10, C12, C14, C16."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """C10 办理形式."""

    COUNTER = "counter", _("At the counter")
    ONLINE = "online", _("Online")
    COURIER = "courier", _("By courier")


class OnlineDepth(TextChoices):
    """C12 网上办理深度 as one level: Ⅰ information, Ⅱ forms, Ⅲ filing online, Ⅳ wholly online (全程网办)."""

    NONE = "none", _("Not online")
    INFORMATION = "information", _("Level I: information online")
    FORMS = "forms", _("Level II: forms to download")
    FILING = "filing", _("Level III: apply online, one visit at most")
    WHOLLY_ONLINE = "wholly_online", _("Level IV: wholly online")


class OnlineFunction(TextChoices):
    """C12 网上办理深度 as the list of what is offered online."""

    ENQUIRY = "enquiry", _("Enquiry")
    RECEIPT = "receipt", _("Receipt of documents")
    PRE_REVIEW = "pre_review", _("Preliminary review")
    ACCEPTANCE = "acceptance", _("Acceptance")
    HANDLING = "handling", _("Handling")
    RESULT = "result", _("Notice of the result")
    E_LICENCE = "e_licence", _("Electronic licence")
    OTHER = "other", _("Other")


class CrossRegionScope(TextChoices):
    """C14 通办范围: where in the country the item can be handled."""

    NATION = "nation", _("Anywhere in the country")
    PROVINCE = "province", _("Anywhere in the province")
    ACROSS_PROVINCES = "across_provinces", _("Across provinces by agreement")
    CITY = "city", _("Anywhere in the city")
    ACROSS_CITIES = "across_cities", _("Across cities by agreement")
    COUNTY = "county", _("Anywhere in the county or district")
    TOWNSHIP = "township", _("Anywhere in the township")
    ACROSS_VILLAGES = "across_villages", _("Across villages and communities")


class ContactKind(TextChoices):
    """C16 咨询/投诉方式."""

    COUNTER = "counter", _("Counter")
    WEB = "web", _("Website")
    PHONE = "phone", _("Telephone")
    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    WECHAT = "wechat", _("WeChat")
