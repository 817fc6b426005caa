"""The glossary: what comes with the hall, how words are looked up, the page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import User
from tests.conftest import Hall
from translations.glossary.listing import looked_up, pinyin, plain
from translations.glossary.terms import ensure_terms, own_terms
from translations.models import GlossaryTerm
from translations.models.glossary import Domain

HAN = re.compile(r"[\u4e00-\u9fff]")
TERMS = [
    GlossaryTerm(term="备案", rendering="record-filing", note="Nothing is decided."),
    GlossaryTerm(term="居民身份证", rendering="resident identity card"),
    GlossaryTerm(term="绿卡", rendering="permanent residence"),
]


def found(query: str) -> list[str]:
    return [term.term for term in looked_up(TERMS, query)]


def test_the_list_is_large_and_each_term_has_one_rendering_in_english() -> None:
    terms = list(own_terms())
    assert len(terms) >= 500
    assert len({term.term for term in terms}) == len(terms)
    for term in terms:
        term.full_clean(validate_constraints=False)
        assert HAN.search(term.term)
        assert not HAN.search(term.rendering + term.forbidden + term.note)
        assert term.rendering.lower() not in map(str.lower, term.forbidden_renderings)
    assert {term.domain for term in terms} == set(Domain.values)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("备案", ["备案"]),
        ("身份", ["居民身份证"]),
        ("beian", ["备案"]),
        ("Bèi'àn", ["备案"]),
        ("jmsfz", ["居民身份证"]),
        ("lvka", ["绿卡"]),
        ("resident", ["居民身份证"]),
        ("filing", ["备案"]),
        ("decided", ["备案"]),
        ("esident", []),
        ("  ", ["备案", "居民身份证", "绿卡"]),
    ],
)
def test_words_are_looked_up_by_characters_by_sound_and_in_english(query: str, terms: list[str]) -> None:
    assert found(query) == terms


@given(st.text(max_size=80))
def test_no_query_is_too_strange(query: str) -> None:
    assert len(found(query)) <= len(TERMS)


@given(st.sampled_from(TERMS))
def test_every_term_is_found_by_itself_by_its_sound_and_by_its_rendering(term: GlossaryTerm) -> None:
    sounds, initials = pinyin(term.term)
    for query in (term.term, sounds, sounds.replace(" ", ""), initials, term.rendering, plain(term.rendering)):
        assert term.term in found(query)


@pytest.mark.django_db
def test_terms_that_editors_changed_stay_as_they_are() -> None:
    assert ensure_terms() == GlossaryTerm.objects.count()
    GlossaryTerm.objects.filter(term="备案").update(rendering="filing")
    assert ensure_terms() == 0
    assert GlossaryTerm.objects.get(term="备案").rendering == "filing"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_readers_see_terms_by_domain_and_look_words_up(hall: Hall, client: Client, language: str) -> None:
    ensure_terms()
    page = BeautifulSoup(client.get(f"/{language}/glossary/").content, "lxml")
    assert len(page.select("dl.glossary dt")) == GlossaryTerm.objects.count()
    page = BeautifulSoup(client.get(f"/{language}/glossary/", {"q": "rongque"}).content, "lxml")
    assert [dt.get_text() for dt in page.select("dt[lang=zh-Hans]")] == ["容缺受理"]
    nothing = client.get(f"/{language}/glossary/", {"q": "qqqq\0<b>"})
    assert nothing.status_code == 200
    assert "<b>" not in nothing.content.decode().partition("<main")[2]


def test_an_empty_glossary_says_so(hall: Hall, client: Client) -> None:
    assert "empty" in BeautifulSoup(client.get("/en/glossary/").content, "lxml").select_one(".empty").get_text()  # type: ignore[union-attr]


def test_editors_find_it_in_the_admin(admin: Client, superuser: User) -> None:
    ensure_terms()
    page = admin.get("/admin/snippets/translations/glossaryterm/", {"q": "备案"})
    assert "record-filing" in page.content.decode()
    assert admin.get("/admin/snippets/translations/glossaryterm/", {"export": "xlsx"}).status_code == 200
