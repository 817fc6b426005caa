"""Pin each bare column ("name") to the language of record.

modeltranslation writes the bare column in whichever language happens to be active, and Wagtail's reference
index would count the links of a rich text twice: once in the bare column, once in its own language's.
"""

import types
from collections.abc import Callable
from typing import Any

from django.db import models
from modeltranslation.translator import translator

from .languages import column, default_language


def _value_of_record(default_column: str) -> Callable[[models.Field[Any, Any], models.Model, bool], Any]:
    def pre_save(self: models.Field[Any, Any], instance: models.Model, add: bool) -> Any:
        value = getattr(instance, default_column)
        return self.get_default() if value is None and not self.null else value

    return pre_save


def pin_bare_columns() -> None:
    """Patch the bare fields of every registered model. Called once, when the apps are ready."""
    for model in translator.get_registered_models(abstract=False):
        for name in translator.get_options_for_model(model).local_fields:
            field: Any = model._meta.get_field(name)
            if field.remote_field:
                continue
            field.pre_save = types.MethodType(_value_of_record(column(name, default_language())), field)
            if hasattr(field, "extract_references"):
                field.extract_references = lambda value: ()
