"""Everyday names, synonyms and promoted results: each acts at once, and only where somebody is in charge."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageLogEntry

from guides.models import GuidePage
from knowledge.models import SearchLogEntry, ThesaurusEntry
from knowledge.searches.everyday_names import with_name
from tests import factories
from tests.conftest import Hall

from .browser import banner, form_values, submit
from .steps import decide

WORDS = "汪星人打针"


@pytest.fixture
def dogs(hall: Hall) -> GuidePage:
    return factories.GuidePageFactory(
        parent=hall.civil_affairs,
        name_zh_hans="犬只免疫点备案",
        everyday_names_zh_hans="狗打疫苗",
        name_en="Vaccination of dogs",
        slug="dogs",
        task_code="",
    )


def address(name: str, query: str = WORDS, **more: str) -> str:
    return reverse(f"searches:{name}", query={"q": query, "language": "zh-hans", **more})


def proposed(client: Client, **more: str) -> list[str]:
    page = BeautifulSoup(client.get(address("everyday_name", **more)).content, "lxml")
    return [label.get_text(strip=True) for label in page.select("label:has(input[type=radio])")]


def add_name(client: Client, page: GuidePage, words: str = WORDS, language: str = "zh-hans") -> Any:
    form = {"words": words, "language": language, "page": page.pk}
    return client.post(address("everyday_name", find="犬只"), form, follow=True)


def found(text: str = WORDS) -> list[str]:
    answer = Client().get("/zh-hans/search/", {"q": text, "format": "json"})
    return [hit["title"] for hit in answer.json()["results"]]


def names(page: GuidePage) -> str | None:
    return GuidePage.objects.get(pk=page.pk).everyday_names_zh_hans


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (None, "扯证", "扯证"),
        ("", "扯证", "扯证"),
        ("领证\r\n\r\n 打证 \n", "扯证", "领证\n打证\n扯证"),
        ("扯证\n领证", "扯证", None),
        ("VISA 延期", "ｖｉｓａ延期", None),
    ],
)
def test_a_name_is_added_as_a_line_once(before: str | None, words: str, after: str | None) -> None:
    assert with_name(before, words) == after


def test_an_everyday_name_is_submitted_for_review_and_its_effect_shown_when_it_is_approved(
    civil_affairs_editor: Client, reviewer: Client, dogs: GuidePage
) -> None:
    assert found() == []
    response = add_name(civil_affairs_editor, dogs)
    assert names(dogs) == "狗打疫苗"
    assert "提交审核" in banner(response)
    decide(reviewer, dogs, "approve")
    assert names(dogs) == f"狗打疫苗\n{WORDS}"
    assert found() == ["犬只免疫点备案"]
    response = civil_affairs_editor.get(response.redirect_chain[-1][0])
    page = BeautifulSoup(response.content, "lxml")
    assert "犬只免疫点备案" in page.select("table.listing td")[0].text
    assert "新增" in page.select("table.listing td")[0].text
    assert "修改之前搜到的什么也搜不到" in page.text.replace("\n", "").replace(" ", "")
    actions = PageLogEntry.objects.filter(page=dogs.pk, user__username="editor-civil-affairs")
    assert {"wagtail.edit", "wagtail.workflow.start"} <= set(actions.values_list("action", flat=True))


def test_what_was_said_stays_until_the_index_knows_of_the_change(
    civil_affairs_editor: Client, dogs: GuidePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.searches.views.index_is_at_work", lambda: True)
    response = add_name(civil_affairs_editor, dogs)
    again = f"{response.request['PATH_INFO']}?{response.request['QUERY_STRING']}"
    for at_work in (True, False):
        monkeypatch.setattr("knowledge.searches.views.index_is_at_work", lambda at_work=at_work: at_work)
        assert "提交审核" in banner(civil_affairs_editor.get(again))
    assert "提交审核" not in civil_affairs_editor.get(again).content.decode()


def test_everything_else_of_the_item_stays(civil_affairs_editor: Client, reviewer: Client, dogs: GuidePage) -> None:
    before = GuidePage.objects.get(pk=dogs.pk).serializable_data()
    add_name(civil_affairs_editor, dogs)
    decide(reviewer, dogs, "approve")
    after = GuidePage.objects.get(pk=dogs.pk).serializable_data()
    changed = {name for name in before if before[name] != after[name]}
    assert changed - {"first_published_at"} == {  # of which a version keeps milliseconds
        "latest_revision",
        "live_revision",
        "latest_revision_created_at",
        "last_published_at",
        "everyday_names_zh_hans",
    }


def test_unfinished_work_is_not_published_by_the_way(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    submit(civil_affairs_editor, dogs, name_zh_hans="犬只免疫点备案（没写完）")
    response = add_name(civil_affairs_editor, dogs)
    assert "草稿里还有其他尚未发布的修改" in banner(response)
    assert found() == []
    page = GuidePage.objects.get(pk=dogs.pk)
    draft = page.get_latest_revision_as_object()
    assert (page.name_zh_hans, page.everyday_names_zh_hans) == ("犬只免疫点备案", "狗打疫苗")
    assert draft.name_zh_hans == "犬只免疫点备案（没写完）"
    assert draft.everyday_names_zh_hans.endswith(WORDS)


def test_a_translator_submits_one_too(translator: Client, dogs: GuidePage) -> None:
    from django.contrib.auth.models import Group, Permission  # noqa: PLC0415

    Group.objects.get(user__username="translator").permissions.add(Permission.objects.get(codename="see_searches"))
    response = add_name(translator, dogs)
    assert "提交审核" in banner(response)
    assert names(dogs) == "狗打疫苗"
    assert GuidePage.objects.get(pk=dogs.pk).has_unpublished_changes


def test_a_name_that_is_there_is_not_added_again(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    revisions = dogs.revisions.count()
    assert "未作修改" in banner(add_name(civil_affairs_editor, dogs, "狗打疫苗！"))
    assert dogs.revisions.count() == revisions


def test_nobody_touches_an_item_of_another_department(public_security_editor: Client, dogs: GuidePage) -> None:
    assert proposed(public_security_editor, find="犬只") == []
    response = add_name(public_security_editor, dogs)
    assert response.context["form"].errors["page"] == ["您无权修改这个事项，请另选一个。"]
    assert names(dogs) == "狗打疫苗"
    assert not GuidePage.objects.get(pk=dogs.pk).has_unpublished_changes


def test_a_department_is_no_item(reviewer: Client, dogs: GuidePage, hall: Hall) -> None:
    assert add_name(reviewer, hall.civil_affairs).context["form"].errors["page"]


def test_an_item_that_somebody_has_locked_stays(
    civil_affairs_editor: Client, reviewer: Client, dogs: GuidePage
) -> None:
    reviewer.post(reverse("wagtailadmin_pages:lock", args=[dogs.pk]))
    response = add_name(civil_affairs_editor, dogs)
    assert "锁定" in banner(response)
    assert names(dogs) == "狗打疫苗"


def test_english_that_is_not_reviewed_is_pointed_out(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    dogs.translation_reviewed_en = False
    dogs.save_revision().publish()
    response = add_name(civil_affairs_editor, dogs, "doggy jab", "en")
    assert "译文尚未审核" in banner(response)
    assert GuidePage.objects.get(pk=dogs.pk).get_latest_revision_as_object().everyday_names_en == "doggy jab"


@pytest.mark.parametrize(("words", "field"), [("", "words"), ("？！", "words"), ("长" * 101, "words")])
def test_words_that_cannot_be_a_name_are_refused_and_nothing_is_lost(
    civil_affairs_editor: Client, dogs: GuidePage, words: str, field: str
) -> None:
    response = add_name(civil_affairs_editor, dogs, words)
    assert list(response.context["form"].errors) == [field]
    assert f'value="{dogs.pk}"' in response.content.decode()
    assert names(dogs) == "狗打疫苗"


def test_an_item_must_be_chosen(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    form = {"words": WORDS, "language": "zh-hans"}
    response = civil_affairs_editor.post(address("everyday_name", find="犬只"), form)
    assert response.context["form"].errors["page"] == ["请选择所指的事项。"]


def test_items_are_proposed_that_have_some_of_the_words_and_are_ones_own(
    civil_affairs_editor: Client, dogs: GuidePage, guide: GuidePage, hall: Hall
) -> None:
    factories.GuidePageFactory(parent=hall.public_security, name_zh_hans="犬只登记", slug="police-dogs", task_code="")
    assert proposed(civil_affairs_editor) == proposed(civil_affairs_editor, find="？！") == []
    assert proposed(civil_affairs_editor, find="给犬只打针") == ["犬只免疫点备案 · 雅安市民政局"]


def test_only_what_is_public_is_proposed(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    dogs.unpublish()
    assert proposed(civil_affairs_editor, find="犬只") == []


def follow_form(client: Client, name: str) -> tuple[str, dict[str, Any], str]:
    """The form that an action leads to: where it is sent, what it is filled in with, the page's address."""
    response = client.get(address(name))
    assert response.status_code == 302
    page = client.get(response["Location"])
    form = BeautifulSoup(page.content, "lxml").select_one("form[data-edit-form]")
    assert form is not None
    return str(form["action"]), dict(form_values(page.content.decode())), response["Location"]


