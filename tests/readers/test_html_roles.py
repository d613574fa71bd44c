"""Tables of web pages that are drawn without <table>."""

import pytest

from index.models import Grid
from index.readers import read_document

STYLE = "<style>/* a */.t{display:table}.r,.x{display:table-row} .c { border:1px; display:table-cell }@media print{.c{display:block}}</style>"


def grid(body: str, style: str = STYLE) -> list[tuple[int, int, str]]:
    page = f"<html><head><meta charset='utf-8'>{style}</head><body><p>青石市2023年政府信息公开工作年度报告</p>{body}</body></html>"
    found = next((block for block in read_document(page.encode(), "x.html").blocks if isinstance(block, Grid)), None)
    return [(cell.row, cell.column, cell.text) for cell in found.cells] if found else []


def test_spans_that_a_stylesheet_draws_as_a_table() -> None:
    row = '<span class="r"><span class="c">{}</span><span class="c">{}</span></span>'.format
    digits = "1<!-- -->2<wbr>3<script>/*0*/</script><i>4</i>&shy;5"
    assert grid(f'<span class="t">{row("规章", "")}{row("行政许可", digits)}</span>') == [(0, 0, "规章"), (0, 1, ""), (1, 0, "行政许可"), (1, 1, "1234\xad5")]


def test_styles_of_the_elements_themselves() -> None:
    cell = '<div style="padding:2px;display:table-cell">{}</div>'.format
    rows = "".join(f'<div style="display: table-row">{cell(a)}{cell(b)}</div>' for a, b in (("项目", "数量"), ("规章", "3")))
    assert grid(f'<div style="display:table"><div style="display:table-row-group">{rows}</div></div>', "")[3] == (1, 1, "3")


def test_roles_and_their_spans() -> None:
    rows = '<div role="row"><div role="columnheader" aria-colspan="2">信息内容</div><div role="columnheader">制发</div></div>'
    rows += '<div role="row"><div role="rowheader">规章</div><div role="cell">甲</div><div role="cell">3</div></div>'
    assert grid(f'<div role="table"><div role="rowgroup">{rows}</div></div>', "")[1:] == [(0, 2, "制发"), (1, 0, "规章"), (1, 1, "甲"), (1, 2, "3")]


@pytest.mark.parametrize("body", ['<span class="r"><span class="c">规章</span><span class="c">3</span></span>', '<span class="t"><span class="c">规章</span></span>'])
def test_rows_and_cells_outside_a_table_are_none(body: str) -> None:
    assert grid(body) == []


ITEMS = (("规章", 1), ("", 1), ("3", 1), ("许可", 1), ("12", 1), ("0", 1))
GRIDS = {
    "lines": ("", 'style="display:grid;grid-template-columns:repeat(3,minmax(0,1fr))"', lambda n, wide: f'style="grid-area:{n // 3 + 2} / {n % 3 + 1} / {n // 3 + 3} / {n % 3 + 2}"' if not wide else 'style="grid-area:1/1/2/4"'),
    "spans": (".g{display:inline-grid;grid-template:auto / 2fr 1fr 1fr}.w{grid-column:1 / -1}", 'class="g"', lambda n, wide: 'class="w"' if wide else ""),
    "starts": (".g{display:grid;grid-template-columns:[a] 9em [b] repeat(2, minmax(2em, 1fr))}", 'class="g"',
               lambda n, wide: 'style="grid-column-start:1;grid-column-end:span 3"' if wide else f'style="grid-row:{n // 3 + 2};grid-column:{n % 3 + 1} / span 1"'),
}


@pytest.mark.parametrize("layout", GRIDS)
@pytest.mark.parametrize("contents", [False, True])
def test_items_of_a_grid(layout: str, contents: bool) -> None:
    """Blank ones too, in rows that are no boxes of their own or in none."""
    style, box, place = GRIDS[layout]
    items = [f"<div {place(n, False)}><span>{text}</span></div>" for n, (text, _) in enumerate(ITEMS)]
    rows = ["".join(items[:3]), "".join(items[3:])]
    rows = [f'<div style="display: contents">{row}</div>' for row in rows] if contents else rows
    found = grid(f"<div {box}><div {place(0, True)}>信息内容</div>{''.join(rows)}</div>", f"<style>{style}</style>")
    assert found == [(0, 0, "信息内容"), *((n // 3 + 1, n % 3, text) for n, (text, _) in enumerate(ITEMS))]


@pytest.mark.parametrize("display", ["grid;grid-template-columns:2fr 1fr 1fr", "flex"])
def test_rows_that_are_boxes_of_their_own(display: str) -> None:
    rows = ["".join(f"<span>{text}</span>" for text, _ in part) for part in (ITEMS[:3], ITEMS[3:])]
    body = "".join(f'<div class="r">{row}</div>' for row in rows)
    assert grid(f"<section>{body}</section>", f"<style>.r{{display:{display}}}</style>") == [(n // 3, n % 3, text) for n, (text, _) in enumerate(ITEMS)]


@pytest.mark.parametrize("body", [
    '<div class="g"><div><p>自然人</p><p>31</p></div><div><p>总计</p><p>40</p></div><div><p>其他</p><p>9</p></div></div>',  # cards
    '<div class="g"><div>3</div><div><table><tr><td>规</td><td>章</td></tr></table></div><div>5</div><div>6</div></div>',  # parts of a page
    '<div class="g">规章<b>3</b>许可<b>12</b></div>',
    '<div class="g"><div style="grid-area:1/1/2/3">3</div><div style="grid-area:1/2/2/3">4</div><div>5</div><div>6</div></div>',  # one upon another
    '<div class="g" style="grid-template-columns:repeat(auto-fill, 9em)"><div>3</div><div>4</div><div>5</div><div>6</div></div>',
])
def test_grids_that_are_no_tables(body: str) -> None:
    assert [text for _, _, text in grid(body, "<style>.g{display:grid;grid-template-columns:1fr 1fr}</style>")] in ([], ["规", "章"])
