"""The glossary: what comes with the hall, how words are looked up, the page."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.models import User
from tests.conftest import Hall
from translations.freshness.recording import record
from translations.glossary import sheet, tbx
from translations.glossary.entries import Entry, take
from translations.glossary.listing import looked_up, pinyin, plain
from translations.glossary.terms import ensure_terms, own_terms
from translations.models import GlossaryTerm
from translations.models.glossary import Domain

HAN = re.compile(r"[\u4e00-\u9fff]")
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
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


ENTRIES = st.builds(
    Entry,
    term=WORDS,
    language=st.just("en"),
    rendering=WORDS,
    forbidden=st.lists(WORDS, max_size=2).map("\n".join),
    note=st.one_of(st.just(""), WORDS),
    domain=st.sampled_from(Domain.values),
    origin=st.one_of(st.just(""), WORDS),
)


@pytest.mark.parametrize("module", [tbx, sheet])
@given(st.lists(ENTRIES, max_size=4))
def test_a_glossary_that_is_written_is_read_again(module: Any, entries: list[Entry]) -> None:
    assert list(module.read(module.write(entries))) == entries


@pytest.mark.django_db
@pytest.mark.parametrize("module", [tbx, sheet])
def test_terms_come_back_new_changed_the_same_or_refused(module: Any) -> None:
    GlossaryTerm.objects.create(term="备案", rendering="filing", domain=Domain.ACTIONS, note="n")
    GlossaryTerm.objects.create(term="许可", rendering="permission", domain=Domain.ACTIONS)
    entries = [
        Entry("备案", "en", "record-filing", "put on record", "n"),
        Entry("许可", "en", "permission", domain=Domain.ACTIONS),
        Entry("听证", "en", "hearing", domain=Domain.LEGAL),
        Entry("无", "en", ""),
        Entry("怪", "en", "odd", domain="nothing"),
        Entry("长", "en", "x" * 500),
    ]
    outcome = take(module.read(module.write(entries)))
    assert (outcome.changed, outcome.same, outcome.new) == (1, 1, 1)
    assert [entry.term for entry, _why in outcome.refused] == ["无", "怪", "长"]
    changed = GlossaryTerm.objects.get(term="备案")
    assert (changed.rendering, changed.forbidden, changed.domain) == ("record-filing", "put on record", Domain.ACTIONS)


@pytest.mark.django_db
def test_a_term_in_a_language_that_the_hall_does_not_have_is_refused() -> None:
    outcome = take([Entry("许可", "english", "permit", domain=Domain.ACTIONS)])
    assert [entry.term for entry, why in outcome.refused if "english" in why] == ["许可"]
    assert not GlossaryTerm.objects.exists()


def test_translators_send_the_glossary_out_and_take_it_back(translator: Client, window_clerk: Client) -> None:
    ensure_terms()
    for kind, module in (("tbx", tbx), ("xlsx", sheet)):
        content = translator.get("/admin/translations/glossary/export/", {"file": kind}).content
        upload = SimpleUploadedFile(f"a{module.ENDINGS[0]}", content)
        outcome = translator.post("/admin/translations/glossary/", {"file": upload}).context["outcome"]
        assert (outcome.same, outcome.refused) == (GlossaryTerm.objects.count(), [])
    for name, content in (("a.tbx", b"<x/>"), ("a.tbx", b"<"), ("a.xlsx", b"PK"), ("a.doc", b"x")):
        answer = translator.post("/admin/translations/glossary/", {"file": SimpleUploadedFile(name, content)})
        assert answer.context["upload"].errors["file"]
    assert window_clerk.get("/admin/translations/glossary/").status_code == 302


def test_texts_that_depart_from_the_glossary_are_listed(translator: Client, guide: GuidePage) -> None:
    GlossaryTerm.objects.create(term="登记", rendering="enrolment", forbidden="registration", domain=Domain.ACTIONS)
    record(guide)
    forbidden = translator.get("/admin/translations/terms/").content.decode()
    assert guide.title in forbidden
    assert "<del>registration</del>" in forbidden
    GlossaryTerm.objects.update(forbidden="")
    assert guide.title not in translator.get("/admin/translations/terms/").content.decode()
    assert guide.title in translator.get("/admin/translations/terms/", {"use": "other"}).content.decode()
