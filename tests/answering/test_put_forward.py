"""Several figures put forward in one message: yes when every one holds, else the one that does not is named."""

import pytest

from tests.answering.support import Asked, figures, first_line


@pytest.mark.parametrize(("question", "verdict", "values"), [
    ("新收申请61件、予以公开15件、行政复议40件，这三个数都对吗？", "no", ["61", "15", "41"]),
    ("新收申请61件、予以公开15件、行政复议41件，对吗", "yes", ["61", "15", "41"]),
    ("同事说新收61件，予以公开15件，对不对", "yes", ["61", "15"]), ("处罚3715件、强制188件、许可28519件，是不是", "yes", ["3715", "188", "28519"]),
    ("复议维持41件、纠正0件、尚未审结1件，没写错吧", "no", ["41", "0", "0"]), ("个人59件、企业2件，对吧", "no", ["59", "1"]),
    ("新收61件，其中自然人58件，对吗", "no", ["61", "59"]), ("行政复议41件都维持了，对吗", "yes", ["41", "41"]),
    ("新收50到60件，对吗", "no", ["61"]), ("新收申请是不是六十到六十五件", "yes", ["61"]),
    ("直接起诉总共19件、结果纠正4件、尚未审结3件，三个数都没抄错吧？", "no", ["19", "4", "2"]), ("申请61件、予以公开15件、部分公开9件，全部属实吗", "yes", ["61", "15", "9"]),
    ("收了61件申请、给公开的15件、10件是部分公开的，全对吗", "no", ["61", "15", "9"]), ("61件申请、15件予以公开、9件部分公开，对吗", "yes", ["61", "15", "9"]),
    ("信息公开官司里政府一次都没被纠正过，是这样吗？", "no", ["4"]),
])
def test_every_figure_is_held_against_its_own_row(shipped: Asked, question: str, verdict: str, values: list[str]) -> None:
    reply = shipped.ask(question)
    assert (reply.verdict, figures(reply)) == (verdict, values)


def test_what_does_not_hold_stands_beside_its_figure(shipped: Asked) -> None:
    assert first_line(shipped.ask("新收60件、予以公开15件，对吗")) == "否。邓州市人民政府 2020 年：本年新收申请 61 件（问的是等于 60），予以公开 15 件"


def test_beside_what_is_not_understood_no_verdict_is_given(shipped: Asked) -> None:
    assert shipped.ask("新收61件、公开15件，没错吧").status == "choose"


@pytest.mark.parametrize("question", ["采购73个、许可28519件，对吗", "采购73个项目、花了4281.8773万元、许可18519件。哪个记错了？"])
def test_figures_that_belong_to_nothing_that_was_understood_get_no_verdict(shipped: Asked, question: str) -> None:
    reply = shipped.ask(question)
    assert (reply.status, reply.verdict) == ("refused", None)
