"""Reports in layouts of their own: cards, rows and columns of sums, blocks on their side, blanks, units said once."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Cell, Status
from index.readers import read_document

NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
RESULT, DENIED = "三、本年度办理结果", "三、本年度办理结果 / （三）不予公开"
ROWS = {
    "s3.new": ("", "一、本年新收政府信息公开申请数量", (9, 3, 0, 0, 1, 0, 13)),
    "s3.result.granted": (RESULT, "（一）予以公开", (5, 0, 0, 0, 1, 0, 6)),
    "s3.result.denied.state_secret": (DENIED, "1.属于国家秘密", (1, 1, 0, 0, 0, 0, 2)),
    "s3.result.denied.query": (DENIED, "8.属于行政查询事项", (None,) * 7),
    "s3.result.other.misc": ("三、本年度办理结果 / （六）其他处理", "3.其他", (0, 2, 0, 0, 0, 0, 2)),
    "s3.result.total": (RESULT, "（七）总计", (6, 3, 0, 0, 1, 0, 10)),
}
SUITS = {
    "s4.review": ("", "行政复议", (None,) * 5),
    "s4.suit_direct": ("行政诉讼", "未经复议直接起诉", (4, 0, 1, 0, 5)),
    "s4.suit_after_review": ("行政诉讼", "复议后起诉", (0, 0, 0, 2, 2)),
}
Row = tuple[str, str, tuple[int | None, ...]]
EVERY: dict[str, Row] = {**ROWS, **SUITS}


def read(body: str, name: str = "x.html", year: int = 2022) -> dict[str, Cell]:
    page = f"<html><body>{body}</body></html>" if name.endswith(".html") else body
    head = f"青石市{year}年政府信息公开工作年度报告\n" if name.endswith(".txt") else ""
    return {cell.id: cell for cell in read_cells(read_document((head + page).encode(), name), load_forms(), year)}


def figures(cells: dict[str, Cell], row: str) -> tuple[int | None, ...]:
    """In the order of the form; -1 for an open cell."""
    names: tuple[str, ...] = ("upheld", "corrected", "other", "pending", "total") if row.startswith("s4") else ("natural", "enterprise", "research", "welfare", "legal_service", "other_org", "total")
    names = ("year", "cumulative") if row.startswith("t08") else names
    held = [cells[f"{row}{'.' if row.startswith('s4') else '@'}{name}"] for name in names]
    return tuple(-1 if cell.status is Status.AMBIGUOUS else None if cell.value is None else int(cell.value) for cell in held)


def table(rows: Sequence[Sequence[object]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


def shown(figure: int | None) -> str:
    return "" if figure is None else str(figure)


# ---------------------------------------------------------------- cards

Pairs = list[tuple[str, str]]
CARDS: dict[str, tuple[str, Callable[[str, str, Pairs], str]]] = {
    "glued": ("x.html", lambda group, label, pairs: f"<section><div>{label}</div><div>{group}</div><ul>{''.join(f'<li><label>{a}</label><em>{b}</em></li>' for a, b in pairs)}</ul></section>"),
    "dl": ("x.html", lambda group, label, pairs: f"<h4>{label}</h4><small>{group}</small><dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in pairs)}</dl>"),
    "group first": ("x.html", lambda group, label, pairs: f"<div>{group}</div><div>{label}</div>{''.join(f'<div><span>{a}</span>：<b>{b}</b></div>' for a, b in pairs)}"),
    "one line": ("x.html", lambda group, label, pairs: f"<div>{label} <small>{group}</small></div><ul>{''.join(f'<li>{a} {b or chr(8212)}</li>' for a, b in pairs)}</ul>"),
    "cells": ("x.html", lambda group, label, pairs: f"<p>{label}</p><p>{group}</p>{table(pairs)}"),
    "figure above": ("x.html", lambda group, label, pairs: f"<div>{label}</div>{''.join(f'<div>{b}</div><div>{a}</div>' for a, b in pairs)}"),
    "total first": ("x.html", lambda group, label, pairs: f"<div>{label}</div><div>{group}</div>{''.join(f'<div>{a}</div><div>{b}</div>' for a, b in (pairs[-1], *pairs[:-1]))}"),
    "copied": ("x.txt", lambda group, label, pairs: "".join(f"{text}\n" for text in (label, group, *(f"{a} {b}" for a, b in pairs)) if text)),
    "tabs": ("x.txt", lambda group, label, pairs: "".join(f"{text}\n" for text in (label, group, *(f"{a}\t{b}" for a, b in pairs)) if text)),
    "remark": ("x.html", lambda group, label, pairs: f"<h5>{label}</h5><h6>{group}</h6>{''.join(f'<p>{a}（法人或其他组织）{b}</p>' if a == '其他' else f'<p>{a}{b}</p>' for a, b in pairs)}"),
}


@pytest.mark.parametrize("layout", CARDS)
def test_a_card_for_every_row(layout: str) -> None:
    name, card = CARDS[layout]
    parts = (card(group, label, list(zip(NAMES if len(row) > 5 else OUTCOMES, map(shown, row), strict=True))) for group, label, row in EVERY.values())
    cells = read("".join(parts), name)
    assert {row: figures(cells, row) for row in EVERY} == {row: held for row, (_, _, held) in EVERY.items()}


def test_a_card_of_blank_cells_is_one_of_few() -> None:
    held = {"s4.review": (0, 0, 0, 0, 0), "s4.suit_direct": (None,) * 5, "s4.suit_after_review": (0, 0, 0, 0, 0)}
    cells = read("".join(f"<p>{': '.join(filter(None, SUITS[row][:2]))}</p>{table(list(zip(OUTCOMES, map(shown, one), strict=True)))}" for row, one in held.items()))
    assert {row: figures(cells, row) for row in held} == held


def test_names_above_a_single_figure_are_no_card() -> None:
    """It may be that of any column whose neighbours are blank."""
    cells = read("".join(f"{label}\n" + "\n".join(OUTCOMES) + "\n3\n" for _, label, _ in SUITS.values()), "x.txt")
    assert not [cell for cell in cells.values() if cell.status is Status.READ and cell.value is not None]


# ---------------------------------------------------------------- sums that no form has


def rows_with_sums(word: str, order: Sequence[int] = range(7), behind: Callable[[Sequence[object]], Sequence[object]] = lambda cells: cells) -> list[list[object]]:
    head = [["项目", *behind([NAMES[n] for n in order])]]
    for row, (_, label, held) in ROWS.items():
        head.append([label, *behind([shown(held[n]) for n in order])])
        if row == "s3.result.denied.query":
            head.append([word, *behind([(1, 1, 0, 0, 0, 0, 2)[n] for n in order])])
    return head


@pytest.mark.parametrize("word", ["小计", "合计", "不予公开小计", "9.合计", "本项合计（件）"])
@pytest.mark.parametrize("order", [range(7), (6, 0, 1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 0, 6)])
def test_a_row_that_adds_up_others_is_none_of_the_form(word: str, order: Sequence[int]) -> None:
    """Not that of the blank row above it, nor the total below."""
    cells = read(table(rows_with_sums(word, order)))
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}
    assert not [name for name in cells if name.startswith("x.")]


def test_the_last_of_several_totals_without_number_is_the_forms() -> None:
    bare = [[str(cell).replace("（七）总计", "合计") for cell in row] for row in rows_with_sums("合计")]
    assert figures(read(table(bare)), "s3.result.total") == ROWS["s3.result.total"][2]


def test_a_column_that_adds_up_others_beside_columns_in_another_order() -> None:
    cells = read(table(rows_with_sums("小计", (6, 0, 1, 2, 3, 4, 5), lambda cells: [*cells, "小计" if cells[0] == "总计" else "3"])))
    assert figures(cells, "s3.result.granted") == ROWS["s3.result.granted"][2]


# ---------------------------------------------------------------- names, blanks, units


@pytest.mark.parametrize(("names", "read_as"), [
    (("企业", "科研机构", "公益组织", "法律服务机构", "其它", "自然人", "总计"), (1, 2, 3, 4, 5, 0, 6)),
    (("合计", "商业企业", "科研院所", "法律服务机构", "社会公益组织", "其他", "自然人"), (6, 1, 2, 4, 3, 5, 0)),
    (("个人", "企业", "科研", "公益", "法律", "其他", "合计"), (0, 1, 2, 3, 4, 5, 6)),
    (("合计", "公益", "公民", "商业", "其它", "科研", "法律服务"), (6, 3, 0, 1, 5, 2, 4)),
    (("总计", "商业企业", "科研机构", "法律服务组织", "社会公益组织", "其他组织", "自然人"), (6, 1, 2, 4, 3, 5, 0)),
])
def test_columns_under_other_names_in_another_order(names: Sequence[str], read_as: Sequence[int]) -> None:
    rows = [["项目", *names], *([label, *(shown(held[n]) for n in read_as)] for _, label, held in ROWS.values())]
    cells = read(table(rows))
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}


def test_a_name_that_no_column_has_is_not_read_as_one() -> None:
    """Three columns of the form's, two of them unlike any of it."""
    names = ("总计", "自然人", "商业企业", "民办学校", "外国人", "其他", "法律服务机构")
    cells = read(table([["项目", *names], *([label, *map(shown, (held[6], *held[:6]))] for _, label, held in ROWS.values())]))
    assert figures(cells, "s3.new")[2:4] == (-1, -1)


