"""What a hall does to speak a third language, and what is to be seen then; in a process with settings of its own.

``python -m tests.third_language.proof found`` makes a small hall in two languages, ``… add`` adds French to it and
prints what it looks at as JSON. Everything lies in the state directory (``PORTAL_VAR``).
"""

import io
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from urllib.parse import quote

import django
from django.conf import settings
from django.core.management import call_command

HERE = Path(__file__).parent
FRENCH_NAME = "Enregistrement du mariage des résidents"
FRENCH_SUMMARY = "Pour deux résidents qui souhaitent se marier ; vous recevez un livret."
OWN_MIGRATIONS = '''"""The product's migrations, and beside them those of this hall."""

from {room} import migrations

__path__ = [*__path__, *migrations.__path__]
'''
FRENCH_WORDS = quote("résidents mariage")
PAGES = {
    "English home": "/en/",
    "found by French": f"/fr/search/?q={FRENCH_WORDS}",
    "found as data": f"/fr/search/?format=json&q={FRENCH_WORDS}",
    "suggestions": "/fr/search/suggestions/?q=enregistr",
    "sitemap": "/sitemap-guides.xml",
}


def found() -> None:
    """A hall in two languages, in use: two items are published."""
    from tests import factories  # noqa: PLC0415 -- models exist only when Django is set up

    call_command("migrate", verbosity=0)
    index = factories.DepartmentIndexPageFactory()
    department = factories.DepartmentPageFactory(parent=index)
    for slug, name in (("marriage", "内地居民结婚登记"), ("licence", "食品经营许可")):
        factories.GuidePageFactory(parent=department, slug=slug, name_zh_hans=name)


def add() -> dict[str, Any]:
    """The steps of ``docs/settings.md``, then what people of the hall do, then what is to be seen."""
    from django.test import Client  # noqa: PLC0415 -- Django is set up by now

    from tests import factories  # noqa: PLC0415
    from tests.crawling import crawl  # noqa: PLC0415

    call_command("makemigrations", name="french", verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("record_texts")
    recorded = _states()
    _translate()
    chief = factories.UserFactory(username="chief", is_staff=True, is_superuser=True)
    return {
        "migrations": sorted(path.name for path in _own_migrations().rglob("*_french.py")),
        "drift": _drift(),
        "recorded": recorded,
        "states": _states(),
        "hall": {address: page.html for address, page in crawl(Client(), "/fr/").items()},
        "pages": {name: _seen(address) for name, address in PAGES.items()},
        "editing": {name: _seen(address, chief) for name, address in _editing().items()},
        "columns": _columns(),
        "exported again": _through_a_workbook(),
    }


def _drift() -> str:
    """What ``makemigrations`` would still do."""
    said = io.StringIO()
    call_command("makemigrations", dry_run=True, stdout=said)
    return said.getvalue().replace("No changes detected\n", "")


def _own_migrations() -> Path:
    return Path(settings.STATE_DIR) / "own_migrations"


def _prepare(state: Path) -> None:
    """The files of this hall: packages for its migrations, and its texts."""
    for room in settings.MIGRATION_MODULES:
        package = state / "own_migrations" / room
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(OWN_MIGRATIONS.format(room=room), "utf-8")
    (state / "own_migrations" / "__init__.py").touch()
    sys.path.insert(0, str(state))
    shutil.copytree(HERE / "locale", state / "locale")
    _compile(state / "locale" / "fr" / "LC_MESSAGES" / "django.po")


def _compile(texts: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- of these two modes only one needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with texts.open("rb") as source, texts.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_po(source, locale="fr"))


def _guide(slug: str) -> Any:
    from guides.models import GuidePage  # noqa: PLC0415 -- models exist only when Django is set up

    return GuidePage.objects.get(slug=slug)


def _translate() -> None:
    """Somebody writes one item in French, and a reviewer marks it."""
    draft = _guide("marriage").get_latest_revision_as_object()
    draft.name_fr = FRENCH_NAME
    draft.summary_fr = FRENCH_SUMMARY
    draft.translation_reviewed_fr = True
    draft.save_revision().publish()


def _states() -> dict[str, dict[str, str]]:
    """The states of the French names and summaries, by item and field."""
    from translations.models import TranslatedText  # noqa: PLC0415 -- models exist only when Django is set up

    texts = TranslatedText.objects.filter(language="fr", field__in=("name", "summary")).select_related("page")
    found: dict[str, dict[str, str]] = {}
    for text in texts:
        if text.object_id == text.page_id and text.place.model.__name__ == "GuidePage":
            found.setdefault(text.page.slug, {})[text.field] = str(text.state)
    return found


def _editing() -> dict[str, str]:
    key = _guide("marriage").pk
    return {
        "form": f"/admin/pages/{key}/edit/",
        "desk": f"/admin/translations/{key}/fr/",
        "to do": "/admin/translations/?state=missing&language=fr",
        "coverage": "/admin/coverage/?language=fr",
        "sent out": f"/admin/translations/export/?file=xliff&language=fr&page={key}",
    }


def _seen(address: str, user: Any = None) -> dict[str, Any]:
    from django.test import Client  # noqa: PLC0415 -- Django is set up by now

    client = Client(headers={"accept-language": "en"})
    if user:
        client.force_login(user)
    answer = client.get(address)
    content = b"".join(answer) if answer.streaming else answer.content
    language = answer.headers.get("Content-Language", "")
    return {"status": answer.status_code, "language": language, "text": content.decode()}


def _columns() -> list[str]:
    from guides.exchange.schema import guide_columns, row_columns  # noqa: PLC0415 -- they read the models

    return [*guide_columns(), *(f"materials.{name}" for name in row_columns("materials"))]


def _through_a_workbook() -> str:
    """The French name after all items went out as a workbook, were forgotten in French, and came back."""
    file = Path(settings.STATE_DIR) / "items.xlsx"
    call_command("export_guides", str(file))
    draft = _guide("marriage").get_latest_revision_as_object()
    draft.name_fr = ""
    draft.save_revision().publish()
    call_command("import_guides", str(file), profile="standard", publish=True)
    return str(_guide("marriage").name_fr)


STEPS: dict[str, Callable[[], object]] = {"found": found, "add": add}


def main(step: str) -> None:
    if step == "add":
        _prepare(Path(settings.STATE_DIR))
    django.setup()
    with redirect_stdout(io.StringIO()):
        answer = STEPS[step]()
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
