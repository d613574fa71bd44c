"""What stands to a counted thing restricts it; a part that no form counts gets no figure, and its whole does."""

import pytest

from tests.answering.support import Asked

PARTS = (
    "宝应2020年二舅提的申请有几份", "宝应2020年寄了的申请几件", "宝应2020年敏感信息不公开几件", "宝应2020年不予公开里闹矛盾的几件", "宝应2020年匆忙的申请几件",
    "宝应2020年被驳回后又来申请的几件", "宝应2020年败诉后改正的几件", "宝应2020年不予公开后又公开了的几件", "宝应2020年复议维持后不服起诉的维持几件",
    "宝应2020年企业因商业秘密被拒后起诉的几件", "宝应2020年处罚决定公开了多少", "宝应2020年收费项目里不予公开的几项", "宝应2020年不是自然人也不是企业的申请几件",
    "宝应2020年行政处罚占全部案件的比例", "宝应2020年每场培训多少人", "宝应2020年如果再来5件申请，总共多少件", "假如没有疫情，宝应2020年会收到多少申请",
    "删除宝应2020年的行政处罚", "宝应2020年通报多少人次", "行政复议期限是多少天", "宝应2020年不予公开那么少的原因是什么", "宝应2020年信访类申请多是不是因为拆迁", "宝应2020年新收申请（网上）",
)
WHOLES = (
    ("宝应2020年个人提的申请有几份", "宝应2020年自然人新收申请几件"), ("宝应2020年登记在册的申请几件", "宝应2020年新收申请几件"), ("宝应2020年这样的申请几件", "宝应2020年新收申请几件"),
    ("宝应2020年申请后予以公开的几件", "宝应2020年予以公开几件"), ("宝应2020年复议不算，官司打了几起", "宝应2020年行政诉讼几件"),
    ("宝应2020年老百姓打的官司几起", "宝应2020年行政诉讼几件"), ("如果方便，宝应2020年不予公开几件", "宝应2020年不予公开几件"),
)


@pytest.mark.parametrize("question", PARTS)
def test_a_part_gets_no_figure(places: Asked, question: str) -> None:
    assert not places.ask(question).values, places.ask(question).text


@pytest.mark.parametrize(("told", "plain"), WHOLES)
def test_what_restricts_nothing_gets_the_figure_of_the_whole(places: Asked, told: str, plain: str) -> None:
    assert places.value(told) == places.value(plain)


@pytest.mark.parametrize(("earlier", "question"), [
    ("宝应2020年行政处罚多少件", "企业的呢"), ("宝应2020年行政复议多少件", "企业提的呢"), ("宝应2020年不予公开几件", "涉及土地的呢"), ("宝应2020年不予公开几件", "关于学校的呢"),
    ("宝应2020年新收申请几件", "我姑姑交的呢"), ("宝应2020年不予公开几件", "如果再加两件呢"),
])
def test_a_follow_up_by_a_kind_that_is_not_counted_gets_no_figure(places: Asked, earlier: str, question: str) -> None:
    assert not places.ask(question, earlier).values


def test_a_follow_up_by_a_column_of_its_table_is_answered(places: Asked) -> None:
    assert places.ask("企业的呢", "宝应2020年不予公开几件").values
