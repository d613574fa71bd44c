"""Words of regions and languages for what is measured or done, read as the common ones."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年落咗几多单行政处罚决定呀", "3715"), ("邓州西元2020年度結轉次年繼續辦理者幾件", "0"), ("邓州2020行政许可，上一年项目数加上本年增减，得出的现有项目数是多少", "6950"),
    ("那个公告栏啊电子显示屏啊邓州2020年一共公布了多少条信息", "3600"), ("邓州2020年给公务员培训了多少人次", "50"), ("邓州2020年主动公开信息总计几条", "8621"),
    ("邓州2020年有没有人为这个事情去法院告他们", "19"), ("Adding reconsideration and both kinds of lawsuits together, how many cases did Dengzhou have in 2020?", "60"),
    ("邓州那个行政事业性收费，项目是多咧还是少咧，差了几项？", "-50"), ("邓州2020年回话说“这东西不归俺们掌握”的有几件啊", "3"),
])
def test_words_of_regions_and_languages(shipped: Asked, question: str, value: str) -> None:
    assert shipped.ask(question).values[0].value == value


def test_a_ground_is_asked_of_yes_or_no(shipped: Asked) -> None:
    assert shipped.ask("Did Dengzhou refuse anything in 2020 on the “三安全一稳定” ground?").verdict == "no"


def test_a_reason_told_before_the_refusals_is_never_passed_over(shipped: Asked) -> None:
    reply = shipped.ask("城关镇这类过程性的东西，邓州2020年没给公开的有几件？")
    assert "37" not in [v.value for v in reply.values]
