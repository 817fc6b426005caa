"""Taking records over: what is created is really published, what is the same stays untouched."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.signals import page_published

from forms_library.models import FormDocument
from guides.exchange.apply import BATCH, apply_records
from guides.exchange.records import DepartmentRef, DistrictRef
from guides.models import GuidePage, ImportRun
from knowledge.models import DepartmentPage, District
from tests import factories
from tests.conftest import Hall

from .conftest import a_record, full_record, tree_problems

pytestmark = pytest.mark.usefixtures("import_hall")


def test_an_item_is_created_with_all_that_the_record_says(import_hall: Hall) -> None:
    report = apply_records([full_record()], publish=True)
    assert (report.created, report.refused) == (["CODE-1"], [])
    guide = GuidePage.objects.get()
    assert (guide.name_zh_hans, guide.name_en, guide.title) == ("内地居民结婚登记", "Marriage", "内地居民结婚登记")
    assert (guide.task_code, guide.promised_days, guide.effective_date) == ("CODE-1", 0, dt.date(2026, 5, 1))
    assert [(m.name_zh_hans, m.originals, m.necessity) for m in guide.materials.all()] == [
        ("身份证", 1, "required"),
        ("户口簿", None, "required"),
    ]
    assert list(guide.windows.values_list("place__slug", flat=True)) == ["yaan-service-centre"]
    assert [topic.key for topic in guide.topics.all()] == ["individual/060"]
    assert guide.get_parent().pk == import_hall.civil_affairs.pk


def test_publishing_is_real(import_hall: Hall, client: Client) -> None:
    heard: list[int] = []

    def listen(sender: Any, instance: Page, **kwargs: Any) -> None:
        heard.append(instance.pk)

    page_published.connect(listen)
    try:
        apply_records([full_record()], publish=True)
    finally:
        page_published.disconnect(listen)
    guide = GuidePage.objects.get()
    assert guide.live
    assert not guide.has_unpublished_changes
    assert guide.first_published_at == guide.last_published_at is not None
    assert guide.live_revision == guide.latest_revision is not None
    assert guide.get_latest_revision_as_object().materials.count() == 2
    assert [entry.action for entry in PageLogEntry.objects.filter(page=guide.pk).order_by("pk")] == [
        "wagtail.create",
        "wagtail.publish",
    ]
    assert heard == [guide.pk]
    response = client.get(guide.get_url())
    assert response.status_code == 200
    assert "户口簿" in response.content.decode()


def test_without_publishing_there_is_a_draft(client: Client) -> None:
    apply_records([full_record()], publish=False)
    guide = GuidePage.objects.get()
    assert (guide.live, guide.has_unpublished_changes, guide.first_published_at) == (False, True, None)
    assert client.get(f"/zh-hans/departments/civil-affairs/{guide.slug}/").status_code == 404


def test_the_next_edit_in_the_admin_keeps_everything(superuser: Any) -> None:
    apply_records([full_record()], publish=True)
    guide = GuidePage.objects.get()
    draft = guide.get_latest_revision_as_object()
    draft.name_en = "Marriage registration"
    draft.save_revision(user=superuser).publish()
    guide.refresh_from_db()
    assert guide.name_en == "Marriage registration"
    assert guide.materials.count() == 2
    assert guide.name_zh_hans == "内地居民结婚登记"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_active_language_does_not_matter(language: str) -> None:
    with translation.override(language):
        apply_records([full_record(), a_record("CODE-2")], publish=True)
    first, second = GuidePage.objects.order_by("path")
    with translation.override("en"):
        assert first.name_en == "Marriage"
    bare = dict(GuidePage.objects.values_list("task_code", "name_zh_hans"))
    assert bare == {"CODE-1": "内地居民结婚登记", "CODE-2": "内地居民结婚登记"}
    assert (second.name_en, second.summary_zh_hans) == (None, None)


def test_the_page_tree_stays_right(import_hall: Hall, guide: GuidePage) -> None:
    records = [a_record(f"CODE-{n}") for n in range(BATCH + 5)]
    records += [a_record(f"OTHER-{n}", department=DepartmentRef(slug="public-security")) for n in range(3)]
    apply_records(records, publish=True)
    assert tree_problems() == []
    import_hall.civil_affairs.refresh_from_db()
    assert import_hall.civil_affairs.numchild == BATCH + 6
    one = GuidePage.objects.get(task_code="OTHER-0")
    assert one.url_path.startswith("/home/departments/public-security/")
    factories.GuidePageFactory(parent=import_hall.civil_affairs, slug="after")
    assert tree_problems() == []


def test_addresses_are_latin_and_differ() -> None:
    apply_records([a_record("A"), a_record("B"), a_record("C", values={"slug": "marriage"})], publish=True)
    slugs = list(GuidePage.objects.order_by("path").values_list("slug", flat=True))
    assert slugs[0].startswith("nei-di-ju-min")
    assert slugs[1] == f"{slugs[0]}-2"
    assert slugs[2] == "marriage"


def test_an_item_is_found_in_both_searches_and_counted_as_use(admin: Client) -> None:
    apply_records([full_record()], publish=True)
    place = factories.ServicePointFactory()
    found = admin.get("/zh-hans/search/", {"q": "结婚登记", "format": "json"}).json()
    assert [result["code"] for result in found["results"] if result["type"] == "guide"] == ["CODE-1"]
    assert "内地居民结婚登记" in admin.get("/admin/pages/search/", {"q": "结婚"}).content.decode()
    assert ReferenceIndex.get_references_to(place).count() == 1


def test_departments_and_districts_are_made(import_hall: Hall) -> None:
    ref = DepartmentRef(
        name="雅安市文化馆",
        credit_code="11440000006939756B",
        level="city",
        district=DistrictRef("511899", "试验区", "county"),
    )
    records = [a_record(f"CODE-{n}", department=ref, values={"district": "511899"}) for n in range(3)]
    report = apply_records(records, publish=True)
    assert report.refused == []
    assert report.departments == ["雅安市文化馆"]
    department = DepartmentPage.objects.get(credit_code="11440000006939756B")
    assert (department.live, department.slug, department.numchild) == (True, "ya-an-shi-wen-hua-guan", 3)
    assert District.objects.filter(code="511899", name_zh_hans="试验区").exists()
    assert GuidePage.objects.filter(district__code="511899").count() == 3
    assert tree_problems() == []


@pytest.mark.parametrize(
    "ref",
    [
        DepartmentRef(slug="civil-affairs"),
        DepartmentRef(credit_code="11511800008650000A"),
        DepartmentRef(name="雅安市民政局"),
        DepartmentRef(name="改了名的民政局", credit_code="11511800008650000A"),
    ],
)
def test_a_department_is_known_by_slug_credit_code_or_name(import_hall: Hall, ref: DepartmentRef) -> None:
    report = apply_records([a_record(department=ref)], publish=True)
    assert report.departments == []
    assert GuidePage.objects.get().get_parent().pk == import_hall.civil_affairs.pk


def test_a_department_that_cannot_be_made_leaves_nothing() -> None:
    ref = DepartmentRef(name="某局", credit_code="wrong")
    report = apply_records([a_record(department=ref), a_record("CODE-2")], publish=True)
    assert [refusal.code for refusal in report.refused] == ["CODE-1"]
    assert report.created == ["CODE-2"]
    assert not DepartmentPage.objects.filter(name_zh_hans="某局").exists()
    assert tree_problems() == []


def test_a_dry_run_says_the_same_and_does_nothing() -> None:
    records = [
        full_record(),
        a_record("CODE-2", department=DepartmentRef(name="新局", credit_code="11440000006939756B")),
        a_record("CODE-3", values={"item_type": "nonsense"}),
    ]
    pages = Page.objects.count()
    said = apply_records(records, publish=True, dry_run=True)
    assert Page.objects.count() == pages
    done = apply_records(records, publish=True)
    assert said.counts == done.counts
    assert said.refused == done.refused
    assert said.departments == done.departments == ["新局"]


def test_plain_texts_keep_html_as_text_and_pages_show_it_as_text(client: Client) -> None:
    nasty = "<script>alert(1)</script>"
    rows = {"materials": [{"name_zh_hans": nasty}]}
    apply_records(
        [a_record(values={"name_zh_hans": f"事项{nasty}", "summary_zh_hans": nasty}, rows=rows)], publish=True
    )
    guide = GuidePage.objects.get()
    assert guide.summary_zh_hans == nasty
    page = client.get(guide.get_url()).content.decode()
    assert nasty not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("given", "kept", "gone"),
    [
        ("<p>好<script>alert(1)</script></p>", "好", "alert"),
        ('<p onclick="x()">好</p>', "好", "onclick"),
        ('<p><a href="javascript:alert(1)">好</a></p>', "好", "javascript"),
        ('<p style="position:fixed">好</p>', "好", "style"),
        ("<p>没有<b>关上", "没有<b>关上</b>", "script"),
    ],
)
def test_rich_text_holds_only_what_the_editor_could_make(given: str, kept: str, gone: str) -> None:
    apply_records([a_record(values={"remarks_zh_hans": given})], publish=True)
    remarks = GuidePage.objects.get().remarks_zh_hans
    assert kept in remarks
    assert gone not in remarks
    assert apply_records([a_record(values={"remarks_zh_hans": given})], publish=True).unchanged == ["CODE-1"]


def test_documents_are_named_by_title_and_by_number_where_titles_are_shared() -> None:
    one, two, three = (FormDocument.objects.create(title=title, file="x.pdf") for title in ("申请书", "样表", "样表"))
    rows = {"materials": [{"name_zh_hans": "表", "blank_form": "申请书", "sample": f"样表#{three.pk}"}]}
    apply_records([a_record(rows=rows)], publish=True)
    material = GuidePage.objects.get().materials.get()
    assert (material.blank_form, material.sample) == (one, three)
    ambiguous = a_record("B", rows={"materials": [{"name_zh_hans": "表", "sample": "样表"}]})
    assert len(apply_records([ambiguous], publish=True).refused) == 1
    assert two.pk != three.pk


def test_a_batch_that_the_database_refuses_is_done_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import DatabaseError  # noqa: PLC0415

    from guides.exchange import apply, create  # noqa: PLC0415

    real = create.create_items

    def failing(decisions: Any, *args: Any) -> Any:
        if any(decision.record.code == "BAD" for decision in decisions):
            raise DatabaseError("the disk objects")
        return real(decisions, *args)

    monkeypatch.setattr(apply, "create_items", failing)
    ref = DepartmentRef(name="新局", credit_code="11440000006939756B")
    run = ImportRun.objects.create(profile="standard", file_name="x")
    records = [a_record("A", department=ref), a_record("BAD"), a_record("B", department=ref)]
    report = apply_records(records, publish=True, run=run)
    assert report.created == ["A", "B"]
    assert [(refusal.code, refusal.reason) for refusal in report.refused] == [("BAD", "the disk objects")]
    assert report.departments == ["新局"]
    assert sorted(run.items.values_list("code", flat=True)) == ["11440000006939756B", "A", "B"]
    assert tree_problems() == []


def test_progress_counts_every_record() -> None:
    heard: list[int] = []
    apply_records([a_record(f"C{n}") for n in range(BATCH + 2)], publish=False, progress=heard.append)
    assert heard == [BATCH, 2]
