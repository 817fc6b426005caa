"""The registry's people are those of the admin's tests; its law is the one on which the marriage item rests."""

import pytest

from guides.models import GuidePage, LegalBasis, Statute
from guides.statutes.importing import import_files
from tests.admin.conftest import civil_affairs_editor, public_security_editor, reviewer, translator, window_clerk

from .texts import found, statute

__all__ = ["civil_affairs_editor", "public_security_editor", "reviewer", "translator", "window_clerk"]

TITLE = "中华人民共和国民法典"
OLD = {
    1048: "结婚年龄，男不得早于二十二周岁。",
    1049: "要求结婚的男女双方应当亲自申请结婚登记。",
    1050: "登记结婚后，可以成为家庭成员。",
}
NEW = {1048: "结婚年龄，男不得早于二十二周岁。", 1049: "要求结婚的男女双方可以在任何地方申请结婚登记。"}


@pytest.fixture
def code(db: None) -> Statute:
    """The Civil Code, in its first version."""
    import_files([found(statute(TITLE, OLD), "2020-05-28", "民法典")])
    return Statute.objects.get(title_zh_hans=TITLE)


@pytest.fixture
def linked(guide: GuidePage, code: Statute) -> LegalBasis:
    """The legal basis of the marriage item, which cites 第一千零四十九条, published anew."""
    guide.save_revision().publish()
    basis: LegalBasis = guide.legal_bases.get()
    return basis


def new_version(articles: dict[int, str] = NEW, dated: str = "2024-01-01") -> None:
    import_files([found(statute(TITLE, articles), dated, "民法典")])
