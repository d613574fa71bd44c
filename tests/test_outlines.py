"""Pivot tables: groups above their members, their sums below them."""

from collections.abc import Callable, Sequence

import pytest

from tests.test_layouts import EVERY, NAMES, OUTCOMES, ROWS, SUITS, figures, piped, read, shown, table

Rows = list[list[str]]
HEAD = ["行标签", "求和项:件数"]


def members(label: str, columns: Sequence[str], held: Sequence[int | None], word: str) -> Rows:
    """A group, its members, and its sum under the name of the group and `word`; '' for none: the sum is a member."""
    last = [f"{label}{word}" if word else columns[-1], shown(held[-1])]
    return [[label, ""], *([name, shown(n)] for name, n in zip(columns[:-1], held[:-1], strict=True)), last]


def compact(word: str) -> Rows:
    lawsuits = [line for row, (_, label, held) in SUITS.items() if row != "s4.review" for line in members(label, OUTCOMES, held, word)]
    suits = [*members("行政复议", OUTCOMES, SUITS["s4.review"][2], word), ["行政诉讼", ""], *lawsuits, [f"行政诉讼{word or '总计'}", "7"]]
    outcomes = [line for _, label, held in ROWS.values() for line in members(label, NAMES, held, word)]
    return [HEAD, *outcomes, ["四、行政复议、行政诉讼情况", ""], HEAD, *suits, ["总计", "7"]]


def tabular(word: str) -> Rows:
    """Groups in a column of their own."""
    drawn = [["情形", "对象", "求和项:件数"]]
    for columns, rows in ((NAMES, ROWS), (OUTCOMES, SUITS)):
        for _, label, held in rows.values():
            drawn += [[label * (n == 0), name, shown(figure)] for n, (name, figure) in enumerate(zip(columns[:-1], held[:-1], strict=True))]
            drawn.append([f"{label}{word}", "", shown(held[-1])])
    return drawn


@pytest.mark.parametrize(("name", "draw"), [("x.html", table), ("x.md", piped)])
@pytest.mark.parametrize(("form", "word"), [(compact, " 汇总"), (compact, " 合计"), (compact, " Total"), (compact, ""), (tabular, " 汇总"), (tabular, "小计"), (tabular, " Total")])
def test_groups_above_their_members_and_their_sums_below(form: Callable[[str], Rows], word: str, name: str, draw: Callable[[Rows], str]) -> None:
    cells = read(draw(form(word)), name)
    assert {row: figures(cells, row) for row in EVERY} == {row: held for row, (_, _, held) in EVERY.items()}


def test_blank_rows_are_no_groups() -> None:
    amounts = [["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", ""], ["行政强制", ""], ["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", ""]]
    suits = [["事项", "数量"], ["行政复议", "3"], ["未经复议直接起诉", "1"], ["复议后起诉", ""]]
    cells = read(f"{table(amounts)}<p>（一）结果维持</p>{table(suits)}")
    names = ("art20_6.penalty.decisions", "art20_6.coercion.decisions", "art20_8.fee.amount_wan")
    assert [cells[f"s2.{name}"].value for name in names] == [None] * len(names)