@pytest.mark.parametrize("filled", [True, False])
def test_applicants_or_outcomes_as_rows(filled: bool) -> None:
    """Blank blocks are turned as the others are."""
    def turned(rows: dict[str, Row], names: Sequence[str]) -> str:
        return table([["", *(label for _, label, _ in rows.values())], *([name, *(shown(held[n]) if filled else "" for _, _, held in rows.values())] for n, name in enumerate(names))])

    suits = {row: (group, f"{label}的{group}" if group else label, held) for row, (group, label, held) in SUITS.items()}
    cells = read(turned(ROWS, NAMES) + turned(suits, OUTCOMES))
    assert {row: figures(cells, row) for row in EVERY} == {row: held if filled else (None,) * len(held) for row, (_, _, held) in EVERY.items()}


OLD = {"t08.active.total": (2179, 21622), "t08.active.website": (1962, 20212), "t08.active.gazette": (77, 2015), "t08.request.total": (5, 313), "t08.request.in_person": (2, 76)}
OLD_LABELS = ("主动公开文件数", "其中：1.政府网站公开数", "2.政府公报公开数", "受理依申请公开信息总数", "其中：1.当面申请数")


@pytest.mark.parametrize("wide", [2, 3, 4])
@pytest.mark.parametrize("heads", [("计量单位", "2018年度", "历年累计"), ("", "本年度", "累计"), ("单位", "2018年", "历年累计")])
def test_rows_of_the_form_as_columns_over_several_headers(wide: int, heads: Sequence[str]) -> None:
    """A figure that looks like a year (1962) is one."""
    figured = [(*(text for text in ("条",) if heads[0]), *map(str, held)) for held in OLD.values()]
    rows = [[name, *(column[n] for column in columns[at : at + wide])] for columns in ([*zip(OLD_LABELS, *zip(*figured, strict=True), strict=True)],)
            for at in range(0, len(OLD), wide) for n, name in enumerate(("指标", *filter(None, heads)))]
    for text in (table(rows), "\n".join("\t".join(map(str, row)) for row in rows), "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows)):
        cells = read(text, "x.html" if text.startswith("<") else "x.txt", 2018)
        assert {row: figures(cells, row) for row in OLD} == OLD


def test_one_row_of_figures_over_several_headers() -> None:
    rows = [["指标", "主动公开政府信息数", "其中：主动公开规范性文件数"], ["统计数", 7707, 26], ["单位", "条", "条"], ["指标", "政府公报公开政府信息数", "政府网站公开政府信息数"], ["统计数", 14, 2018], ["单位", "条", "条"]]
    cells = read(table(rows))
    assert [cells[f"t14.{row}"].value for row in ("active.total", "active.normative_disclosed", "channel.gazette", "channel.website")] == [7707, 26, 14, 2018]


@pytest.mark.parametrize("prefix", ["", "行政诉讼：", "行政诉讼"])
@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (2, 1, 0)])
def test_cases_in_any_order_with_a_blank_one_among_them(prefix: str, order: Sequence[int]) -> None:
    rows = [[prefix * bool(group) + label, *map(shown, held)] for group, label, held in SUITS.values()]
    cells = read(table([["项目", *OUTCOMES], *(rows[n] for n in order)]))
    assert {row: figures(cells, row) for row in SUITS} == {row: held for row, (_, _, held) in SUITS.items()}


