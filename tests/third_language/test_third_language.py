"""A third language is added by settings, migrations and texts alone: a hall in use adds French, step by step."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from portal.environment import BASE_DIR

from .proof import FRENCH_NAME

HAN = re.compile("[\u4e00-\u9fff]")
TRANSLATED = "/fr/departments/civil-affairs/marriage/"
UNTRANSLATED = "/fr/departments/civil-affairs/licence/"
Proof = dict[str, Any]


def process(state: Path, step: str, settings: str) -> Any:
    """What ``proof`` answers, in a process with settings of its own."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEARCH_URL")},
        "DJANGO_SETTINGS_MODULE": f"tests.third_language.{settings}",
        "PORTAL_VAR": str(state),
        "SECRET_KEY": "only-for-tests",
    }
    command = [sys.executable, "-m", "tests.third_language.proof", step]
    done = subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    state = tmp_path_factory.mktemp("hall")
    process(state, "found", "two_languages")
    answer: Proof = process(state, "add", "settings")
    return answer


pytestmark = pytest.mark.xdist_group("third language")


def soup_of(proof: Proof, address: str) -> BeautifulSoup:
    return BeautifulSoup(proof["hall"][address], "lxml")


def words_in(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Each text of a page's body, with the language that it is marked with."""
    for text in soup.body.find_all(string=True) if soup.body else ():
        yield str(text), next((str(tag["lang"]) for tag in text.parents if tag.get("lang")), "")


def test_the_hall_adds_migrations_of_its_own_and_leaves_those_of_the_product_alone(proof: Proof) -> None:
    assert len(proof["migrations"]) == 4  # knowledge, forms_library, guides and portal have texts
    assert not list(BASE_DIR.glob("*/migrations/*_french.py"))
    assert proof["drift"] == ""  # models and migrations agree afterwards


def test_an_item_answers_in_french(proof: Proof) -> None:
    soup = soup_of(proof, TRANSLATED)
    assert soup.select_one("html[lang=fr]")
    assert soup.h1
    assert soup.h1.get_text(strip=True) == FRENCH_NAME
    assert "vous recevez un livret" in soup.get_text()
    assert soup.select_one(".notice-language") is None


def test_an_item_without_french_says_so_and_shows_the_chinese_as_chinese(proof: Proof) -> None:
    soup = soup_of(proof, UNTRANSLATED)
    name = soup.select_one("h1 [lang=zh-Hans]")
    assert name
    assert name.get_text() == "食品经营许可"
    notice = soup.select_one(".notice-language")
    assert notice
    assert "Not yet in Français" in notice.get_text()


def test_every_page_is_there_and_shows_no_chinese_as_french(proof: Proof) -> None:
    assert {"/fr/", TRANSLATED, UNTRANSLATED, "/fr/departments/", "/fr/a-z/e/", "/fr/glossary/"} <= set(proof["hall"])
    for address in proof["hall"]:
        soup = soup_of(proof, address)
        assert soup.select_one("html[lang=fr]"), address
        assert [text for text, language in words_in(soup) if HAN.search(text) and language != "zh-Hans"] == [], address


def test_the_interface_is_french_where_the_hall_has_the_words_and_else_english(proof: Proof) -> None:
    soup = soup_of(proof, "/fr/")
    skip = soup.select_one(".skip-link")
    assert skip
    assert skip.get_text() == "Aller au contenu"
    assert "Find a service" in soup.get_text()


def test_pages_name_each_other_in_all_three_languages(proof: Proof) -> None:
    soup = soup_of(proof, TRANSLATED)
    alternates = {str(link["hreflang"]): str(link["href"]) for link in soup.select("link[rel=alternate][hreflang]")}
    path = TRANSLATED.removeprefix("/fr")
    assert alternates == {
        "zh-Hans": f"http://testserver/zh-hans{path}",
        "en": f"http://testserver/en{path}",
        "fr": f"http://testserver/fr{path}",
    }
    switch = BeautifulSoup(proof["pages"]["English home"]["text"], "lxml").select_one('.language-switch a[href="/fr/"]')
    assert switch
    assert switch.get_text() == "Français"
    assert switch["lang"] == "fr"


def test_the_sitemap_holds_the_french_addresses(proof: Proof) -> None:
    sitemap = proof["pages"]["sitemap"]["text"]
    assert f"<loc>http://testserver{TRANSLATED}</loc>" in sitemap
    assert 'hreflang="fr"' in sitemap


def test_readers_find_by_french_words_and_are_offered_french_names(proof: Proof) -> None:
    first = json.loads(proof["pages"]["found as data"]["text"])["results"][0]
    assert (first["title"], first["url"]) == (FRENCH_NAME, TRANSLATED)
    page = BeautifulSoup(proof["pages"]["found by French"]["text"], "lxml")
    assert [mark.get_text() for mark in page.select("h3 mark")][:2] == ["mariage", "résidents"]
    assert FRENCH_NAME in proof["pages"]["suggestions"]["text"]


def test_what_was_published_before_is_known_to_lack_french(proof: Proof) -> None:
    missing = {"name": "missing", "summary": "missing"}
    assert proof["recorded"] == {"marriage": missing, "licence": missing}
    assert proof["states"] == {"marriage": {"name": "reviewed", "summary": "reviewed"}, "licence": missing}


def test_editors_and_translators_work_in_french(proof: Proof) -> None:
    assert {name: page["status"] for name, page in proof["editing"].items()} == dict.fromkeys(proof["editing"], 200)
    form, desk = (BeautifulSoup(proof["editing"][name]["text"], "lxml") for name in ("form", "desk"))
    assert "name · Français" in form.get_text()
    name = form.select_one("[name=name_fr]")
    assert name
    assert name.get("value") == FRENCH_NAME
    assert "Français" in desk.get_text()
    assert FRENCH_NAME in proof["editing"]["desk"]["text"]
    assert "食品经营许可" in proof["editing"]["to do"]["text"]
    assert 'trgLang="fr"' in proof["editing"]["sent out"]["text"]


def test_files_have_french_columns_wherever_they_have_english_ones(proof: Proof) -> None:
    english = {name.removesuffix("_en") for name in proof["columns"] if name.endswith("_en")}
    assert english == {name.removesuffix("_fr") for name in proof["columns"] if name.endswith("_fr")} != set()
    assert proof["exported again"] == FRENCH_NAME
