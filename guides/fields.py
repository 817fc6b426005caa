"""A field for the code lists of which an item may have several values."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import BuiltinLookup
from django.utils.translation import gettext_lazy as _


class CodeListField(models.JSONField):
    """Several values of one ``TextChoices``, kept in the order of the list: ``["individual", "enterprise"]``.

    ``filter(audiences__has_code="individual")`` works on every database.
    """

    def __init__(self, verbose_name: Any = None, *, codes: type[models.TextChoices] | None = None, **kwargs: Any):
        self.codes = codes
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(verbose_name, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        value = super().clean(value, model_instance)
        return self.in_order(value)

    def in_order(self, values: list[str]) -> list[str]:
        """The values once each, in the list's order. Raises ``ValidationError`` for one not in it."""
        if self.codes is None:
            return values
        unknown = [v for v in values if v not in self.codes.values]
        if unknown:
            raise ValidationError(
                _("Not in the code list: %(values)s"), params={"values": ", ".join(map(str, unknown))}
            )
        return [code for code in self.codes.values if code in values]

    def labels(self, values: list[str]) -> list[Any]:
        """The labels of the values in the active language."""
        return [self.codes(value).label for value in values] if self.codes else list(values)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        field = self
        setattr(cls, f"{name}_labels", property(lambda instance: field.labels(getattr(instance, name) or [])))

    def formfield(self, **kwargs: Any) -> Any:
        return forms.TypedMultipleChoiceField(
            choices=self.codes.choices if self.codes else [],
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
            coerce=str,
        )


@CodeListField.register_lookup
class HasCode(BuiltinLookup):
    """Does the stored list hold this code?

    A code never holds a quotation mark or a wildcard, so looking for ``"code"`` in the JSON text is exact.
    """

    lookup_name = "has_code"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        left, params = self.process_lhs(compiler, connection)
        return f"CAST({left} AS text) LIKE %s", (*params, f'%"{self.rhs}"%')
