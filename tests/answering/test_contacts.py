"""A telephone number, a mail address: what they are wanted for is no question of its own."""

import pytest

from tests.answering.support import Asked

PHONE, MAIL = "0377-62287056", "dzsrmzfwz@126.com"


@pytest.mark.parametrize(("question", "told"), [
    ("想给邓州市写邮件反映年报的问题，邮箱地址发我一下", MAIL), ("有问题想反映，邓州政府电话多少", PHONE), ("想反映问题打哪个电话", PHONE), ("我要投诉不予公开，邓州的联系电话是多少", PHONE),
    ("我被拒绝公开了，想打电话问问，号码是多少", PHONE),
])
def test_what_a_contact_is_wanted_for_is_not_asked(shipped: Asked, question: str, told: str) -> None:
    values = shipped.ask(question).values
    assert told in [v.value for v in values]
    assert not any(v.cells for v in values)


def test_an_amount_beside_a_contact_is_asked_for_too(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("邓州2020新收几件，电话多少").values] == ["61", PHONE]
