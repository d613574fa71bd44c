"""A report as JSON and XML: however its branches are named and nested, figures go to the rows and columns on the way to them."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from tests.test_layouts import EVERY, NAMES, OUTCOMES, ROWS, SUITS, figures, read, shown, table

S3, S4 = "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
HEAD = {"标题": "青石市2022年政府信息公开工作年度报告", "一、总体情况": "全年公开。"}
HELD = {row: held for row, (_, _, held) in EVERY.items()}
Held = Sequence[int | None]
PARTS = ((ROWS, NAMES), (SUITS, OUTCOMES))


def named(held: Held) -> dict[str, Any]:
    return dict(zip(NAMES if len(held) > 5 else OUTCOMES, held, strict=True))


def grouped(held: Held) -> dict[str, Any]:
    values = named(held)
    return values if len(held) == 5 else {"自然人": held[0], "法人或其他组织": {name: values[name] for name in NAMES[1:6]}, "总计": held[6]}


def told(value: Any) -> Any:
    """Without what is blank."""
    return {name: told(one) for name, one in value.items() if one is not None} if isinstance(value, dict) else value


def nested(rows: Mapping[str, tuple[str, str, Held]], values: Callable[[Held], Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for group, label, held in rows.values():
        at = found
        for part in filter(None, group.split(" / ")):
            at = at.setdefault(part, {})
        at[label] = values(held)
    return found


def knots(name: str, inside: str, held: str, tree: Mapping[str, Any], **more: str) -> list[dict[str, Any]]:
    """Every branch an object with its name, its members and its values; `held` '': values beside the name."""
    leaf = {"自然人", "结果维持"}
    return [{**more, name: label, **({held: one} if held else one)} if leaf & set(one) else {**more, name: label, inside: knots(name, inside, held, one, **more)}
            for label, one in tree.items()]


def parts(draw: Callable[[Any, Sequence[str]], Any]) -> dict[str, Any]:
    return dict(zip((S3, S4), (draw(rows, names) for rows, names in PARTS), strict=True))


PAGE = "".join(f"<h2>{head}</h2>" + table([["项目", *names], *([label, *map(shown, held)] for _, label, held in rows.values())]) for head, (rows, names) in zip((S3, S4), PARTS, strict=True))
JSONS: dict[str, Any] = {
    "nested": parts(lambda rows, _: nested(rows, grouped)),
    "blanks left out": parts(lambda rows, _: told(nested(rows, grouped))),
    "blank rows": parts(lambda rows, _: {label: one or None for label, one in told(nested(rows, named)).items()}),
    "transposed": parts(lambda rows, names: {name: {label: held[n] for _, label, held in rows.values()} for n, name in enumerate(names)}),
    "records": parts(lambda rows, _: [{"类别": group, "项目": label, **grouped(held)} for group, label, held in rows.values()]),
    "records without blanks": parts(lambda rows, _: [told({"项目": label, **named(held)}) for _, label, held in rows.values()]),
    "one figure each": parts(lambda rows, _: [{"行": label, "列": name, "值": one} for _, label, held in rows.values() for name, one in named(held).items()]),
    "figure and unit": parts(lambda rows, _: {label: {name: {"数量": one, "单位": "件"} for name, one in named(held).items()} for _, label, held in rows.values()}),
    "arrays": parts(lambda rows, names: {"header": ["项目", *names], "rows": [[label, *held] for _, label, held in rows.values()]}),
    "children": {"sections": [{"name": head, "children": one} for head, one in parts(lambda rows, _: knots("name", "children", "values", nested(rows, named))).items()]},
    "子项": parts(lambda rows, _: knots("名称", "子项", "", nested(rows, grouped), code="A1", 级次="2")),
    "page": {"content": f'<div class="a">{PAGE.replace("<td>", chr(10) + "<td class=" + chr(34) + "x" + chr(34) + ">")}</div>'},
}


@pytest.mark.parametrize("layout", JSONS)
def test_json(layout: str) -> None:
    cells = read(json.dumps({**HEAD, **JSONS[layout]}), "x.json")
    assert {row: figures(cells, row) for row in EVERY} == HELD


def attributes(held: Held) -> str:
    return " ".join(f'{name}="{shown(one)}"' for name, one in named(held).items())


def children(held: Held, form: str = "<{0}>{1}</{0}>") -> str:
    return "".join(form.format(name, shown(one)) for name, one in named(held).items())


def coded(tree: Mapping[str, Any]) -> str:
    inner = {label: "".join(f'<数值 对象="{name}">{shown(n)}</数值>' for name, n in one.items()) if {"自然人", "结果维持"} & set(one) else coded(one) for label, one in tree.items()}
    return "".join(f'<指标 代码="A{n}" 名称="{label}">{one}</指标>' for n, (label, one) in enumerate(inner.items()))


def each(form: Callable[[str, str, Held], str]) -> dict[str, str]:
    return parts(lambda rows, _: "".join(form(row.replace(".", "_"), label, held) for row, (_, label, held) in rows.items()))


XMLS: dict[str, dict[str, str]] = {
    "attributes": each(lambda row, label, held: f'<行 项目="{label}" {attributes(held)}/>'),
    "attributes below the label": each(lambda row, label, held: f"<{label} {attributes(held)}/>" if row[:2] == "s4" else f'<行 项目="{label}" {attributes(held)}/>'),
    "children": each(lambda row, label, held: f"<row><label>{label}</label>{children(held)}</row>"),
    "named cells": each(lambda row, label, held: f'<row name="{label}">{children(held, "<cell name={2}{0}{2}>{1}</cell>".replace("{2}", chr(34)))}</row>'),
    "no blanks": each(lambda row, label, held: f'<row name="{label}">{"".join(f"<c n={chr(34)}{a}{chr(34)}>{b}</c>" for a, b in told(named(held)).items())}</row>'),
    "plain cells": parts(lambda rows, names: "".join(f"<行>{''.join(f'<格>{cell}</格>' for cell in line)}</行>" for line in [["项目", *names], *([label, *map(shown, held)] for _, label, held in rows.values())])),
    "coded tree": parts(lambda rows, _: coded(nested(rows, named))),
    "an element a row": each(lambda row, label, held: f"<{row}><名称>{label}</名称><数据>{children(held)}</数据></{row}>"),
}


def report(sections: Mapping[str, str]) -> str:
    return f'<?xml version="1.0"?><报告><元数据><标题>{HEAD["标题"]}</标题><年度>2022</年度></元数据>{"".join(f"<章节 标题={chr(34)}{head}{chr(34)}>{one}</章节>" for head, one in sections.items())}</报告>'


@pytest.mark.parametrize("layout", XMLS)
def test_xml(layout: str) -> None:
    cells = read(report(XMLS[layout]), "x.xml")
    assert {row: figures(cells, row) for row in EVERY} == HELD


def test_a_page_in_xml() -> None:
    cells = read(f'<?xml version="1.0"?><item><title>{HEAD["标题"]}</title><content><![CDATA[<div>{PAGE}</div>]]></content></item>', "x.xml")
    assert {row: figures(cells, row) for row in EVERY} == HELD
