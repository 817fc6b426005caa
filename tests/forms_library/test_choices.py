"""Questions with one answer, and those that must be answered, as an applicant is asked."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from forms_library.answering import answers
from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection, GroupKind
from forms_library.detection.reading import read_pages
from forms_library.field_reviews.reviews import Review, reviews_as_plain
from forms_library.filling.checks import problems_of_questions
from forms_library.models import FormPage, FormVersion

from .fields_by_hand import form as form_by_hand
from .filling_in import ENGLISH, address, application, fillable, read

NAME = "欧阳某某"


def single(found: Detection) -> Detection:
    groups = (replace(one, single=one.kind is GroupKind.OPTIONS) for one in found.groups)
    return replace(found, groups=tuple(groups))


@pytest.fixture
def version(form: FormPage) -> FormVersion:
    """A published form on which the sex must be chosen, and is one of two."""
    version = fillable(form, application(), single(detect(read_pages(application()))))
    version.reviews |= reviews_as_plain({group_of(version): Review(required=True, words={"label_en": "Sex"})})
    version.save()
    return version


def group_of(version: FormVersion) -> str:
    assert version.detection is not None
    return version.detection.groups[0].id


def key_of(version: FormVersion, label: str) -> str:
    assert version.detection is not None
    return next(field.id for field in version.detection.fields if field.label == label)


def send(client: Client, version: FormVersion, action: str, chosen: str = "", **more: Any) -> Any:
    sent = {"action": action, "version": version.number, f"a-{key_of(version, '姓名')}": NAME, **more}
    return client.post(address(version.page), {**sent, f"a-{group_of(version)}": chosen})


def ticked(page: BeautifulSoup) -> list[str]:
    return [str(one["value"]) for one in page.select("#fill input[type=radio][checked]")]


def test_one_answer_is_chosen_with_radio_buttons(client: Client, version: FormVersion) -> None:
    page = read(client.get(address(version.page)))
    radios = page.select("#fill fieldset input[type=radio]")
    assert [one["value"] for one in radios] == [key_of(version, "男"), key_of(version, "女")]
    assert {one["name"] for one in radios} == {f"a-{group_of(version)}"}
    assert all(page.select_one(f"label[for='{one['id']}']") for one in radios)
    assert "必填" in page.select_one("#fill legend").text  # type: ignore[union-attr]
    english = read(client.get(address(version.page, ENGLISH))).select_one("#fill legend")
    assert english is not None
    assert english.text.split() == ["Sex", "性别", "(required)"]


def test_who_need_not_answer_can_take_the_answer_back(client: Client, version: FormVersion) -> None:
    FormVersion.objects.update(reviews={})
    radios = read(client.get(address(version.page))).select("#fill input[type=radio]")
    assert [(one["value"], one.has_attr("checked")) for one in radios][-1] == ("", True)


def test_what_was_chosen_is_ticked_on_the_form_and_stays_on_the_page(client: Client, version: FormVersion) -> None:
    female = key_of(version, "女")
    page = read(send(client, version, "check", female))
    assert ticked(page) == [female]
    assert [answer.text for answer in page.select(".fill-answers dd")] == [NAME, "✓"]
    assert send(client, version, "download", female)["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("chosen", ["", "f99", "1"])
def test_a_question_that_must_be_answered_is_asked_again(client: Client, version: FormVersion, chosen: str) -> None:
    page = read(send(client, version, "check", chosen))
    (link,) = page.select(".fill-errors a")
    assert "请选择一项" in link.text
    first = page.find(id=str(link["href"])[1:])
    assert first is not None
    assert first["aria-invalid"] == "true"
    assert page.select_one("#fill fieldset.fill-wrong .fill-problem")


def test_a_file_with_two_answers_to_one_question_is_read_and_complained_of(
    client: Client, version: FormVersion
) -> None:
    assert version.detection is not None
    both = {key_of(version, "男"): "1", key_of(version, "女"): "1"}
    kept = answers.as_file(version.page_id, version.number, answers.listed(version.detection, both))
    page = read(send(client, version, "load", file=SimpleUploadedFile("answers.json", kept)))
    assert len(ticked(page)) == 2
    assert "只能选一项" in page.select_one(".fill-errors").text  # type: ignore[union-attr]


def test_a_question_with_one_answer_has_no_two_and_others_may() -> None:
    groups = form_by_hand().detection.groups
    both = {"f2": "1", "f3": "1"}
    assert problems_of_questions(groups, both) == {}
    assert set(problems_of_questions([replace(groups[0], single=True)], both)) == {"g1"}
    assert set(problems_of_questions(groups, {"f4": "x"}, ["g1", "g2"])) == {"g1"}
    assert problems_of_questions(groups, {"f2": "1"}, ["g1"]) == {}


def test_boxes_of_a_question_with_one_answer_are_not_sent_one_by_one() -> None:
    found = single(form_by_hand().detection)
    assert answers.given({"a-f1": NAME, "a-f2": "1", "a-g1": "f3"}, found) == {"f1": NAME, "f3": "1"}
    assert answers.given({"a-g1": "f1"}, found) == {}
