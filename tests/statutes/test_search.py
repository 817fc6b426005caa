"""Whoever searches the hall for a law finds it, and nothing else moves for that."""

import pytest
from django.test import Client

from guides.models import GuidePage, LegalBasis, Statute

from .conftest import OLD

CODE = "/zh-hans/statutes/min-fa-dian/"


def search(client: Client, query: str, **more: str) -> str:
    return client.get("/zh-hans/search/", {"q": query, **more}).content.decode()


def test_an_article_is_shown_first_with_its_words(client: Client, code: Statute) -> None:
    for query in ("民法典 1049", "法典第一千零四十九条", "中华人民共和国民法典 第1049条"):
        page = search(client, query)
        assert f'href="{CODE}#article-1049"' in page
        assert OLD[1049] in page


def test_a_name_and_an_abbreviation_find_the_statute_behind_the_results(
    client: Client, linked: LegalBasis, code: Statute
) -> None:
    code.abbreviations = "民典"
    code.save()
    page = search(client, "民法典")
    assert 0 < page.index(linked.page.name_zh_hans) < page.index(f'href="{CODE}"')
    assert f'href="{CODE}"' in search(client, "民典")


def test_words_are_looked_for_in_the_law_where_the_hall_has_nothing(client: Client, code: Statute) -> None:
    GuidePage.objects.all().delete()
    assert f'href="{CODE}#article-1050"' in search(client, "家庭成员")
    assert "beside-statutes" not in search(client, "没有的词")


@pytest.mark.parametrize("more", [{"kind": "guide"}, {"format": "json"}])
def test_not_where_somebody_narrowed_down_and_not_for_programs(
    client: Client, code: Statute, more: dict[str, str]
) -> None:
    assert "beside-statutes" not in search(client, "民法典 1049", **more)
