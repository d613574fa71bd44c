"""Labels cut short in drawn tables, and lawsuits named with their kind in brackets."""

import pytest

from tests.test_layouts import OUTCOMES, SUITS, figures, piped, read, shown, table

HELD = {
    "s3.new": ("本年新收", (9, 3, 0, 0, 1, 0, 13)), "s3.result.granted": ("予以公开", (5, 0, 0, 0, 1, 0, 6)),
    "s3.result.unable.not_held": ("其中：本机关不掌握", (2, 0, 0, 0, 0, 0, 2)), "s3.result.unable.need_make": ("其中：需另行制作", (0, 2, 0, 0, 0, 0, 2)),
    "s3.result.unprocessed.petition": ("其中：信访举报投诉类", (1, 0, 0, 0, 0, 1, 2)), "s3.result.total": ("办理结果总计", (8, 2, 0, 0, 1, 1, 12)),
}


def test_the_total_stands_first_and_every_label_is_short() -> None:
    head = ["项目", "合计", "个人", "企业", "科研", "公益组织", "律所", "其他组织"]
    cells = read(piped([head, *([label, str(held[-1]), *map(str, held[:-1])] for label, held in HELD.values())]), "x.md")
    assert {row: figures(cells, row) for row in HELD} == {row: held for row, (_, held) in HELD.items()}


def test_three_applicants_cut_short_are_too_few_to_tell() -> None:
    cells = read(piped([["项目", "个人", "企业", "律所"], *([label, *map(str, held[:3])] for label, held in HELD.values())]), "x.md")
    assert not [name for name, cell in cells.items() if name.startswith("s3.") and cell.value]


@pytest.mark.parametrize("kind", ["行政诉讼（{}）", "{}"])
def test_lawsuits_beside_each_other(kind: str) -> None:
    head = ["", "行政复议", kind.format("未经复议直接起诉"), kind.format("复议后起诉")]
    rows = [[name, *(shown(held[n]) for _, _, held in SUITS.values())] for n, name in enumerate(OUTCOMES)]
    cells = read(f"<h2>四、政府信息公开行政复议、行政诉讼情况</h2>{table([head, *rows])}")
    assert {row: figures(cells, row) for row in SUITS} == {row: held for row, (_, _, held) in SUITS.items()}
