"""What offices and converters do to a report before it is saved: each change maps blocks to blocks."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from random import Random

import opencc

from tests.rendering.sheets import Block, Box, Sheet

Change = Callable[[list[Block], Random], list[Block]]
BLANK_MARKS = ("", "-", "/", "****", "\u3000")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_RADICALS = {unicodedata.normalize("NFKC", chr(n)): chr(n) for n in range(0x2F00, 0x2FD6)}
_LOOKALIKES = str.maketrans("未己已土士日法内", "末已己士土曰洁內")


def on_boxes(change: Callable[[Box, Random], str]) -> Change:
    """A change of the text of every box."""
    return lambda blocks, rng: [b if isinstance(b, str) else b.map(lambda box: replace(box, text=change(box, rng))) for b in blocks]


def on_text(change: Callable[[str], str]) -> Change:
    """A change of every text, in tables and out of them."""
    return lambda blocks, rng: [change(b) if isinstance(b, str) else b.map(lambda box: replace(box, text=change(box.text))) for b in blocks]


def zeros_as(mark: str) -> Change:
    return on_boxes(lambda box, _: mark if box.figure and box.text == "0" else box.text)


def zeros_left_out(blocks: list[Block], rng: Random) -> list[Block]:
    """Zeros are blank everywhere, or everywhere but in the total, or but in the total and in one more column."""
    kept = rng.choice(((), ("total",), ("total", "natural")))

    def text(box: Box, _: Random) -> str:
        return "" if box.figure.startswith("s3") and box.text == "0" and not box.figure.endswith(tuple("@" + k for k in kept)) else box.text

    return on_boxes(text)(blocks, rng)


wide_digits = on_boxes(lambda box, _: box.text.translate(_WIDE) if box.figure else box.text)
spaced_labels = on_boxes(lambda box, _: " ".join(box.text) if not box.figure and len(box.text) <= 5 else box.text)
radicals = on_text(lambda text: "".join(_RADICALS.get(c, c) for c in text))


def traditional(blocks: list[Block], rng: Random) -> list[Block]:
    """A mirror site: traditional characters, and 文件 as it is said in Taiwan."""
    converter = opencc.OpenCC("s2t")
    return on_text(lambda text: converter.convert(text).replace("規範性文件", "規範性檔案"))(blocks, rng)


def cut_headers(blocks: list[Block], rng: Random) -> list[Block]:
    """The second line of two headers of section II is lost: 本年新 | 本年新."""
    return on_boxes(lambda box, _: "本年新" if box.text in ("本年新制作数量", "本年新公开数量") else box.text)(blocks, rng)


def damaged_labels(blocks: list[Block], rng: Random) -> list[Block]:
    """Long labels lose up to two characters or get look-alikes, as recognised from a picture."""

    def text(box: Box, rng: Random) -> str:
        if box.figure or len(box.text) < 8 or rng.random() < 0.5:
            return box.text
        if rng.random() < 0.5:
            return box.text.translate(_LOOKALIKES)
        at = rng.randint(4, len(box.text) - 3)
        return box.text[:at] + box.text[at + rng.randint(1, 2) :]

    return on_boxes(text)(blocks, rng)


SYNONYMS = {
    "总计": "合计", "（七）总计": "（七）合计", "其他": "其它", "行政规范性文件": "规范性文件", "规范性文件": "行政规范性文件",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "2.其他法律行政法规禁止公开": "2.法律行政法规禁止公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
    "（三）不予公开": "(三)不予公开", "3.其他": "3、其他", "商业企业": "商业\n企业", "第二十条第（一）项": "第二十条  第(一)项",
}
synonyms = on_boxes(lambda box, _: box.text if box.figure else SYNONYMS.get(box.text, box.text))
thousands = on_boxes(lambda box, _: f"{int(box.text):,}" if box.figure and box.text.isdigit() else box.text)
spaced_thousands = on_boxes(lambda box, _: f"{int(box.text):,}".replace(",", " ") if box.figure and box.text.isdigit() else box.text)
strong = on_boxes(lambda box, rng: rng.choice(("**{}**", "*{}*", "`{}`", "{}")).format(box.text) if box.text else "")
units_behind = on_boxes(lambda box, _: box.text + "件" if box.figure.startswith(("s3", "s4")) and box.text else box.text)
wide_minus = on_boxes(lambda box, _: box.text.replace("-", "－") if box.figure else box.text)


def signs_in_words(blocks: list[Block], rng: Random) -> list[Block]:
    """Gains and losses of section II as 增加 and 减少."""

    def text(box: Box, rng: Random) -> str:
        if not box.figure.endswith(".change") or box.text == "0":
            return box.text
        more, less = rng.choice((("增加", "减少"), ("增", "减"), ("增加 ", "减少 ")))
        return (less if box.text.startswith("-") else more) + box.text.lstrip("-")

    return on_boxes(text)(blocks, rng)


def headless(blocks: list[Block], rng: Random) -> list[Block]:
    """Section III begins with its first row: the header was a picture, or is lost."""
    return [_without_head(b) if isinstance(b, Sheet) and b.id == "s3" else b for b in blocks]


def _without_head(sheet: Sheet) -> Sheet:
    boxes = tuple(replace(box, row=box.row - sheet.head) for box in sheet.boxes if box.row >= sheet.head)
    return replace(sheet, boxes=boxes, rows=sheet.rows - sheet.head, head=0)


def units_in_cells(blocks: list[Block], rng: Random) -> list[Block]:
    """Amounts in 元 under a header that says 万元, signs before gains, remarks behind figures."""

    def text(box: Box, _: Random) -> str:
        if box.figure.endswith("amount_wan") and box.text not in BLANK_MARKS and not box.text.endswith("元"):
            return _ten_thousandfold(box.text) + "元"
        if box.figure.endswith(".change") and box.text.isdigit() and box.text != "0":
            return "+" + box.text
        if box.figure.endswith(("normative.in_force", "normative.total_disclosed")) and box.text != "0":
            return f"{box.text}（其中修订 2 件）"
        return box.text

    return on_boxes(text)(blocks, rng)


def _ten_thousandfold(amount: str) -> str:
    whole, _, part = amount.partition(".")
    part = part.ljust(4, "0")
    return str(int(whole + part[:4])) + ("." + part[4:] if part[4:] else "")


def broken_over_page(blocks: list[Block], rng: Random) -> list[Block]:
    """After a page break in section III the header stands again, and so does the group the break cut through."""
    return [break_sheet(b, rng.randint(b.head + 3, b.rows - 2)) if isinstance(b, Sheet) and b.id == "s3" else b for b in blocks]


def break_sheet(sheet: Sheet, at: int) -> Sheet:
    """`sheet` with its header drawn again above row `at`; merged cells over that row are drawn twice."""
    boxes = [replace(box, row=box.row + at) for box in sheet.boxes if box.row < sheet.head]
    for box in sheet.boxes:
        end = box.row + box.rows
        if box.row < at:
            boxes.append(replace(box, rows=min(end, at) - box.row))
        if end > at:
            start = max(box.row, at)
            boxes.append(replace(box, row=start + sheet.head, rows=end - start))
    return replace(sheet, boxes=tuple(boxes), rows=sheet.rows + sheet.head)
