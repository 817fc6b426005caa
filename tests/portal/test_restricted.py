"""What lies below a page that is not for everybody is not for everybody."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from guides.models import GuidePage
from tests import factories
from tests.conftest import Hall


@pytest.fixture
def restricted(hall: Hall, guide: GuidePage) -> GuidePage:
    """An item below a department that only those who are logged in may see."""
    PageViewRestriction.objects.create(page=hall.civil_affairs, restriction_type=PageViewRestriction.LOGIN)
    return guide


def test_an_item_below_it_is_closed_as_well(restricted: GuidePage, hall: Hall, client: Client) -> None:
    assert client.get(f"/zh-hans/departments/civil-affairs/{restricted.slug}/").status_code == 302
    assert client.get("/zh-hans/departments/public-security/").status_code == 200


def test_an_item_below_a_repetition_of_it_is_closed_too(restricted: GuidePage, hall: Hall, client: Client) -> None:
    alias = Page.objects.get(pk=hall.civil_affairs.pk).specific.create_alias(parent=hall.index, update_slug="repeated")
    item = factories.GuidePageFactory(parent=alias, slug="below")
    assert client.get(f"/zh-hans/departments/repeated/{item.slug}/").status_code == 302
    assert set(Page.get_view_restrictions(item)) <= set(item.get_view_restrictions())
