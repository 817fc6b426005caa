"""The demonstration's forms: as many as promised, found whole by the machine, filled in, read back, used by items."""

import re
from collections import Counter

import pypdfium2
import pytest
from django.conf import settings
from django.test import Client

from forms_library.codes import VersionState
from forms_library.detection.fields import FieldKind
from forms_library.field_reviews.reviews import unresolved
from forms_library.filling.checks import problems
from forms_library.filling.fonts import font
from forms_library.filling.pdf import fill_pdf
from forms_library.filling.read_back import check
from forms_library.filling.trial import try_out
from forms_library.models import FormPage, FormVersion
from forms_library.validation.id_number import birth_date
from guides.models import GuidePage
from portal.demo.forms import filling, loading
from portal.demo.forms.drawing import draw
from portal.demo.forms.model import Description, PageBreak, Table, What
from portal.demo.forms.preparing import Prepared
from portal.demo.forms.reading import descriptions

FORMS = descriptions()
HAN = re.compile(r"[\u4e00-\u9fff]")
INVENTED_PLACE = "110101"  # with dates of birth on days like 01-01 and 07-07

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demonstration"),
    pytest.mark.xdist_group("demonstration"),  # so that it is built once
]

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.slug)
each_pdf = pytest.mark.parametrize("form", [f for f in FORMS if f.format == "pdf"], ids=lambda form: form.slug)
each_fillable = pytest.mark.parametrize("form", [f for f in FORMS if f.fillable], ids=lambda form: form.slug)
each_sample = pytest.mark.parametrize("form", [f for f in FORMS if f.sample], ids=lambda form: form.slug)


@pytest.fixture
def one(form: Description, prepared: list[Prepared]) -> Prepared:
    return next(one for one in prepared if one.form.slug == form.slug)


@pytest.fixture
def version(form: Description, demonstration: None) -> FormVersion:
    return FormVersion.objects.select_related("page").get(page__slug=form.page_slug)


# --- how many, and of what kinds ----------------------------------------------------------------------------------


def test_there_are_as_many_forms_of_every_kind_as_promised() -> None:
    published = FormVersion.objects.filter(state=VersionState.PUBLISHED, page__live=True)
    assert published.count() == len(FORMS) >= 26
    assert published.filter(fillable=True).count() >= 15
    assert published.exclude(sample="").count() >= 10
    assert FormPage.objects.filter(written_in="bilingual").count() >= 6
    formats = Counter(published.values_list("file_kind", flat=True))
    assert formats["docx"] >= 4
    assert formats["xlsx"] >= 2


def test_they_look_as_real_forms_do() -> None:
    zones = [form for form in FORMS if {"photo", "office", "signature"} & {blank.value for blank in kinds_in(form)}]
    assert len(zones) >= 10
    assert sum(PageBreak in map(type, form.blocks) for form in FORMS) >= 4
    assert sum(has_roster(form) for form in FORMS) >= 8


