"""Facts of an item in which no rule finds anything, and ways to spoil it. Plain data."""

from datetime import date
from typing import Any

Facts = dict[str, Any]


def good() -> Facts:
    """A licence that is wholly told."""
    return {
        "name_zh_hans": "食品经营许可",
        "name_en": "Food trade licence",
        "short_name_zh_hans": "食品许可",
        "everyday_names_zh_hans": "开饭店办证\n卫生许可证",
        "summary_zh_hans": "开餐馆、食堂、食品店的，办理食品经营许可证。",
        "summary_en": "For restaurants, canteens and food shops.",
        "translation_reviewed_en": True,
        "task_code": "11511800008650000Y3440101007000",
        "catalog_code": "440101007000",
        "handle_item_code": "",
        "same_code": [],
        "item_type": "licence",
        "audiences": ["enterprise", "unincorporated"],
        "topics": ["organisation/010"],
        "levels": ["city"],
        "power_source": "by_law",
        "handling_type": "promised",
        "review_type": "review_then_decide",
        "statutory_days": 20,
        "statutory_unit": "working_day",
        "statutory_note_zh_hans": "不含现场核查时间",
        "promised_days": 7,
        "promised_unit": "working_day",
        "promised_note_zh_hans": "自受理之日起",
        "channels": ["counter", "online"],
        "visits": 1,
        "visits_reason_zh_hans": "领取许可证时核验原件",
        "online_depth": "filing",
        "online_functions": ["acceptance", "result"],
        "online_url": "https://www.sczwfw.gov.cn/item/1",
        "mobile_url": "",
        "takes_appointments": True,
        "appointment_url": "https://www.sczwfw.gov.cn/book/1",
        "appointment_rule_zh_hans": "提前一天预约",
        "online_payment": True,
        "mail_in": True,
        "courier_delivery": True,
        "agent_assistance": True,
        "agent_note_zh_hans": "乡镇便民服务中心代办员代办",
        "tolerant_acceptance": True,
        "notice_commitment": True,
        "commitment_note_zh_hans": "承诺经营场所符合规范",
        "cross_region_scope": "across_cities",
        "cross_region_note_zh_hans": "成都、德阳、眉山各窗口可收件",
        "quantity_limit_zh_hans": "无数量限制",
        "tracking_zh_hans": "凭受理编号在线查看",
        "charges_fee": True,
        "fee_note_zh_hans": "收取证书工本费",
        "effective_date": date(2026, 1, 1),
        "end_date": date(2027, 1, 1),
        "remarks_zh_hans": "<p>周末不办理。</p>",
        "in_service_hall": True,
        "for_investors": True,
        "troubles": [],
        **_rows(),
    }


def _rows() -> dict[str, list[Facts]]:
    return {
        "legal_bases": [
            {
                "statute_zh_hans": "中华人民共和国食品安全法",
                "article_zh_hans": "第三十五条",
                "text_zh_hans": "国家实行许可。",
            }
        ],
        "conditions": [{"text_zh_hans": "已取得营业执照", "text_en": "You hold a business licence"}],
        "materials": [
            {
                "name_zh_hans": "食品经营许可申请书",
                "name_en": "Application",
                "kind": "form",
                "originals": 1,
                "copies": 0,
                "necessity": "required",
                "source": "applicant",
                "required_by_zh_hans": "食品经营许可和备案管理办法第十二条",
                "form_page": 7,
            },
            {
                "name_zh_hans": "平面布局图",
                "name_en": "Floor plan",
                "originals": None,
                "copies": 2,
                "necessity": "later",
                "source": "intermediary",
                "source_note_zh_hans": "有资质的设计单位",
                "required_by_zh_hans": "食品经营许可和备案管理办法第十二条",
            },
        ],
        "steps": [
            {
                "name_zh_hans": name,
                "name_en": english,
                "actor_zh_hans": "窗口工作人员",
                "time_limit_zh_hans": "1个工作日",
                "parallel_with_previous": False,
            }
            for name, english in (
                ("受理", "Acceptance"),
                ("审查", "Review"),
                ("决定", "Decision"),
                ("办结", "Completion"),
                ("送达", "Delivery"),
            )
        ],
        "special_procedures": [
            {"kind": "site_inspection", "name_zh_hans": "现场核查", "days": 10, "basis_zh_hans": "管理办法第二十条"}
        ],
        "fee_items": [
            {
                "name_zh_hans": "证书工本费",
                "name_en": "Cost of the certificate",
                "standard_zh_hans": "20元/证",
                "basis_zh_hans": "食品安全法实施条例第六条",
            }
        ],
        "intermediary_services": [
            {
                "name_zh_hans": "平面图设计",
                "basis_zh_hans": "食品安全法实施条例第九条",
                "providers_zh_hans": "任何有资质的设计单位",
                "fee_zh_hans": "由申请人与设计单位约定",
            }
        ],
        "results": [
            {
                "name_zh_hans": "食品经营许可证",
                "name_en": "Food trade licence",
                "kind": "certificate",
                "electronic": True,
                "delivery_zh_hans": "窗口领取或者邮寄",
                "validity_zh_hans": "五年",
                "sample": 3,
            }
        ],
        "windows": [{"place": 1, "phone": "0835-2802000"}],
        "enquiries": [
            {"kind": "phone", "value": "0835-2800310"},
            {"kind": "web", "value": "https://www.yaan.gov.cn/ask"},
            {"kind": "email", "value": "ask@yaan.gov.cn"},
        ],
        "complaints": [{"kind": "phone", "value": "0835-2801310"}],
        "remedies": [{"kind": "reconsideration", "body_zh_hans": "雅安市人民政府", "phone": "0835-2230001"}],
        "faqs": [{"question_zh_hans": "要多久？", "answer_zh_hans": "七个工作日。"}],
    }


def with_row(relation: str, number: int = 0, **changes: Any) -> Facts:
    """The good item with one row changed."""
    facts = good()
    facts[relation][number] |= changes
    return facts


def without(relation: str) -> Facts:
    return {**good(), relation: []}


def more(relation: str, *added: Facts) -> Facts:
    """The good item with rows added."""
    facts = good()
    facts[relation] += added
    return facts
