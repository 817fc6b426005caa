"""What every engine promises behind haystack's API: the same tests for all of them."""

import shutil
from pathlib import Path

import pytest
from haystack import connections
from haystack.query import SQ, SearchQuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.models import GuidePage
from knowledge.models import DepartmentPage
from knowledge.search import rebuilding, segmentation
from knowledge.search.engines.backend import FINGERPRINT, Backend
from knowledge.search.inputs import Token
from portal.environment import SEARCH_ENGINES

from .conftest import MANY


@pytest.fixture(params=SEARCH_ENGINES)
def search_engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def engine() -> Backend:
    backend: Backend = connections["default"].get_backend()
    return backend


def keys(hits: SearchQuerySet) -> list[str]:
    return [hit.pk for hit in hits]


def test_every_slice_has_the_right_rows(many: list[str]) -> None:
    everything = keys(SearchQuerySet().filter(name_zh_hans="许可")[:MANY])
    assert len(everything) == len(set(everything)) == MANY
    for size in (1, 2, 5, 7, 10, 22, 23, 30):
        for start in range(MANY + 3):
            part = SearchQuerySet().filter(name_zh_hans="许可")[start : start + size]
            assert [hit.pk for hit in part] == everything[start : start + size], (start, size)


def test_all_rows_come_without_a_slice(many: list[str]) -> None:
    hits = SearchQuerySet().filter(name_zh_hans="许可")
    assert hits.count() == MANY
    assert len(keys(hits)) == MANY


def test_hits_can_be_narrowed_to_models(guide: GuidePage) -> None:
    assert SearchQuerySet().count() == 3
    assert [hit.model for hit in SearchQuerySet().models(GuidePage)] == [GuidePage]
    assert SearchQuerySet().models(DepartmentPage).count() == 2


def test_filters_combine(guide: GuidePage) -> None:
    both = SQ(name_zh_hans="结婚登记") | SQ(name_en="public security")
    assert SearchQuerySet().filter(both).count() == 2
    assert SearchQuerySet().filter(both).exclude(facet_kind=Token("guide")).count() == 1
    assert SearchQuerySet().filter(content="自愿").count() == 1


def test_what_the_engine_does_not_offer_is_said(guide: GuidePage) -> None:
    with pytest.raises(NotImplementedError, match="highlight"):
        SearchQuerySet().highlight().count()


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.one_of(st.characters(), st.sampled_from('"()[]{}*?~^:\\+-&|! ANDORNT结婚')), max_size=80))
def test_no_text_disturbs_a_filter(text: str) -> None:
    assert SearchQuerySet().filter(SQ(content=text) | SQ(facet_kind=text)).count() == 0


def test_removing_takes_a_document_out(guide: GuidePage) -> None:
    assert SearchQuerySet().models(GuidePage).count() == 1
    engine().remove(guide)
    assert SearchQuerySet().models(GuidePage).count() == 0


def test_clearing_a_model_leaves_the_others(guide: GuidePage) -> None:
    engine().clear([GuidePage])
    assert [hit.model for hit in SearchQuerySet()] == [DepartmentPage, DepartmentPage]


def test_an_error_while_writing_reaches_the_caller_and_frees_the_lock(guide: GuidePage) -> None:
    rebuilding.rebuild()
    with pytest.raises(Exception, match="nonsense"):
        engine().change([{"id": "x", "django_ct": "guides.guidepage", "django_id": "1", "nonsense": "y"}])
    engine().remove(guide)
    assert SearchQuerySet().models(GuidePage).count() == 0


def test_a_lost_index_comes_back_by_itself(guide: GuidePage, search_index: Path) -> None:
    assert SearchQuerySet().count() == 3
    shutil.rmtree(search_index.resolve())
    assert SearchQuerySet().count() == 3
    engine().clear()
    assert SearchQuerySet().count() == 3


@pytest.mark.parametrize("damage", ["empty", "other version", "torn table of contents", "a file in its place"])
def test_an_index_that_cannot_be_read_is_rebuilt(guide: GuidePage, search_index: Path, damage: str) -> None:
    assert SearchQuerySet().count() == 3
    directory = search_index.resolve()
    engine().close()
    if damage == "empty":
        shutil.rmtree(directory)
        directory.mkdir()
    elif damage == "other version":
        (directory / FINGERPRINT).write_text("older")
    elif damage == "torn table of contents":
        table = next(directory.glob("*.toc"), directory / "meta.json")
        table.write_bytes(table.read_bytes()[:7])
    else:
        shutil.rmtree(directory)
        search_index.unlink()
        search_index.write_text("what is this?")
    assert SearchQuerySet().count() == 3


def test_another_segmentation_makes_another_index(guide: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilding.rebuild()
    assert engine().is_usable()
    monkeypatch.setattr(segmentation, "VERSION", segmentation.VERSION + 1)
    assert not engine().is_usable()
