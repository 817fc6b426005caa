"""Parts of synthetic forms that stand in the open, or are only to be read."""

from random import Random

from . import vocabulary as v
from .model import Blank, Block, Cell, Day, Digits, Line, Paragraph, Table, Tail, Words, empty, words


def declaration(dice: Random) -> list[Block]:
    """A promise in a cell or in the open, to be signed and dated."""
    signer = dice.choice(v.SIGNERS)
    if dice.random() < 0.5:
        lines: list[Line] = [
            [Words(dice.choice(v.PROMISES))],
            [Words("　" * dice.randint(10, 14)), Words(f"{signer}："), Tail(signer, "sign")],
            [Words("　" * dice.randint(14, 18)), Day()],
        ]
        return [
            Table([1, 4.5], [[words(dice.choice(["申请人承诺", "承诺", "声明"])), Cell(lines, align="left")]], [90])
        ]
    return [
        Paragraph([Words(dice.choice(v.PROMISES))], indent=20),
        Paragraph([Words(f"{signer}："), Tail(signer, "sign")], indent=dice.choice([220, 260])),
        Paragraph([Day(gap=4)], align="right"),
    ]


def heading_line(dice: Random) -> list[Block]:
    """What stands above a table: who fills in, when, which number."""
    style = dice.choice(["rule", "underscores", "white", "white"])
    names = dice.sample(["填报单位", "申请编号", "填表人", "联系电话", "报名序号"], 2)
    line: Line = [
        Words(f"{names[0]}："),
        Blank(names[0], dice.choice([90, 120]), style),
        Words("  " if style != "white" else ""),
    ]
    if dice.random() < 0.5:
        line += [Words("填表日期："), Day("填表日期", dice.choice([3, 4]))]
    else:
        line += [Words(f"{names[1]}："), Tail(names[1])]
    return [Paragraph(line, after=4)]


def letter(dice: Random) -> list[Block]:
    """Sentences with blanks in them."""
    style = dice.choice(["rule", "underscores"])
    person = dice.choice(["委托人", "申请人", "承诺人"])
    blocks: list[Block] = [
        Paragraph([Words(f"{person}："), Blank(person, 100, style), Words("  性别："), Blank("性别", 40, style),
                   Words("  联系电话："), Blank("联系电话", 100, style)]),
        Paragraph([Words("身份证号码："), Blank("身份证号码", 200, style)]),
        Paragraph([Words("住址："), Blank("住址", 330, style)]),
        Paragraph([Words("　　兹委托"), Blank("兹委托", 80, style), Words("同志（身份证号："),
                   Blank("身份证号", 130, style), Words("）前往办理。")]),
        Paragraph([Words("　　委托期限自"), Day("委托期限自", 4), Words("起至"), Day("起至", 4), Words("止。")]),
        Paragraph([Words("　　" + dice.choice(v.PROMISES))]),
        Paragraph([Words(f"{person}（签字）："), Blank(f"{person}（签字）", 100, style, "sign")], indent=260),
        Paragraph([Day(gap=4)], align="right"),
    ]  # fmt: skip
    return blocks


def label_on_top(dice: Random) -> list[Block]:
    """Small names in the corner of their cells."""
    names = dice.sample(v.COMPANY, 5)
    rows = [
        [words(names[0], label=names[0], align="top"), words(names[1], label=names[1], align="top")],
        [words(names[2], label=names[2], align="top"), words(names[3], label=names[3], align="top")],
    ]
    return [Table([1, 1], rows, [38, 38])]


def open_table(dice: Random) -> list[Block]:
    """Headings and rows between rules, without vertical lines."""
    heads = dice.choice(v.LISTS)[:4]
    rows = [[words(head) for head in ["序号", *heads]]]
    rows += [
        [words(str(n)), *(empty(head, type="sign" if head == "签名" else "text") for head in heads)]
        for n in range(1, dice.randint(4, 7))
    ]
    return [Table([0.6] + [1.3] * len(heads), rows, [22.0] * len(rows), rule_only=True)]


def digits_line(dice: Random) -> list[Block]:
    return [
        Paragraph([Words("公民身份号码："), Digits("公民身份号码", 18)], after=10),
        Paragraph([Words("邮政编码："), Digits("邮政编码", 6)], after=10),
    ]


def notes(dice: Random) -> list[Block]:
    """What is only to be read."""
    return [Paragraph([Words(text)], 9, wrap=True, after=2) for text in dice.sample(v.NOTES, dice.randint(2, 5))]


def printed_table(dice: Random) -> list[Block]:
    """A table without anything to fill in."""
    rows = [[words(text) for text in ("序号", "材料名称", "要求")]]
    rows += [
        [words(str(n)), words(name), words("复印件1份，加盖公章")]
        for n, name in enumerate(["营业执照", "身份证", "授权委托书"], 1)
    ]
    return [Table([0.5, 2, 2], rows, [22.0] * 4)]


def section_title(dice: Random) -> list[Block]:
    return [
        Paragraph(
            [Words(dice.choice(["一、基本信息", "二、申请内容", "三、家庭成员情况", "附件1", "（一）经营情况"]))], 12
        )
    ]
