"""What a message claims or puts right, without all that is told around it; the figure just given with the one named."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("frame", "right"), [
    ("底稿所列邓州2020年行政处罚处理决定数量{}件，与公开数是否相符，请复核。", 3715), ("咋有人跟我说邓州2020年行政诉讼尚未审结是{}啊，是这样吗", 2),
    ("据某报报道，邓州2020年行政强制处理决定数量达{}件。此数可信否？", 188), ("本年新收申请{}件，邓州2020年的，对头不？", 61),
    ("督查通报引用邓州2020年无法提供{}件，贵处核一核，是否有误。", 4), ("隔壁王婶咬定邓州2020年行政复议总计是{}件，俺听着不像，你说是不是", 41),
    ("Someone on Reddit said 邓州 2020年的部分公开是{}，is that accurate?", 9), ("听朋友播报：“不予处理，{}件！”播得对么", 25),
])
def test_a_claim_whoever_makes_it(shipped: Asked, frame: str, right: int) -> None:
    assert shipped.ask(frame.format(right)).verdict == "yes"
    assert shipped.ask(frame.format(right + 1)).verdict == "no"


@pytest.mark.parametrize("text", ["二〇二〇年邓州集中采购搞了七十几个项目，准数是几？", "不予处理25件，其中信访是不是都在里头"])
def test_more_than_a_claim_is_asked(shipped: Asked, text: str) -> None:
    assert "问的是等于" not in shipped.ask(text).text


@pytest.mark.parametrize("text", ["果然错了，改成行政诉讼总计", "抱歉，前面表述有误，实际所指为行政诉讼总计", "oops I meant 行政诉讼总计", "更正：项目应为行政诉讼总计。"])
def test_a_row_put_right(shipped: Asked, text: str) -> None:
    assert figures(shipped.ask(text, "邓州2020年行政复议总计多少")) == ["19"]


def test_another_step_is_more_than_putting_right(shipped: Asked) -> None:
    assert figures(shipped.ask("换成不予处理，再算一遍占比", "邓州2020年部分公开几件", "占办结的百分之几？"))[0] == "40.98"


@pytest.mark.parametrize(("text", "value"), [
    ("它和部分公开两项相加得多少呀", "24"), ("此数与部分公开之和是多少？", "24"), ("两项并算，刚才这项和部分公开，多少件", "24"), ("添上部分公开，总起来几件", "24"),
    ("跟部分公开加到一起是好多嘛", "24"), ("减去部分公开剩多少", "6"), ("它比部分公开多出来几件", "6"), ("该数比部分公开大多少", "6"), ("以此值减部分公开，差值几何？", "6"), ("部分公开比它少几件", "6"),
    ("折成办理结果总计的百分数是多少呀", "24.59"), ("即系办结总数嘅百分之几", "24.59"),
])
def test_with_the_figure_just_given(shipped: Asked, text: str, value: str) -> None:
    assert figures(shipped.ask(text, "邓州2020年予以公开多少件"))[0].lstrip("-") == value


@pytest.mark.parametrize(("text", "before", "value"), [
    ("那处罚的呢，增加了几项", "邓州2020年行政许可项目增加了多少项？", "1085"), ("那法人和其他组织总共有几件", "自然人新收几件", "2"), ("它的部分公开几件", "邓州2020年予以公开多少件", "9"),
])
def test_what_only_looks_like_it(shipped: Asked, text: str, before: str, value: str) -> None:
    assert figures(shipped.ask(text, before)) == [value]


@pytest.mark.parametrize("text", ["宝应2021年新收申请几件，2022年又是几件", "宝应新收申请2021年有好多，2022年有好多", "宝应新收申请：2021? 2022?"])
def test_the_same_of_another_year(places: Asked, text: str) -> None:
    assert figures(places.ask(text)) == [str(places.value(f"宝应{year}年新收申请多少")) for year in (2021, 2022)]


@pytest.mark.parametrize(("text", "value"), [
    ("找半天没找着，邓州2020年新收申请几件", "61"), ("邓州2020年不予公开究竟多少？翻半天没翻着气死我了", "8"), ("邓州的年报我打不开，无法提供多少？", "4"), ("翻遍了库房也没找着，这样答复的有几件", "3"),
])
def test_a_search_of_ones_own_is_no_reason(shipped: Asked, text: str, value: str) -> None:
    assert figures(shipped.ask(text))[0] == value
