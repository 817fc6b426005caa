"""A text fits a rectangle: broken, shrunk, or reported."""

from hypothesis import given
from hypothesis import strategies as st

from forms_library.filling.layout import FLOOR, NEVER_FIRST, PREFERRED, fit, length, tokens, wrap


def advance(character: str) -> float:
    return 0.5 if character < "\u2e80" else 1.0


TEXT = st.text(st.sampled_from("因工作需要，申请（变更）登记。English words 12345-678，。；！ \n"), max_size=80)


@given(TEXT, st.floats(2, 40))
def test_no_character_is_lost(text: str, width: float) -> None:
    assert "".join("".join(wrap(text, width, advance)).split()) == "".join(text.split())


@given(TEXT, st.floats(3, 40))
def test_lines_are_no_wider_than_they_may_be(text: str, width: float) -> None:
    for line in wrap(text, width, advance):
        assert length(line, advance) <= width + 0.01 or len(line) == 1


@given(TEXT)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_words_and_numbers_stay_whole() -> None:
    assert wrap("统一编号 AB-12345", 6, advance) == ["统一编号", "AB-12345"]


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrap("甲乙丙丁，戊己庚辛。", 4, advance)
    assert not any(line[0] in NEVER_FIRST for line in lines)


def test_no_line_ends_with_an_opening_bracket() -> None:
    assert wrap("甲乙丙（丁戊）", 4, advance) == ["甲乙丙", "（丁戊", "）"] or not any(
        line.endswith("（") for line in wrap("甲乙丙（丁戊）", 4, advance)
    )


def test_what_fits_is_written_in_the_usual_size() -> None:
    assert fit("张三", 100, 20, advance).size == PREFERRED


def test_what_does_not_fit_is_made_smaller() -> None:
    found = fit("申请人姓名或者名称", 70, 12, advance)
    assert found.fits
    assert FLOOR <= found.size < PREFERRED


def test_what_never_fits_is_said_to_be_too_long() -> None:
    assert not fit("很长的内容" * 20, 50, 12, advance).fits


@given(TEXT.filter(lambda text: bool(text.strip())), st.floats(20, 300), st.floats(8, 100))
def test_what_is_said_to_fit_does(text: str, width: float, height: float) -> None:
    found = fit(text, width, height, advance)
    if found.fits:
        assert found.size >= FLOOR
        assert all(length(line, advance) * found.size <= width + 0.1 for line in found.lines)
        assert found.size * (1 + 1.25 * (len(found.lines) - 1)) <= height + 0.1
