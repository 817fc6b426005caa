"""Short addresses for signs and QR codes; the same in every language."""

from django.urls import path

from . import short
from .record import as_of

app_name = "short"

urlpatterns = [
    path("<path:code>/as-of/<str:day>/", as_of.by_code, name="as_of"),
    path("<path:code>/qr.svg", short.qr_code, name="qr"),
    path("<path:code>/", short.redirect_to_item, name="item"),
]
