"""The words of Chinese forms: what is to be signed, what the office fills in, what a unit is. Patterns alone."""

import re

SIGNATURE = re.compile(
    r"签字|签名|签章|盖章|公章|印章|专用章|盖印|手印|指印|签收|签署人|\bsign(?:ature|ed|\s+here)\b", re.IGNORECASE
)
PHOTO = re.compile(
    r"照\s*片|相\s*片|粘\s*贴|贴.{0,6}处|身份证.{0,6}(?:正|反|背|人像|国徽)面|二维码|\bphoto(?:graph)?\b", re.IGNORECASE
)
_REVIEWS = (
    r"审[核批查定]|受理|核[准实查]|主管|部门|机关|机构|单位|社区|居委|村委|村民|委员会|街道|乡镇|办公室|领导|初审|复审|复核|"
    r"经办|中心|[局厅科所站]"
)
OFFICE = re.compile(
    rf"(?:{_REVIEWS}).{{0,12}}意\s*见|意见.{{0,4}}[（(]?盖|由.{{1,14}}(?:机关|部门|人员|单位|机构|中心|窗口|局)填|"
    r"(?:审核|审批|受理|核准|经办)(?:人|机关|部门|单位|情况|结果|记录|栏|编号|日期|时间)|"
    r"for\s+official\s+use|office\s+use|court\s+use\s+only",
    re.IGNORECASE,
)
# From here on it is the office that writes, and no longer the applicant.
OFFICE_FROM_HERE = re.compile(
    r"(?:以下|本栏|此栏|下[栏面列]|本表以下|虚线以下).{0,10}由.{1,18}(?:填写|填报|填制|审核|办理)|"
    r"^[（(]?以下.{0,12}(?:机关|部门|人员|单位|机构|窗口|局)填[写报]|do\s+not\s+write\s+below",
    re.IGNORECASE,
)
OFFICE_FILLS = re.compile(
    r"由?.{0,12}(?:机关|部门|工作人员|受理人|窗口|机构|大厅|中心|税务局|公安局|局|所)填[写报]|^(?:审批|审核|受理|核准)(?:栏|意见栏|情况)$"
)
APPLICANT_FROM_HERE = re.compile(
    r"(?:以下|本栏|此栏|下[栏面列]).{0,10}由?.{0,6}(?:申请|申报|填表|当事|办事)(?:人|单位|企业)填"
)

DATE = re.compile(r"日期|时间|年月日?|出生年|\bdates?\b", re.IGNORECASE)
DATE_LABEL_END = re.compile(r"日期|时间|自|至|于|起|止|限|从|到|[年月日]$")
LONG = re.compile(
    r"范围|事由|理由|情况|说明|内容|经过|简介|简历|经历|备注|意见|原因|描述|概况|摘要|措施|要求|承诺|事项|请求|诉求|地址清单"
)

_MEASURES = (
    "万元|亿元|千元|元整|元|人民币|美元|个月|个|套|份|本|张|次|岁|周岁|年|月|天|日|小时|分钟|%|％|公顷|亩|平方米|平方公里|㎡|"
    "m2|m²|立方米|m3|m³|米|厘米|毫米|公里|千米|吨|千克|公斤|克|升|千瓦|千伏安|户|名|人|台|辆|间|层|栋|幢|页|件|项|条|家|部|只|头|株|处|座|期|届|cm|kg|mm|km"
)
UNIT = re.compile(rf"^[（(]?(?:{_MEASURES})(?:[（(]人民币[）)]|人民币|/[年月天日次人]|整)*[）)]?$", re.IGNORECASE)
UNIT_START = re.compile(rf"^[（(]?(?:{_MEASURES})(?![一-鿿])", re.IGNORECASE)
# Words that stand after the place they name: "____省____市____县".
PLACE_NAME = re.compile(
    r"^(?:省|市|区|县|旗|州|盟|乡|镇|街道|社区|村|组|队|路|街|巷|弄|号|栋|幢|单元|室|楼|层|房|派出所|大道|小区|门牌号?)+(?:[（(][^（）()]*[）)]?|/.*)?$"
)
NOT_ASKING = re.compile(
    r"(?:注|说明|备注|如下|承诺|声明|要求|填表说明|注意事项|填写|情况表|内容|涉及|附件|目录|清单|包括|材料|规定|以下|下列|之一|"
    r"领导|先生|女士|同志|依据|流程|条件|情况|信息|局|委员会|政府|法院|检察院|厅|银行|中心|大队|支队|公安处|[：:])[:：]$"
)
BRACKET_PAIRS = frozenset({"（）", "()", "【】", "〔〕"})  # between which a tick may be put
CLOSING_BRACKETS = frozenset(pair[1] for pair in BRACKET_PAIRS)
# A sentence that says how to fill in, not what: "（请填写省、市、区及详细门牌号）".
HINT = re.compile(r"^[（(【\[].*[）)】\]]。?$", re.DOTALL)
CHOOSE = re.compile(r"请.{0,10}打\s*[“\"'‘]?\s*[√✓∨]|[（(]?可?(?:单选|多选)[）)]?|请(?:选择|勾选)")
TOTAL = re.compile(r"^(?:合计|总计|小计|共计|累计)")
NUMBER = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．]?$")
ENUMERATION = re.compile(
    r"^(?:[（(]\d{1,2}[）)]|\d{1,2}\s*[.、．]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*(?=\D)"
)
# Words before a blank in a sentence that are no part of what is asked for.
LEADING_VERBS = re.compile(
    r"^(?:现将|兹有|兹证明|现有|特委托|根据|按照|由于|关于|本人|我单位|我们?|请|经|将|现|兹|对|向|与|和|及|或|并|是|为|在|由)+"
)
PERSON_OR_BODY = re.compile(r"(?:人|单位|企业|公司|机构|姓名|名称|号码?|地址|住所|电话|身份|日期|时间|金额|代码|编号)$")

UNDERSCORES = frozenset("_＿﹍﹎ˍ‗")
LEADERS = frozenset("….·・﹒⋯")
TICKS = frozenset("☑☒■√✓▣☓")
EMPTY_BOX, TICKED_BOX = "□", "☑"  # what boxes of any font are read as
BOXES = frozenset("□☐◻▢❏❑☑☒⬜◽▣⊠☓")
