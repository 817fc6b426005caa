"""Every type of public page, by an address of the demonstration below the language."""

HEAVY = "departments/market-regulation/company-registration/"  # everything filled in, reviewed English

PAGES = {
    "home": "",
    "guide for investors": "investors/",
    "departments": "departments/",
    "department": "departments/public-security/",
    "item": "departments/public-security/birth-registration/",
    "item of business": HEAVY,
    "item without English": "departments/health/medical-institution-licence/",
    "forms": "forms/",
    "form": "departments/public-security/form-foreigner-visa-permit/",
    "form that is a workbook": "departments/human-resources/form-staff-enrolment/",
    "topics": "topics/",
    "topic": "topics/individual/090/",
    "audiences": "audiences/",
    "audience": "audiences/individual/",
    "districts": "districts/",
    "district": "districts/511802/",
    "convenience centre": "places/shangli-convenience-centre/",
    "letters": "a-z/",
    "letter": "a-z/c/",
    "answer": "departments/market-regulation/opening-a-small-restaurant/",
    "frequent questions": "questions/",
    "glossary": "glossary/",
    "asking": "ask/",
    "reply to a question": "ask/status/",
    "search": "search/",
    "results": "search/?q=%E8%BA%AB%E4%BB%BD%E8%AF%81",
    "no result": "search/?q=qqqq",
    "not found": "departments/no-such-page/",
    "unknown code": "i/no-such-code/",
}
LANGUAGES = ("zh-hans", "en")
