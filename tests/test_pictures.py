"""Pictures are served by the hall itself; documents only by the view that asks who may read them."""

import io
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image as Picture
from wagtail.images.models import Image

from forms_library.models import FormDocument

pytestmark = pytest.mark.django_db


def test_a_picture_of_the_library_is_shown(client: Client) -> None:
    data = io.BytesIO()
    Picture.new("RGB", (40, 30)).save(data, "PNG")
    image = Image.objects.create(title="图", file=ContentFile(data.getvalue(), "map.png"))
    response = client.get(image.get_rendition("width-20").url)
    assert response.status_code == HTTPStatus.OK
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_document_has_no_address_beside_its_view(client: Client) -> None:
    document = FormDocument.objects.create(title="表", file=ContentFile(b"%PDF-1.4", "form.pdf"))
    assert Path(settings.MEDIA_ROOT, document.file.name).is_file()
    assert client.get(f"/media/{document.file.name}").status_code == HTTPStatus.NOT_FOUND
    assert client.get(document.url).status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["images/../../secret_key", "images/%2e%2e/documents/x.pdf", "images/", "images"])
def test_nothing_else_of_the_state_directory_can_be_read(client: Client, path: str) -> None:
    refusals = (HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST)
    assert client.get(f"/media/{path}", follow=True).status_code in refusals