@pytest.mark.parametrize(("caption", "header", "value"), [
    ("（收费金额单位：元）", "本年收费金额", "944.910557"), ("单位：件、元", "本年收费金额", "944.910557"), ("单位：件、项、万元", "本年收费金额", "9449105.57"),
    ("（单位：元）", "本年收费金额（单位：万元）", "9449105.57"), ("采购金额单位：元", "本年收费金额", "9449105.57"),
])
def test_a_unit_said_above_the_tables_of_section_two(caption: str, header: str, value: str) -> None:
    rows = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", 0, 0, 1], ["行政规范性文件", 2, 0, 9], ["信息内容", header], ["行政事业性收费", "9449105.57"]]
    cells = read(f"<h2>二、主动公开政府信息情况</h2><p>{caption}</p>{table(rows)}")
    assert str(cells["s2.art20_8.fee.amount_wan"].value) == value


@pytest.mark.parametrize(("unit", "value"), [("元", "4.1165"), ("万元", "41165"), ("千元", "4116.5"), ("件", "41165")])
def test_a_column_of_units(unit: str, value: str) -> None:
    rows = [["信息内容", "计量单位", "本年处理决定数量"], ["行政许可", "件", "2692"], ["信息内容", "计量单位", "本年收费金额"], ["行政事业性收费", unit, "41,165.00"]]
    cells = read(table(rows))
    assert [cells[f"s2.art20_{at}"].value for at in ("8.fee.amount_wan", "5.license.decisions")] == [Decimal(value), 2692]


