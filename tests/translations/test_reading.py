"""What a reader may see."""

import pytest
from django.template import Context, Template
from django.utils import translation

from guides.models import GuidePage
from translations.reading import Reading


def render(source: str, guide: GuidePage, language: str) -> str:
    with translation.override(language):
        return str(Template(source).render(Context({"reading": Reading(guide)})))


def test_reviewed_english_is_shown_plain(guide: GuidePage) -> None:
    assert render("{{ reading.summary }}", guide, "en") == guide.summary_en


def test_english_that_is_not_reviewed_is_never_shown(guide: GuidePage) -> None:
    guide.translation_reviewed_en = False
    html = render("{{ reading.name }}|{% for m in reading.materials %}{{ m.name }}{% endfor %}", guide, "en")
    assert "Marriage" not in html
    assert "identity" not in html
    assert html.startswith('<span lang="zh-Hans">内地居民结婚登记</span>')
    assert '<span lang="zh-Hans">居民身份证</span>' in html


def test_one_missing_field_of_a_reviewed_page_is_shown_in_chinese_with_its_language(guide: GuidePage) -> None:
    guide.summary_en = ""
    assert render("{{ reading.name }}", guide, "en") == guide.name_en
    assert render("{{ reading.summary }}", guide, "en") == f'<span lang="zh-Hans">{guide.summary_zh_hans}</span>'


def test_chinese_readers_see_chinese_without_marks(guide: GuidePage) -> None:
    assert render("{{ reading.name }}", guide, "zh-hans") == "内地居民结婚登记"


def test_texts_are_escaped(guide: GuidePage) -> None:
    guide.name_zh_hans = "<script>alert(1)</script>"
    assert render("{{ reading.name }}", guide, "zh-hans") == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_rich_text_is_rendered_and_marked(guide: GuidePage) -> None:
    guide.remarks_zh_hans = "<p>备注</p>"
    assert render("{{ reading.remarks.rich }}", guide, "zh-hans") == "<p>备注</p>"
    assert render("{{ reading.remarks.rich }}", guide, "en") == '<div lang="zh-Hans"><p>备注</p></div>'


def test_an_empty_field_is_false_and_prints_nothing(guide: GuidePage) -> None:
    assert render("{% if reading.remarks %}yes{% else %}no{% endif %}[{{ reading.remarks }}]", guide, "en") == "no[]"


def test_shared_lists_need_no_review(guide: GuidePage) -> None:
    assert render("{{ reading.district.name }}", guide, "en") == "Ya'an (city level)".replace("'", "&#x27;")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_plain_values_are_passed_through(guide: GuidePage, language: str) -> None:
    assert render("{{ reading.task_code }}", guide, language) == guide.task_code


def test_lines_keep_the_language_of_their_text(guide: GuidePage) -> None:
    lines = Reading(guide, "en").everyday_names.lines
    assert [line.plain for line in lines] == ["领结婚证", "扯证"]
    assert {line.lang for line in lines} == {"zh-Hans"}
