"""Addresses of the hall."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from forms_library.documents.serving import serve as serve_document
from portal.sitemaps import SITEMAPS
from portal.views import robots

# Pictures of editors and of their rich texts. Documents go through Wagtail, which asks who may read them.
PICTURES = r"^media/(?P<path>(?:images|original_images|avatar_images)/.+)$"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<path:document_filename>", serve_document),
    path("documents/", include(wagtaildocs_urls)),
    re_path(PICTURES, serve, {"document_root": settings.MEDIA_ROOT}),
    path("i/", include("guides.short_urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
]

urlpatterns += i18n_patterns(
    path("", include("knowledge.urls")),
    path("", include("guides.urls")),
    path("", include("forms_library.urls")),
    path("", include("translations.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