def test_a_synonym_is_added_and_its_effect_shown(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    SearchLogEntry.objects.count_up(dogs.first_published_at.date(), "zh-hans", WORDS, 0)
    action, values, _page = follow_form(civil_affairs_editor, "synonym")
    assert values["everyday"] == [WORDS]
    response = civil_affairs_editor.post(action, {**values, "official": "犬只"}, follow=True)
    assert response.request["PATH_INFO"] == reverse("searches:query")
    assert ThesaurusEntry.objects.get().everyday == WORDS
    assert "犬只免疫点备案" in response.content.decode()
    assert SearchLogEntry.objects.get().hits == 1


def test_a_synonym_that_exists_is_changed(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    ThesaurusEntry.objects.create(everyday=WORDS, official="猫")
    action, values, _page = follow_form(civil_affairs_editor, "synonym")
    assert [text.strip() for text in values["official"]] == ["猫"]
    response = civil_affairs_editor.post(action, {**values, "official": "犬只"}, follow=True)
    assert response.request["PATH_INFO"] == reverse("searches:query")
    assert ThesaurusEntry.objects.get().official == "犬只"


def test_a_refused_form_still_leads_back(civil_affairs_editor: Client, dogs: GuidePage) -> None:
    action, values, _page = follow_form(civil_affairs_editor, "synonym")
    refused = civil_affairs_editor.post(action, {**values, "everyday": ""})
    form = BeautifulSoup(refused.content, "lxml").select_one("form[data-edit-form]")
    assert form is not None
    assert form["action"] == action


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_a_form_leads_nowhere_outside_the_hall(civil_affairs_editor: Client, elsewhere: str) -> None:
    add = reverse("wagtailsnippets_knowledge_thesaurusentry:add")
    form = {"everyday": "扯证", "official": "结婚登记", "reason": "colloquial", "next": elsewhere}
    response = civil_affairs_editor.post(f"{add}?next={elsewhere}", form)
    assert response["Location"] == reverse("wagtailsnippets_knowledge_thesaurusentry:list")


def rows(page: GuidePage | None, **values: str) -> dict[str, Any]:
    row = {"page": str(page.pk) if page else "", "external_link_url": "", "external_link_text": "", "description": ""}
    management = {"editors_picks-TOTAL_FORMS": "1", "editors_picks-INITIAL_FORMS": "0"}
    return management | {f"editors_picks-0-{name}": value for name, value in {**row, **values, "ORDER": "1"}.items()}


def test_a_result_is_promoted_and_its_effect_shown(reviewer: Client, dogs: GuidePage) -> None:
    action, values, _page = follow_form(reviewer, "promote")
    assert values["query_string"] == [WORDS]
    response = reviewer.post(action, {**values, **rows(dogs, description="先看这里")}, follow=True)
    assert response.request["PATH_INFO"] == reverse("searches:query")
    assert "推荐" in BeautifulSoup(response.content, "lxml").select("table.listing td")[0].text
    assert SearchPromotion.objects.get().query.query_string == WORDS
    action, _values, page = follow_form(reviewer, "promote")
    assert page.startswith(reverse("wagtailsearchpromotions:edit", args=[Query.objects.get().pk]))


def test_a_promoted_query_is_kept_as_readers_queries_are_compared(reviewer: Client, dogs: GuidePage) -> None:
    add = reverse("wagtailsearchpromotions:add")
    response = reviewer.post(add, {"query_string": "養狗（Ｄｏｇ）", **rows(dogs)})
    assert response["Location"] == reverse("wagtailsearchpromotions:index")
    assert Query.objects.get().query_string == "养狗 dog"


@pytest.mark.parametrize("query", ["？？", "长" * 201])
def test_a_query_that_nobody_can_ask_is_refused(reviewer: Client, dogs: GuidePage, query: str) -> None:
    response = reviewer.post(reverse("wagtailsearchpromotions:add"), {"query_string": query, **rows(dogs)})
    assert response.context["form"].errors["query_string"]
    assert not Query.objects.exists()


def test_the_list_of_promoted_results_counts_no_views(reviewer: Client, dogs: GuidePage) -> None:
    SearchPromotion.objects.create(query=Query.get(WORDS), page=dogs)
    page = BeautifulSoup(reviewer.get(reverse("wagtailsearchpromotions:index")).content, "lxml")
    assert WORDS in page.select_one("table.listing").text  # type: ignore[union-attr]
    assert len(page.select("table.listing thead th")) == 2


def test_a_query_is_chosen_from_those_that_readers_ask(reviewer: Client, dogs: GuidePage) -> None:
    for query, times in (("养狗", 2), ("养猫", 1), ("结婚", 5)):
        for _time in range(times):
            SearchLogEntry.objects.count_up(dogs.first_published_at.date(), "zh-hans", query, 1)
    window = reviewer.get(reverse("wagtailsearchpromotions:chooser")).json()["html"]
    chosen = BeautifulSoup(window, "lxml").select("a.choose-query")
    assert [link["data-querystring"] for link in chosen] == ["结婚", "养狗", "养猫"]
    results = reviewer.get(reverse("wagtailsearchpromotions:chooserresults"), {"q": "養"}).content
    chosen = BeautifulSoup(results, "lxml").select("a.choose-query")
    assert [link["data-querystring"] for link in chosen] == ["养狗", "养猫"]