def kinds_in(form: Description) -> set[What]:
    cells = [cell for block in form.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
    return {cell.blank.what for cell in cells if cell.blank}


def has_roster(form: Description) -> bool:
    """Are there rows that ask for the same?"""
    rows = [row.cells for block in form.blocks if isinstance(block, Table) for row in block.rows]
    asked = Counter(tuple(cell.blank.label for cell in cells if cell.blank) for cells in rows)
    return any(times >= 2 and len(labels) >= 3 for labels, times in asked.items())


# --- what the machine finds ---------------------------------------------------------------------------------------


@each_form
def test_everything_described_is_found_and_nothing_else(one: Prepared) -> None:
    assert one.match.missing == ()
    assert one.match.unexpected == ()
    assert one.match.misread == ()


@each_form
def test_a_form_is_drawn_the_same_every_time(form: Description, one: Prepared) -> None:
    again = draw(form, font(settings.FORM_FONT))
    assert again.places == one.drawn.places
    assert again.data == one.drawn.data or form.format == "xlsx"


@each_form
def test_a_blank_form_has_nobodys_numbers(one: Prepared) -> None:
    assert one.examined.personal == ()


@each_pdf
def test_every_field_is_filled_in_and_read_back_in_its_place(one: Prepared) -> None:
    trial = try_out(one.examined.data, one.found.fields, font(settings.FORM_FONT))
    assert trial.faults == ()


# --- what editors have done ---------------------------------------------------------------------------------------


@each_form
def test_two_people_have_looked_at_it(version: FormVersion) -> None:
    assert version.confirmed_by_id is not None
    assert version.published_by_id is not None
    assert version.confirmed_by_id != version.published_by_id


@each_fillable
def test_every_field_of_a_form_to_fill_in_online_is_confirmed_and_has_its_english(version: FormVersion) -> None:
    found, reviews = version.detection, version.reviewed
    assert version.fillable
    assert found is not None
    assert unresolved(found, reviews) == []
    for field in found.fields:
        review = reviews[field.id]
        assert review.confirmed
        assert review.label("en"), field.label
        assert not HAN.search(review.label("en") + review.help("en")), field.label
        assert bool(review.help("en")) == bool(review.help("zh-hans")), field.label


# --- samples ------------------------------------------------------------------------------------------------------


@each_sample
def test_a_sample_is_right_and_comes_out_right(one: Prepared) -> None:
    values = filling.sample_values(one.form, one.match.pairs)
    face = font(settings.FORM_FONT)
    assert problems(one.found.fields, values, face, filling.required(one.reviews, one.found.fields)) == {}
    filled = fill_pdf(one.examined.data, one.found.fields, values, face)
    assert filled.overflowing == ()
    assert check(one.examined.data, filled.data, one.found.fields, values) == []
    given = sum(map(len, one.form.sample.values())) + len(one.form.ticks)
    assert len(values) == given, "some values of the sample belong to no field"


@each_sample
def test_a_sample_says_that_it_is_one_on_every_page(version: FormVersion) -> None:
    document = pypdfium2.PdfDocument(version.sample.open("rb").read())
    for page in document:
        assert "示范" in page.get_textpage().get_text_range()
    document.close()


@each_sample
def test_nobody_has_the_numbers_of_a_sample(one: Prepared) -> None:
    kinds = {field.id: field.kind for field in one.found.fields}
    values = filling.sample_values(one.form, one.match.pairs)
    for name, value in values.items():
        if kinds[name] is FieldKind.ID_NUMBER:
            born = birth_date(value)
            assert value.startswith(INVENTED_PLACE)
            assert born is not None
            assert born.month == born.day or born.day in (1, 10, 11, 12), value


# --- what they are for --------------------------------------------------------------------------------------------


@each_form
def test_the_form_and_its_items_lead_to_each_other(form: Description, version: FormVersion, client: Client) -> None:
    assert form.materials
    page = client.get(version.page.get_url()).content.decode()
    for slug, material in form.materials.items():
        guide = GuidePage.objects.get(slug=slug)
        assert guide.materials.get(name_zh_hans=material).form_page_id == version.page_id
        assert guide.get_url() in page
        assert version.page.get_url() in client.get(guide.get_url()).content.decode()


@each_form
def test_an_editor_of_an_item_goes_on_from_its_form(form: Description, version: FormVersion) -> None:
    for slug, material in form.materials.items():
        draft = GuidePage.objects.get(slug=slug).get_latest_revision_as_object()
        assert draft.materials.get(name_zh_hans=material).form_page_id == version.page_id


# --- commands -----------------------------------------------------------------------------------------------------


def test_a_hall_that_has_had_forms_gets_none_again() -> None:
    said: list[str] = []
    loading.load_if_wanted(said.append)
    assert said == []
    FormPage.objects.first().delete()
    assert not loading.is_wanted()


def test_without_a_font_the_forms_are_left_out_and_the_hall_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "FORM_FONT", "/no/such/font.ttf")
    monkeypatch.setattr(loading, "is_wanted", lambda: True)
    said: list[str] = []
    loading.load_if_wanted(said.append)
    assert "FORM_FONT" in said[-1]


def test_questions_of_bilingual_forms_are_asked_in_english(demonstration: None) -> None:
    """ "性别Sex", as the machine reads it, is 性别 in Chinese and Sex in English."""
    version = FormVersion.objects.get(page__slug="form-foreigner-visa-permit")
    found, reviews = version.detection, version.reviewed
    assert found is not None
    asked = {group.label: reviews[group.id].label("en") for group in found.groups if group.label}
    assert asked["性别"] == "Sex"
    assert all(english and not label.isascii() for label, english in asked.items())
