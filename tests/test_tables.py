"""Lines, groups and rows: what stands where, in text of any shape."""

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Document, Paragraph, Place
from index.readers import read_document
from index.tables.align import align
from index.tables.figures import is_figure
from index.tables.groups import groups_of
from index.tables.labels import label_index
from index.tables.lines import lines_of, read_text
from index.tables.plain import as_it_stands
from index.tables.shortened import with_whole_labels
from index.tables.spaced import in_fields


def document(text: str) -> Document:
    lines = [line for line in text.splitlines() if line.strip()]
    return Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(lines)), "")


def groups(text: str) -> list[tuple[str, list[str]]]:
    return [(group.gap, [chunk.text for chunk in group.chunks]) for group in groups_of(lines_of(document(text)))]


def rows(text: str) -> list[str]:
    return [placed.row.id for placed in align(groups_of(lines_of(document(text))))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规章\t0\t0\t0", [("规章", ["0", "0", "0"])]),
        ("| 规章 | 0 | | 3 |", [("规章", ["0", "", "3"])]),
        ("规章 | 0 | | 3", [("规章", ["0", "", "3"])]),
        ("规章\n0\n0\n0", [("规章", ["0", "0", "0"])]),
        ("规章 |\n0 |\n |\n3 |", [("规章", ["0", "", "3"])]),
        ("规章007规范性文件7777166", [("规章", ["007"]), ("规范性文件", ["7777166"])]),
        ("5.内部事务10000016.过程性信息0000000", [("5内部事务", ["1000001"]), ("6过程性信息", ["0000000"])]),
        ("行政处罚2648-18538行政强制", [("行政处罚", ["2648", "-18538"])]),
        ("采购39573802895.90元三、收到", [("采购", ["39573802895.90元"])]),
        ("政府集中采购\n73\n4281.8773\n03\n三、收到和处理政府信息公开申请情况", [("政府集中采购", ["73", "4281.8773"])]),
        ("政府集中采购\n73\n03\n四、结转下年度继续办理", [("政府集中采购", ["73", "03"])]),
        ("行政许可\n11,398,889", [("行政许可", ["11,398,889"])]),
        ("行政许可 11,398,889", [("行政许可", ["11,398,889"])]),
        ("规章,11,398,889", [("规章", ["11", "398", "889"])]),
        ('行政许可\t"2,278"\t""', [("行政许可", ["2,278", ""])]),
        ('"规章";"0";"";"19"', [("规章", ["0", "", "19"])]),
        ("1 | 行政许可 | 件 | 97", [("行政许可", ["97"])]),
        ("规章\n〇\n零\n○", [("规章", ["〇", "零", "○"])]),
        ("零散事项 3", [("零散事项", ["3"])]),
        ("| 规章 | 3① | 0[^1] | 28519* |", [("规章", ["3", "0", "28519"])]),
        ("规章\t5'516\t3\u202f001\t96\xa0171.6", [("规章", ["5516", "3001", "96171.6"])]),
        ("行政许可  5,516  1,434  28,519", [("行政许可", ["5,516", "1,434", "28,519"])]),
        ("规章,120,300", [("规章", ["120", "300"])]),
        ("规章\n22（其中修订 16 件）\n— 3 —\n235", [("规章", ["22(其中修订 16 件)", "235"])]),
    ],
)
def test_groups(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政许可　　３９６　　〇　　１８１", ("gaps", ["行政许可", "396", "〇", "181"])),
        ("新收 (件)  3  5", ("gaps", ["新收 (件)", "3", "5"])),
        ("（三）不予公开  1.属于国家秘密  〇  1", ("gaps", ["(三)不予公开", "1.属于国家秘密", "〇", "1"])),
        ("规章  3  规范性文件  5", ("text", ["规章 3 规范性文件 5"])),
        ("项目  自然人  总计", ("text", ["项目 自然人 总计"])),
        ("3  5  8", ("text", ["3 5 8"])),
    ],
)
def test_a_label_and_figures_wide_apart_are_cells(text: str, expected: tuple[str, list[str]]) -> None:
    (line,) = in_fields(lines_of(document(text)))
    assert (line.kind, [slot.text for slot in line.slots]) == expected


@pytest.mark.parametrize("text", ["收到申请75件，办结70件。", "截至2020年底有3600余条", "〔2020〕66号", "第3页 共8页", "- 12 -"])
def test_figures_of_sentences_are_no_cells(text: str) -> None:
    assert groups(text) == []


