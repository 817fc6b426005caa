"""Parts of synthetic forms, as they are found on real ones."""

from collections.abc import Callable
from random import Random

from . import vocabulary as v
from .model import Blank, Block, Box, Cell, Day, Line, Table, Words, empty, words

Maker = Callable[[Random], list[Block]]


def spaced(dice: Random, name: str) -> str:
    """Short names are spread over their cell: "姓　　名"."""
    if len(name) in (2, 3) and dice.random() < 0.4:
        return dice.choice(["　", "  ", " "]).join(name)
    return name


def name_cell(dice: Random, name: str, **more: object) -> Cell:
    text = spaced(dice, name)
    if len(text) > 6 and dice.random() < 0.3:
        text = f"{text[: len(text) // 2]}\n{text[len(text) // 2 :]}"
    return words(text, **more)


def options_line(dice: Random, group: str, style: str, other: bool = True) -> Line:
    line: Line = []
    between = dice.choice(["  ", "   ", "　", " "])
    chosen = v.OPTIONS[group]
    for index, option in enumerate(chosen):
        line += [Box(option, group, style), Words((" " if dice.random() < 0.2 else "") + option)]
        if option == "其他" and other:
            line.append(Blank("其他", 50, dice.choice(["rule", "underscores"])))
        if index + 1 < len(chosen):
            line.append(Words(between))
    return line


def pairs(dice: Random) -> list[Block]:
    """Rows of names and values, some with options, dates, units or digits; perhaps a section name and a photograph."""
    names = dice.sample(dice.choice([v.PERSON, v.COMPANY]), dice.randint(6, 14))
    shaded = dice.random() < 0.3
    section = dice.random() < 0.35
    photo = dice.random() < 0.3
    columns = dice.choice([2, 2, 2, 3])
    widths = ([0.35] if section else []) + [1, 1.6] * columns
    rows: list[list[Cell]] = []
    style = dice.choice(["square", "square", "drawn"])
    while names:
        left = columns - (1 if photo and len(rows) < 4 else 0)
        row: list[Cell] = []
        while left > 0 and names:
            name = names.pop()
            wide = left if (not names or dice.random() < 0.15) else 1
            row += [name_cell(dice, name, shaded=shaded), value_cell(dice, name, wide * 2 - 1, style)]
            left -= wide
        if left and row:
            row[-1].span += left * 2
        rows.append(row)
    if photo:
        rows[0].append(words("照\n片", span=2, rows=min(4, len(rows)), label="照片", type="attach"))
    if section:
        text = dice.choice(v.SECTIONS).replace("\n", "")
        rows[0].insert(0, words(text, rows=len(rows), vertical=dice.choice(["stacked", "stacked", "turned"])))
    height = dice.choice([20, 24, 28, 34])
    return [Table(widths, rows, [height + (6 if dice.random() < 0.2 else 0) for _row in rows])]


def value_cell(dice: Random, name: str, span: int, style: str) -> Cell:
    if name in v.OPTIONS and dice.random() < 0.6:
        return Cell([options_line(dice, name, style)], span=span, align=dice.choice(["left", "left", "centre"]))
    if name in ("出生日期", "成立日期", "有效期限", "营业期限") and dice.random() < 0.5:
        return Cell([[Day(name, dice.choice([3, 4, 6]))]], span=span)
    if name in ("总投资（万元）", "从业人数", "建设规模", "住房面积") and dice.random() < 0.5:
        unit = dice.choice(v.UNITS)
        return Cell([[Words(unit)]], span=span, label=name, align=dice.choice(["centre", "bottom"]))
    if name in ("身份证号码", "公民身份号码", "统一社会信用代码") and span > 1 and dice.random() < 0.5:
        return Cell(span=span, label=name, type="comb", digits=18)
    if name in ("户籍地址", "现居住地址", "注册地址", "经营地址", "建设地点") and dice.random() < 0.4:
        return address_cell(dice, span)
    hint = dice.random() < 0.06
    return Cell(
        [[Words(dice.choice(v.HINTS))]] if hint and span > 1 else [],
        span=span,
        label=name,
        align="top" if hint else "centre",
    )


def address_cell(dice: Random, span: int) -> Cell:
    style = dice.choice(["rule", "underscores", "white"])
    line: Line = []
    for name in dice.choice(
        [["省", "市", "县（市、区）"], ["区（县）", "街道（镇）", "路", "号"], ["乡（镇）", "村", "组"]]
    ):
        line += [Blank(name, dice.choice([36, 42, 50]), style), Words(name)]
    return Cell([line], span=span, align="left")


