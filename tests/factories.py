"""Factories that build valid worlds: a hall with departments, items with every required element."""

from typing import Any

import factory
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site

from forms_library.models import FormPage, FormVersion, VersionPage
from guides import models as guides
from guides.reading_rows import RELATIONS
from knowledge.models import AnswerPage, DepartmentIndexPage, DepartmentPage, District, ServicePoint, Topic, User
from portal.models import HomePage

ROWS = (*RELATIONS, "subjects", "bases")


class UserFactory(DjangoModelFactory[User]):
    """A member of staff who can log in with the password ``secret``."""

    class Meta:
        model = User
        django_get_or_create = ("username",)
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@hall.test")
    password = factory.django.Password("secret")

    @factory.post_generation
    def groups(self, create: bool, extracted: list[Group] | None, **kwargs: Any) -> None:
        self.groups.set(extracted or [])


class DistrictFactory(DjangoModelFactory[District]):
    class Meta:
        model = District
        django_get_or_create = ("code",)

    code = "511800"
    name_zh_hans = "雅安市本级"
    name_en = "Ya'an (city level)"
    level = "city"


class TopicFactory(DjangoModelFactory[Topic]):
    class Meta:
        model = Topic
        django_get_or_create = ("audience", "code")

    audience = "individual"
    code = "060"
    name_zh_hans = "婚姻登记"
    name_en = "Marriage"


class ServicePointFactory(DjangoModelFactory[ServicePoint]):
    class Meta:
        model = ServicePoint
        django_get_or_create = ("slug",)

    slug = "yaan-service-centre"
    name_zh_hans = "雅安市政务服务中心"
    name_en = "Ya'an Government Service Centre"
    kind = "service_centre"
    district = factory.SubFactory(DistrictFactory)
    address_zh_hans = "雨城区示范路1号"
    address_en = "1 Shifan Road, Yucheng District"
    hours_zh_hans = "工作日 9:00-17:00"
    hours_en = "Working days 9:00–17:00"
    phone = "0835-2802000"


