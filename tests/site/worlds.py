"""A hall in which every kind of page and every part of an item's page exists."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from forms_library.models import FormDocument
from guides import models as rows
from guides.models import GuidePage
from knowledge.models import District, ServicePoint
from portal.models import HallSettings, HomePage
from portal.models.home import FrequentGuide
from tests import factories

CANARY = "UNREVIEWED-CANARY"  # English that nobody has reviewed


@dataclass
class Site:
    """The items by what is special about them."""

    complete: GuidePage
    unreviewed: GuidePage
    suspended: GuidePage
    cancelled: GuidePage


def document(name: str) -> FormDocument:
    """A file to download."""
    made: FormDocument = FormDocument.objects.create(
        title=name,
        name_zh_hans=name,
        name_en=f"English {name.encode().hex()}",
        file=ContentFile(b"%PDF-1.4", f"{len(name)}.pdf"),
    )
    return made


def complete_rows() -> dict[str, Any]:
    """Every row relation of an item, in both languages."""
    centre = factories.ServicePointFactory(
        transport_zh_hans="乘1路公交车到示范站", transport_en="Bus 1 to Shifan stop", phone="0835-2802000"
    )
    township = District.objects.get_or_create(
        code="511802103",
        defaults={
            "name_zh_hans": "多营镇",
            "name_en": "Duoying Town",
            "level": "township",
            "parent": factories.DistrictFactory(
                code="511802", name_zh_hans="雨城区", name_en="Yucheng District", level="county"
            ),
        },
    )[0]
    convenience: ServicePoint = factories.ServicePointFactory(
        slug="duoying-convenience-centre",
        name_zh_hans="多营镇便民服务中心",
        name_en="Duoying Town Convenience Centre",
        kind="convenience_centre",
        district=township,
    )
    return {
        "legal_bases": [
            rows.LegalBasis(
                statute_zh_hans="中华人民共和国食品安全法",
                statute_en="Food Safety Law of the People's Republic of China",
                article_zh_hans="第三十五条",
                article_en="Article 35",
                text_zh_hans="国家对食品生产经营实行许可制度。\n从事食品生产、食品销售、餐饮服务，应当依法取得许可。",
                document_number="中华人民共和国主席令第二十一号",
                issuing_body_zh_hans="全国人民代表大会常务委员会",
                issuing_body_en="Standing Committee of the National People's Congress",
                effective_date=date(2015, 10, 1),
            ),
            rows.LegalBasis(
                statute_zh_hans="四川省食品小作坊管理条例", statute_en="Sichuan Regulations on Food Workshops"
            ),
        ],
        "conditions": [
            rows.Condition(text_zh_hans="已取得营业执照", text_en="You hold a business licence"),
            rows.Condition(
                situation_zh_hans="经营场所为租赁",
                situation_en="You rent the premises",
                text_zh_hans="租期不少于一年",
                text_en="The lease runs for at least a year",
            ),
        ],
        "materials": [
            rows.Material(
                name_zh_hans="食品经营许可申请书",
                name_en="Application for a food trade licence",
                kind="form",
                form="either",
                originals=1,
                copies=0,
                paper_size="A4",
                necessity="required",
                source="applicant",
                source_note_zh_hans="窗口免费提供",
                source_note_en="Free at the counter",
                required_by_zh_hans="《食品经营许可和备案管理办法》第十二条",
                required_by_en="Article 12 of the Measures for Food Trade Licences",
                fill_notes_zh_hans="法定代表人签字并盖章",
                fill_notes_en="Signed by the legal representative and sealed",
                acceptance_standard_zh_hans="填写完整，无涂改",
                acceptance_standard_en="Complete, without corrections",
                blank_form=document("申请书空白表"),
                sample=document("申请书示例样表"),
            ),
            rows.Material(
                name_zh_hans="营业执照",
                name_en="Business licence",
                kind="certificate",
                form="electronic",
                copies=1,
                source="government",
                no_submission=True,
            ),
            rows.Material(
                name_zh_hans="平面布局图",
                name_en="Floor plan",
                copies=2,
                necessity="later",
                source="intermediary",
                paper_size="A3或A4",
            ),
        ],
        "steps": [
            rows.Step(
                name_zh_hans="受理",
                name_en="Acceptance",
                actor_zh_hans="窗口工作人员",
                actor_en="Counter staff",
                time_limit_zh_hans="1个工作日",
                time_limit_en="1 working day",
                standard_zh_hans="材料齐全、符合法定形式",
                standard_en="The file is complete and in due form",
                result_zh_hans="受理通知书",
                result_en="Notice of acceptance",
            ),
            rows.Step(name_zh_hans="书面审查", name_en="Review of the file"),
            rows.Step(name_zh_hans="现场核查", name_en="On-site inspection", parallel_with_previous=True),
            rows.Step(name_zh_hans="决定", name_en="Decision"),
            rows.Step(name_zh_hans="送达", name_en="Delivery"),
        ],
        "special_procedures": [
            rows.SpecialProcedure(
                kind="site_inspection", days=10, note_zh_hans="现场核查", note_en="Visit to the premises"
            )
        ],
        "fee_items": [
            rows.FeeItem(
                name_zh_hans="工本费",
                name_en="Cost of the card",
                standard_zh_hans="20元/证",
                standard_en="CNY 20 per card",
                basis_zh_hans="发改价格〔2010〕1号",
                basis_en="Price notice No. 1 of 2010",
                reduction_zh_hans="低保对象免收",
                reduction_en="Free for recipients of minimum living allowance",
            )
        ],
        "results": [
            rows.Result(
                name_zh_hans="食品经营许可证",
                name_en="Food trade licence",
                kind="certificate",
                electronic=True,
                delivery_zh_hans="窗口领取或邮寄",
                delivery_en="At the counter or by courier",
                validity_zh_hans="五年",
                validity_en="Five years",
                sample=document("许可证样本"),
            )
        ],
        "intermediary_services": [
            rows.IntermediaryService(
                name_zh_hans="检测",
                name_en="Testing",
                providers_zh_hans="有资质的机构",
                providers_en="Any qualified body",
            )
        ],
        "windows": [
            rows.Window(
                place=centre, floor_zh_hans="二楼", floor_en="2nd floor", counter_zh_hans="A12", counter_en="A12"
            ),
            rows.Window(place=convenience),
        ],
        "enquiries": [
            rows.Enquiry(kind="phone", value="0835-2800310"),
            rows.Enquiry(kind="letter", value="雅安市雨城区示范路1号"),
        ],
        "complaints": [
            rows.Complaint(kind="phone", value="0835-2801310"),
            rows.Complaint(kind="web", value="javascript:alert(1)"),
        ],
    }


def complete_item(department: Any, **changes: Any) -> GuidePage:
    """An item of which every element is filled in, in both languages, reviewed."""
    texts = {
        "name": ("食品经营许可", "Food trade licence"),
        "short_name": ("食品许可", "Food licence"),
        "everyday_names": ("开饭店办证\n卫生许可证", "restaurant licence\nfood permit"),
        "summary": (
            "开餐馆、食堂、食品店的，办理食品经营许可证。",
            "For restaurants, canteens and food shops; you receive a food trade licence.",
        ),
        "statutory_note": ("不含现场核查时间", "Without the time of the inspection"),
        "promised_note": ("自受理之日起", "From the day of acceptance"),
        "visits_reason": ("领取许可证", "To collect the licence"),
        "appointment_rule": ("提前一天预约", "Book a day ahead"),
        "cross_region_note": ("全省通办", "Any counter in Sichuan"),
        "agent_note": ("乡镇代办员代办", "Ask the agent of your township"),
        "tolerant_note": ("五个工作日内补齐", "Within five working days"),
        "commitment_note": ("承诺经营条件", "You commit yourself to the conditions"),
        "prohibitions": ("被吊销许可证五年内不得申请", "Not within five years after a licence was revoked"),
        "quantity_limit": ("无数量限制", "No limit"),
        "online_flow": ("登录、填报、提交", "Log in, fill in, submit"),
        "offline_flow": ("取号、递交、领取", "Take a number, hand in, collect"),
        "fee_note": ("许可本身不收费", "The licence itself is free"),
        "rights": ("依法申请听证", "You may ask for a hearing"),
        "duties": ("如实提交材料", "You must submit true documents"),
        "tracking": ("凭受理编号查询", "Ask with the case number"),
        "delegating_body": ("四川省市场监督管理局", "Sichuan Administration for Market Regulation"),
        "joint_bodies": ("雅安市消防救援支队", "Ya'an Fire and Rescue"),
        "remarks": ("<p>周末不办理</p>", "<p>Closed at weekends</p>"),
    }
    columns = {
        f"{name}_{language}": text
        for name, pair in texts.items()
        for language, text in zip(("zh_hans", "en"), pair, strict=True)
    }
    facts = {
        "item_type": "licence",
        "audiences": ["enterprise", "unincorporated"],
        "handling_type": "promised",
        "review_type": "review_then_decide",
        "statutory_days": 20,
        "promised_days": 7,
        "channels": ["counter", "online", "courier"],
        "online_depth": "filing",
        "online_functions": ["enquiry", "acceptance"],
        "online_url": "https://www.sczwfw.gov.cn/",
        "takes_appointments": True,
        "mail_in": True,
        "courier_delivery": True,
        "self_service_terminal": True,
        "single_sign_on": True,
        "cross_region_scope": "province",
        "agent_assistance": True,
        "tolerant_acceptance": True,
        "notice_commitment": True,
        "commitment_document": document("承诺书"),
        "flow_chart": document("流程图"),
        "elder_friendly": True,
        "charges_fee": True,
        "online_payment": True,
        "effective_date": date(2026, 1, 1),
        "reviewed_on": date(2026, 10, 15),
        "slug": "food-trade-licence",
    }
    topic = factories.TopicFactory(
        audience="organisation", code="010", name_zh_hans="准营准办", name_en="Permission to operate"
    )
    return factories.GuidePageFactory(
        parent=department, **{**columns, **facts, **complete_rows(), "topics": [topic], **changes}
    )


def build(home: HomePage, civil_affairs: Any, market: Any) -> Site:
    """Items of every kind below two departments."""
    settings = HallSettings.load()
    settings.name_zh_hans, settings.name_en = "雅安市网上政务大厅", "Ya'an Online Government Hall"
    settings.demonstration = True
    settings.save()
    complete = complete_item(market)
    FrequentGuide.objects.create(page=home, guide=complete)
    return Site(
        complete=complete,
        unreviewed=factories.GuidePageFactory(
            parent=civil_affairs,
            slug="adoption",
            name_zh_hans="收养登记",
            name_en=f"{CANARY} adoption",
            summary_en=f"{CANARY} summary",
            everyday_names_en=CANARY,
            visits_reason_en=CANARY,
            translation_reviewed_en=False,
            conditions=[rows.Condition(text_zh_hans="年满三十周岁", text_en=CANARY)],
            materials=[rows.Material(name_zh_hans="申请书", name_en=CANARY)],
        ),
        suspended=factories.GuidePageFactory(
            parent=civil_affairs,
            slug="suspended",
            name_zh_hans="暂停事项",
            name_en="A suspended service",
            status="suspended",
        ),
        cancelled=factories.GuidePageFactory(
            parent=civil_affairs,
            slug="cancelled",
            name_zh_hans="取消事项",
            name_en="A cancelled service",
            status="cancelled",
        ),
    )
