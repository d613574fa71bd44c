"""Columns of remarks beside the figures of a form."""

import pytest

from tests.test_layouts import EVERY, NAMES, OUTCOMES, ROWS, SUITS, figures, read, table

WRITTEN = ("含上年结转", "—", "3", "其中行政复议1件", "见附件", "2件", "/", "结果维持较多", "")
HELD = {row: held for row, (_, _, held) in EVERY.items()}


@pytest.mark.parametrize("name", ["备注", "备　注", "说明", "填报说明"])
@pytest.mark.parametrize("first", range(len(WRITTEN)))
@pytest.mark.parametrize("lead", [False, True])
def test_whatever_is_written_there_is_no_figure_and_no_label(name: str, first: int, lead: bool) -> None:
    page = ""
    for rows, heads in ((ROWS, NAMES), (SUITS, OUTCOMES)):
        remarks = (WRITTEN[(first + n) % len(WRITTEN)] for n in range(len(rows)))
        drawn = [[label, "件", *("" if figure is None else figure for figure in held), next(remarks)] for _, label, held in rows.values()]
        page += table([[*["序号"] * lead, *row] for row in [["项目", "单位", *heads, name]]] + [[*[n] * lead, *row] for n, row in enumerate(drawn, 1)])
    cells = read(page)
    assert {row: figures(cells, row) for row in EVERY} == HELD


@pytest.mark.parametrize("written", ["含上年结转", "—", "对比"])
def test_a_column_without_a_known_name_takes_no_row_for_another_table(written: str) -> None:
    filled = {row: held for row, (_, _, held) in SUITS.items() if held[0] is not None}
    drawn = [["类型", *OUTCOMES, "核对"], *([SUITS[row][1], *held, written] for row, held in filled.items())]
    assert {row: figures(read(table(drawn)), row) for row in filled} == filled


def test_a_column_of_figures_stays_and_so_does_one_where_rows_are_longer_than_the_header() -> None:
    drawn = [["指标", "说明"], ["（一）主动公开政府信息数", 5], ["其中：主动公开规范性文件数", 2], ["（一）收到申请数", 3]]
    assert read(table(drawn))["t14.active.total"].text == "5"
    longer = [["类型", *OUTCOMES[1:], "说明"], *([label, *held[:4], "", held[4]] for _, label, held in SUITS.values() if held[0] is not None)]
    assert "s4.suit_direct.total" in read(table(longer))
