"""Several parts of one message: none is lost, and they stand in the order asked."""

import pytest

from tests.answering.support import Asked, figures, first_line


@pytest.mark.parametrize(("question", "values"), [
    ("邓州行政处罚上一年多少项，本年增减多少项，处理决定多少件？", ["3721", "1085", "3715"]),
    ("行政许可，上一年多少项、本年增减多少、处理决定数量多少", ["5516", "1434", "28519"]),
    ("2020年邓州行政处罚的上一年项目数量多少？本年增减多少？", ["3721", "1085"]),
    ("收费项目上一年多少项，本年增减多少项", ["97", "-50"]),
    ("邓州2020年新收的，上年结转的，结转到下年的，各多少", ["61", "0", "0"]),
    ("邓州2020年上年结转，新收，办结，各几件", ["0", "61", "61"]),
    ("邓州2020年部分公开的，给了的，没给的，各是多少件", ["9", "15", "8"]),
    ("邓州2020年收到的申请里，给了的，没给的，各多少", ["15", "8"]),
    ("请列出邓州2020年两项数据：部分公开；办结数量。", ["9", "61"]),
    ("列出邓州2020年不予公开：国家秘密；第三方", ["0", "6"]),
    ("公司申请了几件，批了几件", ["1", "1"]), ("个人来要了几次，批了几次，拒了几次", ["59", "13", "8"]), ("收了几件办了几件", ["61", "61"]),
    ("处罚去年几项，办了几件", ["3721", "3715"]), ("告了几次输了几次", ["19", "4"]), ("采购多少个多少钱", ["73", "4281.8773"]),
    ("企业新收、个人办结、办结总数", ["1", "59", "61"]), ("企业新收和个人信访各多少", ["1", "25"]), ("新收总数、个人、企业", ["61", "59", "1"]),
    ("诉讼总数、直接起诉总数、复议总数分别是多少", ["19", "19", "41"]), ("直接起诉案件合计、复议案件合计", ["19", "41"]), ("复议和诉讼的总数", ["60"]),
    ("企业新收，个人办结，办结总数", ["1", "59", "61"]), ("新收总数 个人 企业", ["61", "59", "1"]), ("邓州2020年，新收，办结", ["61", "61"]), ("诉讼总数；复议总数", ["19", "41"]),
    ("公开，部分公开，不予公开", []), ("直接起诉，未审结", ["2"]), ("直接起诉 未审结", ["2"]), ("复议总数，维持的几件", ["41"]),
    ("个人信访几件，企业公开几件", ["25"]), ("申请与办结各几件", ["61", "61"]), ("申请量和公开量", []), ("企业、个人各批几件", ["1", "13"]),
    ("企业要了几件给了几件", ["1", "1"]), ("个人的给了几件没给几件", ["13", "8"]), ("许可里企业几件，个人几件", []), ("复议几件，改了几件", ["41", "0"]), ("收费改了几项", []),
    ("除去个人，单位、组织来申请的加起来", ["2"]), ("扣掉信访办结几件", ["36"]), ("有没给的吗", ["8"]), ("哪些申请人有件", ["59", "1", "1"]), ("谁申请得最多", ["59", "1"]),
    ("重复申请的几件，信访的几件，一共几件", ["0", "25", "25"]), ("个人几件，公司几件，总共几件", ["59", "1", "60"]), ("处罚多少，强制多少，共多少", ["3715", "188", "3903"]),
    ("重复申请几件？信访几件？加起来呢", ["0", "25", "25"]), ("新收几件，一共几件", ["61"]), ("新收多少，结转多少，总共多少", ["61"]),
    ("有多少份申请，回一句“手里没有”就完事了的", ["3"]), ("有多少件申请，被一句“不归我们管”打发了的", ["3"]),
])
def test_no_part_is_lost(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("论上一年项目数量，行政许可和行政处罚哪个大", ["5516", "3721"]),
    ("有没有统计公益组织的？就邓州2020年新收申请那一栏，报个数", ["0"]),
    ("处罚和强制，2020年邓州的项目数分别增了多少", ["1085", "23"]),
    ("邓州2020年许可的项目数，上一年的再算上增减，现在该是多少项", ["6950"]),
    ("我想打电话投诉年报里数据看不懂，邓州哪个电话能问", ["0377-62287056"]),
    ("2020年新收多少公开申请", ["61"]),
])
def test_column_applicant_or_change_told_before_is_kept(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


def test_unclear_part_takes_nothing_from_the_part_before(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年收到多少申请，公开了几件，部分公开几件")
    assert figures(reply) == ["61", "9"]
    assert "“公开了”在报告里有多种含义" in reply.text


def test_first_part_that_is_refused_is_said_first(shipped: Asked) -> None:
    reply = shipped.ask("邓州2019年收了几件，2020年收了几件")
    assert reply.text.startswith("没有收录邓州市人民政府 2019 年的报告")
    assert figures(reply) == ["61"]


@pytest.mark.parametrize("question", ["邓州2020年自然人的行政复议维持率", "企业的诉讼纠正率", "公益组织的复议纠正率是多少"])
def test_rates_of_reviews_and_lawsuits_are_of_no_applicant(shipped: Asked, question: str) -> None:
    assert figures(shipped.ask(question)) == []


def test_rate_of_reviews_takes_no_applicant_over(shipped: Asked) -> None:
    assert first_line(shipped.ask("行政复议维持率", "科研机构的申请有几件")) == "邓州市人民政府 2020 年行政复议维持率：100.00%"


def test_check_is_not_named_by_its_id(shipped: Asked) -> None:
    assert "s3." not in shipped.ask("表里的数对得上吗", "2020年新收多少公开申请").text


@pytest.mark.parametrize(("question", "values"), [
    ("按“纠正、维持、未结”的次序，把邓州2020直接起诉的件数报给我", ["4", "10", "2"]),
    ("邓州2020年行政复议，依“未结、维持”顺序列出", ["0", "41"]),
    ("以“强制、许可”为序，报邓州2020处理决定数量", ["188", "28519"]),
    ("按照部分公开、予以公开、无法提供的先后，告诉我邓州2020年办理结果各几件", ["9", "15", "4"]),
    ("邓州2020直接起诉的件数（顺序：其他、纠正）", ["3", "4"]),
    ("按总计、维持的先后次序，把邓州2020直接起诉报一遍", ["19", "10"]),
    ("邓州2020予以公开，科研机构、总计各多少", ["0", "15"]),
])
def test_parts_are_told_in_the_order_asked_for(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize("question", ["按“维持、赔偿、未结”的次序，把邓州2020直接起诉的件数报给我", "邓州2020直接起诉按月份、季度的顺序报一下"])
def test_order_with_an_unknown_part_is_refused(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).status == "refused"


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年部分公开和予以公开，企业、个人各多少", ["0", "9", "1", "13"]),
    ("邓州2020年企业、个人新收及部分公开各几件", ["1", "59", "0", "9"]),
    ("邓州2020年予以公开总数和部分公开的企业、个人各几件", ["15", "0", "9"]),
    ("邓州2020年予以公开，企业、个人各几件，部分公开几件", ["1", "13", "9"]),
    ("邓州2020新收申请，总计、自然人各多少", ["61", "59"]),
])
def test_several_outcomes_of_several_applicants(shipped: Asked, question: str, values: list[str]) -> None:
    assert sorted(figures(shipped.ask(question))) == sorted(values)


@pytest.mark.parametrize(("question", "values", "named"), [
    ("烦请提供邓州市2020年两项数据：行政许可处理决定数量；行政处罚的罚款总额。", ["28519"], "罚款总额"),
    ("请提供邓州2020年以下数据：新收申请数量；平均办理天数。", ["61"], "平均办理天数"),
    ("邓州2020年政府集中采购做了多少个项目？另外最贵的是哪一个项目？", ["73"], "最贵"),
])
def test_what_is_held_is_told_and_what_is_not_is_named(shipped: Asked, question: str, values: list[str], named: str) -> None:
    reply = shipped.ask(question)
    assert figures(reply) == values
    assert named in reply.text.split("\n\n")[-1]


def test_an_amount_in_a_word_nobody_knows_is_named(shipped: Asked) -> None:
    reply = shipped.ask("收来多少，结掉多少，留下多少")
    assert "“收来”" in reply.text
    assert "“留下”" in reply.text
    assert figures(shipped.ask("许可、处罚、强制各多少，哪个最多")) == ["28519", "3715", "188"]


STORY = "贵处好。本所受托办理邓州一宗强拆后续案件，当事人先后递了四份申请，一份说不掌握，一份说需要另行制作，现拟起诉，需引用年报作背景。"


@pytest.mark.parametrize("story", ["", "当事人递了四份申请，一份说不掌握。", STORY])
@pytest.mark.parametrize("numbered", ["一、{}；二、{}；三、{}。", "1.{}；2.{}；3.{}。", "{}；{}；{}。"])
def test_what_is_listed_behind_a_request_is_told_and_not_the_story_before_it(shipped: Asked, story: str, numbered: str) -> None:
    listed = numbered.format("行政强制上一年项目数量", "本年增/减", "处理决定数量")
    assert figures(shipped.ask(f"{story}请告知2020年度：{listed}")) == ["171", "23", "188"]


@pytest.mark.parametrize(("question", "values"), [
    ("办结总数 信访 第三方", ["61", "25", "6"]), ("信访 第三方 办结总数", ["25", "6", "61"]), ("办结总数、予以公开、不予公开各几件", ["61", "15", "8"]),
    ("不予公开 无法提供 合计", ["12"]), ("几个人的，几个公司的", ["59", "1"]), ("部分给的占不给的几倍", ["1.125"]),
])
def test_a_total_beside_its_parts_is_told(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values
