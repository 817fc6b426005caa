"""Words for what a form and its versions hold."""

from django import template

from forms_library import wording
from knowledge.wording import file_size
from translations.reading import Reading
from translations.wording import long_date

register = template.Library()

register.filter("day_in_words", long_date)
register.filter("size_in_words", file_size)
register.filter("kind_and_size", wording.kind_and_size)


@register.filter
def form_facts(form: Reading) -> list[str]:
    """What a card says below the name of a form."""
    return wording.form_facts(form.instance)
