"""Statutes come into the registry from folders and archives, whole or not at all, and a second time without effect."""

import io
import tarfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from guides.codes.statutes import VersionStatus
from guides.models import Article, Statute, StatuteVersion
from guides.statutes.files import Found, read_files
from guides.statutes.importing import Outcome, import_files, settle_versions

from .texts import MARRIAGE, found, statute, write

pytestmark = pytest.mark.django_db
NEW = {1: "为了婚事，制定本法。", 2: "要求结婚的双方应当共同申请。", 3: "本法自2022年1月1日起施行。"}


def counts(*files: Found) -> dict[str, int]:
    return {outcome.value: count for outcome, count in import_files(files).counts.items() if count}


def test_versions_in_order_each_in_force_until_the_next() -> None:
    assert counts(found(statute(articles=NEW), "2021-10-01"), found(statute())) == {"new_statute": 1, "new_version": 1}
    first, second = StatuteVersion.objects.order_by("dated")
    assert (first.effective_on, first.ends_on) == (date(2020, 5, 28), date(2022, 1, 1))
    assert (second.effective_on, second.ends_on) == (date(2022, 1, 1), None)
    assert first.status(date(2021, 12, 31)) == VersionStatus.IN_FORCE
    assert second.status(date(2021, 12, 31)) == VersionStatus.FUTURE
    assert first.status(date(2022, 1, 1)) == VersionStatus.SUPERSEDED
    assert [article.written for article in second.articles.all()] == ["第一条", "第二条", "第三条"]
    law: Any = Statute.objects.get()
    assert (law.slug, law.issuing_body_zh_hans) == ("hun-shi-deng-ji-fa", "全国人民代表大会")
    assert list(law.names.values_list("key", flat=True)) == ["婚事登记法"]


def test_a_second_import_changes_nothing() -> None:
    files = [found(statute()), found(statute(articles=NEW), "2021-10-01")]
    import_files(files)
    before = list(Article.objects.order_by("pk").values())
    assert counts(*files) == {"unchanged": 2}
    assert list(Article.objects.order_by("pk").values()) == before


def test_a_corrected_file_replaces_the_words_of_its_version() -> None:
    import_files([found(statute())])
    assert counts(found(statute(articles={1: "改正。"}))) == {"corrected": 1}
    assert [article.text for article in Article.objects.all()] == ["改正。"]


def test_two_files_of_one_version_are_one_and_where_they_differ_the_first_counts() -> None:
    text = statute()
    same = found(text.replace("第一章 总则", "第一章 总 则"), shelf="社会法")
    other = found(statute(articles={1: "别的。"}), shelf="行政法")
    report = import_files([found(text), same, other])
    assert (report.counts[Outcome.NEW_STATUTE], report.counts[Outcome.UNCHANGED]) == (1, 1)
    (problem,) = report.problems
    assert "行政法" in str(problem)
    assert "民法商法" in str(problem)
    assert counts(found(text), same) == {"unchanged": 2}


def test_a_repealed_statute_ends_with_what_repeals_it() -> None:
    repealing = {1: "甲。", 2: "本条例自2023年3月1日起施行。《婚事登记法》同时废止。"}
    files = [found(statute("促进婚事条例", repealing), "2023-01-05", "促进婚事条例"), found(statute())]
    import_files(files)
    law = Statute.objects.get(title_zh_hans=MARRIAGE)
    assert (law.repealed_on, str(law.repealed_by)) == (date(2023, 3, 1), "促进婚事条例")
    version = law.versions.get()
    assert version.ends_on == date(2023, 3, 1)
    assert version.status(date(2023, 3, 1)) == VersionStatus.REPEALED
    import_files([found(statute(), "2024-01-01")])  # made anew
    law.refresh_from_db()
    assert law.repealed_on is None


