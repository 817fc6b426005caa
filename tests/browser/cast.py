"""Members of staff of the demonstration, at their browsers."""

from playwright.sync_api import Page, expect

from portal.demo.accounts import PASSWORD


def log_in(page: Page, username: str) -> Page:
    """Log in through the form."""
    page.goto("/admin/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("form button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def item_number(page: Page, name: str) -> int:
    """The number of an item's page, found by searching for its name as staff do.

    A hall that has just started may not have come to it: its worker puts pages into the search one after the other.
    """
    link = page.locator("table.listing .title a", has_text=name).first
    for _second in range(60):
        page.goto(f"/admin/pages/search/?q={name}")
        if link.is_visible():
            break
        page.wait_for_timeout(1000)
    expect(link).to_be_visible()
    return int(str(link.get_attribute("href")).split("/")[3])
