"""Debian's Chromium in front of a hall that ``make run`` started."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

from .site import Site

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")  # the first draws no window around each page
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
HERE = Path(__file__).parent

NewPage = Callable[..., Page]


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder runs in one process: there is one server and one browser."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(autouse=True)
def search_index() -> None:
    """The hall that runs has its own index; the one of the other tests is not needed here."""


@pytest.fixture(scope="package")  # while it is open, a loop runs in which Django refuses the database
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        message = "Chromium is not installed: apt-get install chromium"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("hall") / "state")
    site.start()
    yield site
    site.stop()


@pytest.fixture
def new_page(chromium: Browser, site: Site) -> Iterator[NewPage]:
    """Opens a page of a fresh browser profile. The test fails when a page asks another host, or reports an error."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def let_ours_through(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(site.base).netloc:
            route.continue_()
        else:
            problems.append(f"asked another host: {route.request.url}")
            route.abort()

    def listen(message: ConsoleMessage) -> None:
        # Chromium logs every answer of 4xx as an error of the console; the tests look at those themselves.
        if message.type == "error" and "Failed to load resource" not in message.text:
            problems.append(f"console of {message.page and message.page.url}: {message.text}")

    def new(**options: object) -> Page:
        context = chromium.new_context(base_url=site.base, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.route("**/*", let_ours_through)
        context.on("console", listen)
        context.on("weberror", lambda error: problems.append(f"script: {error.error}"))
        context.set_default_timeout(20_000)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A citizen's desktop browser."""
    return new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
