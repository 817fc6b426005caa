"""Short addresses for signs and QR codes; the same in every language."""

from django.urls import path

from . import short

app_name = "short"

urlpatterns = [
    path("<path:code>/qr.svg", short.qr_code, name="qr"),
    path("<path:code>/", short.redirect_to_item, name="item"),
]
