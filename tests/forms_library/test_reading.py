"""The library as readers see it: the page of a form, its files, its pictures, old addresses."""

from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from wagtail.models import PageViewRestriction

from forms_library.models import FormPage, FormVersion
from guides.models import GuidePage, Material
from knowledge import staff
from tests import factories
from tests.conftest import Hall

CHINESE, ENGLISH = "/zh-hans", "/en"


def address(version: FormVersion, what: str = "file/", language: str = CHINESE) -> str:
    return f"{language}/forms/{version.page_id}/{version.number}/{what}"


def read(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == HTTPStatus.OK, (path, response)
    return BeautifulSoup(response.content, "lxml")


def page_of(form: FormPage, language: str = CHINESE) -> str:
    return f"{language}/departments/civil-affairs/{form.slug}/"


def content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


# --- the page -----------------------------------------------------------------------------------------------------


def test_the_page_offers_the_file_with_its_kind_and_size(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form, texts=["一", "二"])
    found = read(client, page_of(form))
    link = found.select_one(".form-downloads a")
    assert link is not None
    assert link["href"] == address(version)
    assert "PDF, 35 KB" in link.text
    assert len(found.select(".form-pages img[alt][width][height]")) == 2
    assert found.select_one(".form-pages a")["href"] == address(version, "1-large.png")  # type: ignore[index]


def test_the_page_is_english_for_readers_of_english(client: Client, form: FormPage) -> None:
    factories.FormVersionFactory(page=form)
    found = read(client, page_of(form, ENGLISH))
    assert found.h1 is not None
    assert found.h1.text == "Application for marriage registration"
    assert "Each of you fills one in." in found.text
    assert not found.select("[style], style, script:not([src])")


def test_a_form_without_a_file_says_whom_to_ask(client: Client, form: FormPage) -> None:
    found = read(client, page_of(form))
    assert not found.select(".form-downloads")
    assert "0835-2800200" in found.text


def test_the_page_names_the_items_that_ask_for_the_form(client: Client, form: FormPage, guide: GuidePage) -> None:
    material = guide.materials.get(name_zh_hans="居民身份证")
    Material.objects.filter(pk=material.pk).update(form_page=form)
    factories.FormVersionFactory(page=form)
    found = read(client, page_of(form))
    uses = found.select_one("section[aria-labelledby=used-for]")
    assert uses is not None
    assert "内地居民结婚登记" in uses.text
    assert material.name_zh_hans in uses.text
    item = read(client, guide.url)
    assert item.select_one(f"a[href='{page_of(form)}']") is not None
    assert item.select_one(f"a[href='{address(form.current)}']") is not None  # type: ignore[arg-type]


def test_an_item_does_not_lead_to_a_form_that_readers_cannot_have(
    client: Client, form: FormPage, guide: GuidePage
) -> None:
    Material.objects.filter(page=guide).update(form_page=form)
    factories.FormVersionFactory(page=form, state="draft")
    assert not read(client, guide.url).select(f"a[href='{page_of(form)}']")


def test_an_item_that_is_not_public_is_not_named(client: Client, form: FormPage, guide: GuidePage) -> None:
    Material.objects.filter(page=guide).update(form_page=form)
    factories.FormVersionFactory(page=form)
    guide.unpublish()
    assert "内地居民结婚登记" not in read(client, page_of(form)).text


# --- files --------------------------------------------------------------------------------------------------------


def test_a_file_is_saved_under_its_own_name_and_runs_nothing(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    response = client.get(address(version))
    assert content(response) == b"%PDF-1.4 made anew"
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert f"结婚登记申请书 ({version.dated:%Y-%m-%d}).pdf" in unquote(disposition)
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]
    assert int(response["Content-Length"]) == len(b"%PDF-1.4 made anew")


def test_the_name_of_a_file_is_english_for_readers_of_english(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    disposition = client.get(address(version, language=ENGLISH))["Content-Disposition"]
    assert disposition == f'attachment; filename="Application for marriage registration ({version.dated}).pdf"'


def test_a_name_that_no_disk_takes_becomes_one(client: Client, form: FormPage) -> None:
    form.name_zh_hans = '甲/乙"丙\\丁\n'
    form.save()
    disposition = unquote(client.get(address(factories.FormVersionFactory(page=form)))["Content-Disposition"])
    assert "甲 乙 丙 丁" in disposition


def test_downloads_are_counted_and_nothing_else(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    for _time in range(2):
        client.get(address(version))
    client.head(address(version))
    version.refresh_from_db()
    assert version.downloads == 2
    assert "下载 2 次" in read(client, page_of(form)).text.replace("\xa0", " ")


@pytest.mark.parametrize("state", ["draft", "confirmed"])
def test_what_is_not_published_does_not_exist_for_readers(client: Client, form: FormPage, state: str) -> None:
    version = factories.FormVersionFactory(page=form, state=state)
    for what in ("", "file/", "sample/", "1-small.png"):
        assert client.get(address(version, what)).status_code == HTTPStatus.NOT_FOUND


def test_the_file_of_a_draft_is_for_the_editors_of_its_department(form: FormPage, hall: Hall) -> None:
    version = factories.FormVersionFactory(page=form, state="draft")
    answers = []
    for department in (hall.civil_affairs, hall.public_security):
        browser = Client()
        browser.force_login(factories.UserFactory(groups=[staff.editors_of(department)]))
        answers.append(browser.get(address(version)).status_code)
    assert answers == [HTTPStatus.OK, HTTPStatus.NOT_FOUND]
    version.refresh_from_db()
    assert version.downloads == 0


def test_the_file_of_an_unpublished_page_is_gone(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    form.unpublish()
    assert client.get(address(version)).status_code == HTTPStatus.NOT_FOUND
    assert client.get(address(version, "1-small.png")).status_code == HTTPStatus.NOT_FOUND


def test_the_file_of_a_page_for_some_readers_only_is_not_for_all(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    PageViewRestriction.objects.create(page=form, restriction_type="login")
    assert client.get(address(version)).status_code == HTTPStatus.NOT_FOUND


def test_the_upload_itself_is_given_to_nobody(admin: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    assert content(admin.get(address(version))) == b"%PDF-1.4 made anew"
    assert Path(version.original.path).read_bytes() == b"%PDF-1.4 as it came"
    for root in ("/media/", "/documents/", "/media/forms/"):
        assert admin.get(f"{root}{version.original.name}").status_code == HTTPStatus.NOT_FOUND
    with pytest.raises(ValueError, match="no addresses"):
        _url = version.original.url
    assert not Path(version.original.path).is_relative_to(settings.MEDIA_ROOT)
    assert Path(version.original.path).stat().st_mode & 0o077 == 0


def test_a_sample_is_offered_where_there_is_one(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    assert client.get(address(version, "sample/")).status_code == HTTPStatus.NOT_FOUND
    version.sample.save("sample.pdf", version.file)
    link = read(client, page_of(form)).select(".form-downloads a")[1]
    assert "示例样表" in unquote(client.get(str(link["href"]))["Content-Disposition"])


@pytest.mark.parametrize(("what", "data"), [("1-small.png", b"small"), ("1-large.png", b"large")])
def test_a_page_is_shown_as_a_picture_alone(client: Client, form: FormPage, what: str, data: bytes) -> None:
    response = client.get(address(factories.FormVersionFactory(page=form), what))
    assert content(response) == data
    assert response["Content-Type"] == "image/png"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize("what", ["2-small.png", "1-original.png", "0-large.png"])
def test_a_picture_there_is_not_is_not_found(client: Client, form: FormPage, what: str) -> None:
    assert client.get(address(factories.FormVersionFactory(page=form), what)).status_code == HTTPStatus.NOT_FOUND


# --- old addresses ------------------------------------------------------------------------------------------------


def test_the_address_of_the_current_version_leads_to_the_form(client: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    assert client.get(address(version, ""))["Location"] == page_of(form)


@pytest.mark.parametrize("what", ["", "file/"])
def test_the_address_of_an_old_version_leads_to_the_current_one_and_says_so(
    client: Client, form: FormPage, what: str
) -> None:
    old = factories.FormVersionFactory(page=form, state="withdrawn")
    factories.FormVersionFactory(page=form)
    response = client.get(address(old, what), follow=True)
    assert response.redirect_chain[-1][0].startswith(page_of(form))
    notice = BeautifulSoup(response.content, "lxml").select_one(".notice-warning")
    assert notice is not None
    assert "第 1 版" in notice.text
    assert "第 2 版" in notice.text


def test_a_withdrawn_form_is_gone_and_says_so(client: Client, form: FormPage) -> None:
    old = factories.FormVersionFactory(page=form, state="withdrawn")
    found = BeautifulSoup(client.get(address(old), follow=True).content, "lxml")
    assert found.select_one(".notice-warning") is not None
    assert not found.select(".form-downloads, .form-pages")
    assert client.get(address(old, "1-small.png")).status_code == HTTPStatus.NOT_FOUND


def test_earlier_versions_are_told(client: Client, form: FormPage) -> None:
    factories.FormVersionFactory(page=form, state="withdrawn")
    factories.FormVersionFactory(page=form)
    factories.FormVersionFactory(page=form, state="draft")
    earlier = read(client, page_of(form)).select("section[aria-labelledby=versions] li")
    assert len(earlier) == 1
    assert "第 1 版" in earlier[0].text


@pytest.mark.parametrize("nonsense", ["99", "x", "", "１", "9" * 40])
def test_a_version_that_never_was_is_not_mentioned(client: Client, form: FormPage, nonsense: str) -> None:
    factories.FormVersionFactory(page=form)
    assert not read(client, f"{page_of(form)}?version={nonsense}").select(".notice-warning")


def test_a_number_without_end_is_not_found(client: Client, form: FormPage) -> None:
    for path in (f"{CHINESE}/forms/{'9' * 40}/1/", f"{CHINESE}/forms/{form.pk}/{'9' * 40}/file/"):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_deleting_a_form_deletes_its_files(form: FormPage, django_capture_on_commit_callbacks: Any) -> None:
    version = factories.FormVersionFactory(page=form)
    folder = Path(version.file.path).parent
    assert folder.is_dir()
    with django_capture_on_commit_callbacks(execute=True):
        form.delete()
    assert not folder.exists()


def test_nobody_may_be_anybody(form: FormPage) -> None:
    assert not form.permissions_for_user(AnonymousUser()).can_edit()