def test_rule_of_a_markdown_table_is_no_row() -> None:
    assert groups("| a | b |\n|---|---|\n| 规章 | 0 |")[-1] == ("ab规章", ["0"])


SEVEN = "\t0" * 7


def test_the_same_label_is_another_row_elsewhere() -> None:
    text = f"（六）其他处理\t3.其他{SEVEN}\n（七）总计{SEVEN}\n四、结转下年度继续办理{SEVEN}\n行政复议 结果维持 结果纠正 其他结果 尚未审结 总计\n" + "0\t" * 14 + "0"
    assert rows(text) == ["s3.result.other.misc", "s3.result.total", "s3.carried_out", "s4"]


@pytest.mark.parametrize("end", ["\n", ""])
def test_what_a_sentence_tells_of_cases_heads_no_table(end: str) -> None:
    told = "行政复议11件，其中结果维持0件，结果纠正3件，其他结果8件，尚未审结0件。"
    table = "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n8\n9\n0\n行政规范性文件\n20\n106\n0"
    assert rows(f"{told}{end}{table}") == ["s2.art20_1.rules", "s2.art20_1.normative"]


def test_rows_without_label_are_placed_between_their_neighbours() -> None:
    text = f"1.属于国家秘密{SEVEN}\n{SEVEN}\n3.危及“三安全一稳定”{SEVEN}\n4.保护第三方合法权益{SEVEN}"
    assert rows(text)[1] == "s3.result.denied.law_forbidden"


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("2.其他法律行政止公开", "s3.result.denied.law_forbidden"),
        ("4.保护第三方合法权盖", "s3.result.denied.third_party"),
        ("2.没有现成信息需要另", "s3.result.unable.need_make"),
        ("３．補正後申請內容仍不明確", "s3.result.unable.unclear"),
        ("5.要求行政机关确认或", "s3.result.unprocessed.reconfirm"),
    ],
)
def test_damaged_labels(label: str, row: str) -> None:
    text = f"一、本年新收政府信息公开申请数量{SEVEN}\n（一）予以公开{SEVEN}\n{label}{SEVEN}\n（七）总计{SEVEN}"
    assert row in rows(text)


@pytest.mark.parametrize("label", ["上年新收政府信息公开申请数量", "其中：网上本年新收政府信息公开申请数量"])
def test_a_label_is_likened_to_no_row_that_stands_beside_it(label: str) -> None:
    text = f"一、本年新收政府信息公开申请数量{SEVEN}\n{label}{SEVEN}\n二、上年结转政府信息公开申请数量{SEVEN}\n（一）予以公开{SEVEN}"
    assert rows(text) == ["s3.new", "s3.carried_in", "s3.result.granted"]


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("本年新收申请数量", "s3.new"),
        ("上年结转申请", "s3.carried_in"),
        ("不掌握相关信息", "s3.result.unable.not_held"),
        ("补正后仍不明确", "s3.result.unable.unclear"),
        ("信访举报投诉", "s3.result.unprocessed.petition"),
        ("要求确认或重新出具", "s3.result.unprocessed.reconfirm"),
        ("其他情形", "s3.result.other.misc"),
        ("专职人员数", "t14.org.staff_full"),
        ("收到申请", ""),  # as sentences say
        ("上年申请数量", ""),
    ],
)
def test_labels_without_words_that_add_nothing(label: str, row: str) -> None:
    index = label_index()
    assert {index.rows[order].id for order in index.exact(label, label)} == ({row} if row else set())


def test_the_heading_of_a_section_parts_tables_set_in_tabs() -> None:
    text = "行政事业性收费\t0\n规章\n三、收到和处理政府信息公开申请情况\n规章\t0"
    assert [line.kind for line in lines_of(document(text))] == ["tabs", "tabs", "text", "tabs"]


@pytest.mark.parametrize(("label", "row"), [("同意部分公开答复数", "partial"), ("同意公开答复数", "granted"), ("不予公开答复数", "denied")])
def test_opposites_are_not_confused(label: str, row: str) -> None:
    index = label_index()
    assert {index.rows[order].id.split(".")[-1] for order in index.exact(label, label)} == {row}


