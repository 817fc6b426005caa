"""How people ask, and what they find in the demonstration: the item they mean comes first."""

import pytest
from django.test import Client

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demonstration"),
    pytest.mark.xdist_group("demonstration"),
]

ASKED = {
    "怎么给刚出生的宝宝上户口": "birth-registration",
    "娃儿上户口要带什么": "birth-registration",
    "办营业执照要带什么": "company-registration sole-trader-registration",
    "外国人来雅安工作要办什么证": "foreigner-work-permit",
    "老外来上班": "foreigner-work-permit",
    "身份证丢了怎么办": "identity-card",
    "身份证过期了": "identity-card",
    "身分證": "identity-card",
    "护照多少钱": "ordinary-passport",
    "去香港要办什么": "hong-kong-macao-permit",
    "扯证": "marriage-registration",
    "领结婚证需要什么材料": "marriage-registration",
    "跟外国人结婚": "marriage-registration-foreign",
    "低保": "minimum-living-security",
    "吃低保的条件": "minimum-living-security",
    "八十岁老人补贴": "elder-allowance",
    "残疾证怎么办": "disability-certificate",
    "想开个火锅店": "food-business-licence",
    "开餐馆要什么手续": "food-business-licence",
    "茶厂办证": "food-production-licence",
    "卖烟要什么证": "tobacco-retail-licence",
    "注册公司": "company-registration",
    "开个体户": "sole-trader-registration",
    "公司不干了怎么注销": "company-deregistration",
    "外资公司注册": "foreign-invested-enterprise-registration",
    "失业金怎么领": "unemployment-benefit",
    "上班路上受伤": "work-injury-recognition",
    "退休金什么时候办": "retirement-pension",
    "社保卡丢了": "social-security-card",
    "自己交社保": "flexible-employment-insurance",
    "外地看病报销": "remote-medical-filing",
    "产假工资": "maternity-allowance",
    "租房提公积金": "housing-fund-withdrawal",
    "公积金贷款买房": "housing-fund-loan",
    "二手房过户": "property-registration-transfer",
    "考驾照": "driving-licence-first",
    "国外驾照换中国驾照": "driving-licence-foreign",
    "新车上牌": "vehicle-registration",
    "请不起律师": "legal-aid",
    "孩子上小学报名": "compulsory-school-enrolment",
    "养猪场要办什么证": "animal-epidemic-permit",
    "打井要什么手续": "water-abstraction-permit",
    "没房子住能申请公租房吗": "public-rental-housing",
    "分红怎么汇到国外": "dividend-remittance",
    "how do i register a company": "company-registration foreign-invested-enterprise-registration",
    "work visa": "foreigner-work-permit",
    "what documents do i need for a work permit": "foreigner-work-permit",
    "send profits home": "dividend-remittance",
    "get married to a chinese": "marriage-registration-foreign",
    "extend my visa": "foreigner-visa-extension",
    "driver's license": "driving-licence-foreign driving-licence-first",
}


@pytest.mark.parametrize("query", ASKED)
def test_people_find_what_they_mean(query: str, client: Client) -> None:
    language = "en" if query.isascii() else "zh-hans"
    found = client.get(f"/{language}/search/", {"q": query, "format": "json"}).json()["results"]
    slugs = [hit["url"].rstrip("/").rsplit("/", 1)[1] for hit in found[:3]]
    assert slugs[0] in ASKED[query].split(), slugs
