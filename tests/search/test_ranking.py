"""What comes first: names before texts, services before offices, what is done before what only tells about it."""

import pytest
from django.test import override_settings

from guides.models import GuidePage
from knowledge.search.found import Found
from knowledge.search.lexicon import Lexicon
from knowledge.search.rebuilding import place_of
from tests import factories
from tests.conftest import Hall

from .conftest import Titles

pytestmark = pytest.mark.django_db


def items(hall: Hall, *names: str, **fields: object) -> list[GuidePage]:
    """Published items of these names and no everyday names; the first is written last."""
    made = [
        factories.GuidePageFactory(
            **{
                "parent": hall.civil_affairs,
                "name_zh_hans": name,
                "everyday_names_zh_hans": "",
                "slug": f"item-{number}",
                "task_code": f"code{number:06d}",
                **fields,
            }
        )
        for number, name in reversed(list(enumerate(names)))
    ]
    return made[::-1]


def found(text: str, language: str = "") -> list[str]:
    """The Chinese names of the pages found, in order."""
    pages = [hit.model.objects.get(pk=hit.pk) for hit in Found(text, language).hits[:20]]
    return [page.name_zh_hans for page in pages]


def test_the_plain_service_comes_before_its_variants(hall: Hall) -> None:
    items(hall, "技工学校的设立审批", "技工学校的设立审批（省属技工学校设立审批）", "技工学校的设立审批（终止办学）")
    assert found("技工学校")[0] == "技工学校的设立审批"


def test_what_is_done_comes_before_what_only_tells_about_it(hall: Hall) -> None:
    items(hall, "往来台湾通行证团队旅游签注（市内户籍居民）", "往来台湾通行证签注进度查询")
    assert found("台湾通行证签注")[0] == "往来台湾通行证团队旅游签注（市内户籍居民）"
    assert found("台湾通行证签注进度")[0] == "往来台湾通行证签注进度查询"


def test_a_part_of_a_name_between_marks_is_a_name(hall: Hall) -> None:
    items(hall, "指纹、掌纹、脚纹公证", "掌纹采集仪登记", "掌纹识别门禁备案")
    assert found("掌纹")[0] == "指纹、掌纹、脚纹公证"


def test_services_come_before_offices_unless_an_office_is_asked_for(hall: Hall) -> None:
    factories.DepartmentPageFactory(
        parent=hall.index, name_zh_hans="雅安市公证处", short_name_zh_hans="公证处", slug="notary", credit_code="1" * 18
    )
    items(hall, "遗嘱公证", "委托公证", "学历公证", "国有土地使用权公证")
    assert found("公证")[-1] == "雅安市公证处"
    assert found("公证处")[0] == "雅安市公证处"


def test_everyday_names_count_as_much_as_names_and_do_not_weigh_a_page_down(hall: Hall) -> None:
    many = "\n".join(f"第{number}种说法很长的叫法" for number in range(12))
    items(hall, "高龄津贴申领", everyday_names_zh_hans=f"{many}\n老寿星奖金", slug="allowance", task_code="a1")
    items(hall, "高龄老人慰问")
    assert found("老寿星奖金")[0] == "高龄津贴申领"
    assert found("高龄津贴")[0] == "高龄津贴申领"


def test_english_readers_find_what_is_reviewed_first(hall: Hall) -> None:
    items(hall, "公司登记", name_en="Company registration", translation_reviewed_en=False, slug="a", task_code="a1")
    items(hall, "公司登记", name_en="Company registration", translation_reviewed_en=True, slug="b", task_code="b1")
    first = next(iter(Found("公司登记", "en").hits))
    assert GuidePage.objects.get(pk=first.pk).translation_reviewed_en


def test_english_readers_find_what_has_no_english_by_its_chinese_words(hall: Hall, titles: Titles) -> None:
    items(hall, "居民身份证申领", translation_reviewed_en=False)
    assert titles("id card", "en") == ["居民身份证申领"]


@pytest.mark.parametrize(("own", "first"), [("511800", "511802"), ("440000", "440100"), ("511823", "511823")])
def test_of_equal_items_those_of_the_own_district_come_first(hall: Hall, own: str, first: str) -> None:
    for code in ("440100", "511802", "511823"):
        place = factories.DistrictFactory(code=code, name_zh_hans=f"地方{code}", level="county")
        items(hall, "公共场所卫生许可", district=place, slug=f"in-{code}", task_code=code)
    with override_settings(HALL_DISTRICT=own):
        best = next(iter(Found("卫生许可").hits))
    assert GuidePage.objects.get(pk=best.pk).slug == f"in-{first}"


def test_what_an_editor_publishes_is_a_word_at_once_and_until_it_is_taken_back(hall: Hall, titles: Titles) -> None:
    items(hall, "熊猫保护区参观许可", "健康码申领")
    assert len(titles("熊猫码")) > 0
    card = factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="熊猫码", slug="panda", task_code="p1")
    assert titles("熊猫码怎么办")[0] == "熊猫码"
    assert Lexicon(place_of().live).names_in("我要办熊猫码") == {"熊猫码"}
    card.unpublish()
    assert Lexicon(place_of().live).names_in("我要办熊猫码") == set()
    assert "熊猫码" not in titles("熊猫码")


def test_departments_materials_and_statutes_are_words_too(guide: GuidePage, titles: Titles) -> None:
    titles("x")
    lexicon = Lexicon(place_of().live)
    material = guide.materials.first()
    statute = guide.legal_bases.first()
    assert material is not None
    assert statute is not None
    for name in (material.name_zh_hans, statute.statute_zh_hans.removeprefix("中华人民共和国"), "雅安市民政局"):
        assert name in lexicon.names_in(f"请问{name}怎么办"), name


def test_where_only_some_words_are_found_those_that_were_meant_are_looked_for(hall: Hall) -> None:
    items(hall, "内地居民结婚登记", "收养登记", "社会团体登记")
    asked = Found("结昏登记")
    assert asked.corrected == "结婚登记"
    assert found("结昏登记")[0] == "内地居民结婚登记"
    assert Found("婚登记").corrected == ""
