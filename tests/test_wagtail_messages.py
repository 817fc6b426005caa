"""The hall office speaks Chinese throughout: what Wagtail has not translated, we have."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, override

from tests.test_architecture import ROOMS
from tests.test_messages import texts

DOMAINS = ("django", "djangojs")
SHARED = {("Changes", None), ("Name", None), ("name", None)}  # our words, which fit Wagtail's pages better than its own
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>")
OURS = Path(settings.LOCALE_PATHS[0])

Key = tuple[str, str | None]


def read(folder: Path, language: str, domain: str) -> Catalog:
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def found_in(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def key_of(message: Message) -> Key:
    return (message.id if isinstance(message.id, str) else message.id[0], message.context)


def translated(catalog: Catalog) -> dict[Key, Message]:
    found = (message for message in catalog if message.id and not message.fuzzy and all(texts(message)))
    return {key_of(message): message for message in found}


def of_wagtail(domain: str) -> Iterator[tuple[Message, bool]]:
    """Every message of the installed parts of Wagtail; does Wagtail have Chinese for it?"""
    for config in apps.get_app_configs():
        if config.name.split(".")[0] == "wagtail":
            folder = Path(config.path) / "locale"
            known = translated(read(folder, "zh_Hans", domain))
            yield from ((message, key_of(message) in known) for message in read(folder, "en", domain) if message.id)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_of_wagtail_has_chinese(domain: str) -> None:
    ours = translated(read(OURS, "zh_Hans", domain))
    rooms = [translated(read(settings.BASE_DIR / room / "locale", "zh_Hans", domain)) for room in ROOMS]
    known = set(ours).union(*rooms)
    assert [key_of(message) for message, has in of_wagtail(domain) if not has and key_of(message) not in known] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_wagtail_has_or_no_longer_says_is_not_kept(domain: str) -> None:
    lacking = {key_of(message) for message, has in of_wagtail(domain) if not has}
    assert set(translated(read(OURS, "zh_Hans", domain))) - lacking == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_markup_are_kept(domain: str) -> None:
    for message in translated(read(OURS, "zh_Hans", domain)).values():
        sources = [message.id] if isinstance(message.id, str) else message.id
        for text in texts(message):
            assert found_in(text) in [found_in(source) for source in sources], message.id


def test_our_words_do_not_stand_where_wagtail_means_something_else() -> None:
    rooms = [translated(read(settings.BASE_DIR / room / "locale", "zh_Hans", "django")) for room in ROOMS]
    ours = {key: message for room in rooms for key, message in room.items() if key not in SHARED}
    for config in apps.get_app_configs():
        if config.name.split(".")[0] == "wagtail":
            theirs = translated(read(Path(config.path) / "locale", "zh_Hans", "django"))
            for key in ours.keys() & theirs.keys():
                assert texts(ours[key]) == texts(theirs[key]), f"{key}: give it a context"


def test_editors_read_them() -> None:
    with override("zh-hans"):
        assert gettext("Autosave is paused") == "自动保存已暂停"
    with override("en"):
        assert gettext("Autosave is paused") == "Autosave is paused"


def test_so_do_the_scripts_of_the_editor(admin: Client) -> None:
    assert "修改已自动保存。".encode("unicode_escape") in admin.get("/admin/jsi18n/").content


def test_the_form_to_log_in_is_chinese(client: Client, db: None) -> None:
    page = client.get("/admin/login/").content.decode()
    assert "密码" in page
    assert ">Password<" not in page.replace("\n", "").replace(" ", "")
