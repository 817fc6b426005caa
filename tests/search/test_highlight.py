"""Passages of the original text, with what matched marked, safe as HTML."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.characters import is_han, runs
from knowledge.search.highlight import PASSAGE, best_passage, highlight
from knowledge.search.plan import plan
from knowledge.search.segmentation import latin_tokens

TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("办理结婚登记，。<&>\"'Marry ing\n"))
)
QUERIES = st.sampled_from(["结婚登记", "marrying", "婚", "<mark>", "a&b", "办理 marry", "1151180000"])


def shown(markup: str) -> str:
    """The text a reader sees, without the ellipses."""
    return html.unescape(re.sub("</?mark>", "", markup))


@given(TEXTS, QUERIES)
def test_a_passage_is_a_piece_of_the_text_and_safe(text: str, query: str) -> None:
    passage = best_passage(text, plan(query).tokens)
    piece = "".join(one.text for one in passage.pieces)
    assert piece in text
    assert len(piece) <= 2 * PASSAGE
    assert not re.search(r"<(?!/?mark>)", str(passage.html))
    assert shown(passage.html).strip("…") in text


@given(TEXTS, QUERIES)
def test_a_whole_text_stays_whole(text: str, query: str) -> None:
    assert shown(highlight(text, plan(query).tokens).html) == text


def marked(text: str, query: str) -> list[str]:
    return [piece.text for piece in highlight(text, plan(query).tokens).pieces if piece.marked]


def test_what_matched_is_marked() -> None:
    assert marked("内地居民结婚登记", "结婚登记") == ["结婚登记"]


def test_english_words_are_marked_whole_by_their_stem() -> None:
    found = marked("Registered companies, and a company-registering office", "registering a company")
    assert found == ["Registered", "companies", "company-registering"]


def test_full_width_and_accents_are_found_and_shown_as_written() -> None:
    assert marked("Ｍａｒｒｙ at the Café", "marry cafe") == ["Ｍａｒｒｙ", "Café"]


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_marked_however_it_is_written(character: str) -> None:
    """Full width, capitals, traditional: whatever is searched for is also seen."""
    for run in runs(character):
        assert highlight(f"，{character}。", [run] if is_han(run) else latin_tokens(run)).matched


def test_one_character_is_marked_wherever_it_stands() -> None:
    assert marked("个税与税务", "税") == ["税", "税"]


def test_the_passage_is_where_most_was_found() -> None:
    text = "本事项由民政部门办理。" * 20 + "男女双方应当亲自申请结婚登记。" + "其他说明。" * 40
    passage = best_passage(text, plan("结婚登记").tokens)
    assert "结婚登记" in [piece.text for piece in passage.pieces if piece.marked]
    assert passage.cut_before
    assert passage.cut_after
    assert passage.pieces[0].text.startswith(("男女", "本事项"))


def test_without_a_match_the_passage_is_the_beginning() -> None:
    passage = best_passage("结婚。" * 100, plan("护照").tokens)
    assert not passage.matched
    assert not passage.cut_before


def test_markup_in_a_text_is_shown_not_run() -> None:
    assert str(highlight("<script>结婚</script>", plan("结婚").tokens).html) == (
        "&lt;script&gt;<mark>结婚</mark>&lt;/script&gt;"
    )


def test_a_latin_passage_does_not_end_inside_a_word() -> None:
    text = "registration " * 60
    piece = "".join(one.text for one in best_passage(text, plan("nothing").tokens).pieces)
    assert piece.endswith(("registration", " "))
