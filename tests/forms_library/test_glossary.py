"""English labels are suggested from a glossary."""

from collections import Counter

import pytest

from forms_library.field_reviews.glossary import PATH, glossary, suggest


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("姓名", "Name"),
        (" 姓　　名：", "Name"),
        ("申请人姓名", "Applicant's name"),
        ("法定代表人的身份证号码", "Legal representative's ID number"),
        ("注册资本（万元）", "Registered capital (10,000 yuan)"),
        ("企业名称/单位名称", "Name of the enterprise or name of the organisation"),
        ("姓名或名称", "Name"),
        ("申请人某某", ""),
        ("", ""),
        ("：", ""),
        ("/", ""),
    ],
)
def test_a_label_is_known_or_it_is_not(label: str, english: str) -> None:
    assert suggest(label) == english


def test_no_label_stands_in_the_file_twice() -> None:
    labels = Counter(line.strip().partition(":")[0] for line in PATH.read_text("utf-8").split("whose:")[0].splitlines())
    assert [label for label, count in labels.items() if count > 1 and not label.startswith("#")] == []
    assert len(glossary().labels) >= 250
