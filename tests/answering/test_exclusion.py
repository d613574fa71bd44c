"""What is left out of a question: alone, in a ranking, in a list, in a share."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "value"), [
    ("邓州办结的申请，除了予以公开的，其他的有多少件", 46),
    ("自然人以外的其他申请人，新收多少件", 2),
    ("除自然人外，其余的申请有几件", 2),
    ("Leaving aside those still pending, how many direct lawsuits were there?", 17),
    ("Apart from natural persons, how many requests were received in Dengzhou 2020?", 2),
    ("除了不予处理，哪类结果最多", 15),
    ("除信访举报投诉以外，数量最多的结果是哪个", 15),
    ("直接起诉的案子，除了维持，哪种结果最多", 4),
    ("除了自然人，哪类申请人提得最多", 1),
    ("行政许可决定刨去行政处罚决定，剩多少", 24804),
    ("不予公开扣除无法提供，还剩多少", 4),
    ("复议和诉讼，去掉复议，还剩几件", 19),
    ("除予以公开外其他各类结果总和", 46),
    ("除信访类以外的各项办理结果加起来几件", 36),
    ("不予公开的有几件，不算第三方的", 2),
    ("邓州新收几件？企业的不算", 60),
    ("邓州2020一共收了多少申请，除去个人", 2),
    ("把个人刨掉，邓州2020剩下那几类一共递了几件", 2),
    ("部分公开的别算进来，只算全公开的几件", 15),
    ("去掉信访还有几件不予处理的", 0),
    ("案卷不算公开信息，几件", 0),
    ("查房本不算信息公开，挡掉几件", 2),
    ("唔計自然人，淨係計法人同其他組織，新收幾多件", 2),
    ("不算自然人，只计法人与其他组织，新收几件", 2),
    ("邓州新收法人申请几件，不算商业企业", 1),
    ("淨計法人，唔計商業企業，新收幾多", 1),
    ("邓州2020年企业新收多少件，律所不算", 1),
    ("除开企业、科研、公益和律所，剩下那类“其他”组织交了几件新申请", 1),
    ("新收里除去自然人、企业、科研、公益、律所，剩下的“其他”那一类有几件", 1),
    ("除了自然人、企业以外，其余的新收几件", 1),
    ("除自然人外，企业和律所新收几件", 1),
    ("除了自然人，公司、律所这些单位总共递了多少件新申请", 2),
    ("直接起诉除了维持和纠正，剩下那类其他结果有几件", 3),
    ("直接告到法院的那些里头，既没维持也没纠正、归到其他结果的有几件", 3),
    ("除查询事项以外的不予公开几件", 6),
    ("不含信访的不予处理几件", 0),
    ("无法提供里不掌握的除外，还有几件", 1),
    ("除商业企业外，其他组织申请几件", 1),
    ("扣掉企业，剩下的单位提了几件", 1),
    ("除企业外其他申请人一共申请几件", 60),
    ("除企业和律所外的法人新收几件", 1),
    ("不含上年结转，收到申请多少", 61),
    ("不含结转，收到多少申请", 61),
    ("不算转到明年的，一共办结几件", 61),
])
def test_what_is_left(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


def test_no_less_than_nothing_is_left(shipped: Asked) -> None:
    assert shipped.ask("不予公开刨去行政许可决定，还剩多少").status == shipped.ask("无法提供刨去不予公开，剩多少").status == "refused"


@pytest.mark.parametrize(("question", "values"), [
    ("除了不予处理，其他各类结果各有多少", ["15", "9", "8", "4"]),
    ("除了维持，直接起诉的其他结果各几件", ["4", "3", "2"]),
])
def test_what_is_left_one_by_one(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "share"), [
    ("除了予以公开，其余占办结的百分之几", "75.41"),
    ("直接起诉里除了维持的，其余占百分之几", "47.37"),
    ("仅就自然人而言，部分公开占其办结数的百分比", "15.25"),
    ("光看自然人这一栏，予以公开占该栏办结总计的比重", "22.03"),
    ("以自然人为口径，予以公开占办结的比例", "22.03"),
    ("只看不予公开，查询事项占百分之几", "25.00"),
    ("只看自然人，新收占全部新收百分之几", "96.72"),
])
def test_share_of_what_is_left(shipped: Asked, question: str, share: str) -> None:
    assert f"{shipped.value(question):.2f}" == share


@pytest.mark.parametrize(("question", "verdict"), [
    ("直接起诉里除了维持的，还有没有别的结果", "yes"),
    ("复议案件除了维持，有没有别的结果", "no"),
    ("除去予以公开的，其余办结的申请超过五十件吗", "no"),
])
def test_verdict_on_what_is_left(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize(("before", "question", "value"), [
    ("邓州2020年予以公开几件", "自然人以外的那些加一起呢", 2),
    ("邓州2020年部分公开几件", "除自然人外合计呢", 0),
    ("邓州2020年办结几件", "扣掉个人的还有几件", 2),
    ("一共收了多少件", "去掉个人的，剩多少", 2),
    ("直接起诉的案件总计多少", "扣除还没审结的，剩几件", 17),
    ("诉讼一共几件", "不算维持的呢", 9),
])
def test_applicants_left_out_are_of_what_was_asked_before(shipped: Asked, before: str, question: str, value: int) -> None:
    assert shipped.value(question, before) == value


def test_of_what_is_no_sure_row_nothing_is_left_out(shipped: Asked) -> None:
    assert not shipped.ask("拿到的有多少件，打码的不算").values
