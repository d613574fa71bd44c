"""What sounds like the form but is not in it gets no figure; its nearest neighbour that is in it does."""

import pytest

from tests.answering.support import Asked

PAIRS = (  # not in the form, in the form
    ("宝应2020年打电话来申请的有几件", "宝应2020年来申请的有几件"),
    ("宝应2020年寄信来要材料的多少人", "我寄信问过，没有回音，宝应2020年收到申请多少件"),
    ("宝应2020年热线接了几个电话", "宝应2020年收到几件申请"),
    ("宝应2020年管信息公开的有几个人", "宝应2020年个人申请公开的有几件"),
    ("宝应2020年三天内就答复的几件", "宝应2020年答复的几件"),
    ("宝应2020年延期答复的几件", "宝应2020年办结几件"),
    ("宝应2020年按期办结了多少", "宝应2020年办结了多少"),
    ("宝应2020年5月收到几件申请", "宝应2020年收到几件申请"),
    ("baoying 2020 san yue fen shenqing ji jian", "baoying 2020 shenqing ji jian"),
    ("宝应2020年城管处罚几件", "宝应2020年行政处罚几件"),
    ("宝应2020年许可被驳回的几件", "宝应2020年行政许可决定几件"),
    ("宝应2020年最大一笔罚款多少", "宝应2020年行政处罚决定多少"),
    ("宝应2020年撤诉的几件", "宝应2020年行政诉讼其他结果几件"),
    ("宝应2020年商业秘密和个人隐私各几件", "宝应2020年涉及商业秘密不公开的几件"),
    ("宝应2020年教授来申请的几件", "宝应2020年科研机构来申请的几件"),
    ("宝应2020年农民来申请的有几件", "我是个农民，宝应2020年收到申请几件"),
    ("宝应2020年问拆迁补偿的有几份申请", "我家拆迁，宝应2020年收到几份申请"),
    ("宝应2020年李大爷申请的批没批", "李大爷您好，宝应2020年收到申请几件"),
    ("宝应2020年人均申请几件", "宝应2020年收到申请几件"),
    ("宝应2020年各乡镇一共收到几件申请", "宝应2020年一共收到几件申请"),
    ("Baoying 2020 requests by mail", "Baoying 2020 requests received"),
    ("Baoying 2020 requests about land", "Baoying 2020 requests granted"),
    ("宝应2020年哪个法官判的", "宝应2020年法院判政府败诉的几件"),
    ("宝应2020年高速罚款多少起", "宝应2020年罚款多少起"),
    ("宝应2020年官司打了多久", "宝应2020年官司打了几件"),
    ("宝应2020年投诉几件举报几件", "宝应2020年投诉举报几件"),
    ("宝应2020年处罚企业多少家", "宝应2020年处罚多少件"),
    ("宝应2020年告市政府的几件", "宝应2020年行政诉讼几件"),
    ("宝应2020年申请表填错的几份", "宝应2020年申请几份"),
    ("宝应2020年公开招标几个", "宝应2020年政府采购几个项目"),
    ("宝应2020年许可里企业几件个人几件", "宝应2020年许可几件"),
    ("宝应2020年教授递了几份", "宝应2020年高校递了几份"),
    ("宝应2020年老板们递了几份申请", "宝应2020年企业递了几份申请"),
    ("宝应2020年罚款的行政处罚几件", "宝应2020年行政处罚几件"),
    ("宝应2020年投诉不公开的有几起", "宝应2020年投诉类申请几件"),
    ("不含撤回去的，宝应2020年新收几件", "宝应2020年新收几件"),
    ("宝应2020年总共搞鼓了多少单申请", "宝应2020年总共入咗几多单申请"),
    ("宝应2020年行政处罚多少钱", "宝应2020年行政处罚多少件"),
)


@pytest.mark.parametrize(("outside", "inside"), PAIRS, ids=[outside for outside, _ in PAIRS])
def test_no_figure_for_what_is_not_counted_and_one_for_what_is(places: Asked, outside: str, inside: str) -> None:
    assert not places.ask(outside).values, places.ask(outside).text
    assert places.ask(inside).values, places.ask(inside).text


def test_a_place_within_the_body_is_not_the_body(places: Asked) -> None:
    assert not places.ask("宝应2020年西湖区新收申请多少").values
    assert places.ask("宝应和西湖区2020年新收申请各多少").values


