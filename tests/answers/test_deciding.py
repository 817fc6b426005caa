"""Which page is meant, and how certain that is."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.deciding import LEAST, MOST_CHOICES, Candidate, Certainty, all_said, covered, decide, said
from knowledge.search.plan import plan
from knowledge.search.thesaurus import Thesaurus, own_entries

SHARES = st.floats(0, 1)


def candidates(*found: tuple[float, float]) -> list[Candidate[int]]:
    """Pages 0, 1, 2 … by score and share."""
    return [Candidate(number, score, covers) for number, (score, covers) in enumerate(found)]


def test_one_that_has_everything_and_no_rival_is_certain() -> None:
    decision = decide(candidates((10, 1.0), (5, 1.0), (9, 0.5)))
    assert decision is not None
    assert (decision.certainty, decision.pages) == (Certainty.SURE, (0,))


def test_rivals_are_asked_back() -> None:
    decision = decide(candidates((10, 1.0), (9, 1.0), (2, 1.0)))
    assert decision is not None
    assert (decision.certainty, decision.pages) == (Certainty.CHOICE, (0, 1))


def test_a_part_of_what_was_asked_is_a_guess() -> None:
    decision = decide(candidates((10, 0.6), (9, 0.05), (8, 0.5)))
    assert decision is not None
    assert (decision.certainty, decision.pages) == (Certainty.GUESS, (0, 2))


def test_what_has_nothing_of_it_is_no_answer() -> None:
    assert decide(candidates((10, 0.06), (9, 0.02))) is None
    assert decide([]) is None


@given(st.lists(st.tuples(st.floats(0.1, 100), SHARES), max_size=12))
def test_certain_is_only_what_stands_alone(found: list[tuple[float, float]]) -> None:
    ordered = sorted(found, reverse=True)
    decision = decide(candidates(*ordered))
    if decision is None:
        assert all(covers < LEAST for _score, covers in ordered)
        return
    assert 1 <= len(decision.pages) <= MOST_CHOICES
    assert all(ordered[page][1] >= LEAST for page in decision.pages)
    if decision.certainty is Certainty.SURE:
        assert ordered[decision.pages[0]][1] == 1.0


def test_a_name_covers_what_stands_in_it_in_the_reader_s_words_or_the_official_ones() -> None:
    known = Thesaurus(own_entries())
    assert covered(plan("扯证要带什么", known), ["内地居民结婚登记"]) == 1.0
    assert covered(plan("居住证要带什么", known), ["居住证申领"]) == 1.0
    assert covered(plan("大熊猫饲养要什么材料", known), ["居住证申领"]) == 0.0
    assert covered(plan(""), ["居住证申领"]) == 0.0


def test_rare_words_of_a_query_count_for_more_than_those_that_everybody_uses() -> None:
    asked = plan("办理外国人居留证件的地方")
    assert covered(asked, ["外国人居留证件"]) > 0.5 > covered(asked, ["办理地方"])


def test_the_names_around_a_page_are_neither_asked_for_nor_missing() -> None:
    asked = plan("民政局结婚登记")
    assert covered(asked, ["结婚登记"]) < 1.0
    assert covered(asked, ["结婚登记"], ["雅安市民政局"]) == 1.0
    assert covered(asked, ["收养登记"], ["雅安市民政局"]) < 1.0
    assert covered(plan("民政局"), ["结婚登记"], ["雅安市民政局"]) == 0.0


def test_the_likeliest_has_much_of_what_was_asked_and_not_only_a_high_score() -> None:
    decision = decide(candidates((10, 0.4), (9, 0.9)))
    assert decision is not None
    assert decision.pages == (1, 0)


def test_a_name_of_which_much_was_not_said_is_hardly_meant() -> None:
    asked = all_said("外国人居留证件怎么办", plan("外国人居留证件怎么办"))
    whole, part = said(asked, ["外国人居留证件"]), said(asked, ["外国人居留证件遗失登报声明"])
    assert 1.0 == whole > part > 0.0
    assert said(asked, ["出生登记", "外国人居留证件"]) == 1.0
    assert said(asked, []) == 0.0
    likeliest = decide([Candidate("part", 10.0, 0.9, part), Candidate("whole", 9.5, 0.9, whole)])
    assert likeliest is not None
    assert likeliest.pages == ("whole", "part")


def test_of_two_with_as_many_words_the_one_that_means_nearly_the_same_is_meant() -> None:
    likeliest = decide([Candidate("other", 10.0, 0.9, alike=0.1), Candidate("alike", 9.5, 0.9, alike=0.5)])
    assert likeliest is not None
    assert likeliest.pages == ("alike", "other")
    against = Candidate("against", 10.0, 0.9, alike=-0.5)
    assert 0 < against.likelihood == Candidate("nothing", 10.0, 0.9, alike=0.0).likelihood
