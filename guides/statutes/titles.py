"""What statutes are called, and when two titles mean the same one. Pure."""

import re
import unicodedata

STATE = "中华人民共和国"
_QUOTES = re.compile(r"[《》〈〉<>「」『』“”\"'‘’]")
_REMARK = re.compile(
    r"[(（](?:\d{4}年?.{0,8}(?:修正|修订|公布|施行|年版|年本)?(?:文本|本)?|.{0,30}(?:令|公告)第?.{0,12}号.{0,6}|已?废止|现行)[)）]$"
)
# Endings of titles (立法法; 行政法规制定程序条例 5; 规章制定程序条例 7; 党政机关公文处理工作条例 8).
RANKED_ENDINGS = ("法", "法典", "条例", "规定", "办法", "细则", "规则", "决定", "解释", "章程", "守则", "准则")
ENDINGS = (
    *RANKED_ENDINGS,
    *("规程", "制度", "通知", "意见", "批复", "公告", "通告", "命令", "纲要", "方案"),
    *("目录", "标准", "规范", "要求", "条件", "若干问题"),
)
_PROVISIONAL = re.compile(r"[(（](?:试行|暂行|修订|修正|\d{4}年版|\d{4}年本)[)）]$")
LONGEST = 300


def without_state(title: str) -> str:
    """As a statute is cited in speech: 行政许可法."""
    return title.removeprefix(STATE)


def title_key(title: str) -> str:
    """Equal for all ways to write one title: with and without the state, quotes, spaces and the year of a version."""
    text = _QUOTES.sub("", unicodedata.normalize("NFKC", title))
    text = "".join(text.split())
    return without_state(_REMARK.sub("", text)).casefold()


def same_writing(title: str) -> str:
    """Equal for titles that are the same letter by letter, spaces and widths aside."""
    return "".join(_QUOTES.sub("", unicodedata.normalize("NFKC", title)).split())


def is_statute_title(title: str) -> bool:
    """Can a text between 《》 be the title of a law or of another rule? That of a form (申请表) is none."""
    bare = _PROVISIONAL.sub("", same_writing(title))
    return 3 <= len(same_writing(title)) <= LONGEST and bare.endswith(ENDINGS)