def test_rows_numbered_as_an_outline() -> None:
    rows = [["项目", *NAMES], *([f"3.{n} {label.split('.')[-1]}" if n % 2 else f"3.3.{n}{label.split('.')[-1]}", *map(shown, held)] for n, (_, label, held) in enumerate(ROWS.values()) if "国" in label or "查询" in label or "新收" in label)]
    text = "\n".join("  ".join(str(cell) for cell in row) for row in rows)
    assert figures(read(text, "x.txt"), "s3.result.denied.state_secret") == figures(read(table(rows)), "s3.result.denied.state_secret") == ROWS["s3.result.denied.state_secret"][2]


# ---------------------------------------------------------------- labels that are damaged or go on

EXPECTED = {row: held for row, (_, _, held) in ROWS.items()}


@pytest.mark.parametrize("link", [" / ", "-", " > ", "｜"])
def test_a_total_behind_the_name_of_its_group_is_the_forms(link: str) -> None:
    rows = [[f"{group.replace(' / ', link)}{link}{label}" if group else label, *map(shown, held)] for group, label, held in ROWS.values()]
    cells = read(table([["项目", *NAMES], *rows]))
    assert {row: figures(cells, row) for row in ROWS} == EXPECTED


@pytest.mark.parametrize("group", ["【（六）其他处理】", "（六）其他处理", "[其他处理]", "■ 其他处理"])
def test_a_label_over_two_lines_below_the_name_of_its_group(group: str) -> None:
    """The group is a row of the form of 2019 by itself."""
    wrapped = ("s3.result.other.no_supplement", f"{group}\n1.申请人无正当理由逾期不补正、行政\n机关不再处理其政府信息公开申请", (1, 0, 0, 0, 0, 0, 1))
    cards = [*((row, label, held) for row, (_, label, held) in ROWS.items())]
    cards.insert(4, wrapped)
    fields = ("\n".join(f"  {a} ....... {'-' if b is None else b}" for a, b in zip(NAMES, held, strict=True)) for _, _, held in cards)
    cells = read("\n".join(f"{label}\n{field}" for (_, label, _), field in zip(cards, fields, strict=True)), "x.txt")
    assert {row: figures(cells, row) for row, _, _ in cards} == {row: held for row, _, held in cards}


@pytest.mark.parametrize("label", ["3.危及“三安全一稳定”", "3.危及『三安全一稳定』", "3.危及《三安全一稳定》"])
def test_a_figure_behind_a_label_that_ends_with_a_mark(label: str) -> None:
    """One space before the first figure, two between the others."""
    lines = [f"{name} {'  '.join(map(str, held))}" for name, held in [(text, held) for _, text, held in ROWS.values() if None not in held]]
    lines.insert(3, f"{label} 0  4  0  0  0  0  4")
    assert figures(read("\n".join(["  ".join(("项目", *NAMES)), *lines]), "x.txt"), "s3.result.denied.three_security") == (0, 4, 0, 0, 0, 0, 4)


@pytest.mark.parametrize("label", ["其他对外管理服务事 172<br>项", "其他对外管 172<br>理服务<br>事项", "其他对外管理服务事项 172"])
@pytest.mark.parametrize("rest", [["-8", "784"], ["", "-8", "784"]])
def test_a_figure_in_the_cell_of_a_label_that_goes_on_below_it(label: str, rest: list[str]) -> None:
    head = [["第二十条第（五）项"], ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "235", "18", "1,439"]]
    cells = read(table([*head, [label, *rest]]), year=2020)
    assert [cells[f"s2.art20_5.other_services.{name}"].value for name in ("prev_items", "change", "decisions")] == [172, -8, 784]


@pytest.mark.parametrize("between", [[], ["三、本年度办理结果"]])
def test_a_label_that_goes_on_below_a_row_without_figures(between: list[str]) -> None:
    """As where a page ends: its figures are no row of blanks."""
    rows: list[list[str]] = [["项目", "", *NAMES], *(["", label, *map(shown, held)] for _, label, held in ROWS.values())]
    cut = [["", "（二）部分公开（区分处理的，只计这一情形，不", *[""] * 7], [*(between or [""]), "计其他情形）", *map(str, (4, 0, 1, 0, 0, 0, 5))]]
    cells = read(table([*rows[:3], *cut, *rows[3:]]))
    assert figures(cells, "s3.result.partial") == (4, 0, 1, 0, 0, 0, 5)


SHORT_ROWS: dict[str, Row] = {**ROWS, "s3.result.unable.not_held": (RESULT, "1.本机关不掌握相关政府信息", (2, 0, 0, 0, 0, 0, 2)), "s3.result.unprocessed.publication": (RESULT, "3.要求提供公开出版物", (0, 0, 1, 0, 0, 0, 1))}


