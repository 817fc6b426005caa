"""Every mapping of Guangdong's list, on values that really stand in it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.codes import LimitUnit
from guides.exchange.guangdong.limits import Limit, limit
from guides.exchange.guangdong.mapping import MAPPED, district_name, online_depth, record_of
from guides.exchange.guangdong.phones import contacts
from guides.exchange.guangdong.themes import topics
from guides.exchange.reading import guangdong
from guides.exchange.records import GuideRecord


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7(工作日)", Limit(7, LimitUnit.WORKING_DAY)),
        ("365(工作日)", Limit(365, LimitUnit.WORKING_DAY)),
        ("90(自然日)", Limit(90, LimitUnit.CALENDAR_DAY)),
        ("无", None),
        ("", None),
        ("七个工作日", None),
    ],
)
def test_limits_are_days_of_a_unit(text: str, expected: Limit | None) -> None:
    assert limit(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("020-34121084", [("phone", "020-34121084", "")]),
        ("020-12345-1", [("phone", "020-12345-1", "")]),
        ("020-38356454转1", [("phone", "020-38356454转1", "")]),
        ("(020)87623552", [("phone", "(020)87623552", "")]),
        ("020－81102000", [("phone", "020-81102000", "")]),
        ("020- 83835328", [("phone", "020-83835328", "")]),
        ("(8620) 81218888", [("phone", "+86 20 81218888", "")]),
        ("86 20 87512631", [("phone", "+86 20 87512631", "")]),
        ("020-81838976。", [("phone", "020-81838976", "")]),
        ("咨询电话：020-83873333", [("phone", "020-83873333", "")]),
        ("020-83133283、83134746", [("phone", "020-83133283", ""), ("phone", "020-83134746", "")]),
        ("020-37288041/020-37288891", [("phone", "020-37288041", ""), ("phone", "020-37288891", "")]),
        ("020-86350683或拨打12348", [("phone", "020-86350683", ""), ("phone", "12348", "")]),
        (
            "省厅：020-86351219、86351130；广州：020-83100130；深圳：0755-88127587",
            [
                ("phone", "020-86351219", "省厅"),
                ("phone", "020-86351130", "省厅"),
                ("phone", "020-83100130", "广州"),
                ("phone", "0755-88127587", "深圳"),
            ],
        ),
        (
            "020-32091828、020-32091838（奥体网球中心）",
            [("phone", "020-32091828", ""), ("phone", "020-32091838", "(奥体网球中心)")],
        ),
    ],
)
def test_a_plain_list_of_numbers_becomes_one_row_a_number(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = contacts(text)
    assert found.whole
    assert [(row.kind, row.value, row.note) for row in found.rows] == expected


@pytest.mark.parametrize("text", ["无", "无w", "", "  "])
def test_nothing_is_no_number(text: str) -> None:
    assert contacts(text).rows == ()
    assert contacts(text).whole


def test_running_text_gives_what_can_be_picked_out_and_is_kept_itself() -> None:
    found = contacts(
        "窗口咨询地址：广州市政民路51号。咨询电话号码：020-86351132。实施机关咨询网址：http://www.gdsf.gov.cn/。"
        "微信号：无。电子邮箱：sftlgc@qq.com。邮政编码：510405。"
    )
    assert not found.whole
    assert [(row.kind, row.value) for row in found.rows] == [
        ("phone", "020-86351132"),
        ("web", "http://www.gdsf.gov.cn/"),
        ("email", "sftlgc@qq.com"),
    ]


def test_what_is_no_number_is_kept_and_not_guessed() -> None:
    assert contacts("0000swjw").rows == ()
    assert not contacts("0000swjw").whole


@given(st.text())
def test_any_telephone_text_is_understood_or_kept(text: str) -> None:
    found = contacts(text)
    assert found.whole or text
    assert all(row.value for row in found.rows)


@pytest.mark.parametrize(
    ("themes", "audiences", "expected", "unknown"),
    [
        (["婚姻登记"], ["individual"], ("individual/060",), []),
        (["社会保障（社会保险、社会救助）"], ["individual"], ("individual/085",), []),
        (["纳税"], ["individual", "enterprise"], ("organisation/025",), []),
        (["纳税"], ["individual"], (), ["纳税"]),
        (["交通出行"], ["individual", "enterprise"], ("individual/095", "organisation/090"), []),
        (["其他"], ["individual", "enterprise"], ("individual/999", "organisation/999"), []),
        (["出境入境", "外国人"], ["individual"], ("individual/105",), ["外国人"]),
    ],
)
def test_themes_become_topics_of_those_whom_the_item_serves(
    themes: list[str], audiences: list[str], expected: tuple[str, ...], unknown: list[str]
) -> None:
    assert topics(themes, audiences) == (expected, unknown)


@pytest.mark.parametrize(
    ("online", "visits", "depth"),
    [(True, 0, "wholly_online"), (True, 1, "filing"), (True, 2, ""), (True, None, ""), (False, 1, "none")],
)
def test_online_depth_follows_from_visits(online: bool, visits: int | None, depth: str) -> None:
    assert online_depth(online, visits) == depth


def test_a_district_is_named_without_its_province() -> None:
    assert [district_name(text) for text in ("广东省", "广东省广州市", "")] == ["广东省", "广州市", ""]


def test_a_line_becomes_a_record(row: dict[str, Any]) -> None:
    record = record_of(row, "line 1")
    assert record.code == "11440000006939756B2440101007000"
    assert record.department is not None
    assert record.department.credit_code == "11440000006939756B"
    assert record.department.district is not None
    assert (record.department.district.code, record.department.level) == ("440000", "province")
    expected = {
        "name_zh_hans": "临时价格干预范围事项提价申报",
        "item_type": "licence",
        "levels": ["province"],
        "audiences": ["individual", "enterprise"],
        "statutory_days": 30,
        "promised_days": 7,
        "promised_unit": "working_day",
        "promised_note_zh_hans": "",
        "visits": 0,
        "channels": ["counter", "online"],
        "online_depth": "wholly_online",
        "courier_delivery": True,
        "takes_appointments": True,
        "appointment_url": "",
        "catalog_code": "440101007000",
        "handle_item_code": "",
        "district": "440000",
    }
    assert {name: record.values[name] for name in expected} == expected
    assert record.rows["materials"] == [{"name_zh_hans": "提价申报申请报告"}]
    assert record.rows["windows"] == [{"address_zh_hans": "广州市越秀区东风中路305号5号楼808房"}]
    assert record.rows["conditions"] == [{"text_zh_hans": "重要商品和服务价格显著上涨。"}]
    assert record.topics == ("individual/999", "organisation/999")
    assert record.source == {"parentCatalogId": "440101007000", "bear_paltform": "广东省政务服务网统一申办平台"}


def changed(row: dict[str, Any], **changes: Any) -> GuideRecord:
    return record_of({**row, **changes}, "line 1")


def test_a_sub_item_keeps_its_own_code_and_the_one_of_the_older_list(row: dict[str, Any]) -> None:
    record = changed(
        row, TASK_CODE="11440000006940116U244010200300103", matter_code="11440000006940116U200010500400006"
    )
    assert record.code == record.values["handle_item_code"] == "11440000006940116U244010200300103"
    assert record.values["local_task_code"] == "11440000006940116U200010500400006"


def test_no_limit_is_said_in_a_note(row: dict[str, Any]) -> None:
    values = changed(row, handle_time="无", handle_time_limit="无").values
    assert (values["statutory_days"], values["statutory_note_zh_hans"]) == (None, "无法定办结时限")
    assert (values["promised_days"], values["promised_note_zh_hans"]) == (None, "无承诺办结时限")


@pytest.mark.parametrize("phrase", ["无条件受理", "无受理条件", "无条件办理", "按需申请"])
def test_no_condition_is_said_in_one_way(row: dict[str, Any], phrase: str) -> None:
    assert changed(row, accept_standard=phrase).rows["conditions"] == [{"text_zh_hans": "无受理条件，按需申请"}]


def test_nothing_said_about_rows_leaves_them_alone(row: dict[str, Any]) -> None:
    rows = changed(row, accept_standard="无", material_intro="无", consult_phone="无").rows
    assert not {"conditions", "materials", "enquiries"} & rows.keys()


def test_no_counter_is_no_window_and_no_channel(row: dict[str, Any]) -> None:
    record = changed(row, handle_location="无线下办理窗口")
    assert record.rows["windows"] == []
    assert record.values["channels"] == ["online"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("matter_type", "行政奇怪"),
        ("matter_level", "星际级"),
        ("service_object_name", ["自然人", "机器人"]),
        ("theme_category", ["外国人"]),
        ("URL", "javascript:alert(1)"),
        ("online_book_addr", "现场预约"),
        ("courier_service", "有时"),
        ("TASK_STATE", "9"),
        ("consult_phone", "请到窗口"),
        ("ORGCODE", "123456789"),
        ("visit_number", "若干"),
        ("something_new", {"a": 1}),
    ],
)
def test_what_cannot_be_mapped_is_kept(row: dict[str, Any], field: str, value: Any) -> None:
    source = changed(row, **{field: value}).source
    assert field in source


def test_a_provisional_code_of_a_body_is_no_credit_code(row: dict[str, Any]) -> None:
    record = changed(row, TASK_CODE="TE440000GD030003VV2442199374000")
    assert record.department is not None
    assert record.department.credit_code == ""


def test_every_field_of_the_list_is_mapped_or_kept(row: dict[str, Any]) -> None:
    for field in row.keys() - MAPPED:
        assert field in changed(row, **{field: "某个值"}).source


def test_the_whole_real_list_is_understood(shared_data: Path) -> None:
    records = list(guangdong(shared_data / "items_guangdong.jsonl"))
    assert len(records) == 2262
    found = [record for record in records if isinstance(record, GuideRecord)]
    assert len(found) == 2262
    assert len({record.code for record in found}) == 2262
    assert all(
        record.values["item_type"] and record.values["levels"] and record.values["audiences"] for record in found
    )
    kept = {field for record in found for field in record.source}
    assert kept == {
        "parentCatalogId",
        "parentCatalogName",
        "CATANAME",
        "bear_paltform",
        "subTaskName",
        "subCatalogName",
        "matter_name",
        "theme_category",
        "consult_phone",
        "complain_phone",
    }
