"""Everyday words and the official ones."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.codes import ThesaurusReason
from knowledge.models import ThesaurusEntry
from knowledge.search.characters import normalise
from knowledge.search.segmentation import query_tokens
from knowledge.search.synonyms import thesaurus
from knowledge.search.thesaurus import OWN_LIST, WEIGHTS, Entry, Thesaurus, own_entries
from tests import factories
from tests.conftest import Hall
from translations.lists import read_yaml

from .conftest import Titles

FEW = Thesaurus(
    [
        Entry("身份证", ("居民身份证",), "colloquial"),
        Entry("身份证丢了", ("居民身份证补领",), "colloquial"),
        Entry("visa", ("residence permit",), "colloquial"),
    ]
)


def explained(text: str, known: Thesaurus = FEW) -> list[str]:
    return [text[meaning.start : meaning.end] for meaning in known.meanings(text)]


def test_the_longest_words_are_explained() -> None:
    assert explained("我的身份证丢了怎么办") == ["身份证丢了"]
    assert explained("身份证和身份证丢了") == ["身份证", "身份证丢了"]


def test_latin_words_are_not_cut() -> None:
    assert explained("my visa") == ["visa"]
    assert explained("advisable visas") == []


@given(st.text(st.sampled_from("身份证丢了 visa。")))
def test_meanings_stand_in_order_and_do_not_overlap(text: str) -> None:
    meanings = FEW.meanings(text)
    assert all(before.end <= after.start for before, after in pairwise(meanings))


def test_an_entry_without_official_words_takes_the_one_before_out_of_use() -> None:
    known = Thesaurus([Entry("扯证", ("结婚登记",), "colloquial"), Entry("扯证", (), "colloquial")])
    assert explained("扯证", known) == []


def test_the_list_of_the_hall_is_large_and_every_entry_can_work() -> None:
    entries = own_entries()
    assert len(entries) >= 800
    assert {entry.reason for entry in entries} == set(WEIGHTS) == set(ThesaurusReason.values)
    for entry in entries:
        assert normalise(entry.everyday) == entry.everyday, "written as queries are normalised"
        assert query_tokens(entry.everyday), entry.everyday
        assert all(query_tokens(words) for words in entry.official), entry.everyday
        assert entry.everyday not in entry.official


def test_no_everyday_words_stand_twice() -> None:
    times = Counter(entry.everyday for entry in own_entries())
    assert [words for words, count in times.items() if count > 1] == []
    lists = read_yaml(OWN_LIST)
    assert sum(map(len, lists.values())) == len(own_entries())


@pytest.mark.django_db
def test_an_entry_of_an_editor_acts_at_once_and_so_does_its_end(hall: Hall, titles: Titles) -> None:
    factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="犬只免疫点备案", slug="dogs")
    assert "犬只免疫点备案" not in titles("汪星人打针")
    entry = ThesaurusEntry.objects.create(everyday="汪星人", official="犬只")
    assert titles("汪星人打针")[0] == "犬只免疫点备案"
    entry.official = ""
    entry.save()
    assert "犬只免疫点备案" not in titles("汪星人打针")


@pytest.mark.django_db
def test_an_editor_can_take_an_entry_of_the_hall_out_of_use() -> None:
    assert explained("扯证", thesaurus()) == ["扯证"]
    entry = ThesaurusEntry.objects.create(everyday="扯证")
    assert explained("扯证", thesaurus()) == []
    entry.delete()
    assert explained("扯证", thesaurus()) == ["扯证"]