@pytest.mark.parametrize(("short", "unit"), [
    ({"s3.new": "一、新收申请", "s3.result.denied.state_secret": "1.国家秘密", "s3.result.unable.not_held": "1.不掌握", "s3.result.unprocessed.publication": "3.出版物", "s4.suit_direct": "诉讼（未经复议）", "s4.suit_after_review": "诉讼（经复议）"}, "件"),
    ({"s3.new": "新收申请", "s3.result.unable.not_held": "不掌握", "s3.result.unprocessed.publication": "公开出版物", "s4.suit_direct": "未经复议", "s4.suit_after_review": "经复议诉讼"}, " 件"),
])
def test_short_labels_and_figures_with_units(short: dict[str, str], unit: str) -> None:
    order = ("s3.new", "s3.result.granted", "s3.result.denied.state_secret", "s3.result.denied.query", "s3.result.unable.not_held", "s3.result.unprocessed.publication", "s3.result.other.misc", "s3.result.total")
    cases = [["", "维持", "纠正", "其他", "未审结", "合计"], *([short.get(row, label), *(shown(n) and f"{n}{unit}" for n in held)] for row, (_, label, held) in SUITS.items())]
    rows = [["", "个人", "企业", "科研", "公益", "法律", "其他", "合计"], *([short.get(row, SHORT_ROWS[row][1]), *(shown(n) and f"{n}{unit}" for n in SHORT_ROWS[row][2])] for row in order)]
    cells = read(f"<h4>三、政府信息公开行政复议、行政诉讼情况</h4>{table(cases)}<h4>四、收到和处理政府信息公开申请情况</h4>{table(rows)}")
    assert {row: figures(cells, row) for row in (*order, *SUITS)} == {row: ({**SHORT_ROWS, **SUITS})[row][2] for row in (*order, *SUITS)}


@pytest.mark.parametrize("label", ["2.明确", "1.信息", "掌握"])
def test_a_part_of_a_label_without_its_not_or_of_several_is_none(label: str) -> None:
    rows = [["项目", *NAMES], *([text, *map(shown, held)] for _, text, held in ROWS.values())]
    rows.insert(5, [label, *"2000002"])
    cells = read(table(rows))
    assert not [name for name in cells if name.startswith("s3.result.unable")]


@pytest.mark.parametrize("first", [("", "1", "1"), ("", "", "1"), ("", "", "")])
def test_blanks_before_the_last_figure_of_a_row_are_no_lost_cells(first: tuple[str, str, str]) -> None:
    rows = [("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("规章", *first), ("行政规范性文件", "1", "13", "1")]
    cells = read("二、主动公开政府信息情况\n" + "\n".join("\t".join(row) for row in rows), "x.txt")
    held = [cells[f"s2.art20_1.rules.{name}"] for name in ("issued", "repealed", "in_force")]
    assert [(cell.status, "" if cell.value is None else str(cell.value)) for cell in held] == [(Status.READ, figure) for figure in first]


# ---------------------------------------------------------------- what programs write


def piped(rows: Sequence[Sequence[object]]) -> str:
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]))


PRINTERS: dict[str, tuple[str, Callable[[Sequence[Sequence[object]]], str]]] = {
    "markdown": ("x.txt", piped), "html": ("x.html", table), "csv": ("x.txt", lambda rows: "\n".join(",".join(map(str, row)) for row in rows)),
}


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("nothing", ["NaN", "nan", "<NA>"])
def test_blank_cells_that_a_program_wrote_out(printer: str, nothing: str) -> None:
    name, draw = PRINTERS[printer]
    blank = nothing.replace("<", "&lt;").replace(">", "&gt;") if printer == "html" else nothing
    head = [["三、收到和处理政府信息公开申请情况", *(f"Unnamed: {n}" for n in range(1, 9))], [blank, blank, *NAMES]]
    rows = [[blank if n % 2 else "三、本年度办理结果", label, *(blank if figure is None else figure for figure in held)] for n, (_, label, held) in enumerate(ROWS.values())]
    cells = read(draw([*head, *rows]), name)
    assert {row: figures(cells, row) for row in ROWS} == EXPECTED


def test_a_figure_that_a_program_did_not_know_is_no_blank() -> None:
    rows = [["项目", *NAMES], *([label, *("NaN" if row == "s3.new" and n == 6 else shown(figure) for n, figure in enumerate(held))] for row, (_, label, held) in ROWS.items())]
    cell = read(table(rows))["s3.new@total"]
    assert (cell.status, cell.value) == (Status.AMBIGUOUS, None)


@pytest.mark.parametrize("told", [
    "<dl><dt>规章</dt><dd>本年制发件数 <b>0件</b>，本年废止件数 <b>1件</b>，现行有效件数 <b>4件</b>。</dd><dt>行政规范性文件</dt><dd>本年制发件数 <b>2件</b>，本年废止件数 <b>9件</b>，现行有效件数 <b>3件</b>。</dd></dl>",
    "<p>规章：本年制发件数0，本年废止件数1，现行有效件数4</p><p>行政规范性文件：本年制发件数2，本年废止件数9，现行有效件数3</p>",
])
@pytest.mark.parametrize("others", [[], [["行政处罚", 8], ["行政强制", 0]]])
def test_a_block_that_is_told_beside_tables_that_are_drawn(told: str, others: list[list[object]]) -> None:
    drawn = table([["信息内容", "本年处理决定数量"], ["行政许可", 7], *others])
    cells = read(f"<h2>二、主动公开政府信息情况</h2>{told}{drawn}<h2>三、</h2>{table([['项目', *NAMES], *([label, *map(shown, held)] for _, label, held in ROWS.values())])}")
    assert [str(cells[f"s2.art20_1.{name}"].value) for name in ("rules.repealed", "rules.in_force", "normative.issued", "normative.in_force")] == ["1", "4", "2", "3"]
    assert (str(cells["s2.art20_5.license.decisions"].value), figures(cells, "s3.new")) == ("7", ROWS["s3.new"][2])


