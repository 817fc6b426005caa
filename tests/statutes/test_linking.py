"""Legal bases are linked to what they say, and to nothing else."""

import io
from typing import Any

import pytest
from django.core.management import call_command

from guides.models import GuidePage, LegalBasis, Statute
from guides.statutes.importing import import_files
from guides.statutes.linking import link_all, written
from tests.conftest import Hall

from .conftest import TITLE
from .texts import found, statute


def rewrite(basis: LegalBasis, statute: str, article: str = "") -> LegalBasis:
    LegalBasis.objects.filter(pk=basis.pk).update(statute_zh_hans=statute, article_zh_hans=article)
    link_all()
    basis.refresh_from_db()
    return basis


def test_publishing_links_what_is_written(linked: LegalBasis, code: Any) -> None:
    assert (linked.registered, linked.article_number, linked.article_insertion) == (code, 1049, 0)
    assert linked.statute_zh_hans == TITLE
    code.refresh_from_db()
    assert code.title_en == "Civil Code of the People's Republic of China"


def test_a_draft_that_is_saved_in_the_editor_shows_the_right_words(guide: GuidePage, code: Statute) -> None:
    from guides.statutes.linking import link_in_memory  # noqa: PLC0415

    link_in_memory(guide)
    assert [basis.registered_id for basis in guide.legal_bases.all()] == [code.pk]
    assert LegalBasis.objects.get().registered is None


@pytest.mark.parametrize(
    ("title", "article", "number"),
    [
        ("民法典", "第1049条第一款", (1049, 0)),
        ("《中华人民共和国民法典》", "", (0, 0)),
        ("《民法典》第一千零四十九条", "", (1049, 0)),
        ("民法典（2020年）", "第一千零四十九条之一", (1049, 1)),
    ],
)
def test_ways_to_write_it(linked: LegalBasis, code: Statute, title: str, article: str, number: tuple[int, int]) -> None:
    basis = rewrite(linked, title, article)
    assert basis.registered == code
    assert (basis.article_number, basis.article_insertion) == number
    assert (basis.statute_zh_hans, basis.article_zh_hans) == (title, article)


def test_abbreviations_count_from_when_they_are_entered(linked: LegalBasis, code: Statute) -> None:
    assert rewrite(linked, "民典").registered is None
    code.abbreviations = "民典\n民法"
    code.save()
    assert rewrite(linked, "民典").registered == code


def test_what_is_ambiguous_is_listed_and_not_linked(linked: LegalBasis) -> None:
    import_files([found(statute("民法典", {1: "别的。"}), name="民法典二")])
    basis = rewrite(linked, "民法典（2020年修订）")
    assert basis.registered is None
    out = io.StringIO()
    call_command("link_citations", stdout=out)
    assert "民法典（2020年修订）" in out.getvalue()
    assert f"    {TITLE}" in out.getvalue()


def test_what_is_unknown_is_listed(linked: LegalBasis) -> None:
    rewrite(linked, "四川省某条例")
    assert link_all().unknown == {"四川省某条例": 1}


def test_linking_again_changes_nothing(linked: LegalBasis) -> None:
    assert (link_all().changed, link_all().linked) == (0, 1)


def test_importing_an_item_anew_keeps_its_links(linked: LegalBasis, hall: Hall) -> None:
    from guides.exchange.schema import row_columns  # noqa: PLC0415

    assert not {"registered", "article_number", "article_insertion"} & {*row_columns("legal_bases")}


def test_a_title_alone_is_taken_as_it_is() -> None:
    assert written("第三方监测管理办法", "第二条") == written("第三方监测管理办法", "第2条")
