"""Records and rows of lists, as small as they can be."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import Page

from guides.exchange.records import DepartmentRef, GuideRecord
from knowledge.codelists import ensure_topics
from tests import factories
from tests.conftest import Hall

CIVIL_AFFAIRS = DepartmentRef(slug="civil-affairs")


def a_record(code: str = "CODE-1", **changes: Any) -> GuideRecord:
    """An item of the civil affairs bureau."""
    values = {"name_zh_hans": "内地居民结婚登记", "item_type": "confirmation", **changes.pop("values", {})}
    return GuideRecord(
        **{"code": code, "department": CIVIL_AFFAIRS, "values": values, "place": f"line {code}", **changes}
    )


def full_record(**changes: Any) -> GuideRecord:
    """An item with something of everything."""
    return a_record(
        topics=("individual/060",),
        values={
            "name_en": "Marriage",
            "translation_reviewed_en": True,
            "audiences": ["individual"],
            "promised_days": 0,
            "effective_date": dt.date(2026, 5, 1),
            "remarks_zh_hans": "<p>请<b>双方</b>到场</p>",
            **changes.pop("values", {}),
        },
        rows={
            "materials": [{"name_zh_hans": "身份证", "originals": 1}, {"name_zh_hans": "户口簿"}],
            "windows": [{"place": factories.ServicePointFactory().slug, "counter_zh_hans": "3号窗口"}],
            **changes.pop("rows", {}),
        },
        **changes,
    )


def tree_problems() -> list[Any]:
    return [problem for problems in Page.find_problems() for problem in problems]


@pytest.fixture
def topics(db: None) -> None:
    ensure_topics()


@pytest.fixture
def row() -> dict[str, Any]:
    """A line of Guangdong's list (the first one, shortened)."""
    return {
        "TASK_CODE": "11440000006939756B2440101007000",
        "ORGCODE": "006939756",
        "TASK_TYPE_TEXT": "行政许可",
        "LIMIT_SCENE_NUM": "0",
        "TASK_STATE": None,
        "CATANAME": "临时价格干预范围事项提价申报",
        "DEPT_NAME": "广东省发展和改革委员会",
        "AREA_CODE_TEXT": "广东省",
        "parentCatalogId": "440101007000",
        "TASK_TYPE": "01",
        "TASK_NAME": "临时价格干预范围事项提价申报",
        "CATAID": "440101007000",
        "URL": "https://www.gdzwfw.gov.cn/gaio/apply.html#/11440000006939756B2440101007000",
        "AREACODE": "440000",
        "ONLINECHECK": "1",
        "matter_code": "无",
        "matter_level": "省级",
        "visit_number": "0",
        "co_department": "无",
        "handle_location": "办理地点：广州市越秀区东风中路305号5号楼808房",
        "handle_time": "30(工作日)",
        "handle_time_limit": "7(工作日)",
        "matter_type": "行政许可",
        "accept_standard": "重要商品和服务价格显著上涨。",
        "consult_phone": "020-34121084",
        "courier_service": "是",
        "bear_paltform": "广东省政务服务网统一申办平台",
        "complain_phone": "020-83134173",
        "online_book": "是",
        "online_book_addr": "无",
        "district": "省级",
        "theme_category": ["其他"],
        "service_object_name": ["自然人", "企业法人"],
        "material_intro": ["提价申报申请报告"],
    }


@pytest.fixture
def a_list(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of JSON lines."""

    def write(*rows: dict[str, Any] | str) -> Path:
        path = tmp_path / "items.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def import_hall(hall: Hall, topics: None) -> Hall:
    """A hall with the official topics."""
    return hall
