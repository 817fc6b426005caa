"""Old kinds of files, read by an office program: a small script plays it."""

import os
from pathlib import Path

import pytest

from forms_library.safety.examine import Examined, examine
from forms_library.safety.kinds import Kind

from . import office_bombs
from .compound import compound_file

DOC = compound_file({"WordDocument": b"\xec\xa5" + b"\0" * 30})


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program of this name where programs are looked for."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def examined(data: bytes) -> Examined:
    answer = examine("form.doc", data)
    assert isinstance(answer, Examined)
    return answer


def test_without_an_office_program_a_doc_is_for_download(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = examined(DOC)
    assert (answer.kind, answer.data, answer.detection) == (Kind.DOC, DOC, None)


def test_with_one_it_becomes_a_document_with_fields(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = tmp_path / "result.docx"
    result.write_bytes(office_bombs.docx("姓名：________"))
    office(tmp_path, monkeypatch, f'test -f input.doc && cp "{result}" input.docx')
    answer = examined(DOC)
    assert (answer.kind, answer.converted_from) == (Kind.DOCX, Kind.DOC)
    assert answer.detection is not None
    assert [field.label for field in answer.detection.fields] == ["姓名"]


@pytest.mark.parametrize("script", ["exit 1", "echo nothing", "kill -9 $$"])
def test_when_it_fails_the_doc_stays_for_download(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office(tmp_path, monkeypatch, script)
    assert examined(DOC).kind is Kind.DOC


def test_what_it_makes_is_examined_like_any_upload(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = tmp_path / "result.docx"
    result.write_bytes(office_bombs.macros_renamed())
    office(tmp_path, monkeypatch, f'cp "{result}" input.docx')
    assert examined(DOC).kind is Kind.DOC
