"""Writers of markdown: clean, by a converter that loses labels, by a model that invents headers."""

from random import Random

from tests.rendering.sheets import Block, Sheet
from tests.rendering.text import by_table, wrapped


def table_of(rows: list[list[str]]) -> str:
    first, *rest = rows
    return "\n".join([_row(first), "|" + "---|" * len(first), *map(_row, rest)])


def _row(texts: list[str]) -> str:
    return "| " + " | ".join(texts) + " |"


def markdown(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: table_of(sheet.grid()))


def lost(blocks: list[Block], rng: Random) -> bytes:
    """Rows with a long label become bare tables of figures, the pieces of the label stand around them."""
    return by_table(blocks, _lost_sheet)


def twice(blocks: list[Block], rng: Random) -> bytes:
    """Every table first as bare lines, a cell a line, then again as markdown."""
    return by_table(blocks, lambda sheet: "\n".join(b.text for line in sheet.lines() for b in line) + "\n\n" + table_of(sheet.grid()))


def _lost_sheet(sheet: Sheet) -> str:
    if sheet.id != "s3":
        return table_of(sheet.grid())
    head = ["申请人情况", "法人或其他组织", "自然人总计", "商业企科研机社会公法律服", "其他"]
    found = ["\n".join(head), table_of([["", "业", "构", "益组织", "务机构", "", ""]]), ""]
    for line in sheet.lines()[sheet.head :]:
        labels, figures = [b.text for b in line if not b.figure], [b.text for b in line if b.figure]
        if line[0].row == sheet.rows - 1:  # the last total slips onto a line of its own
            found += [figures[-1], _row([*labels, *figures[:-1], ""])]
        elif all(len(text) <= 12 for text in labels):
            found.append(_row([*labels, *figures]))
        else:
            pieces = [piece for text in labels for piece in wrapped(text, 10)]
            found += [*pieces, "", table_of([figures]), ""]
    return "\n".join(found)


def model(blocks: list[Block], rng: Random) -> bytes:
    """One small table a group with invented headers 数据1…, section IV as three tables of five."""
    writers = {"s3": _groups, "s4": _thirds}
    return by_table(blocks, lambda sheet: writers.get(sheet.id, lambda s: table_of(s.grid()))(sheet))


_INVENTED = ["项目", "本年新收件数", "上年结转件数", "予以公开", "部分公开", "不予公开", "无法提供", "合计"]


def _groups(sheet: Sheet) -> str:
    """Below the header of section III, a new table where a group begins; the last one gets a header of invented words."""
    parts: list[tuple[str, list[list[str]]]] = []
    for line in sheet.lines()[sheet.head :]:
        labels, figures = [b.text for b in line if not b.figure], [b.text for b in line if b.figure]
        if len(labels) > 1 or not parts:
            parts.append((" ".join(labels[:-1]), []))
        parts[-1][1].append([labels[-1], *figures])
    plain = ["项目", *(f"数据{n}" for n in range(1, 7)), "总计"]
    heads = [plain] * (len(parts) - 1) + [_INVENTED]
    return "\n\n".join(f"{name}\n\n{table_of([head, *rows])}" for (name, rows), head in zip(parts, heads, strict=True))


def _thirds(sheet: Sheet) -> str:
    names = ("行政复议", "行政诉讼：未经复议直接起诉", "行政诉讼：复议后起诉")
    head, figures = sheet.grid()[-2:]
    return "\n\n".join(f"{name}\n\n{table_of([head[at : at + 5], figures[at : at + 5]])}" for name, at in zip(names, (0, 5, 10), strict=True))