@pytest.mark.parametrize(("text", "figure"), [("(区分处理的，只计这一情形)84", False), ("84(其中修订16件)", True), ("+3", True), ("-", True), ("(件)", False)])
def test_a_label_before_a_figure_is_no_figure(text: str, figure: bool) -> None:
    assert is_figure(text) is figure


@pytest.mark.parametrize(("printed", "text"), [("1**", "1**"), ("3[1]", "3"), ("3(1)", "3(1)"), ("总计①", "总计(1)"), ("[2020]3号", "[2020]3号"), ("12\xa034", "12 34")])
def test_only_the_mark_of_a_note_is_left_out(printed: str, text: str) -> None:
    assert read_text(printed) == text


def test_a_line_knows_its_figures_and_its_words() -> None:
    (line,) = lines_of(document("规章\t12\t\t-\t件"))
    assert [slot.text for slot in line.numbers] == ["12", "-"]
    assert [slot.text for slot in line.words] == ["规章", "件"]
    changed = line.changed(lambda slot: slot._replace(text=slot.text.replace("12", "十二")))
    assert [slot.text for slot in changed.numbers] == ["-"]


PLAIN = """| 第二十条第（一）项 | | | |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 3 | 1 | 12 |
| 行政规范性文件 | 0 | 2 | 1,050 |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 97 | | |

全年发布信息1136条。"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("97 |", "约97 |"),
        ("97 |", "97 | 其中简易程序 3 件"),
        ("规章 |", "规章 Regulations |"),
        ("规章 |", "观章 |"),
        ("本年废止件数", "网上公开件数"),
        ("本年制发件数 | 本年废止件数", "本年废止件数 | 本年制发件数"),
        ("| 信息内容 | 本年制发件数", "| 上年 | 本年制发件数"),
        ("发布信息1136条", "行政许可：1136条"),
        ("发布信息1136条", "本年废止件数 1136 5"),
        ("发布信息1136条", "信息条数　　1136"),
        ("全年发布信息1136条。", "1136"),
    ],
)
def test_nothing_is_set_out_where_the_form_is_printed_as_it_is(old: str, new: str) -> None:
    assert (as_it_stands(lines_of(document(PLAIN.replace(old, new, 1)))) is None) == bool(old)


SHORT = """二、主动公开政府信息情况
内容|制发|废止|有效
规章|1|0|11
规范性文件|8|26|66

事项|处理决定
行政许可|447

内容|收费金额（万元）
事业性收费|96.6

三、收到和处理政府信息公开申请情况
项目|自然人|企业|科研|公益|法律|其他|合计
新收|4|0|0|0|0|0|4
上年结转|1|0|0|0|0|0|1
信访投诉|2|0|0|0|0|0|2
办结合计|5|0|0|0|0|0|5
"""


@pytest.mark.parametrize("gap", ["\t", "|", "</td><td>"])
def test_labels_cut_short_are_told_by_those_beside_them(gap: str) -> None:
    table = SHORT.replace("|", gap)
    if "<" in gap:
        parts = ["".join(f"<tr><td>{line}</td></tr>" if "|" in part else f"<p>{line}</p>" for line in part.replace("|", gap).splitlines() if line) for part in SHORT.replace("情况\n", "情况\n\n").split("\n\n")]
        table = "".join(f"<table>{part}</table>" if "<tr>" in part else part for part in parts)
    cells = {cell.id: str(cell.value) for cell in read_cells(read_document(f"<html><body>{table}</body></html>".encode() if "<" in gap else table.encode(), "x.html" if "<" in gap else "x.txt"), load_forms())}
    assert [cells[f"s2.art20_1.{one}"] for one in ("rules.issued", "rules.in_force", "normative.repealed")] == ["1", "11", "26"]
    assert [cells[one] for one in ("s2.art20_5.license.decisions", "s2.art20_8.fee.amount_wan")] == ["447", "96.6"]
    assert [cells[f"s3.{one}@total"] for one in ("new", "carried_in", "result.unprocessed.petition", "result.total")] == ["4", "1", "2", "5"]


@pytest.mark.parametrize("text", ["内容\t制发\t收回\n通知\t3\t4", "新收\t4\n办结\t3", "新收 4 上年结转 1 办结合计 5"])
def test_too_few_short_labels_tell_nothing(text: str) -> None:
    lines = lines_of(document(text))
    assert with_whole_labels(lines) == lines
