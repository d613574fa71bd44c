"""A character written with another of the same sound; what is a word of its own stays."""

import pytest

from handlers.answering.words.slips import without_slips
from tests.answering.support import Asked


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("节转到下一年才办的申清", "结转到下一年才办的申请"),
        ("其他对外管里服务做了多少处里决定", "其他对外管理服务做了多少处理决定"),
        ("行政处法多少剑", "行政处罚多少件"),
        ("有梅有重付申请", "有没有重复申请"),
        ("2019只2022年的新收", "2019到2022年的新收"),
        ("占百份之几", "占百分之几"),
        ("两样家起来", "两样加起来"),
        ("部部分公开跟政务务信息", "部分公开跟政务信息"),
        ("直接起诉诉的议复和讼诉", "直接起诉的复议和诉讼"),
        ("只给了一部的", "只给了一部分的"),
        ("平均一各项目", "平均一个项目"),
        ("按这样的的次序", "按这样的次序"),
        ("啥为给不了", "为啥给不了"),
        ("合到一儿多少", "合到一块儿多少"),
        ("正文讲规范文件", "正文讲规范性文件"),
        ("上一年少多项", "上一年多少项"),
    ],
)
def test_a_slip_is_read_as_meant(written: str, meant: str) -> None:
    assert without_slips(written) == meant


@pytest.mark.parametrize("text", ["多少提案建议", "按件数从多到少", "办理结果及件数", "法援中心申请几件", "2020年递了几件", "新收里自然人占多少", "神情", "回复一下", "不是这个", "多少建议", "发展总数", "处理理由", "行政政策公开开支", "说说看", "2020年去要的", "公开公司", "微博微信", "信息处理费收了", "一七到二二年", "莱阳市市场监督管理局"])
def test_what_is_a_word_stays(text: str) -> None:
    assert without_slips(text) == text


@pytest.mark.parametrize(
    ("text", "value"), [("行政处法做了多少处里决定", 3715), ("予已公开的占办结总数百分只几", "24.59"), ("节转到下一年的有几剑", 0), ("行正复议就正了几件", 0), ("没给答复的有多少", 0)]
)
def test_a_question_with_slips_has_its_figure(shipped: Asked, text: str, value: float) -> None:
    assert str(shipped.value(f"邓州2020年{text}")) == str(value)


def test_the_city_government_is_the_body_itself(shipped: Asked) -> None:
    assert shipped.value("2020年市政府收到几件申请") == 61


def test_money_is_not_made_of_items(shipped: Asked) -> None:
    assert shipped.ask("2020年行政事业性收费，折合成亿元是多少").status == "refused"
