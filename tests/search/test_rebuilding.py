"""A new index is built beside the live one; nothing is lost, and readers never see less than there was."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from haystack.query import SearchQuerySet

from guides.models import GuidePage
from guides.search_indexes import GuideIndex
from knowledge.search import rebuilding
from knowledge.search.indexing import index_is_usable
from knowledge.search.places import Busy, IndexPlace
from tests import factories
from tests.conftest import Hall

from .conftest import Titles


def rebuild_search(**options: Any) -> str:
    out = io.StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue()


def test_the_command_says_how_much_it_indexed(guide: GuidePage) -> None:
    assert not index_is_usable()
    assert rebuild_search() == "3 pages indexed.\n"
    assert index_is_usable()
    assert rebuild_search(verbosity=0) == ""


def test_an_empty_hall_has_an_empty_index(db: None, titles: Titles) -> None:
    assert rebuild_search() == "0 pages indexed.\n"
    assert SearchQuerySet().count() == 0


def test_the_live_index_and_the_one_before_are_kept(guide: GuidePage, search_index: Path) -> None:
    for _round in range(4):
        before = search_index.resolve()
        rebuild_search()
    assert search_index.is_symlink()
    assert IndexPlace(search_index).generations() == [before, search_index.resolve()]


def test_a_plain_directory_is_replaced_too(guide: GuidePage, search_index: Path) -> None:
    search_index.mkdir()
    (search_index / "something").touch()
    rebuild_search()
    assert search_index.is_symlink()
    assert SearchQuerySet().count() == 3


def test_remains_of_a_killed_build_are_removed(guide: GuidePage, search_index: Path) -> None:
    IndexPlace(search_index).new_generation()
    rebuild_search()
    assert IndexPlace(search_index).generations() == [search_index.resolve()]


def test_the_index_belongs_to_this_account_alone(guide: GuidePage, search_index: Path) -> None:
    rebuild_search()
    assert search_index.resolve().stat().st_mode & 0o077 == 0


def test_only_one_rebuild_at_a_time(guide: GuidePage, search_index: Path) -> None:
    with IndexPlace(search_index).lock("rebuild"), pytest.raises(CommandError, match="under way"):
        rebuild_search()
    rebuild_search()


def test_changes_made_while_it_builds_are_in_the_new_index(
    hall: Hall, titles: Titles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the items and the swap one is renamed, one unpublished, one added."""
    renamed = factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="护照换发", slug="a")
    removed = factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="护照注销", slug="b")
    rebuild_search()
    documents = GuideIndex.all_documents

    def meanwhile(index: GuideIndex) -> Any:
        yield from documents(index)
        renamed.name_zh_hans = "通行证签注"
        renamed.save_revision().publish()
        removed.unpublish()
        factories.GuidePageFactory(parent=hall.civil_affairs, name_zh_hans="居留许可签发", slug="c")
        assert titles("护照") == []  # the live index is kept in step as well

    monkeypatch.setattr(GuideIndex, "all_documents", meanwhile)
    rebuild_search()
    assert titles("护照") == []
    assert titles("通行证签注") == ["通行证签注"]
    assert titles("居留许可") == ["居留许可签发"]
    assert SearchQuerySet().models(GuidePage).count() == 2


def test_a_rebuild_that_fails_leaves_the_live_index(guide: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuild_search()
    with monkeypatch.context() as patched:
        patched.setattr(GuideIndex, "page_codes", lambda index, page: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rebuild_search()
    assert SearchQuerySet().count() == 3
    guide.unpublish()
    assert SearchQuerySet().count() == 2


def test_notes_are_only_taken_during_a_rebuild(tmp_path: Path) -> None:
    place = IndexPlace(tmp_path / "index")
    place.note(("guides.guidepage", [1]))
    assert place.take_notes() == []
    place.start_notes()
    place.note(("guides.guidepage", [1, 2]))
    place.note(("knowledge.departmentpage", [3]))
    assert place.take_notes() == [("guides.guidepage", [1, 2]), ("knowledge.departmentpage", [3])]
    assert place.take_notes() == []


def test_a_held_lock_is_waited_for_or_refused(tmp_path: Path) -> None:
    place = IndexPlace(tmp_path / "index")
    with place.lock("rebuild"), pytest.raises(Busy), place.lock("rebuild", wait=False):
        pass
    with place.lock("rebuild", wait=False), place.lock("changes", wait=False):
        pass


def test_a_bulk_change_under_way_is_not_abandoned_and_keeps_its_mark(tmp_path: Path) -> None:
    place = IndexPlace(tmp_path / "index")
    assert not place.is_abandoned()
    with place.behind():
        assert not place.is_abandoned()
        place.caught_up()
    assert place.is_abandoned()
    place.caught_up()
    assert not place.is_abandoned()


@pytest.mark.parametrize(
    ("command", "arguments"),
    [("rebuild_index", ["--noinput"]), ("clear_index", ["--noinput"]), ("update_index", ["--remove", "-v2"])],
)
def test_commands_that_would_harm_the_search_refuse_and_say_what_to_use(
    guide: GuidePage, command: str, arguments: list[str]
) -> None:
    rebuilding.rebuild()
    with pytest.raises(CommandError, match="rebuild_search"):
        call_command(command, *arguments)
    assert SearchQuerySet().count() == 3
