"""Postings of a Whoosh index: whatever is written is read again."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.engines.whoosh_codec import MOST_TIMES, SHORT, decoded, encoded, packed_postings
from knowledge.search.engines.whoosh_writer import Pool

TIMES = st.integers(1, 2 * MOST_TIMES)
POSTINGS = st.dictionaries(st.integers(0, 9_999), TIMES, min_size=1, max_size=3 * SHORT)
TOKENS = st.lists(st.sampled_from(["结婚", "登记", "a", "é", "𠮷"]), max_size=12)


@given(POSTINGS)
def test_postings_come_back_as_they_were(postings: dict[int, int]) -> None:
    documents = np.array(sorted(postings), np.uint64)
    times = np.array([postings[number] for number in sorted(postings)], np.int64)
    held = decoded(encoded(packed_postings(documents, times)))
    assert held.numbers.tolist() == sorted(postings)
    assert held.times.tolist() == [min(count, MOST_TIMES) for count in times]


@given(st.lists(TOKENS, max_size=8))
def test_a_pool_gives_each_token_with_its_documents_in_order(documents: list[list[str]]) -> None:
    pool = Pool()
    for number, tokens in enumerate(documents):
        pool.put("name", number, tokens)
    given_back = [
        (held.token.decode(), *(part.tolist() for part in decoded(encoded(held.postings))))
        for held in pool.iter_postings()
    ]
    counts = [Counter(tokens) for tokens in documents]
    expected = []
    for token in sorted({token for tokens in documents for token in tokens}):
        numbers = [number for number, count in enumerate(counts) if count[token]]
        expected.append((token, numbers, [float(counts[number][token]) for number in numbers]))
    assert given_back == expected


def test_fields_come_in_their_order_and_merged_postings_join_their_tokens() -> None:
    pool = Pool()
    pool.put("text", 0, ["登记", "登记"])
    pool.put("name", 0, ["结婚"])
    pool.add(("text", "登记".encode(), 3, 5.0, None))
    found = [(held.field, held.token.decode(), decoded(encoded(held.postings))) for held in pool.iter_postings()]
    assert [(field, token) for field, token, _held in found] == [("name", "结婚"), ("text", "登记")]
    assert found[1][2].numbers.tolist() == [0, 3]
    assert found[1][2].times.tolist() == [2.0, 5.0]
