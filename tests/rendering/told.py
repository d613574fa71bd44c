"""Writers that tell the figures of a table row by row: lists, cards, sentences, rows with slashes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.rendering import form
from tests.rendering.markdown import table_of
from tests.rendering.sheets import Block, Box, Sheet
from tests.rendering.text import by_table
from tests.rendering.turned import in_rows

_PERSONS = {name: label if name in ("natural", "total") else f"法人或其他组织—{label}" for name, label in form.PERSONS}
_ACTIVE = {f"{table}.{column}": label for tables in form.ACTIVE.values() for table, _, columns, _ in tables for column, label in columns}


@dataclass(frozen=True)
class Told:
    groups: tuple[str, ...]  # headings that begin with this row
    label: str
    names: tuple[str, ...]
    figures: tuple[str, ...]


def rows_of(sheet: Sheet) -> Iterator[Told]:
    groups: list[str] = []
    for line in sheet.lines()[sheet.head :]:
        labels, figures = [b.text for b in line if not b.figure], [b for b in line if b.figure]
        if figures:
            names = tuple(_name(box) if sheet.id != "t08" else f"{n}" for n, box in enumerate(figures))
            yield Told((*groups, *labels[:-1]), labels[-1], names, tuple(box.text for box in figures))
            groups = []
        elif labels and labels[0] != "信息内容":
            groups += labels[:1]


def _name(box: Box) -> str:
    row, _, column = box.figure.replace("@", ".").rpartition(".")
    if row.startswith("s3"):
        return _PERSONS[column]
    if row.startswith("s4"):
        return dict(form.OUTCOMES)[column]
    edition = "2021" if column in ("issued", "repealed", "in_force", "decisions", "amount_wan") else "2019"
    names = dict(pair for table in form.ACTIVE[edition] if row.startswith(table[0]) for pair in table[2])
    return names.get(column) or next(label for key, label in _ACTIVE.items() if key.endswith(column))


def written(blocks: list[Block], rng: Random, row: Callable[[Told], str], before: Callable[[Sheet, Told], str] | None = None) -> bytes:
    """The tables of 2008–2018 stay drawn."""

    def table(sheet: Sheet) -> str:
        if sheet.id == "t08":
            return "\n".join("\t".join(line) for line in sheet.grid())
        told = list(rows_of(sheet))
        head = [before(sheet, told[0])] if before else []
        return "\n".join([*head, *(line for one in told for line in (*one.groups, row(one)))])

    return by_table(in_rows(blocks, rng) if not any(_one_row(b) for b in blocks) else blocks, table)


def _one_row(block: Block) -> bool:
    return isinstance(block, Sheet) and block.id == "s4" and block.columns < 15


def bullets(blocks: list[Block], rng: Random) -> bytes:
    return written(blocks, rng, lambda told: f"- {told.label}：" + "；".join(f"{n} {f}" for n, f in _pairs(told)))


def nested(blocks: list[Block], rng: Random) -> bytes:
    return written(blocks, rng, lambda told: f"* {told.label}\n" + "\n".join(f"    * {n}：{f}" for n, f in _pairs(told)))


def sentences(blocks: list[Block], rng: Random) -> bytes:
    return written(blocks, rng, lambda told: f"{told.label}：" + "，".join(f"{n.rpartition('—')[2]}{f}{_unit(n)}" for n, f in _pairs(told)) + "。")


def nonzero(blocks: list[Block], rng: Random) -> bytes:
    """Only figures that are not blank are told."""

    def row(told: Told) -> str:
        pairs = [(n, f) for n, f in _pairs(told) if f]
        return f"{told.label}：" + ("，".join(f"{n} {f}" for n, f in pairs) if pairs else "无") + "。"

    return written(blocks, rng, row)


def cards(blocks: list[Block], rng: Random) -> bytes:
    return _page(written(blocks, rng, lambda told: f"<h4>{told.label}</h4>" + "".join(f"<div><span>{n}</span><span>{f}</span></div>" for n, f in _pairs(told))))


def definitions(blocks: list[Block], rng: Random) -> bytes:
    return _page(written(blocks, rng, lambda told: f"<p>{told.label}</p><dl>" + "".join(f"<dt>{n}</dt><dd>{f}</dd>" for n, f in _pairs(told)) + "</dl>"))


def pair_tables(blocks: list[Block], rng: Random) -> bytes:
    return written(blocks, rng, lambda told: f"\n#### {told.label}\n\n| 项目 | 数量 |\n|---|---|\n" + "\n".join(f"| {n} | {f} |" for n, f in _pairs(told)))


def row_tables(blocks: list[Block], rng: Random) -> bytes:
    """A table for every row, its label above."""
    return written(blocks, rng, lambda told: f"\n**{told.label}**\n\n{table_of([[*told.names], [*told.figures]])}\n")


def two_lines(blocks: list[Block], rng: Random) -> bytes:
    """A card as text: every label and every figure in a line of its own."""
    return written(blocks, rng, lambda told: "\n".join([told.label, *(f"{n}\n{f}" for n, f in _pairs(told))]))


def _page(text: bytes) -> bytes:
    lines = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in text.decode().split("\n") if line)
    return f"<!DOCTYPE html><html><body>{lines}</body></html>".encode()


def _pairs(told: Told) -> Sequence[tuple[str, str]]:
    return tuple(zip(told.names, told.figures, strict=True))


def _unit(name: str) -> str:
    return "万元" if "元" in name else "件"


# ---------------------------------------------------------------- slashes


def slashes(blocks: list[Block], rng: Random) -> bytes:
    """A line names the columns, the rows follow; section II names them for every row."""
    mark = rng.choice((" / ", "/", "、", "；"))

    def legend(sheet: Sheet, first: Told) -> str:
        return "" if sheet.id == "s2" else f"说明：以下各行依次为 {mark.join(n.rpartition('—')[2] for n in first.names)}，单位：件。"

    def row(told: Told) -> str:
        names = "" if told.names[0] in (*_PERSONS.values(), *dict(form.OUTCOMES).values()) else f"（{'/'.join(told.names)}）"
        return f"{told.label}{names}：{mark.join(told.figures)}"

    return written(blocks, rng, row, legend)


def slashes_bracket(blocks: list[Block], rng: Random) -> bytes:
    """Every row names its columns."""
    return written(blocks, rng, lambda told: f"{told.label}（{'、'.join(n.rpartition('—')[2] for n in told.names)}）：{' / '.join(told.figures)}")