# ---------------------------------------------------------------- labels apart from their figures

COPIED = {
    "s3.new": ("一、本年新收政府信息公开申请数量", (39, 2, 0, 0, 1, 0, 42)), "s3.carried_in": ("二、上年结转政府信息公开申请数量", (3, 0, 0, 0, 0, 0, 3)),
    "s3.result.granted": ("（一）予以公开", (7, 1, 0, 0, 0, 0, 8)), "s3.result.partial": ("（二）部分公开\n（区分处理的，只计这一情形）", (2, 0, 0, 0, 0, 0, 2)),
    "s3.result.denied.state_secret": ("（三）不予公开\n1.属于国家秘密", (1, 0, 0, 0, 0, 0, 1)), "s3.result.total": ("（七）总计", (10, 1, 0, 0, 0, 0, 11)),
    "s3.result.other.fee_unpaid": ("（六）其他处理\n2.申请人逾期未按收费通知要求缴纳费用、\n行政机关不再处理其政府信息公开申请", (0,) * 7),
    "s3.carried_out": ("四、结转下年度继续办理", (32, 1, 0, 0, 1, 0, 34)),
}
ORDER = ("s3.new", "s3.carried_in", "s3.result.granted", "s3.result.partial", "s3.result.denied.state_secret", "s3.result.other.fee_unpaid", "s3.result.total", "s3.carried_out")
LABELS = "\n".join(COPIED[row][0] for row in ORDER)
BY_COLUMN = [[str(COPIED[row][1][n]) for row in ORDER] for n in range(7)]
BY_ROW = [list(map(str, COPIED[row][1])) for row in ORDER]
FIRST, LAST = "\n".join(("申请人情况", *NAMES, LABELS)), "\n".join((LABELS, "申请人情况", *NAMES))


def named(columns: Sequence[Sequence[str]], between: str, order: Sequence[int] = range(7)) -> str:
    return "\n".join((LABELS, "— 2 —", "申请人情况", *(line for n in order for line in [*(["法人或其他组织"] if n == 1 else []), between.join((NAMES[n], *columns[n]))])))


@pytest.mark.parametrize("body", [
    named(BY_COLUMN, "\n"), named(BY_COLUMN, " "), named(BY_COLUMN, "\t", (6, 5, 0, 1, 2, 4, 3)), "\n".join((LAST, *chain(*BY_COLUMN))), "\n".join((FIRST, *map(" ".join, BY_COLUMN))),
    "\n".join((FIRST, *chain(*BY_ROW))), "\n".join((LAST, *map(" ".join, BY_ROW))),
])  # fmt: skip
def test_labels_first_then_the_figures_column_by_column_or_row_by_row(body: str) -> None:
    cells = read(f"三、收到和处理政府信息公开申请情况\n{body}\n四、行政复议、行政诉讼情况", "x.txt")
    assert {row: figures(cells, row) for row in COPIED} == {row: held for row, (_, held) in COPIED.items()}


@pytest.mark.parametrize("change", [
    lambda columns: [columns[1][::-1], columns[0], *columns[2:]], lambda columns: [columns[0][:-1], *columns[1:]], lambda columns: [["0", *columns[0]], *columns[1:]],
    lambda columns: [[column[1], column[0], *column[2:]] for column in columns[:1]] + columns[1:],
])  # fmt: skip
def test_figures_that_no_sum_gives_to_their_rows_are_said_to_be_open(change: Callable[[list[list[str]]], list[list[str]]]) -> None:
    cells = read(f"三、收到和处理政府信息公开申请情况\n{named(change(BY_COLUMN), chr(10))}\n四、行政复议、行政诉讼情况", "x.txt")
    assert {figures(cells, row) for row in COPIED} == {(-1,) * 7}


def test_small_tables_copied_column_by_column() -> None:
    body = "信息内容\n行政处罚\n行政强制\n本年处理决定数量\n13765\n1312\n第二十条第（八）项\n信息内容 行政事业性收费\n本年收费金额（单位：万元） 4512.6786"
    cells = read(f"二、主动公开政府信息情况\n第二十条第（六）项\n{body}", "x.txt")
    assert [str(cells[f"s2.{name}"].value) for name in ("art20_6.penalty.decisions", "art20_6.coercion.decisions", "art20_8.fee.amount_wan")] == ["13765", "1312", "4512.6786"]


