"""Questions of readers in figures, drawn by the server."""

from datetime import timedelta
from xml.etree import ElementTree as ET

from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.charts import WIDTH, Bar, bars
from knowledge.consultations import figures
from knowledge.figures import as_csv
from knowledge.models import Consultation, Deflection

from .conftest import Receive

ROWS = st.lists(st.builds(Bar, st.text("甲乙<&\"' ab", max_size=30), st.floats(0, 1e6)), min_size=1, max_size=12)


@given(ROWS)
def test_a_chart_is_well_formed_and_no_bar_leaves_it(rows: list[Bar]) -> None:
    root = ET.fromstring(bars("图", rows))  # noqa: S314 -- our own
    found = [element for element in root.iter() if element.tag.endswith("rect")]
    assert len(found) == len(rows)
    for rect in found:
        assert 0 <= float(rect.get("x", "0")) + float(rect.get("width", "0")) <= WIDTH


def test_there_is_room_for_what_stands_behind_the_longest_bar() -> None:
    root = ET.fromstring(bars("图", [Bar("甲", 36, "7845条中的36%"), Bar("乙", 1, "1")]))  # noqa: S314 -- our own
    behind = [element for element in root.iter() if element.text == "7845条中的36%"]
    assert float(behind[0].get("x", "0")) + 3 * 16 + 7 * 9 <= WIDTH


def test_no_rows_are_no_chart() -> None:
    assert bars("图", []) == ""


def test_questions_are_counted_by_topic_by_what_was_spared_and_by_days(guide: GuidePage, received: Receive) -> None:
    now = timezone.now()
    for days in (0, 2, 40):
        one = received(page=guide)
        Consultation.objects.filter(pk=one.pk).update(asked_at=now - timedelta(days=days), answered_at=now)
    for _time in range(2):
        Deflection.objects.count_up("zh-hans")
    asked = figures.asked_since(Consultation.objects.all(), timezone.localdate() - figures.PERIOD)
    assert [(bar.value) for bar in figures.by_topic(asked)] == [3]
    assert [bar.value for bar in figures.deflected(asked, timezone.localdate())] == [2, 3]
    assert [bar.value for bar in figures.time_to_reply(asked)] == [1, 1, 0, 0, 1]


def test_editors_see_them_and_others_do_not(
    received: Receive, civil_affairs_editor: Client, translator: Client
) -> None:
    received()
    page = civil_affairs_editor.get("/admin/consultations/figures/")
    assert "<svg" in page.content.decode()
    assert translator.get("/admin/consultations/figures/").status_code == 302


def test_they_can_be_had_as_a_table(guide: GuidePage, received: Receive, civil_affairs_editor: Client) -> None:
    received(page=guide)
    response = civil_affairs_editor.get("/admin/consultations/figures/", {"format": "csv"})
    assert response["Content-Type"].startswith("text/csv")
    assert ["发送前解决的比例", "已发送给部门", "1"] in [
        line.split(",") for line in response.content.decode("utf-8-sig").splitlines()
    ]


def test_no_label_is_a_formula_in_a_spreadsheet() -> None:
    response = as_csv("x", [("图", [Bar("=HYPERLINK(1)", 2)])])
    assert response.content.decode("utf-8-sig") == "图,'=HYPERLINK(1),2\r\n"