class OneInForceTest(TestCase):
    """The rule as a predicate and as a query are the same, and at most one version is in force on any day."""

    DAYS = st.dates(date(2000, 1, 1), date(2000, 2, 10))

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=6, unique_by=lambda one: one[0]), DAYS, st.none() | DAYS
    )
    def test_it(self, dates: list[tuple[date, date]], day: date, repealed_on: date | None) -> None:
        now = "2024-01-01T00:00:00Z"
        law = Statute.objects.create(title_zh_hans="某法", slug="mou", registered_at=now, repealed_on=repealed_on)
        for dated, effective_on in dates:
            StatuteVersion.objects.create(
                statute=law, dated=dated, effective_on=effective_on, digest="x", arrived_at=now
            )
        settle_versions(law)
        by_rule = [version for version in law.versions.all() if version.is_in_force(day)]
        assert by_rule == list(law.versions.in_force(day))
        assert len(by_rule) <= 1
        if repealed_on and day >= repealed_on:
            assert by_rule == []


# --- files --------------------------------------------------------------------------------------------------------


def archive(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for info, content in members:
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_hostile_entries_of_an_archive_do_no_harm(tmp_path: Path) -> None:
    text = statute().encode()
    source = archive(
        tmp_path / "a.tar.gz",
        (member("../../../etc/婚事登记法(2020-05-28).md"), text),
        (member("/absolute(2021-05-28).md", tarfile.SYMTYPE, "/etc/passwd"), b""),
        (member("hard(2021-05-28).md", tarfile.LNKTYPE, "/etc/passwd"), b""),
        (member("device(2021-05-28).md", tarfile.CHRTYPE), b""),
        (member("fifo.md", tarfile.FIFOTYPE), b""),
        (member("a\x1b[31m(2021-05-28).md"), b"\xff\xfe"),
        (member("_index.md"), b"---\n---\n"),
        (member("picture.png"), b"x"),
    )
    files = read_files(source)
    assert len(files) == 2
    report = import_files(files)
    assert report.counts[Outcome.NEW_STATUTE] == 1
    assert "\x1b" not in str(report.problems[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar.gz"]


def test_files_that_are_too_large_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guides.statutes.files.LARGEST_FILE", 100)
    source = archive(tmp_path / "a.tar.gz", (member("大(2020-05-28).md"), b"x" * 101))
    write(tmp_path / "folder", "大(2020-05-28).md", "x" * 101)
    for place in (source, tmp_path / "folder"):
        (problem,) = import_files(read_files(place)).problems
        assert problem.name.endswith("大(2020-05-28).md")


def test_an_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    whole = archive(
        tmp_path / "a.tar.gz",
        (member("婚事登记法(2020-05-28).md"), statute().encode()),
        (member("b(2020-05-28).md"), bytes(range(256)) * 800),
    ).read_bytes()
    (tmp_path / "b.tar.gz").write_bytes(whole[: len(whole) * 2 // 3])
    report = import_files(read_files(tmp_path / "b.tar.gz"))
    assert report.counts[Outcome.NEW_STATUTE] == 1
    assert report.problems[-1].name == "b.tar.gz"


def test_the_command_names_what_it_could_not_read_and_fails(tmp_path: Path) -> None:
    write(tmp_path, "民法商法/婚事登记法(2020-05-28).md", statute())
    write(tmp_path, "民法商法/无名(2020-05-28).md", "第一条 没有标题。")
    (tmp_path / "乱码(2020-05-28).md").write_bytes("# 某法".encode("gb18030"))
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    with pytest.raises(CommandError) as failure:
        call_command("import_statutes", tmp_path)
    assert "2" in str(failure.value)
    assert Statute.objects.count() == 1


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    write(tmp_path, "婚事登记法(2020-05-28).md", statute())
    out = io.StringIO()
    call_command("import_statutes", tmp_path, stdout=out)
    assert "1" in out.getvalue()


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_source_without_texts_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError):
        call_command("import_statutes", tmp_path / name)


def test_what_is_no_archive_is_a_problem(tmp_path: Path) -> None:
    (path := tmp_path / "x.tar.gz").write_text("no archive")
    (problem,) = import_files(read_files(path)).problems
    assert problem.name == "x.tar.gz"
