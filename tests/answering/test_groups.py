"""The groups of outcomes and the ends of cases, ranked and told."""

import pytest

from tests.answering.support import Asked, figures, first_line

_ORDER = ["25", "15", "9", "8", "4", "0"]


@pytest.mark.parametrize("question", [
    "邓州2020年把六类结果排个队", "邓州2020年，五类结果排个队", "给办理结果的大类从多到少排一排", "Rank the main outcome groups in Dengzhou 2020",
])
def test_groups_in_order(shipped: Asked, question: str) -> None:
    assert figures(shipped.ask(question)) == _ORDER


@pytest.mark.parametrize("question", [
    "邓州2020年占比最大的是哪一大类结果", "五大类结果，谁第一", "按大类看，邓州2020年哪种办理结果最多",
    "Which outcome category has the most requests in Dengzhou 2020?",
])
def test_foremost_group(shipped: Asked, question: str) -> None:
    assert "不予处理" in first_line(shipped.ask(question))


@pytest.mark.parametrize(("question", "value"), [
    ("六大类结果合计多少件", 61),
    ("办理结果各大类里，不为零的哪一大类最少", 4),
    ("直接起诉的四种结果哪个最多", 10),
    ("直接起诉的四种结果里哪种最少", 2),
    ("邓州复议和诉讼的四种结果里哪种最多", 51),
])
def test_groups_and_ends(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


def test_single_reasons_are_still_ranked_one_by_one(shipped: Asked) -> None:
    assert "信访举报投诉类申请" in first_line(shipped.ask("邓州2020年办理结果里哪一项最多"))


@pytest.mark.parametrize(("question", "values"), [
    ("超过10件的结果有哪些", ["25", "15"]), ("几个结果超过10件", ["2"]), ("哪几个超过10件", ["25", "15"]), ("结果第二多的是什么", ["15"]), ("排前三的结果", ["25", "15", "9"]),
    ("大于5件的理由有几个", ["25", "6"]), ("哪些理由超过5件", ["25", "6"]), ("不予公开的理由用上了几个", ["2"]), ("诉讼里超过3件的结果有哪些", ["10", "4"]),
    ("除了信访还有哪些理由", ["0", "0", "0", "0"]), ("申请多的原因有哪些", []),
])
def test_outcomes_and_reasons_that_are_only_called_so(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize("question", ["哪些是零", "等于0的结果有哪几个", "哪几项一件都没有"])
def test_all_that_is_nought_is_told(shipped: Asked, question: str) -> None:
    assert figures(shipped.ask(question)) == ["0"] * 12


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年没给成的（不予公开、无法提供、不予处理、其他）一共几件", ["37"]),
    ("邓州2020年不予公开、无法提供、不予处理和其他分别几件", ["8", "4", "25", "0"]),
    ("邓州2020年商业企业、公益组织和其他分别几件", ["1", "0", "1"]),
    ("邓州2020年复议维持、纠正、其他各几件", ["41", "0", "0"]),
])
def test_other_is_of_what_it_is_listed_with(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年复议，先报被纠正的，再报维持的", ["0", "41"]),
    ("邓州2020年先报第三方的，再报信访的", ["6", "25"]),
    ("邓州2020年被驳回起诉的有多少，占几成", []),
    ("邓州2020年先说量子的，再说信访的", []),
    ("邓州2020年正文讲规范性文件公开了710件，表格里对外公开总数写的是几件", ["3"]),
])
def test_no_part_is_passed_over(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年企业新收、办结各多少", ["1", "1"]),
    ("邓州2020年自然人：新收、办结、结转下年三样各多少", ["59", "59", "0"]),
    ("邓州2020年企业新收和办结总数分别多少", ["1", "61"]),
    ("邓州2020年企业和其他组织两家合计新收几件", ["2"]),
])
def test_an_applicant_before_a_list_is_of_all_of_it(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年五类法人和其他组织按新收从高往低排", ["1", "1", "0", "0", "0"]), ("邓州2020年五类法人按新收排", ["1", "1", "0", "0", "0"]),
    ("邓州2020年法人里新收最多的是哪一类", ["1", "1", "0"]), ("邓州2020年法人和其他组织这五类，垫底的是谁", ["0", "0", "0", "1"]),
    ("邓州2020年五类法人新收各几件", ["1", "1"]), ("邓州2020年法人予以公开各几件", ["1", "1"]),
    ("邓州2020年五类法人里申请过的有几类", ["2"]), ("邓州2020年法人新收一共几件", ["2"]), ("邓州2020年自然人和法人新收各几件", ["59", "2"]),
])
def test_legal_persons_are_looked_at_kind_by_kind(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年不予处理的理由，单项超过十件的有几种？", ["1"]), ("邓州2020年不予处理单项最多的是哪个", ["25", "0"]), ("邓州2020年不予处理各单项里最多的是谁", ["25", "0"]),
])
def test_single_items_are_the_parts(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年许可决定做脱几桩", ["28519"]), ("邓州2020年行政处罚办掉几桩", ["3715"]), ("邓州2020年许可决定弄好几件", ["28519"]),
    ("邓州2020年许可决定和办结申请各几件", ["28519", "61"]), ("邓州2020年做脱几桩申请", ["61"]),
])
def test_verb_of_doing_is_said_of_decisions(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年因为碰着第三方隐私给挡回去的有几桩", ["6"]), ("邓州2020年撞上国家秘密没给的几件", ["0"]),
    ("邓州2020年给各乡镇办、部门的专干做业务培训，大概多少人次", ["50"]), ("邓州2020年对各单位信息员培训了多少人次", ["50"]), ("邓州2020年给各乡镇各培训多少人次", []),
])
def test_what_stood_in_the_way_and_who_was_trained(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("不予公开、无法提供、不予处理底下凡是有件数的理由，逐条念给我听", ["6", "2", "3", "1", "25"]), ("不予公开和无法提供下面每一条各几件", ["6", "2", "3", "1"]),
    ("不予公开和无法提供的理由里哪条最多", ["6", "3"]), ("不予公开、无法提供各有几种理由", ["4"]), ("不予公开、不予处理底下的小项，不为零的总共有几个", ["3"]),
    ("因为各种理由不予公开、不予处理的各几件", ["8", "25"]), ("不予公开、不予处理的理由一共几件", ["33"]),
])
def test_the_reasons_of_several_groups(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(f"邓州2020年{question}")) == values
