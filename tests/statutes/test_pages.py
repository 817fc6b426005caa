"""What readers see of the registry, in both languages."""

from typing import Any

import pytest
from django.test import Client

from guides.models import GuidePage, LegalBasis, Statute
from guides.statutes.asking import asked
from guides.statutes.importing import import_files
from portal.demo.statutes import register

from .conftest import OLD, new_version
from .texts import found, statute

CODE = "/zh-hans/statutes/min-fa-dian/"
ENGLISH = "/en/statutes/min-fa-dian/"


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize(
    ("text", "name", "article"),
    [
        ("许可法 30", "许可法", (30, 0)),
        ("行政许可法第三十条", "行政许可法", (30, 0)),
        ("《行政许可法》第三十条第一款", "行政许可法", (30, 0)),
        ("许可法30", "许可法", (30, 0)),
        ("刑法 133之一", "刑法", (133, 1)),
        ("刑法 133-1", "刑法", (133, 1)),
        ("中华人民共和国行政许可法", "行政许可法", None),
        ("三农条例", "三农条例", None),
        ("", "", None),
        ("30", "30", None),
    ],
)
def test_what_somebody_types(text: str, name: str, article: tuple[int, int] | None) -> None:
    assert (asked(text).name, asked(text).article) == (name, article)


def test_an_item_shows_the_words_in_force_with_the_date_and_a_way_to_the_statute(
    client: Client, linked: LegalBasis
) -> None:
    page = read(client, linked.page.url)
    assert OLD[1049] in page
    assert linked.text_zh_hans not in page
    assert f'href="{CODE}#article-1049"' in page
    new_version()
    assert OLD[1049] not in read(client, linked.page.url)


def test_an_item_whose_article_is_not_in_the_registry_keeps_its_own_words(client: Client, linked: LegalBasis) -> None:
    new_version({1: "甲。"})
    page = read(client, linked.page.url)
    assert linked.text_zh_hans in page
    assert f'href="{CODE}"' in page


def test_english_readers_get_the_english_title_and_chinese_words_that_are_marked(
    client: Client, linked: LegalBasis
) -> None:
    page = read(client, linked.page.url.replace("/zh-hans/", "/en/"))
    assert "Civil Code of the People" in page
    assert f'<p><span lang="zh-Hans">{OLD[1049]}</span></p>' in page
    assert "Civil Code of the People" in read(client, ENGLISH)


def test_the_page_of_a_statute_has_anchors_and_who_rests_on_each_article(client: Client, linked: LegalBasis) -> None:
    page = read(client, CODE)
    assert 'id="article-1049"' in page
    assert f"{CODE}items/article-1049/" in page
    assert f"{CODE}items/article-1048/" not in page
    assert linked.page.name_zh_hans in read(client, f"{CODE}items/")
    assert linked.page.name_zh_hans in read(client, f"{CODE}items/article-1049/")
    assert linked.page.name_zh_hans not in read(client, f"{CODE}items/article-1048/")


def test_an_item_that_is_not_public_is_not_shown_with_its_statute(
    client: Client, linked: LegalBasis, guide: GuidePage
) -> None:
    guide.unpublish()
    assert guide.name_zh_hans not in read(client, f"{CODE}items/")
    assert f"{CODE}items/article-1049/" not in read(client, CODE)


def test_earlier_versions_have_lasting_addresses_and_are_compared_word_by_word(client: Client, code: Statute) -> None:
    new_version()
    assert OLD[1050] not in read(client, CODE)
    assert OLD[1050] in read(client, f"{CODE}2020-05-28/")
    compared = read(client, f"{CODE}compare/?from=2020-05-28&to=2024-01-01")
    assert "<del>应当亲自</del>" in compared
    assert "<ins>可以在任何地方</ins>" in compared
    assert compared.count("<del>") == 2  # 第一千零五十条 is gone


def test_one_version_is_not_compared(client: Client, code: Statute) -> None:
    assert client.get(f"{CODE}compare/").headers["Location"] == CODE


@pytest.mark.parametrize(
    "address",
    [
        f"{CODE}2019-01-01/",
        f"{CODE}nonsense/",
        f"{CODE}2020-99-99/",
        f"{CODE}items/article-x/",
        "/zh-hans/statutes/nowhere/",
    ],
)
def test_wrong_addresses_are_not_found(client: Client, code: Statute, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["from=x&to=y", "from=2020-05-28&to=2020-05-28", "from=2024-01-01&to=2020-05-28"])
def test_odd_comparisons_are_pages(client: Client, code: Statute, query: str) -> None:
    new_version()
    read(client, f"{CODE}compare/?{query}")


