"""Every kind of row that an item may have, in both languages."""

from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from forms_library.models import FormDocument
from guides import models as rows
from knowledge.models import District, ServicePoint

from . import factories


def document(name: str) -> FormDocument:
    """A file to download."""
    made: FormDocument = FormDocument.objects.create(
        title=name,
        name_zh_hans=name,
        name_en=f"English {name.encode().hex()}",
        file=ContentFile(b"%PDF-1.4", f"{len(name)}.pdf"),
    )
    return made


def legal_bases() -> list[Any]:
    return [
        rows.LegalBasis(
            statute_zh_hans="中华人民共和国食品安全法",
            statute_en="Food Safety Law of the People's Republic of China",
            article_zh_hans="第三十五条",
            article_en="Article 35",
            text_zh_hans="国家对食品生产经营实行许可制度。\n从事食品生产、食品销售、餐饮服务，应当依法取得许可。",
            document_number="中华人民共和国主席令第二十一号",
            issuing_body_zh_hans="全国人民代表大会常务委员会",
            issuing_body_en="Standing Committee of the National People's Congress",
            effective_date=date(2015, 10, 1),
        ),
        rows.LegalBasis(statute_zh_hans="四川省食品小作坊管理条例", statute_en="Sichuan Regulations on Food Workshops"),
    ]


def conditions() -> list[Any]:
    return [
        rows.Condition(text_zh_hans="已取得营业执照", text_en="You hold a business licence"),
        rows.Condition(
            situation_zh_hans="经营场所为租赁",
            situation_en="You rent the premises",
            text_zh_hans="租期不少于一年",
            text_en="The lease runs for at least a year",
        ),
    ]


def materials() -> list[Any]:
    return [
        rows.Material(
            name_zh_hans="食品经营许可申请书",
            name_en="Application for a food trade licence",
            kind="form",
            form="either",
            originals=1,
            copies=0,
            paper_size="A4",
            necessity="required",
            source="applicant",
            source_note_zh_hans="窗口免费提供",
            source_note_en="Free at the counter",
            required_by_zh_hans="《食品经营许可和备案管理办法》第十二条",
            required_by_en="Article 12 of the Measures for Food Trade Licences",
            fill_notes_zh_hans="法定代表人签字并盖章",
            fill_notes_en="Signed by the legal representative and sealed",
            acceptance_standard_zh_hans="填写完整，无涂改",
            acceptance_standard_en="Complete, without corrections",
            blank_form=document("申请书空白表"),
            sample=document("申请书示例样表"),
        ),
        rows.Material(
            name_zh_hans="营业执照",
            name_en="Business licence",
            kind="certificate",
            form="electronic",
            copies=1,
            source="government",
            no_submission=True,
        ),
        rows.Material(
            name_zh_hans="平面布局图",
            name_en="Floor plan",
            copies=2,
            necessity="later",
            source="intermediary",
            paper_size="A3或A4",
        ),
    ]


def steps() -> list[Any]:
    return [
        rows.Step(
            name_zh_hans="受理",
            name_en="Acceptance",
            actor_zh_hans="窗口工作人员",
            actor_en="Counter staff",
            time_limit_zh_hans="1个工作日",
            time_limit_en="1 working day",
            standard_zh_hans="材料齐全、符合法定形式",
            standard_en="The file is complete and in due form",
            result_zh_hans="受理通知书",
            result_en="Notice of acceptance",
        ),
        rows.Step(name_zh_hans="书面审查", name_en="Review of the file"),
        rows.Step(name_zh_hans="现场核查", name_en="On-site inspection", parallel_with_previous=True),
        rows.Step(name_zh_hans="决定", name_en="Decision"),
        rows.Step(name_zh_hans="送达", name_en="Delivery"),
    ]


def special_procedures() -> list[Any]:
    return [
        rows.SpecialProcedure(kind="site_inspection", days=10, note_zh_hans="现场核查", note_en="Visit to the premises")
    ]


def fee_items() -> list[Any]:
    return [
        rows.FeeItem(
            name_zh_hans="工本费",
            name_en="Cost of the card",
            standard_zh_hans="20元/证",
            standard_en="CNY 20 per card",
            basis_zh_hans="发改价格〔2010〕1号",
            basis_en="Price notice No. 1 of 2010",
            reduction_zh_hans="低保对象免收",
            reduction_en="Free for recipients of minimum living allowance",
        )
    ]


def results() -> list[Any]:
    return [
        rows.Result(
            name_zh_hans="食品经营许可证",
            name_en="Food trade licence",
            kind="certificate",
            electronic=True,
            delivery_zh_hans="窗口领取或邮寄",
            delivery_en="At the counter or by courier",
            validity_zh_hans="五年",
            validity_en="Five years",
            sample=document("许可证样本"),
        )
    ]


def intermediary_services() -> list[Any]:
    return [
        rows.IntermediaryService(
            name_zh_hans="检测",
            name_en="Testing",
            providers_zh_hans="有资质的机构",
            providers_en="Any qualified body",
        )
    ]


def windows() -> list[Any]:
    centre = factories.ServicePointFactory(
        transport_zh_hans="乘1路公交车到示范站", transport_en="Bus 1 to Shifan stop", phone="0835-2802000"
    )
    township = District.objects.get_or_create(
        code="511802103",
        defaults={
            "name_zh_hans": "多营镇",
            "name_en": "Duoying Town",
            "level": "township",
            "parent": factories.DistrictFactory(
                code="511802", name_zh_hans="雨城区", name_en="Yucheng District", level="county"
            ),
        },
    )[0]
    convenience: ServicePoint = factories.ServicePointFactory(
        slug="duoying-convenience-centre",
        name_zh_hans="多营镇便民服务中心",
        name_en="Duoying Town Convenience Centre",
        kind="convenience_centre",
        district=township,
    )
    return [
        rows.Window(place=centre, floor_zh_hans="二楼", floor_en="2nd floor", counter_zh_hans="A12", counter_en="A12"),
        rows.Window(place=convenience),
    ]


def enquiries() -> list[Any]:
    return [
        rows.Enquiry(kind="phone", value="0835-2800310"),
        rows.Enquiry(kind="letter", value="雅安市雨城区示范路1号"),
    ]


def complaints() -> list[Any]:
    return [
        rows.Complaint(kind="phone", value="0835-2801310"),
        rows.Complaint(kind="web", value="javascript:alert(1)"),
    ]


KINDS = (
    legal_bases,
    conditions,
    materials,
    steps,
    special_procedures,
    fee_items,
    results,
    intermediary_services,
    windows,
    enquiries,
    complaints,
)


def complete_rows() -> dict[str, list[Any]]:
    """Every row relation of an item, in both languages."""
    return {kind.__name__: kind() for kind in KINDS}