class PageFactory(DjangoModelFactory[Page]):
    """Adds a live, published page below ``parent``."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *_args: Any, parent: Page, publish: bool = True, **kwargs: Any) -> Any:
        rows = {name: kwargs.pop(name) for name in list(kwargs) if isinstance(kwargs[name], list) and name in ROWS}
        page = model_class(live=False, **kwargs)
        for relation, instances in rows.items():
            setattr(page, relation, instances)
        parent.add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
        page.refresh_from_db()
        return page


def root_page() -> Page:
    """The root of the tree, without the welcome page of a new Wagtail site."""
    Page.objects.filter(depth=2).exclude(content_type__app_label="portal").delete()
    return Page.objects.get(depth=1)


class HomePageFactory(PageFactory):
    class Meta:
        model = HomePage

    parent = factory.LazyFunction(root_page)
    name_zh_hans = "雅安市网上政务大厅"
    name_en = "Ya'an Online Government Hall"
    translation_reviewed_en = True
    slug = "home"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        home = super()._create(model_class, *args, **kwargs)
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home}
        )
        return home


class DepartmentIndexPageFactory(PageFactory):
    class Meta:
        model = DepartmentIndexPage

    parent = factory.SubFactory(HomePageFactory)
    name_zh_hans = "部门"
    name_en = "Departments"
    translation_reviewed_en = True
    slug = "departments"


class DepartmentPageFactory(PageFactory):
    class Meta:
        model = DepartmentPage

    name_zh_hans = "雅安市民政局"
    name_en = "Ya'an Municipal Civil Affairs Bureau"
    translation_reviewed_en = True
    slug = "civil-affairs"
    credit_code = "11511800008650000A"
    phone = "0835-2800200"


class GuidePageFactory(PageFactory):
    """Marriage registration, complete in Chinese and in English that is reviewed."""

    class Meta:
        model = guides.GuidePage

    name_zh_hans = "内地居民结婚登记"
    name_en = "Marriage registration for mainland residents"
    translation_reviewed_en = True
    everyday_names_zh_hans = "领结婚证\n扯证"
    summary_zh_hans = "双方自愿结婚的内地居民，领取结婚证。"
    summary_en = "For two mainland residents who wish to marry; you receive a marriage certificate."
    task_code = factory.Sequence(lambda n: f"11511800008650000A{n:013d}")
    item_type = "confirmation"
    audiences = factory.LazyFunction(lambda: ["individual"])
    levels = factory.LazyFunction(lambda: ["county"])
    handling_type = "immediate"
    review_type = "decide_at_once"
    statutory_note_zh_hans = "当场登记"
    statutory_note_en = "Registered on the spot"
    promised_days = 0
    channels = factory.LazyFunction(lambda: ["counter"])
    visits = 1
    visits_reason_zh_hans = "双方须共同到场"
    visits_reason_en = "Both must be present"
    online_depth = "forms"
    quantity_limit_zh_hans = "无数量限制"
    quantity_limit_en = "No limit"

    legal_bases = factory.LazyFunction(
        lambda: [
            guides.LegalBasis(
                statute_zh_hans="中华人民共和国民法典",
                statute_en="Civil Code of the People's Republic of China",
                article_zh_hans="第一千零四十九条",
                article_en="Article 1049",
                text_zh_hans="要求结婚的男女双方应当亲自到婚姻登记机关申请结婚登记。",
            )
        ]
    )
    conditions = factory.LazyFunction(
        lambda: [guides.Condition(text_zh_hans="男女双方自愿结婚", text_en="Both parties wish to marry")]
    )
    materials = factory.LazyFunction(
        lambda: [
            guides.Material(name_zh_hans="居民身份证", name_en="Resident identity card", originals=1, copies=0),
            guides.Material(name_zh_hans="合影照片", name_en="Photograph together", originals=3, necessity="later"),
        ]
    )
    steps = factory.LazyFunction(
        lambda: [
            guides.Step(name_zh_hans="受理", name_en="Acceptance", actor_zh_hans="婚姻登记员", actor_en="Registrar")
        ]
    )
    results = factory.LazyFunction(
        lambda: [guides.Result(name_zh_hans="结婚证", name_en="Marriage certificate", kind="certificate")]
    )
    windows = factory.LazyFunction(
        lambda: [guides.Window(place=ServicePointFactory(), counter_zh_hans="3号窗口", counter_en="Counter 3")]
    )
    enquiries = factory.LazyFunction(lambda: [guides.Enquiry(kind="phone", value="0835-2800201")])
    complaints = factory.LazyFunction(lambda: [guides.Complaint(kind="phone", value="0835-2801201")])
    remedies = factory.LazyFunction(
        lambda: [
            guides.Remedy(
                kind="reconsideration", body_zh_hans="雅安市人民政府", body_en="Ya'an Municipal People's Government"
            )
        ]
    )
    faqs = factory.LazyFunction(
        lambda: [
            guides.Faq(
                question_zh_hans="需要户口簿吗？",
                question_en="Do we need the household register?",
                answer_zh_hans="不需要。",
                answer_en="No.",
            )
        ]
    )
    topics = factory.LazyFunction(lambda: [TopicFactory()])
    district = factory.SubFactory(DistrictFactory)


class AnswerPageFactory(PageFactory):
    """A question about weddings on Saturdays, with English that is reviewed."""

    class Meta:
        model = AnswerPage

    name_zh_hans = "星期六可以登记结婚吗？"
    name_en = "Can we marry on a Saturday?"
    translation_reviewed_en = True
    variants_zh_hans = "周末能领证吗"
    answer_zh_hans = "<p>可以，要提前预约。</p>"
    answer_en = "<p>Yes, with an appointment.</p>"


class FormPageFactory(PageFactory):
    """The application for marriage registration, with English that is reviewed; without a file."""

    class Meta:
        model = FormPage

    name_zh_hans = "结婚登记申请书"
    name_en = "Application for marriage registration"
    translation_reviewed_en = True
    summary_zh_hans = "双方各填一份。"
    summary_en = "Each of you fills one in."
    code = "民婚-01"


class FormVersionFactory(DjangoModelFactory[FormVersion]):
    """A published version with one page; ``texts`` are those of its pages."""

    class Meta:
        model = FormVersion
        skip_postgeneration_save = True

    number = factory.LazyAttribute(lambda version: version.page.versions.count() + 1)
    state = "published"
    dated = factory.LazyFunction(timezone.localdate)
    file_kind = "pdf"
    size = 35_000
    published_at = factory.LazyAttribute(
        lambda version: timezone.now() if version.state in ("published", "withdrawn") else None
    )
    withdrawn_at = factory.LazyAttribute(lambda version: timezone.now() if version.state == "withdrawn" else None)

    @factory.post_generation
    def texts(self, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        self.original.save("original.pdf", ContentFile(b"%PDF-1.4 as it came"), save=False)
        self.file.save("form.pdf", ContentFile(b"%PDF-1.4 made anew"), save=False)
        self.save()
        for number, text in enumerate(extracted or ["申请人姓名"], start=1):
            page = VersionPage(version=self, number=number, text=text, width=480, height=679)
            page.small.save(f"page-{number}-small.png", ContentFile(b"small"), save=False)
            page.large.save(f"page-{number}.png", ContentFile(b"large"), save=False)
            page.save()
