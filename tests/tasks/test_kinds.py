"""What may be repeated is what says so."""

from datetime import timedelta
from itertools import pairwise

from knowledge.tasks.kinds import ATTEMPTS, is_repeatable, kind_of, may_be_repeated, pause_after


def test_a_task_that_says_nothing_is_done_once() -> None:
    assert not is_repeatable("guides.exchange.runs.apply")
    assert not is_repeatable("no.such.task")
    assert not may_be_repeated("no.such.task", 0 + 1)


def test_a_task_is_tried_as_often_as_it_says() -> None:
    path = "tests.tasks.deeds.again"
    assert [may_be_repeated(path, attempts) for attempts in (1, 2, 3)] == [True, True, False]


def test_the_tasks_of_the_index_and_those_of_wagtail_may_be_repeated() -> None:
    assert kind_of("knowledge.search.indexing.synchronise").together
    for path in (
        "knowledge.search.indexing.rebuild_index",
        "wagtail.tasks.update_reference_index_task",
        "modelsearch.tasks.insert_or_update_object_task",
    ):
        assert kind_of(path).attempts == ATTEMPTS


def test_pauses_grow_and_stay_bounded() -> None:
    pauses = [pause_after(attempts) for attempts in range(1, 10)]
    assert all(earlier <= later for earlier, later in pairwise(pauses))
    assert pauses[0] < timedelta(minutes=1) < pauses[-1] < timedelta(hours=1)
