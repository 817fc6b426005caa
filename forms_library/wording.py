"""What is said about a form in a few words."""

from django.utils.translation import gettext as _

from forms_library.models import FormPage, FormVersion
from knowledge.wording import file_size
from translations.wording import long_date


def kind_and_size(version: FormVersion) -> str:
    """``"PDF, 35 KB"``."""
    return ", ".join(part for part in (version.file_kind.upper(), file_size(version.size)) if part)


def form_facts(form: FormPage) -> list[str]:
    """What a card says below the name: what it is, in which language, what file, of which day."""
    facts = [form.get_kind_display(), form.get_written_in_display()]
    if version := form.current:
        facts += [kind_and_size(version), long_date(version.dated)]
        facts += [_("Can be filled in online")] if version.fillable else []
    return [str(fact) for fact in facts if fact]
