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