def option_rows(dice: Random) -> list[Block]:
    """A name on the left and options on the right, on one line or one below the other."""
    style = dice.choice(["square", "square", "drawn"])
    rows, heights = [], []
    for group in dice.sample(sorted(v.OPTIONS), dice.randint(2, 5)):
        line = options_line(dice, group, style)
        if dice.random() < 0.25:
            lines: list[Line] = [[Box(o, group, style), Words(o)] for o in v.OPTIONS[group]]
            rows.append([name_cell(dice, group), Cell(lines, align="left")])
            heights.append(18.0 * len(lines))
        elif dice.random() < 0.2:
            first: Line = []
            for option in v.OPTIONS[group][:3]:
                first += [Words(option), Box(option, group, style), Words("   ")]
            rows.append([name_cell(dice, group), Cell([first], align="left")])
            heights.append(26)
        else:
            rows.append([name_cell(dice, group), Cell([line], align="left")])
            heights.append(26)
    return [Table([1, 4], rows, heights)]


def list_table(dice: Random) -> list[Block]:
    """A list with headings, numbered or not, perhaps under a title row, with a total, or with a section name."""
    heads = dice.choice(v.LISTS)
    numbered = dice.choice(["", "", "empty", "printed"])
    count = dice.randint(3, 12)
    section = dice.random() < 0.25
    names = (["序号"] if numbered else []) + heads
    rows = [[name_cell(dice, name) for name in names]]
    for number in range(1, count + 1):
        row = [] if numbered != "printed" else [words(str(number))]
        if numbered == "empty":
            row.append(empty("序号"))
        rows.append(row + [empty(name, type="sign" if name == "签名" else "text") for name in heads])
    widths = ([0.5] if numbered else []) + [1.0 + 0.12 * len(name) for name in heads]
    if section:
        text = dice.choice(["家庭成员", "主要设备清单", "工作经历", "股东情况", "人员名单"])
        rows[0].insert(0, words(text, rows=len(rows), vertical="stacked"))
        widths.insert(0, 0.35)
    height = dice.choice([18, 20, 24])
    heights = [height + 6.0] + [float(height)] * count
    if dice.random() < 0.3:
        rows.insert(0, [words(dice.choice(["家庭成员及收入情况", "主要设备一览表", "相关人员情况"]), span=len(widths))])
        heights.insert(0, 22)
    return [Table(widths, rows, heights)]


def two_level_list(dice: Random) -> list[Block]:
    """Headings above headings."""
    parents = dice.sample(v.TWO_LEVELS, 2)
    single = dice.sample(["合计", "备注", "户主姓名", "所在村组"], 2)
    first = [words("序号", rows=2), words(single[0], rows=2)]
    second: list[Cell] = []
    labels = [single[0]]
    for parent, kids in parents:
        first.append(words(parent, span=len(kids)))
        second += [words(kid) for kid in kids]
        labels += [f"{parent} {kid}" for kid in kids]
    first.append(words(single[1], rows=2))
    labels.append(single[1])
    count = dice.randint(3, 10)
    rows = [first, second] + [[words(str(n)), *(empty(label) for label in labels)] for n in range(1, count + 1)]
    widths = [0.5] + [1.0] * len(labels)
    return [Table(widths, rows, [20.0, 20.0] + [20.0] * count)]


def matrix(dice: Random) -> list[Block]:
    """Names of rows and of columns."""
    rows = dice.sample(v.MATRIX_ROWS, dice.randint(2, 4))
    columns = dice.sample(v.MATRIX_COLUMNS, dice.randint(2, 4))
    corner = dice.choice(["项目", "", "人员类别", "内容"])
    table = [[words(corner), *(words(column) for column in columns)]]
    table += [[words(row), *(empty(f"{row} {column}") for column in columns)] for row in rows]
    return [Table([1.2] + [1.4] * len(columns), table, [24.0] * len(table))]


def long_texts(dice: Random) -> list[Block]:
    rows, heights = [], []
    for name in dice.sample(v.LONG, dice.randint(1, 3)):
        hint = dice.random() < 0.3
        lines: list[Line] = [[Words(dice.choice(v.HINTS))]] if hint else []
        rows.append(
            [name_cell(dice, name), Cell(lines, label=name, type="multiline", align=dice.choice(["top", "bottom"]))]
        )
        heights.append(float(dice.choice([60, 80, 110])))
    return [Table([1, 4.5], rows, heights)]


def opinions(dice: Random) -> list[Block]:
    rows, heights = [], []
    for name in dice.sample(v.OPINIONS, dice.randint(1, 3)):
        seal = dice.choice(["（盖章）", "负责人（签字）：", "经办人：       负责人：", "（公章）", ""])
        line: Line = [Words(f"{seal}      年   月   日")]
        rows.append([words(name), Cell([line], label=name.replace("\n", ""), type="office", align="bottom")])
        heights.append(float(dice.choice([70, 90])))
    return [Table([1, 4.5], rows, heights)]
