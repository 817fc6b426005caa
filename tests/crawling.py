"""Walking through the hall by its links, as a search engine does."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.test import Client

LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}  # as addresses write them, and as pages do


@dataclass(frozen=True)
class Visited:
    """A page that answered: its text as it was sent, and read."""

    html: str
    soup: BeautifulSoup


def crawl(client: Client, start: str, *others: str) -> dict[str, Visited]:
    """Every page that can be reached from these addresses below ``start``, each once, queries aside.

    Files to download have to be there, and are no pages.
    """
    found: dict[str, Visited] = {}
    files: set[str] = set()
    waiting = [start, *others]
    while waiting:
        address = waiting.pop()
        if address in found or address in files:
            continue
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        if not response["Content-Type"].startswith("text/html"):
            assert b"".join(response), address  # read to its end, which closes the file
            files.add(address)
            continue
        html = response.content.decode()
        found[address] = Visited(html, BeautifulSoup(html, "lxml"))
        waiting += [path for path in local_paths(address, found[address].soup) if path.startswith(start)]
    return found


def local_paths(address: str, soup: BeautifulSoup) -> set[str]:
    """The paths of this server that a page links to."""
    targets = (urlsplit(urljoin(address, str(link["href"]))) for link in soup.select("a[href]"))
    return {target.path for target in targets if not target.netloc and target.scheme in ("", "http", "https")}
