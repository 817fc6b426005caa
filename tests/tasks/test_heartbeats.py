"""Who is dead is told by counting beats, so that no clock can be wrong about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Worker
from knowledge.tasks import heartbeats
from knowledge.tasks.heartbeats import Watch

PATIENCE = 3


@given(st.lists(st.booleans(), max_size=40))
def test_silence_is_as_many_looks_without_a_beat_as_the_patience(beats: list[bool]) -> None:
    watch, counter, unchanged = Watch(PATIENCE), 0, 0
    assert watch.look({"other": counter}) == []
    for beat in beats:
        counter += beat
        unchanged = 0 if beat else unchanged + 1
        assert watch.look({"other": counter}) == (["other"] if unchanged >= PATIENCE else [])


def test_one_silent_worker_does_not_make_others_look_dead() -> None:
    watch = Watch(PATIENCE)
    for beat in range(PATIENCE):
        assert watch.look({"silent": 7, "alive": beat}) == []
    assert watch.look({"silent": 7, "alive": PATIENCE}) == ["silent"]


def test_one_that_comes_back_is_watched_from_the_beginning() -> None:
    watch = Watch(PATIENCE)
    for _look in range(PATIENCE):
        watch.look({"other": 1})
    watch.look({})
    assert watch.look({"other": 1}) == []


def test_a_silent_worker_is_forgotten_and_one_that_beats_is_not(db: None) -> None:
    me, silent, alive = heartbeats.appear(), heartbeats.appear(), heartbeats.appear()
    watch = Watch(PATIENCE)
    for _look in range(PATIENCE):
        assert heartbeats.forget_silent(watch, me) == []
        heartbeats.beat(alive)
    assert [worker.name for worker in heartbeats.forget_silent(watch, me)] == [silent]
    assert set(Worker.objects.values_list("name", flat=True)) == {me, alive}


def test_a_beat_at_the_last_moment_counts(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    me, other = heartbeats.appear(), heartbeats.appear()
    watch = Watch(0)
    looked = watch.look

    def look_and_be_overtaken(beats: dict[str, int]) -> list[str]:
        heartbeats.beat(other)
        return looked(beats)

    monkeypatch.setattr(watch, "look", look_and_be_overtaken)
    assert heartbeats.forget_silent(watch, me) == []
    assert Worker.objects.filter(name=other).exists()


def test_one_that_was_thought_dead_makes_itself_known_again(db: None) -> None:
    name = heartbeats.appear()
    heartbeats.leave(name)
    heartbeats.beat(name)
    assert [worker.name for worker in heartbeats.alive()] == [name]
