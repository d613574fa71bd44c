"""Writers of web pages: clean, pasted from a word processor, by hand with everything forgotten, inside a layout table."""

from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from random import Random

from tests.rendering.sheets import Block, Box, Sheet


def page(blocks: list[Block], body: str, charset: str = "utf-8") -> str:
    name = escape(next(b for b in blocks if isinstance(b, str)))
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{name}</title></head><body>{body}</body></html>'


def _spans(box: Box, short: bool = False) -> str:
    rows = box.rows - (1 if short and box.rows > 2 else 0)
    return (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{box.columns}"' if box.columns > 1 else "")


def _table(sheet: Sheet, cell: Callable[[Box], str]) -> str:
    return '<table border="1">' + "".join("<tr>" + "".join(map(cell, line)) + "</tr>\n" for line in sheet.lines()) + "</table>"


def _td(box: Box) -> str:
    return f"<td{_spans(box)}>{escape(box.text)}</td>"


def html(blocks: list[Block], rng: Random) -> bytes:
    return page(blocks, "".join(f"<p>{escape(b)}</p>" if isinstance(b, str) else _table(b, _td) for b in blocks)).encode()


def word(blocks: list[Block], rng: Random) -> bytes:
    """Word paste: a metadata table first, labels and figures cut over spans, comments of the list numbering left in."""

    def cut(text: str) -> str:
        at = rng.randint(1, len(text) - 1) if len(text) > 1 and rng.random() < 0.4 else len(text)
        parts = [f'<span style="font-family:宋体">{escape(p)}</span>' for p in (text[:at], text[at:]) if p]
        return "".join(parts) + "<span><o:p>&nbsp;</o:p></span>"

    def cell(box: Box) -> str:
        note = "<!--[if !supportLists]--><!--[endif]-->" if box.text[:2] in ("1.", "2.") else ""
        return f'<td valign="center"{_spans(box)}><p class="MsoNormal">{note}{cut(box.text)}</p></td>'

    body = "".join(f"<p><span>{escape(b)}</span></p>" if isinstance(b, str) else _table(b, cell) for b in blocks)
    return page(blocks, _furniture(blocks) + f'<div class="content">{body}</div><div class="foot">主办：某某信息中心</div>').encode()


def _furniture(blocks: list[Block]) -> str:
    name = escape(str(blocks[0]))
    links = "".join(f"<a>{text}</a>" for text in ("首页", "政务公开", "互动交流", "无障碍"))
    return (f'<div class="top">{links}</div><table class="xxgk_table"><tr><td>名称</td><td colspan="3">{name}</td></tr>'
            "<tr><td>索引号</td><td>014314799/2024-00002</td><td>分类</td><td>政府信息公开年报</td></tr></table>")


def careless(blocks: list[Block], rng: Random) -> bytes:
    """No end tags, padding, line breaks in labels, a rowspan one too short; GB18030 that says it is gb2312."""

    def cell(box: Box) -> str:
        text = escape(box.text)
        if not box.figure and len(text) > 3:
            text = text[:2] + "<br>" + text[2:]
        return f"<td{_spans(box, short=box.column == 1)}>&nbsp;{text}&nbsp;"

    body = "".join(
        f"<p>{escape(b)}" if isinstance(b, str) else "<table border=1>" + "".join("<tr>" + "".join(map(cell, line)) for line in b.lines()) + "</table>"
        for b in blocks
    )
    return page(blocks, body, "gb2312").encode("gb18030")


def nested(blocks: list[Block], rng: Random) -> bytes:
    """The report inside a table that lays out the page; UTF-16 with its mark."""
    inner = "".join(f"<p>{escape(b)}</p>" if isinstance(b, str) else _table(b, _td) for b in blocks)
    body = f"<table><tr><td>栏目导航<ul><li>政策<li>年报</ul></td><td>{inner}</td></tr><tr><td colspan=2>版权所有</td></tr></table>"
    return page(blocks, body, "utf-16").encode("utf-16")


def saved(blocks: list[Block], rng: Random) -> bytes:
    """A page saved by a browser with all that belongs to it: MHTML."""
    whole = MIMEMultipart("related", boundary="----boundary----")
    whole["Subject"] = str(blocks[0])
    whole.attach(MIMEText(html(blocks, rng).decode(), "html", "utf-8"))
    whole.attach(MIMEText("td { border: 1px solid }", "css", "utf-8"))
    return whole.as_bytes()
