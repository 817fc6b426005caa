"""What the search knows of departments."""

from django.utils.translation import gettext_lazy as _
from haystack import indexes

from knowledge.models import DepartmentPage
from knowledge.search.documents import PageIndex, Texts, texts_of
from translations.reading import Reading


class DepartmentIndex(PageIndex, indexes.Indexable):
    """Departments, found by their names, addresses, telephones and what they are responsible for."""

    result_type = "department"
    label = _("Department")
    plural = _("Departments")
    shown = ("name", "credit_code", "level", "phone")

    def get_model(self) -> type[DepartmentPage]:
        return DepartmentPage

    def texts(self, page: DepartmentPage, language: str) -> Texts:
        return Texts(
            name=list(texts_of(page, ["name", "short_name"], language)),
            text=[*texts_of(page, ["intro", "address", "hours"], language), page.phone, page.complaint_phone],
        )

    def page_codes(self, page: DepartmentPage) -> list[str]:
        return [page.credit_code]

    def facets(self, page: DepartmentPage) -> dict[str, list[str]]:
        return {"department": [str(page.pk)]}

    def facts(self, reading: Reading) -> list[str]:
        return [fact for fact in (str(reading.get_level_display()), reading.phone) if fact]
