from django.urls import path

from .glossary.views import glossary

app_name = "translations_public"

urlpatterns = [path("glossary/", glossary, name="glossary")]