def test_the_list_finds_by_part_article_and_words_and_narrows_by_rank(client: Client, code: Statute) -> None:
    import_files([found(statute("测试条例", {30: "别的规定。"}), name="测试条例", shelf="行政法规")])
    assert "测试条例" in read(client, "/zh-hans/statutes/")
    assert "测试条例" not in read(client, "/zh-hans/statutes/?kind=law")
    assert "测试条例" not in read(client, "/zh-hans/statutes/?q=法典")
    article = read(client, "/zh-hans/statutes/?q=民法典 1049")
    assert f'href="{CODE}#article-1049"' in article
    assert OLD[1049] in article
    words = read(client, "/zh-hans/statutes/?q=亲自申请")
    assert f'href="{CODE}#article-1049"' in words
    for odd in ("q=", "q=%00", "q=没有的", "kind=x", "page=x", "q=" + "长" * 500):
        read(client, f"/zh-hans/statutes/?{odd}")


def test_repealed_and_future_versions_say_so(client: Client, code: Statute) -> None:
    repealing = {1: "本法自2025年1月1日起施行。《民法典》同时废止。"}
    import_files([found(statute("中华人民共和国新民法典", repealing), "2024-12-01", "新民法典")])
    page = read(client, CODE)
    assert "notice-warning" in page
    assert "/zh-hans/statutes/xin-min-fa-dian/" in page


def test_the_sitemap_names_the_statutes(client: Client, code: Statute) -> None:
    assert "/statutes/min-fa-dian/" in read(client, "/sitemap-statutes.xml")


# --- suggestions of the editor ------------------------------------------------------------------------------------


def test_an_editor_is_offered_the_article(civil_affairs_editor: Client, code: Statute) -> None:
    answer = civil_affairs_editor.get("/admin/legal-flags/suggest/", {"q": "法典 1049"}).json()
    (one,) = answer["suggestions"]
    assert (one["statute"], one["article"], one["words"]) == (str(code), "第一千零四十九条", OLD[1049])
    assert civil_affairs_editor.get("/admin/legal-flags/suggest/", {"q": "法典 9"}).json() == {"suggestions": []}
    assert civil_affairs_editor.get("/admin/legal-flags/suggest/").json() == {"suggestions": []}


def test_nobody_else_is(client: Client, window_clerk: Client, code: Statute) -> None:
    for one in (client, window_clerk):
        assert one.get("/admin/legal-flags/suggest/", {"q": "法典"}).status_code == 302


def test_the_input_of_a_title_is_a_combobox(civil_affairs_editor: Client, guide: GuidePage) -> None:
    page = civil_affairs_editor.get(f"/admin/pages/{guide.pk}/edit/").content.decode()
    assert "data-statute-suggestions" in page
    assert "guides/statute_input" in page


def test_statutes_are_named_in_the_admin_but_neither_added_nor_deleted(admin: Client, code: Any) -> None:
    base = "/admin/snippets/guides/statute"
    assert str(code) in admin.get(f"{base}/").content.decode()
    assert admin.get(f"{base}/add/").status_code == 302
    assert admin.get(f"{base}/delete/{code.pk}/").status_code == 302
    fields = {
        "title_en": "Civil Code",
        "abbreviations": "民典",
        "kind": "law",
        "issuing_body_zh_hans": "全国人民代表大会",
    }
    admin.post(f"{base}/edit/{code.pk}/", fields)
    code.refresh_from_db()
    assert (code.title_en, code.title_zh_hans) == ("Civil Code", "中华人民共和国民法典")
    assert code.names.filter(key="民典").exists()


# --- the demonstration --------------------------------------------------------------------------------------------


def test_the_demonstrations_registry_is_read_whole_with_a_statute_in_two_versions(db: None) -> None:
    register()
    assert Statute.objects.count() == 8
    assert {*Statute.objects.values_list("kind", flat=True)} == {"law", "administrative_regulation"}
    card = Statute.objects.get(title_zh_hans="中华人民共和国居民身份证法")
    assert [version.articles.count() for version in card.versions.all()] == [4, 4]
