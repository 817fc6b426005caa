"""By what readers narrow down forms."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms_library.codes import FormKind, FormLanguage
from forms_library.models import FormPage
from knowledge.search.documents import TOPIC
from knowledge.search.facets import Facet, Label, of_codes, only

YES, NO = "yes", "no"


def _fillable(values: Iterable[str]) -> dict[str, Label]:
    return only(values, {YES: gettext("Can be filled in online"), NO: gettext("To download and print")})


FORM_FACETS = (
    TOPIC,
    Facet("form", _("Kind of form"), of_codes(FormKind)),
    Facet("written", _("Language of the form"), of_codes(FormLanguage)),
    Facet("fillable", _("How to fill it in"), _fillable),
)


def form_facets(form: FormPage) -> dict[str, list[str]]:
    """The values of a form. Its topics and its current version have been read before."""
    fillable = bool(form.current and form.current.fillable)
    return {
        "topic": [topic.key for topic in form.topics.all()],
        "form": [form.kind],
        "written": [form.written_in],
        "fillable": [YES if fillable else NO],
    }
