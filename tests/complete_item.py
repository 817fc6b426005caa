"""An item of which every element is filled in: what a page must be able to show."""

from datetime import date
from typing import Any

from guides.models import GuidePage

from . import factories
from .complete_rows import complete_rows, document

TEXTS = {
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
    "responsible_post": ("食品经营许可科科长", "Head of the Food Licensing Section"),
    "joint_bodies": ("雅安市消防救援支队", "Ya'an Fire and Rescue"),
    "remarks": ("<p>周末不办理</p>", "<p>Closed at weekends</p>"),
}
FACTS: dict[str, Any] = {
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
    "elder_friendly": True,
    "charges_fee": True,
    "online_payment": True,
    "effective_date": date(2026, 1, 1),
    "certified_on": date(2026, 10, 15),
    "certified_by_post": "食品经营许可科科长",
    "review_by": date(2027, 10, 15),
    "slug": "food-trade-licence",
}


def complete_item(department: Any, **changes: Any) -> GuidePage:
    """An item of which every element is filled in, in both languages, reviewed."""
    columns = {
        f"{name}_{language}": text
        for name, pair in TEXTS.items()
        for language, text in zip(("zh_hans", "en"), pair, strict=True)
    }
    documents = {"commitment_document": document("承诺书"), "flow_chart": document("流程图")}
    topic = factories.TopicFactory(
        audience="organisation", code="010", name_zh_hans="准营准办", name_en="Permission to operate"
    )
    return factories.GuidePageFactory(
        parent=department, **{**columns, **FACTS, **documents, **complete_rows(), "topics": [topic], **changes}
    )
