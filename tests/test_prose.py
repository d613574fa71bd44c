"""Sections under all their headings, figures in sentences with what they count, points of enumerations."""

from decimal import Decimal
from pathlib import Path

import pytest

from index.flow import Alignment
from index.models import Document, Fact, Grid, GridCell, Paragraph, Place
from index.prose import Prose, read_prose, split_points
from index.readers import read_document

SAMPLE = Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt"


def document(*lines: str) -> Document:
    return Document("report.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(lines)), "")


def prose(*lines: str) -> Prose:
    return read_prose(document(*lines))


def sections(*lines: str) -> dict[str, tuple[str, ...]]:
    return {section.id: section.paragraphs for section in prose(*lines).sections}


def facts(sentence: str) -> list[tuple[str, str, str, bool]]:
    return [(str(f.value), f.text, f.unit, f.approximate) for f in prose("一、总体情况", sentence).facts]


@pytest.fixture(scope="module")
def sample() -> Prose:
    return read_prose(read_document(SAMPLE))


def test_sections_of_the_sample(sample: Prose) -> None:
    assert [(s.id, s.title, len(s.paragraphs)) for s in sample.sections] == [
        ("s1", "一、总体情况", 7), ("s2", "二、主动公开政府信息情况", 0), ("s3", "三、收到和处理政府信息公开申请情况", 0),
        ("s4", "四、政府信息公开行政复议、行政诉讼情况", 0), ("s5", "五、存在的主要问题及改进情况", 4), ("s6", "六、其他需要报告的事项", 1),
    ]
    assert sample.sections[-1].paragraphs == ("无",)


def test_figures_of_the_sample(sample: Prose) -> None:
    known = {f.id: (f.value, f.text, f.unit, f.approximate) for f in sample.facts if f.unit}
    assert known == {
        "n.circulars": (Decimal(12), "12", "期", False), "n.training": (Decimal(50), "50余", "人次", True),
        "n.site_info": (Decimal(8621), "8621", "条", False), "n.gov_info": (Decimal(2689), "2689", "条", False),
        "n.images": (Decimal(121), "121", "条", False), "n.normative": (Decimal(710), "710", "件", False),
        "n.announcements": (Decimal(126), "126", "件", False), "n.social": (Decimal(516), "516", "条", False),
        "n.reading_since": (Decimal(2000), "2000", "年", False), "n.board": (Decimal(3600), "3600余", "条", True),
    }
    stated = {f.id: (f.text, f.subject) for f in sample.facts if not f.unit}
    assert stated == {
        "n.reading_room": ("市档案局", ""), "n.five_disclosures": ("决策、执行、管理、服务、结果公开", ""),
        "n.docno": ("邓政办明电〔2020〕66号", "邓州市人民政府办公室关于发布基层政务公开标准化目录的通知"),
    }


def test_a_fact_leads_back_to_its_sentence(sample: Prose) -> None:
    lines = {p.place.block: p.text for p in read_document(SAMPLE).blocks if isinstance(p, Paragraph)}
    for fact in sample.facts:
        assert fact.sentence in lines[fact.place.block]
        assert fact.text.removeprefix("约") in fact.sentence
        assert fact.section in ("s1", "s5")


@pytest.mark.parametrize(("heading", "section"), [
    ("一、概述", "s1"), ("一、总体公开情况", "s1"), ("一. 工作基本情况", "s1"), ("概 述", "s1"), ("二、主动公开政府信息情况", "s2"), ("一、主动公开政府信息情况", "s2"),
    ("三、政府信息依申请公开工作情况", "s3"), ("三、依申请公开、不予公开及咨询政府信息情况", "s3"), ("三、收到和处理政府信息公开申请的有关情况", "s3"),
    ("四、政府信息公开行政法复议、行政诉讼情况", "s4"), ("四、因政府信息公开申请行政复议、提起行政诉讼的情况", "s4"), ("五、申請行政復議、提起行政訴訟和申訴的情況", "s4"),
    ("五、存在的主要问题及整改措施", "s5"), ("五、政府信息公开工作存在的主要问题及改进情况", "s5"), ("七、存在的不足和下一步改进打算", "s5"), ("六、其他需要报告的事项", "s6"),
])
def test_headings(heading: str, section: str) -> None:
    assert sections(heading, "这里是这一部分的一句话。")[section] == ("这里是这一部分的一句话。",)


@pytest.mark.parametrize("line", [
    "（一）主动公开情况。2024年，市政府网站主动公开信息5500条。", "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、本年度办理结果", "四、结转下年度继续办理",
    "报告由总体情况，主动公开政府信息情况，依申请公开情况六部分组成。",
])
def test_lines_that_open_no_section(line: str) -> None:
    assert "s2" not in sections("一、总体情况", line)
    assert "s3" not in sections("一、总体情况", line)


def test_page_text_without_line_ends() -> None:
    text = (
        "当前位置： 首页 平潭综合实验区2019年政府信息公开工作年度报告 本报告由区管委会办公室编制。一、总体情况今年共公布政府信息2599条。二、主动公开政府信息情况 "
        "第二十条第（一）项信息内容本年新制作数量规章000规范性文件898989三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和）申请人情况"
        "一、本年新收政府信息公开申请数量230 000023三、本年度办理结果（一）予以公开7000007四、政府信息公开行政法复议、行政诉讼情况行政复议行政诉讼000"
        "五、存在的主要问题和改进措施（从略）六、其他需要报告的事项 无其他需要报告的事项。 附件下载"
    )
    assert sections(text) == {
        "": ("本报告由区管委会办公室编制。",), "s1": ("今年共公布政府信息2599条。",), "s2": (), "s3": (), "s4": (), "s5": ("（从略）",), "s6": ("无其他需要报告的事项。",),
    }


def test_page_residue_tables_and_signature_are_no_prose() -> None:
    grid = Grid((GridCell("9", 0, 0, Place(3)),), 1, 1, Place(3))
    lines = document("一、总体情况", "邓州市2020年政府信息公开工作年度报告", "一、总体情况", "全年公开信息8条。", "规章\t0\t0", "| 规章 | 0 |", "97",
                     "六、其他需要报告的事项", "无。", "邓州市人民政府办公室", "2021年1月20日", "主办：邓州市人民政府", "版权所有，请勿转载。")
    found = read_prose(Document("report.txt", "text", (*lines.blocks[:4], grid, *lines.blocks[4:]), ""))
    assert {s.id: s.paragraphs for s in found.sections} == {
        "s1": ("全年公开信息8条。",), "s6": ("无。",),
    }


def test_lines_cut_by_the_width_of_a_page_are_joined() -> None:
    assert sections("一、总体情况", "2024年，我市坚持以习近平新时代中国特色社会主义思想为", "指导，全年公开信息5500余", "条。", "（一）主动公开情况。") == {
        "s1": ("2024年，我市坚持以习近平新时代中国特色社会主义思想为指导，全年公开信息5500余条。", "（一）主动公开情况。"),
    }


def test_problems_without_their_own_heading() -> None:
    assert sections("四、政府信息公开行政复议、行政诉讼情况", "（一）主要问题", "公开不够及时。", "（二）改进情况", "加强培训。")["s5"] == (
        "（一）主要问题", "公开不够及时。", "（二）改进情况", "加强培训。",
    )


@pytest.mark.parametrize(("sentence", "expected"), [
    ("培训50余人次，发文约300件，更新近1.2万余条。", [("50", "50余", "人次", True), ("300", "约300", "件", True), ("12000", "近1.2万余", "条", True)]),
    ("召开两次会议，培训二百余人次。", [("2", "两", "次", False), ("200", "二百余", "人次", True)]),
    ("采购4281.8773万元，收费3940元，占71.11%。", [("4281.8773", "4281.8773", "万元", False), ("3940", "3940", "元", False), ("71.11", "71.11", "%", False)]),
    ("公开信息1,086条，較上年增加１２條。", [("1086", "1,086", "条", False), ("12", "12", "条", False)]),
    ("依据《条例》第20条和国令第711号、〔2020〕66号，自2020年1月1日至12月31日，电话0377-62287056。", []),
    ("2021年将推进三个方面，坚持一个原则，四类信息。", []),
    ("- 1.2020年度公开信息8621条。", [("8621", "8621", "条", False)]),
])
def test_figures(sentence: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert [fact for fact in facts(sentence) if fact[2]] == expected


@pytest.mark.parametrize(("sentence", "known"), [
    ("市政府网站主动公开各类政府信息5500余条。", "n.site_info"), ("全区共主动公开政府信息14571条。", "n.active_info"),
    ("本年度全区共收到70件申请。", "n.requests"), ("全市共受理政府信息公开申请3119件。", "n.requests"), ("及时办结69件。", "n.replied"),
    ("1件结转下年度继续办理。", "n.carried_out"), ("另有103件顺延到下年度答复。", "n.carried_out"), ("含上年度结转申请34件。", "n.carried_in"),
    ("政府信息公开行政复议351件。", "n.review"), ("全区共有行政诉讼案件1件。", "n.suit"), ("制作《淮安市人民政府公报》6期。", "n.gazette"),
    ("收取信息处理费共计400元。", "n.processing_fee"), ("2022年，无收取信息处理费情况。", "n.processing_fee"), ("举办业务培训班3期。", "n.training_sessions"),
    ("通过微信公众号推送信息516条。", "n.social"), ("制作图解等政策解读21个。", "n.policy_readings"),
])
def test_known_meanings(sentence: str, known: str) -> None:
    assert [fact.id for fact in prose("一、总体情况", sentence).facts] == [known]


def test_subjects() -> None:
    def subject(fact: Fact) -> str:
        return fact.subject

    found = prose("一、总体情况", "我市通过政府网站共公开信息8621条，其中政务信息2689条，图片121条（占1.4%）。").facts
    assert list(map(subject, found)) == ["我市通过政府网站共公开信息", "其中政务信息", "图片", "占"]


@pytest.mark.parametrize(("text", "points"), [
    ("表现在：一是平台不一，归集困难；二是资金不足；三是形势严峻。有滥用现象。", ("平台不一，归集困难", "资金不足", "形势严峻。有滥用现象。")),
    ("一是甲；二是乙。\n下一步：一是丙。二是丁。\n此外。", ("甲", "乙。", "丙。", "丁。")),
    ("（一）主动公开情况。公开5条。\n（二）依申请公开情况。\n受理2件。", ("主动公开情况。公开5条。", "依申请公开情况。\n受理2件。")),
    ("- 1.2020年度，公开8条。\n- 2.广播电视。发布公告。", ("2020年度，公开8条。", "广播电视。发布公告。")),
    ("这是一句话，一是一，二是二。", ("一", "二。")),
    ("没有列举的段落，3.5万元。", ()),
])
def test_points(text: str, points: tuple[str, ...]) -> None:
    assert split_points(text) == points


@pytest.mark.parametrize("unit", ["一、总体情况", "12345，", "约一百万余", "1.", "\t", "一是", "五公开（", "查阅场所", "《", "20", "第"])
def test_hostile_text_is_read_in_one_pass(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    found = prose("一、总体情况", text, *[unit * 7] * 500, "全年公开信息8条。")
    assert all(fact.section in ("", "s1") for fact in found.facts)
    split_points(text)


@pytest.mark.parametrize("number", ["一、", "第一部分 ", "第一章：", "壹、", "I. ", "Part 1: ", "一·", "★一、", "【一、"])
def test_a_heading_is_known_however_it_is_numbered(number: str) -> None:
    assert sections(f"{number}总体情况{'】' * (number[0] == '【')}", "本年公开信息5条。") == {"s1": ("本年公开信息5条。",)}


@pytest.mark.parametrize(("first", "fifth"), [("1、", "5、"), ("(一)", "(五)"), ("01 ", "05 "), ("一 ", "五 "), ("1.", "5.")])
def test_sections_that_are_only_counted_are_told_by_their_place(first: str, fifth: str) -> None:
    said = sections(f"{first}总体情况", "本年公开信息5条。", "(二)依申请公开情况", "收到申请3件。", f"{fifth}存在的主要问题及改进情况", "人手不足。")
    assert ("收到申请3件。" in said["s1"], said["s5"]) == (True, ("人手不足。",))


def test_a_part_of_a_section_opens_none_beside_numbered_ones() -> None:
    said = sections("一、总体情况", "(二)主动公开政府信息情况", "公开信息5条。", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "人手不足。")
    assert ("公开信息5条。" in said["s1"], said["s5"]) == (True, ("人手不足。",))


@pytest.mark.parametrize("row", ["| {} |", "| {} | NaN | Unnamed: 2 |", "| {} | | |", "|| {} ||", "{},,,", '"{}",,,', "{} |"])
def test_prose_in_a_row_of_cells_by_itself(row: str) -> None:
    lines = ("一、总体情况", "2022年，公开信息5条，其中规章1件。", "六、其他需要报告的事项", "无。")
    assert sections(*map(row.format, lines), "| 规章 | |", "| 规章 | 0 |") == {"s1": lines[1:2], "s6": lines[3:]}


@pytest.mark.parametrize(("text", "printed", "start", "end", "told"), [
    ("(1)公开9件", "（1）公开９件", 0, 3, "（1）"),  # one for one
    ("公开9件", "公 开 ９ 件", 0, 3, "公 开 ９"),
    ("公开(1)件", "公开①件", 0, 5, "公开(1)"),  # not as many characters
    ("公开9件", "公开９件", 2, 2, ""),
])
def test_characters_of_the_file_behind_a_normalised_text(text: str, printed: str, start: int, end: int, told: str) -> None:
    assert Alignment(text, printed).printed(start, end) == told