def test_of_two_bodies_that_cut_both_are_compared(places: Asked) -> None:
    reply = places.ask("宝应和高邮2020年的收费项目谁砍得多")
    assert len({v.agency for v in reply.values}) != 1, reply.text


def test_the_row_said_again_is_no_addend(places: Asked) -> None:
    both = places.ask("宝应2020年自然人加商业企业一共申请几件").values[0].value
    one, other = (places.ask(f"宝应2020年{who}申请几件").values[0].value for who in ("自然人", "商业企业"))
    assert int(both) == int(one) + int(other)


@pytest.mark.parametrize(("everyday", "term"), [
    ("宝应2020年拒了多少件信息公开申请", "宝应2020年不予公开几件"),
    ("宝应2020年（三）不予公开几件", "宝应2020年不予公开几件"),
    ("宝应2020年想给也给不出来的几件", "宝应2020年无法提供几件"),
    ("宝应2020年本机关没法给的几件", "宝应2020年无法提供几件"),
])
def test_an_everyday_word_for_a_part_stands_beside_its_whole(places: Asked, everyday: str, term: str) -> None:
    assert places.value(everyday) == places.value(term)


@pytest.mark.parametrize(("told", "plain"), [
    ("宝应2020年单位提的申请加起来几件", "宝应2020年法人或其他组织申请几件"),
    ("宝应2020年上年结转里单位的合计", "宝应2020年法人或其他组织上年结转几件"),
    ("宝应2020年自然人占了多少件", "宝应2020年自然人新收几件"),
    ("宝应2020年不予处理五项合计", "宝应2020年不予处理几件"),
    ("宝应2020年有几个人申请后拿到了全部信息", "宝应2020年予以公开几件"),
    ("宝应2020年没拿到公开的总共几件", "宝应2020年未获公开合计几件"),
    ("宝应2020年没能公开的申请，不管什么原因，合计多少", "宝应2020年未获公开合计几件"),
    ("宝应2020年部分公开（区分处理的，只计这一情形，不计其他情形）几件", "宝应2020年部分公开几件"),
    ("How many times in 2020 was Baoying simply unable to supply the information", "宝应2020年无法提供几件"),
    ("宝应2020年没给老百姓处理的几件", "宝应2020年自然人不予处理几件"),
    ("宝应2020年有几件申请过了年还得接着办", "宝应2020年结转下年度几件"),
    ("宝应2020年初手里还压着几件上年的", "宝应2020年上年结转几件"),
    ("宝应2020年拒不公开几件", "宝应2020年不予公开几件"),
    ("宝应2020年自然人比企业多申请几件", "宝应2020年自然人新收比企业新收多几件"),
    ("宝应2020年没拿到公开的总共占多大比例（不予公开、无法提供、不予处理都算）", "宝应2020年未获公开比例"),
])
def test_other_words_give_the_same_figure(places: Asked, told: str, plain: str) -> None:
    assert places.value(told) == places.value(plain)


def test_nothing_is_a_share_of_its_own_part(places: Asked) -> None:
    assert places.ask("宝应2020年未获公开合计占不予公开的百分之几").status == "refused"


@pytest.mark.parametrize("office", ["执法部门", "信息公开窗口", "行政执法队"])
def test_an_office_of_the_body_has_no_figures_of_its_own(places: Asked, office: str) -> None:
    assert places.ask(f"宝应2020年{office}收到几件申请").values == ()
    assert places.ask("宝应2020年收到几件申请").values


def test_a_verb_of_fees_asks_for_no_requests(places: Asked) -> None:
    cells = {c for v in places.ask("宝应2020年全年收取行政事业性收费几项").values for c in v.cells}
    assert not any(c.startswith("s3.") for c in cells)


@pytest.mark.parametrize("asked", ["宝应2020年每个乡镇收了几件", "宝应2020年哪个局收的申请最多", "宝应2020年各街道分别办了多少件"])
def test_offices_of_the_body_have_no_figures(places: Asked, asked: str) -> None:
    assert places.ask(asked).status == "refused"


@pytest.mark.parametrize(("asked", "verdict"), [("宝应2020年的年报你这有没有", "yes"), ("宝应2012年的年报你这有没有", "no"), ("宝应2020年的报告有吗", "yes"), ("do you have the 2012 report of Baoying", "no")])
def test_whether_a_report_is_here(places: Asked, asked: str, verdict: str) -> None:
    assert places.ask(asked).verdict == verdict
