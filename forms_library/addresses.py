"""What stands in addresses: numbers of as many digits as a database takes (longer ones are not found), and steps."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter

from forms_library.versions.rules import Step


class KeyConverter(IntConverter):
    """``<key:number>``"""

    regex = "[0-9]{1,9}"


class StepConverter(StringConverter):
    """``<step:step>``"""

    regex = "|".join(step.value for step in Step)


def register() -> None:
    """Once, when the apps are ready: before any addresses are read."""
    register_converter(KeyConverter, "key")
    register_converter(StepConverter, "step")
