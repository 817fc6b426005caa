"""Through which door: counter, online, courier, convenience centre; and what makes it easier (table B)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.codes import Channel, CrossRegionScope, OnlineDepth, OnlineFunction
from guides.fields import CodeListField


class Access(models.Model):
    """Channels, visits, and what can be done online."""

    channels = CodeListField(_("channels"), codes=Channel)
    visits = models.PositiveSmallIntegerField(
        _("visits required"),
        null=True,
        blank=True,
        help_text=_("到现场次数: how often the applicant must come in person"),
    )
    visits_reason = models.TextField(_("reason for the visit"), blank=True)
    online_depth = models.CharField(_("online depth"), max_length=20, choices=OnlineDepth.choices, blank=True)
    online_functions = CodeListField(_("what is offered online"), codes=OnlineFunction)
    online_url = models.URLField(_("address for applying online"), max_length=1000, blank=True)
    mobile_url = models.URLField(_("address for applying on a phone"), max_length=1000, blank=True)
    single_sign_on = models.BooleanField(_("one login for all services"), default=False)
    in_service_hall = models.BooleanField(_("handled in the service hall"), default=False)
    takes_appointments = models.BooleanField(_("takes appointments"), default=False)
    appointment_url = models.URLField(_("address for appointments"), max_length=1000, blank=True)
    appointment_quota = models.PositiveIntegerField(
        _("appointments a day"), null=True, blank=True, help_text=_("每日预约量: how many there are, if limited")
    )
    appointment_rule = models.TextField(_("rule for appointments"), blank=True)
    online_payment = models.BooleanField(_("online payment"), default=False)
    mail_in = models.BooleanField(_("materials may be sent by post"), default=False)
    courier_delivery = models.BooleanField(_("result sent by courier"), default=False)
    self_service_terminal = models.BooleanField(_("self-service terminal"), default=False)
    cross_region_scope = models.CharField(
        _("where it can be handled"),
        max_length=20,
        choices=CrossRegionScope.choices,
        blank=True,
        help_text=_("通办范围"),
    )
    cross_region_note = models.TextField(_("note on where it can be handled"), blank=True)

    class Meta:
        abstract = True


class Assistance(models.Model):
    """What the hall does to spare the applicant a journey."""

    agent_assistance = models.BooleanField(_("agent assistance"), default=False, help_text=_("代办"))
    agent_note = models.TextField(_("note on agent assistance"), blank=True)
    tolerant_acceptance = models.BooleanField(
        _("tolerant acceptance"),
        default=False,
        help_text=_("容缺受理: the case is accepted although a material marked “may be handed in later” is missing."),
    )
    tolerant_note = models.TextField(_("note on tolerant acceptance"), blank=True)
    notice_commitment = models.BooleanField(
        _("notice and commitment"),
        default=False,
        help_text=_("告知承诺: the applicant's written promise replaces a proof."),
    )
    commitment_note = models.TextField(_("note on notice and commitment"), blank=True)
    commitment_document = models.ForeignKey(
        "forms_library.FormDocument",
        verbose_name=_("letter of commitment"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    elder_friendly = models.BooleanField(_("adapted to older people"), default=False)

    class Meta:
        abstract = True


class Flow(models.Model):
    """The flow in words and as a chart, beside the steps."""

    online_flow = models.TextField(_("flow online"), blank=True)
    offline_flow = models.TextField(_("flow at the counter"), blank=True)
    flow_chart = models.ForeignKey(
        "forms_library.FormDocument",
        verbose_name=_("flow chart"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True
