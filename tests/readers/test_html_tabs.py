"""Pages that show a section at a time: headings in a bar of tabs alone."""

from collections.abc import Sequence

import pytest

from index.prose import read_prose
from index.readers import read_document

TITLES = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项")
TABLE = "<table><tr><td>规章</td><td>0</td></tr></table>"
BODIES = ("<p>全年公开信息5条。</p>", TABLE, TABLE, TABLE, "<p>人手不足，公开不够及时。</p>", "<p>没有收取信息处理费。</p>")
READ = {"s1": ("全年公开信息5条。",), "s2": (), "s3": (), "s4": (), "s5": ("人手不足，公开不够及时。",), "s6": ("没有收取信息处理费。",)}


def sections(bar: Sequence[str], panes: Sequence[str], between: str) -> dict[str, tuple[str, ...]]:
    page = f"<html><body><h1>青石市人民政府2022年政府信息公开工作年度报告</h1>{between.format(bar=''.join(bar), panes=''.join(panes))}<p>版权所有</p></body></html>"
    return {one.id: one.paragraphs for one in read_prose(read_document(page.encode(), "x.html")).sections if one.id}


LAYOUTS = {
    "links": ("<li><a href='#p{0}'>{1}</a></li>", "<div id='p{0}' style='display:none'>{1}</div>", "<ul>{bar}</ul>{panes}"),
    "targets": ("<button data-bs-target='#p{0}'>{1}</button>", "<section id='p{0}' hidden>{1}</section>", "<nav>{bar}</nav><main>{panes}</main>"),
    "by place": ("<li>{1}</li>", "<div class='layui-tab-item'>{1}</div>", "<div><ul>{bar}</ul><div>{panes}</div></div>"),
    "in one line": ("<span>{1}</span>", "<li style='display: none'>{1}</li>", "<div><div class='hd'>{bar}</div></div><script></script><div><ul>{panes}</ul></div>"),
    "behind one another": ("<dt>{1}</dt>", "<div>{1}</div>", "<div><dl>{bar}</dl>{panes}</div>"),
}


@pytest.mark.parametrize("number", ["{}、", "第{}部分 ", "{} ", ""])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_headings_in_a_bar_open_their_panes(layout: str, number: str) -> None:
    tab, pane, between = LAYOUTS[layout]
    bar = [tab.format(n, number.format("一二三四五六"[n]) + title) for n, title in enumerate(TITLES)]
    panes = [pane.format(n, body) for n, body in enumerate(BODIES)]
    assert sections(bar, panes, between) == READ


def test_headings_that_stand_above_their_text_too_are_left_there() -> None:
    bar = [f"<li><a href='#p{n}'>{title}</a></li>" for n, title in enumerate(TITLES)]
    panes = [f"<div id='p{n}'><h2>{title}</h2>{body}</div>" for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True))]
    assert sections(bar, panes, "<ul>{bar}</ul>{panes}") == READ


def test_a_list_of_contents_behind_which_other_things_stand_opens_nothing() -> None:
    bar = [f"<li>{title}</li>" for title in TITLES]
    said = sections(bar, ["<p>全年公开信息5条。</p>"] * 4, "<ul>{bar}</ul><div>{panes}</div>")
    assert said == {**dict.fromkeys(READ, ()), "s6": ("全年公开信息5条。",) * 4}
