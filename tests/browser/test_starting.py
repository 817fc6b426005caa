"""``make run``: what it prints, and that a second start keeps what was edited."""

import sqlite3

from .site import Site


def test_it_prints_the_addresses_and_the_accounts(site: Site) -> None:
    printed = site.printed()
    for words in (f"{site.base}/zh-hans/", f"{site.base}/en/", f"{site.base}/admin/", "editor-police", "ya-an-demo"):
        assert words in printed


def test_a_second_start_keeps_what_was_edited(site: Site) -> None:
    with sqlite3.connect(site.state / "hall.sqlite3", timeout=30) as database:
        before = database.execute("SELECT count(*) FROM wagtailcore_page").fetchone()
        database.execute("UPDATE auth_group SET name = 'kept' WHERE id = (SELECT max(id) FROM auth_group)")
    site.stop()
    site.start()
    with sqlite3.connect(site.state / "hall.sqlite3", timeout=30) as database:
        assert database.execute("SELECT count(*) FROM wagtailcore_page").fetchone() == before
        assert database.execute("SELECT count(*) FROM auth_group WHERE name = 'kept'").fetchone() == (1,)
