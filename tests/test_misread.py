"""Labels as recognised from a picture."""

from collections import Counter

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Status
from index.readers import read_document
from index.tables.lines import lines_of
from index.tables.misread import alike, as_labels, label_of
from index.tables.spaced import with_digits

TEXT = """青石市人民政府2024年政府信息公开工作年度报告
二.主动公开攻府信息情况
信息内容  本年制发件数  本年废止件数  现行有效件数
观章   1   0   11
行攻规范性文件   8   26   66
信息内容  本年処理决定数量
行政许口   447228
信息内容  本年收贽金额（单位：万元）
行政事业性收贽   96171.6"""


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("观章 1 0 11", "规章 1 0 11"),
        ("(一)子以公开", "(一)予以公开"),
        ("1.倌访举报投诉类申淸 56 6", "1.信访举报投诉类申请 56 6"),
        ("本年收贽金额(单位:万元)", "本年收费金额(单位:万元)"),
        ("结杲维持 结果纠正 总汁", "结果维持 结果纠正 总计"),
        ("行政许口 533", "行政许可 533"),
    ],
)
def test_characters_that_look_alike(printed: str, read: str) -> None:
    assert as_labels(printed) == read


@pytest.mark.parametrize("text", ["文章 5", "予以公开 12", "不予公开 0", "企业收入 3", "行口口口", "口章 3", "全年财力保障较好，政府统计工作未停。"])
def test_other_words_stay(text: str) -> None:
    assert as_labels(text) == text


def test_no_two_labels_look_alike() -> None:
    table = alike()
    assert max(Counter(label.translate(table.fold) for label in table.known).values()) == 1
    assert not any(label_of(label) for label in table.known)


def test_tables_of_section_two_are_read() -> None:
    cells = {cell.id: cell for cell in read_cells(read_document(TEXT.encode(), "x.txt"), load_forms())}
    told = {name: str(cell.value) for name, cell in cells.items()}
    assert (told["s2.art20_1.rules.issued"], told["s2.art20_1.normative.in_force"]) == ("1", "66")
    assert (told["s2.art20_5.license.decisions"], told["s2.art20_8.fee.amount_wan"]) == ("447228", "96171.6")
    assert cells["s2.art20_1.rules.issued"].row_path[-1] == "观章"


LETTERS = """三、收到和处理政府信息公开申请情况
自然入 商业企业 科硏机构 社会公盆组织 法津服务机构 其他 总计
一、本年新收政府信息公开申请数量 1O 2 O 0 l 0 l3
二、上年结转政府信息公开申请数量 O O 0 O O O O
三、本年度办理结果 （一）予以公开 4 O 0 0 O 0 4
四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
末经复议直接起诉 复议后起诉
结果维持 结果纠止 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚末审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计
l8 0 O 4 22 4 5 47 14 7O 6 23 2 27 58"""


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "|", "   "])
def test_letters_among_figures_are_digits(gap: str) -> None:
    cells = {cell.id: cell for cell in read_cells(read_document(LETTERS.replace(" ", gap).encode(), "x.txt"), load_forms())}
    rows = ("s3.new", "s3.carried_in", "s3.result.granted")
    read = [[str(cells[f"{row}@{column}"].value) for column in ("natural", "research", "legal_service", "total")] for row in rows]
    assert read == [["10", "0", "1", "13"], ["0"] * 4, ["4", "0", "0", "4"]]
    assert [str(cells[f"s4.{kind}"].value) for kind in ("review.upheld", "review.other", "suit_direct.total", "suit_after_review.total")] == ["18", "0", "70", "58"]
    assert (cells["s3.new@total"].text, cells["s3.new@total"].status) == ("l3", Status.REPAIRED)


@pytest.mark.parametrize("text", ["规章 O", "政务公开按 I l 分级", "联系人 O O"])
def test_letters_with_no_figure_stay(text: str) -> None:
    assert with_digits(lines_of(read_document(text.encode(), "x.txt"))[0]).kind == "text"


def test_a_digit_in_a_bracket_that_goes_on_is_no_figure() -> None:
    text = "政府信息公开情况统计表\n统计指标  单位  统计数\n一、主动公开情况\n（一）主动公开政府信息数（不同渠道和方式公开相同信息计1\n条   2106\n条）\n其中：主动公开规范性文件数   条   0\n制发规范性文件总数   件   3"
    found = {cell.id: str(cell.value) for cell in read_cells(read_document(text.encode(), "x.txt"), load_forms())}
    assert (found["t14.active.total"], found["t14.active.normative_issued"]) == ("2106", "3")