# ---------------------------------------------------------------- rows in another order

GROUPED: dict[str, Callable[[str, str], list[str]]] = {
    "beside": lambda group, label: [group, label],
    "before": lambda group, label: [f"{group}：{label}" if group else label],
    "numbered": lambda group, label: [f"{group}——{label}" if group else label],
}


@pytest.mark.parametrize("order", [(0, 5, 4, 3, 2, 1), (5, 0, 1, 4, 2, 3), (4, 3, 2, 1, 0, 5)])
@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("grouped", GROUPED)
def test_rows_in_another_order_than_the_forms(order: Sequence[int], printer: str, grouped: str) -> None:
    name, draw = PRINTERS[printer]
    rows = []
    for group, label, held in ROWS.values():
        number, bare = (label[:2], label[2:]) if label[1] in ".、" else (label[:3], label[3:])
        rows.append([*GROUPED[grouped](group.rpartition("）")[2] if "/" in group else "", bare if grouped != "numbered" else number + bare), *map(shown, held)])
    head = [[*("", "")[: len(rows[0]) - 7], *NAMES]]
    cells = read(draw([*head, *(rows[n] for n in order)]), name)
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}


# ---------------------------------------------------------------- codes in place of labels


def group_and(label: str, group: str) -> str:
    return f"{group.rpartition('/')[2].strip()}—{label}" if "/" in group else label


CODED = [group_and(label, group) for group, label, _ in ROWS.values()]
LEGENDS: dict[str, tuple[Sequence[str], Sequence[str], Callable[[Sequence[str], Sequence[str]], str]]] = {
    "rows": (["A", "B", "C1", "C2", "D", "E"], NAMES, lambda rows, columns: "代码说明：" + "；".join(f"{code}＝{label}" for code, label in zip(rows, CODED, strict=True)) + "。"),
    "columns": (CODED, "①②③④⑤⑥⑦", lambda rows, columns: "申请人类别：" + "；".join(f"{code}{name}" for code, name in zip(columns, NAMES, strict=True)) + "。"),
    "both": (["a-1", "a-2", "b-1", "b-2", "c-1", "c-2"], "甲乙丙丁戊己计", lambda rows, columns: "</p><p>".join(f"{code}——{label}。" for code, label in zip((*rows, *columns), (*CODED, *NAMES), strict=True))),
    "notes": ([f"{label[:5]}…<sup>注{n}</sup>" for n, label in enumerate(CODED, 1)], NAMES, lambda rows, columns: "</p><p>".join(f"注{n}：{label}" for n, label in enumerate(CODED, 1))),
}


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("kind", LEGENDS)
def test_codes_stand_for_what_the_legend_says(kind: str, above: bool) -> None:
    rows, columns, told = LEGENDS[kind]
    drawn = table([["代码", *columns], *([code, *map(shown, held)] for code, (_, _, held) in zip(rows, ROWS.values(), strict=True))])
    legend = f"<p>{told(rows, columns)}</p>"
    cells = read(legend + drawn if above else drawn + legend)
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}


def test_columns_go_where_the_legend_says() -> None:
    drawn = table([["项目", *"①②③④⑤⑥⑦"], *([label, *map(shown, (held[6], *held[:6]))] for _, label, held in ROWS.values())])
    cells = read(f"{drawn}<p>注：①总计；②自然人；③商业企业；④科研机构；⑤社会公益组织；⑥法律服务机构；⑦其他。</p>")
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}


NUMBERS = {
    "甲 乙 7=1+2": (["甲", "乙", *"123456", "7=1+2+3+4+5+6"], [*"1234", "5=1+2+3+4", *"6789", "10=6+7+8+9", *(str(n) for n in range(11, 16))]),
    "栏次": (["栏次", "—", *"①②③④⑤⑥⑦"], [f"（{n}）" for n in range(8, 23)]),
    "序号": (["", "序号", *(f"({n})" for n in range(1, 8))], [f"[{n}]" for n in range(1, 16)]),
}


