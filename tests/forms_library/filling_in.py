"""A form that can be filled in in the browser, and applicants who do it."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.core.files.base import ContentFile
from django.test import Client

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection
from forms_library.detection.reading import read_pages
from forms_library.field_reviews.reviews import Review, reviews_as_plain
from forms_library.models import FormPage, FormVersion
from tests import factories
from tests.forms.synthesis.model import Box, Cell, Day, Form, Paragraph, Table, Words, empty, words
from tests.forms.synthesis.paper import Paper

CHINESE, ENGLISH = "zh-hans", "en"
RIGHT = {
    "姓名": "欧阳某某",
    "女": "1",
    "身份证号码": "11010519491231002X",
    "出生日期": "1949-12-31",
    "申请理由": "因工作\n调动",
}
LABELS = {"姓名": "Full name", "申请理由": "Reason"}


def application(reason: str = "申请理由") -> bytes:
    """A page as PDF: name, sex, number, birthday, and a reason with room for a few lines."""
    sex = Cell([[Box("男", "性别"), Words("男 "), Box("女", "性别"), Words("女")]])
    rows = [
        [words("姓名"), empty("姓名"), words("性别"), sex],
        [words("身份证号码"), Cell(span=3, label="身份证号码", digits=18)],
        [words("出生日期"), Cell([[Day("出生日期", 6)]], span=3)],
        [words(reason), empty(reason, span=3)],
    ]
    title = Paragraph([Words("居住证申领登记表")], 16, "centre")
    return Paper(Form("f", [title, Table([1, 2, 1, 2], rows, [26.0, 26.0, 26.0, 70.0])])).draw()


def fillable(page: FormPage, data: bytes, found: Detection | None = None, kind: str = "pdf") -> FormVersion:
    """A published version that readers fill in. The name is required, and called in English."""
    found = found or detect(read_pages(data))
    reviews = {
        field.id: Review(True, required=field.label == "姓名").with_words({"label_en": LABELS.get(field.label, "")})
        for field in found.fields
    }
    version: FormVersion = factories.FormVersionFactory(
        page=page,
        file_kind=kind,
        fields=found.as_plain(),
        reviews=reviews_as_plain(reviews),
        fillable=True,
    )
    version.file.save(f"form.{kind}", ContentFile(data))
    return version


def address(form: FormPage, language: str = CHINESE) -> str:
    return f"/{language}/forms/{form.pk}/fill/"


def answers_to(version: FormVersion, values: dict[str, str]) -> dict[str, str]:
    """What a browser sends, from values by label."""
    detection = version.detection
    assert detection is not None
    sent = {f"a-{field.id}": values[field.label] for field in detection.fields if field.label in values}
    assert len(sent) == len(values), [field.label for field in detection.fields]
    return {**sent, "version": str(version.number)}


def send(client: Client, version: FormVersion, action: str, values: dict[str, str], **more: Any) -> Any:
    """Press a button."""
    language = more.pop("language", CHINESE)
    return client.post(address(version.page, language), {**answers_to(version, values), "action": action, **more})


def read(response: Any, status: int = 200) -> BeautifulSoup:
    assert response.status_code == status, response
    return BeautifulSoup(response.content, "lxml")


def shown(page: BeautifulSoup) -> dict[str, str]:
    """The answers that stand in the page, by label."""
    found = {}
    for label in page.select("#fill label[for]"):
        control = page.find(id=str(label["for"]))
        assert isinstance(control, Tag), label
        if value := _value(control):
            found[_label(label)] = value
    return found


def _value(control: Tag) -> str:
    if control.name == "textarea":
        return control.text
    if control.get("type") == "checkbox":
        return "1" if control.has_attr("checked") else ""
    return str(control.get("value", ""))


def _label(label: Tag) -> str:
    return re.sub(r"（必填）|\(required\)", "", label.text).strip()
