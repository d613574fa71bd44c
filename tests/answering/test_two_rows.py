"""Two rows set side by side: which is more, how many times, of what whole, how far apart, both of them."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("text", "values"), [
    ("以部分公开为1倍，那么予以公开算几倍", ["1.6667"]), ("予以公开为部分公开的几倍", ["1.6667"]), ("部分公开乘以几才等于予以公开？", ["1.6667"]), ("分子予以公开，分母部分公开，比值写成倍数", ["1.6667"]),
    ("行政诉讼总计当100%，行政诉讼结果纠正是百分之几", ["21.05"]), ("以本年新收申请为基数，部分公开占百分之几", ["14.75"]), ("部分公开占比（以本年新收申请为分母）", ["14.75"]), ("行政诉讼结果纠正占行政诉讼总计比率？", ["21.05"]),
    ("无法提供要再加多少件才跟不予处理一样多", ["21"]), ("予以公开大于部分公开多少", ["6"]), ("不予处理和无法提供的差距有多大", ["21"]),
    ("予以公开连同部分公开在内，总计多少件", ["24"]), ("许可、处罚、强制三样的处理决定数量合计多少件", ["32422"]), ("复议与诉讼两部分案件合计是多少件", ["60"]), ("求和：不予处理、无法提供", ["29"]),
    ("除了予以公开的件数，我还想知道部分公开的件数", ["15", "9"]), ("不光要予以公开，部分公开也要", ["15", "9"]), ("麻烦一次给齐：新收申请、予以公开、部分公开三个数", ["61", "15", "9"]),
])
def test_reckoned_with_both(shipped: Asked, text: str, values: list[str]) -> None:
    assert figures(shipped.ask(text))[: len(values)] == values


@pytest.mark.parametrize(("text", "value"), [
    ("部分公开多些嘛还是予以公开多些？", "15"), ("予以公开和部分公开，数量较多的是哪项", "15"), ("无法提供、不予处理孰多", "25"), ("部分公开和予以公开哪个领先", "15"),
    ("部分公开少些还是予以公开少些", "9"), ("无法提供与不予处理，何者为少", "4"), ("部分公开和予以公开，挑个小的", "9"),
])
def test_which_of_both(shipped: Asked, text: str, value: str) -> None:
    assert figures(shipped.ask(text))[0] == value
