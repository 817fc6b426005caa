"""Translated text fields get the text box that grows with its text, as Wagtail's own do.

Wagtail gives it to ``TextField`` exactly, and modeltranslation's columns are of classes of their own.
"""

from django.db import models
from modeltranslation.translator import translator
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .languages import columns


def let_text_boxes_grow() -> None:
    """Called once, when the apps are ready."""
    for model in translator.get_registered_models(abstract=False):
        for name in translator.get_options_for_model(model).local_fields:
            if type(model._meta.get_field(name)) is models.TextField:
                for column in columns(name):
                    register_form_field_override(
                        type(model._meta.get_field(column)),
                        override={"widget": AdminAutoHeightTextInput},
                        exact_class=True,
                    )
