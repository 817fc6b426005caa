"""The child process: gives plain data or a plain refusal, whatever happens in it."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.safety import plain, process
from forms_library.safety.limits import Limits
from forms_library.safety.reasons import Reason, Refused

SHORT = Limits(memory=900, cpu=2, wall=3, file=20)


def call(function: str, **arguments: object) -> object:
    return process.run(f"tests.forms.children.{function}", b"%PDF-1.7 data", SHORT, **arguments)


def refusal(function: str, **arguments: object) -> Reason:
    with pytest.raises(Refused) as caught:
        call(function, **arguments)
    return caught.value.reason


def test_a_function_gets_bytes_and_gives_plain_data() -> None:
    assert call("give_back", page=3, name="表") == {"data": b"%PDF-1.7 data", "arguments": {"page": 3, "name": "表"}}


@pytest.mark.parametrize("name", ["take_memory", "never_end", "sleep"])
def test_what_takes_too_much_is_stopped(name: str) -> None:
    started = time.monotonic()
    assert refusal(name) is Reason.TOO_DEMANDING
    assert time.monotonic() - started < 3 * SHORT.wall


@pytest.mark.parametrize("name", ["fill_the_disk", "open_many_files", "crash", "raise_something"])
def test_what_goes_wrong_is_a_refusal(name: str) -> None:
    assert refusal(name) in (Reason.DAMAGED, Reason.TOO_DEMANDING)


def test_an_answer_that_is_none_is_a_refusal() -> None:
    assert refusal("forge_an_answer") is Reason.DAMAGED


def test_a_reason_given_inside_comes_out() -> None:
    assert refusal("refuse") is Reason.ENCRYPTED


def test_a_library_that_is_missing_is_not_the_files_fault() -> None:
    with pytest.raises(RuntimeError, match="installed"):
        call("no_such_function")


def test_several_files_share_a_process_and_each_has_its_answer() -> None:
    found = process.run_each("tests.forms.children.give_back", [b"one", b"two"], page=3)
    assert [(one["data"], one["arguments"]) for one in found] == [(b"one", {"page": 3}), (b"two", {"page": 3})]
    refused = process.run_each("tests.forms.children.refuse", [b"one", b"two"])
    assert [one.reason for one in refused] == [Reason.ENCRYPTED] * 2


def test_what_a_parser_prints_does_not_matter() -> None:
    assert call("shout") == "done"


def test_a_child_knows_nothing_of_the_hall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "top secret")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:password@host/name")
    seen = call("look_around")
    assert isinstance(seen, dict)
    assert seen["files"] == ["arguments", "input"]
    assert "secret" not in str(seen["environment"])
    assert "password" not in str(seen["environment"])


def test_the_directory_of_a_child_is_gone_afterwards() -> None:
    seen = call("look_around")
    assert isinstance(seen, dict)
    assert seen["folder"].startswith(tempfile.gettempdir())
    assert not Path(seen["folder"]).exists()


def test_what_a_child_started_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    assert refusal("leave_somebody_behind", note=str(note)) in (Reason.TOO_DEMANDING, Reason.DAMAGED)
    if note.exists():  # where processes may be started at all
        time.sleep(0.2)
        assert not _runs(int(note.read_text()))


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X") and os.path.exists(f"/proc/{pid}")  # noqa: PTH110 - a process, not a file


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(PLAIN)
def test_plain_data_comes_back_as_it_went(value: object) -> None:
    assert plain.load(plain.dump(value)) == value


@given(st.binary())
def test_other_data_is_no_answer(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        plain.load(data)
