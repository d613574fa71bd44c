"""Figures -> the report as a list of paragraphs and drawn tables, before any file format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.rendering import form

Gold = Mapping[str, Any]
"""id, agency, year, edition, cells {cell id: figure as text | None}; optional table3_edition, labels, label_variants
{row id: label}, printed {cell id: {"text": …}}, prose {section: [sentence]}, furniture [line]."""


@dataclass(frozen=True)
class Box:
    """One drawn cell; a merged cell stands once."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    figure: str = ""  # cell id, '' for a label


@dataclass(frozen=True)
class Sheet:
    id: str  # s2 | s3 | s4 | t08
    boxes: tuple[Box, ...]
    rows: int
    columns: int
    head: int  # header rows at the top

    def lines(self) -> list[list[Box]]:
        """The boxes row by row, each where its upper left corner stands."""
        found: list[list[Box]] = [[] for _ in range(self.rows)]
        for box in sorted(self.boxes, key=lambda b: (b.row, b.column)):
            found[box.row].append(box)
        return found

    def grid(self) -> list[list[str]]:
        """Every place of the grid; the places a merged cell covers are ''."""
        found = [[""] * self.columns for _ in range(self.rows)]
        for box in self.boxes:
            found[box.row][box.column] = box.text
        return found

    def map(self, change: Callable[[Box], Box]) -> "Sheet":
        return replace(self, boxes=tuple(change(box) for box in self.boxes))


Block = str | Sheet


def blocks(gold: Gold) -> list[Block]:
    """The whole report: title, sentences and tables in the order of the form."""
    old = gold["edition"] == "2008"
    headings = form.OLD_HEADINGS if old else form.HEADINGS
    tables = {"s6": indicators} if old else {"s2": active, "s3": requests, "s4": disputes}
    prose = {**default_prose(gold), **gold.get("prose", {})}
    found: list[Block] = [*gold.get("furniture", ()), title(gold), *prose.get("s0", ())]
    for section, heading in headings.items():
        found += [heading, *prose.get(section, ())]
        if section in tables:
            found.append(tables[section](gold))
    return found


def title(gold: Gold) -> str:
    return gold.get("title") or f"{gold['agency']}{gold['year']}年政府信息公开工作年度报告"


def default_prose(gold: Gold) -> dict[str, list[str]]:
    year = gold["year"]
    return {
        "s0": [f"本报告由{gold['agency']}编制。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"],
        "s1": ["本机关按照有关规定公开政府信息。"],
        "s5": ["公开的及时性有待提高，将继续改进。"],
        "s6": [] if gold["edition"] == "2008" else ["无其他需要报告的事项。"],
    }


class Pen:
    """Draws one sheet row by row."""

    def __init__(self, gold: Gold) -> None:
        self.cells: Mapping[str, str | None] = gold["cells"]
        self.printed: Mapping[str, Mapping[str, str]] = gold.get("printed", {})
        self.names = {**gold.get("labels", {}), **gold.get("label_variants", {})}
        self.boxes: list[Box] = []
        self.row = 0

    def label(self, text: str, column: int, rows: int = 1, columns: int = 1, id: str = "") -> None:
        self.boxes.append(Box(self.names.get(id, text), self.row, column, rows, columns))

    def figure(self, id: str, column: int, columns: int = 1) -> None:
        text = self.printed[id]["text"] if id in self.printed else self.cells.get(id) or ""
        self.boxes.append(Box(text, self.row, column, 1, columns, id))

    def sheet(self, id: str, columns: int, head: int) -> Sheet:
        return Sheet(id, tuple(self.boxes), self.row, columns, head)


def active(gold: Gold) -> Sheet:
    """Section II: one sheet of four columns, its tables below one another."""
    pen = Pen(gold)
    for table, caption, columns, rows in form.ACTIVE[gold["edition"]]:
        last = 4 - len(columns)  # the last column takes the room that is left
        pen.label(caption, 0, columns=4)
        pen.row += 1
        pen.label("信息内容", 0)
        for place, (column, name) in enumerate(columns, 1):
            pen.label(name, place, columns=last if place == len(columns) else 1, id=f"{table}@{column}")
        pen.row += 1
        for row, name in rows:
            pen.label(name, 0, id=f"{table}.{row}")
            for place, (column, _) in enumerate(columns, 1):
                pen.figure(f"{table}.{row}.{column}", place, last if place == len(columns) else 1)
            pen.row += 1
    return pen.sheet("s2", 4, 0)


def requests(gold: Gold) -> Sheet:
    """Section III: three columns of labels, seven of figures."""
    pen = Pen(gold)
    pen.label(form.REMARK, 0, 3, 3)
    pen.label("申请人情况", 3, columns=7)
    pen.row = 1
    pen.label("自然人", 3, 2)
    pen.label("法人或其他组织", 4, columns=5)
    pen.label("总计", 9, 2)
    pen.row = 2
    for place, (_, name) in enumerate(form.PERSONS[1:6], 4):
        pen.label(name, place)
    pen.row = 3
    rows = form.request_rows(gold.get("table3_edition", gold["edition"]))
    for (row, labels), spans in zip(rows, group_spans([labels for _, labels in rows]), strict=True):
        for depth, (text, span) in enumerate(zip(labels, spans, strict=True)):
            if span:
                pen.label(text, depth, span, 3 - depth if depth == len(labels) - 1 else 1, id=row if depth == len(labels) - 1 else "")
        for place, (column, _) in enumerate(form.PERSONS, 3):
            pen.figure(f"{row}@{column}", place)
        pen.row += 1
    return pen.sheet("s3", 10, 3)


def group_spans(paths: list[tuple[str, ...]]) -> Iterator[list[int]]:
    """For every row and label: how many rows it spans from here, 0 where it has begun before."""
    for at, path in enumerate(paths):
        spans = []
        for depth in range(len(path)):
            begun = at > 0 and paths[at - 1][: depth + 1] == path[: depth + 1]
            run = next((n for n, other in enumerate(paths[at:]) if other[: depth + 1] != path[: depth + 1]), len(paths) - at)
            spans.append(0 if begun else run)
        yield spans


def disputes(gold: Gold) -> Sheet:
    """Section IV: three blocks of five beside one another, one row of figures."""
    pen = Pen(gold)
    pen.label("行政复议", 0, 2, 5)
    pen.label("行政诉讼", 5, columns=10)
    pen.row = 1
    pen.label("未经复议直接起诉", 5, columns=5)
    pen.label("复议后起诉", 10, columns=5)
    pen.row = 2
    places = [(block, outcome, name) for block, _ in form.DISPUTES for outcome, name in form.OUTCOMES]
    for place, (_, _, name) in enumerate(places):
        pen.label(name, place)
    pen.row = 3
    for place, (block, outcome, _) in enumerate(places):
        pen.figure(f"{block}.{outcome}", place)
    pen.row = 4
    return pen.sheet("s4", 15, 3)


def indicators(gold: Gold) -> Sheet:
    """The statistics table of 2008–2018: indicator, unit, this year, since 2008."""
    pen = Pen(gold)
    for place, name in enumerate(("指标名称", "计量单位", f"{gold['year']}年度", "历年累计")):
        pen.label(name, place)
    pen.row = 1
    for row, name, unit, _ in form.INDICATORS:
        if f"{row}@year" not in gold["cells"]:
            continue
        pen.label(name, 0, id=row)
        pen.label(unit, 1)
        pen.figure(f"{row}@year", 2)
        pen.figure(f"{row}@cumulative", 3)
        pen.row += 1
    return pen.sheet("t08", 4, 1)