@pytest.mark.parametrize("printer", ["x.html", "x.md", "x.txt"])
@pytest.mark.parametrize("kind", NUMBERS)
def test_a_row_that_numbers_the_columns_is_no_row_of_figures(kind: str, printer: str) -> None:
    draw = {"x.html": table, "x.md": piped, "x.txt": lambda rows: "\n".join("\t".join(map(str, row)) for row in rows)}[printer]
    above, beside = NUMBERS[kind]
    rows = [["项目", "行次", *NAMES], above, *([label, n, *map(shown, held)] for n, (_, label, held) in enumerate(ROWS.values(), 1))]
    suits = [["行政复议", *[""] * 4, "行政诉讼", *[""] * 9], [""] * 5 + ["未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4], OUTCOMES * 3, beside, [*[""] * 5, 4, 0, 1, 0, 5, 0, 0, 0, 2, 2]]
    cells = read(f"{draw(rows)}\n\n四、行政复议、行政诉讼情况\n\n{draw(suits)}", printer)
    assert {row: figures(cells, row) for row in EVERY} == {row: held for row, (_, _, held) in EVERY.items()}
    assert not [cell for cell in cells if cell.startswith("x.")]


@pytest.mark.parametrize("printed", ["83 923.1911", " 83\u3000923.1911 ", "83923.1911"])
def test_spaces_between_thousands_of_an_amount_with_decimals(printed: str) -> None:
    cells = read(table([["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", printed]]))
    assert str(cells["s2.art20_8.fee.amount_wan"].value) == "83923.1911"


@pytest.mark.parametrize(("note", "told"), [
    ("<p>** 含转送的1件。 *** 均已征求意见。</p>", True), ("<p>注：*** 均已征求意见；**含转送的1件</p>", True), ("<table><tr><td>（**）含转送的1件</td></tr><tr><td>***：均已征求意见</td></tr></table>", True),
    ("", False), ("<p>* 含转送的1件。</p>", False), ("<p>其中**重点**领域公开信息，***机关***指本机关。</p>", False),
])
def test_stars_behind_a_figure_are_hidden_digits_unless_a_note_explains_them(note: str, told: bool) -> None:
    starred = {"一、本年新收政府信息公开申请数量": ("", 6, "**"), "1.属于国家秘密": ("***", 0, "***")}
    drawn = [["", *NAMES]]
    for _, label, held in ROWS.values():
        mark, at, stars = starred.get(label, ("", 0, ""))
        drawn.append([label + mark, *(f"{shown(n)}{stars * (k == at)}" for k, n in enumerate(held))])
    cells = read(table(drawn) + note)
    assert (cells["s3.new@total"].value, cells["s3.result.denied.state_secret@natural"].value) == ((13, 1) if told else (None, None))
    assert cells["s3.result.denied.state_secret@total"].value == 2


# ---------------------------------------------------------------- a figure a line


def along_paths() -> list[list[str]]:
    """The path of every figure and the figure: groups, row, 法人或其他组织 over five columns, column."""
    found = []
    for group, label, held in ROWS.values():
        path = ["三、收到和处理政府信息公开申请情况", *filter(None, group.split(" / ")), label]
        found += [[*path, *["法人或其他组织"] * (0 < n < 6), name, shown(figure)] for n, (name, figure) in enumerate(zip(NAMES, held, strict=True))]
    return found


@pytest.mark.parametrize("wide", [0, 6])
def test_a_figure_a_line_behind_its_path_in_cells(wide: int) -> None:
    """All figures in one column, or each right behind its path."""
    lines = [[*path, *[""] * (wide - len(path)), figure] for *path, figure in along_paths()]
    cells = read(table([["指标"], *lines]))
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}


@pytest.mark.parametrize("mark", ["-", "/", "_", " > "])
def test_a_figure_a_line_behind_its_path_in_one_cell(mark: str) -> None:
    """上一年项目数量 is a column, no figure of another year."""
    section = [["第二十条第（五）项", "行政许可", name, figure] for name, figure in (("上一年项目数量", "12"), ("本年增/减", "-3"), ("处理决定数量", "45"))]
    cells = read(table([["指标", "值"], *([mark.join(path), figure] for *path, figure in (*section, *along_paths()))]), year=2020)
    assert [cells[f"s2.art20_5.license.{name}"].value for name in ("prev_items", "change", "decisions")] == [12, -3, 45]
    assert figures(cells, "s3.result.denied.state_secret") == (1, 1, 0, 0, 0, 0, 2)


def test_a_cell_that_no_line_tells_is_no_blank_where_a_figure_is_left() -> None:
    lines = [["/".join(path), figure] for *path, figure in along_paths()]
    named = [n for n, (path, _) in enumerate(lines) if path.endswith("予以公开/法人或其他组织/商业企业")]
    assert read(table([["指标", "值"], *(line for n, line in enumerate(lines) if n not in named)]))["s3.result.granted@enterprise"].value is None
    lines[named[0]] = ["商业企业（予以公开）", "3"]
    assert "s3.result.granted@enterprise" not in read(table([["指标", "值"], *lines]))


def test_two_rows_that_tell_a_section_alone_are_read() -> None:
    rows = ["规章：本年废止件数 40，现行有效件数 32。", "行政规范性文件：本年废止件数 169，现行有效件数 1723。", "第二十条第（五）项", "行政许可：无。"]
    cells = read("\n".join(["二、主动公开政府信息情况", "第二十条第（一）项", *rows]), "x.txt")
    assert [cells[f"s2.art20_1.{name}"].value for name in ("rules.repealed", "rules.in_force", "normative.repealed", "normative.in_force")] == [40, 32, 169, 1723]
