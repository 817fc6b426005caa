"""Where the rules come from. Laws are cited with their article; documents of the State Council by their number."""

from django.utils.translation import gettext_lazy as _

# the law on licences: 行政许可法, as of 2019
LICENSING_7 = _("Administrative Licensing Law, Article 7")
LICENSING_17 = _("Administrative Licensing Law, Articles 14 to 17")
LICENSING_29 = _("Administrative Licensing Law, Article 29")
LICENSING_30 = _("Administrative Licensing Law, Article 30")
LICENSING_42 = _("Administrative Licensing Law, Article 42")
LICENSING_44 = _("Administrative Licensing Law, Article 44")
LICENSING_45 = _("Administrative Licensing Law, Article 45")
LICENSING_50 = _("Administrative Licensing Law, Article 50")
LICENSING_58 = _("Administrative Licensing Law, Article 58")
LICENSING_59 = _("Administrative Licensing Law, Article 59")

# 优化营商环境条例, of 2019
BUSINESS_35 = _("Regulations on Optimising the Business Environment, Article 35")
BUSINESS_36 = _("Regulations on Optimising the Business Environment, Article 36")
BUSINESS_37 = _("Regulations on Optimising the Business Environment, Article 37")
BUSINESS_43 = _("Regulations on Optimising the Business Environment, Article 43")
BUSINESS_44 = _("Regulations on Optimising the Business Environment, Article 44")

# 国务院关于在线政务服务的若干规定 and 政府信息公开条例, of 2019; 国家通用语言文字法, of 2000
ONLINE_6 = _("Provisions of the State Council on Online Government Services, Article 6")
ONLINE_7 = _("Provisions of the State Council on Online Government Services, Article 7")
DISCLOSURE_20_2 = _("Regulations on Open Government Information, Article 20, item 2")
DISCLOSURE_20_5 = _("Regulations on Open Government Information, Article 20, item 5")
DISCLOSURE_20_8 = _("Regulations on Open Government Information, Article 20, item 8")
LANGUAGE_9 = _("Law on the Standard Spoken and Written Chinese Language, Article 9")

# Documents and standards, whose clauses are not at hand
STEPS_2015_86 = _("State Council General Office, document 86 of 2015")
LICENCES_2022_3 = _("State Council General Office, document 3 of 2022")
PROOFS_2020_20 = _("Ministry of Civil Affairs and five others, document 20 of 2020")
CODES_39554_1 = _("GB/T 39554.1-2020")
ELEMENTS_39554_2 = _("GB/T 39554.2-2020")
GUIDE_36114 = _("GB/T 36114-2018")
FORMS_30240 = _("GB/T 30240.1-2013")
PUNCTUATION_15834 = _("GB/T 15834-2011")

# 发布检查的通行做法: what the checkers of several provinces do (docs/data-model.md)
PRACTICE = _("Practice of publication checks")
