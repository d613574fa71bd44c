"""Labels with more than their words: a translation behind or before them, a remark of the office."""

from collections.abc import Callable
from random import Random

from tests.rendering.changes import on_boxes
from tests.rendering.sheets import Block, Box

_FOREIGN = {
    "自然人": "Individuals", "商业企业": "Commercial enterprises", "科研机构": "Scientific bodies", "社会公益组织": "Charities", "其他": "Other",
    "法律服务机构": "Law firms & notaries", "总计": "Total", "信息内容": "Content", "行政许可": "Licences", "行政处罚": "Fines, warnings", "规章": "Regulations",
    "结果维持": "Upheld", "结果纠正": "Corrected", "其他结果": "Other outcome", "尚未审结": "Pending", "行政复议": "Reconsideration", "计量单位": "Unit",
    "本年处理决定数量": "Number of decisions (this year)", "本年收费金额（单位：万元）": "Amount (RMB 10k yuan)", "复议后起诉": "Suits after review",
}
_REMARKED = {"行政许可": "（含备案）", "行政处罚": "（不含简易程序）", "（一）予以公开": "（含主动告知）", "2.重复申请": "（见说明）", "行政复议数": "（仅指被申请人）"}


def translated(box: Box, write: Callable[[str, str], str]) -> str:
    """Labels that have no word of their own here get one that says nothing."""
    long = len(box.text) > 3 and not box.figure
    foreign = _FOREIGN.get(box.text, "(a) Of which: see note" if long else "")
    return write(box.text, foreign) if foreign and not box.figure else box.text


def translated_below(blocks: list[Block], rng: Random) -> list[Block]:
    return on_boxes(lambda box, _: translated(box, "{}\n{}".format))(blocks, rng)


def translated_beside(blocks: list[Block], rng: Random) -> list[Block]:
    """Behind a blank or a slash, or in brackets."""
    form = rng.choice(("{} {}", "{} / {}", "{} ({})"))
    return on_boxes(lambda box, _: translated(box, form.format))(blocks, rng)


def translated_before(blocks: list[Block], rng: Random) -> list[Block]:
    return on_boxes(lambda box, _: translated(box, lambda text, foreign: f"{foreign}\n{text}"))(blocks, rng)


def remarked(blocks: list[Block], rng: Random) -> list[Block]:
    return on_boxes(lambda box, _: box.text + _REMARKED.get(box.text, "") if not box.figure else box.text)(blocks, rng)


def remarked_below(blocks: list[Block], rng: Random) -> list[Block]:
    return on_boxes(lambda box, _: f"{box.text}\n{_REMARKED[box.text]}" if box.text in _REMARKED else box.text)(blocks, rng)
