"""A place alone, after a body of it; figures of another year or body added to the last one."""

import pytest

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.chat.bodies_before import with_bodies_before
from index.vocabulary import NameHit
from tests.answering.support import Asked, figures

BUREAU = NameHit(0, 6, "沭阳县发改局", "department", (5,), "321322", "exact")


def _frame(*names: NameHit) -> Frame:
    return Frame(operands=(Operand(names=names),))


def _place(text: str, *beside: int) -> NameHit:
    return NameHit(0, len(text), text, "place", (), "321322", "foreign", beside=beside)


def test_a_place_alone_is_the_body_named_before() -> None:
    meant = with_bodies_before(_frame(_place("沭阳", 5, 6)), [_frame(BUREAU)])
    assert meant.operands[0].names[0].agencies == (5,)


@pytest.mark.parametrize(("text", "beside"), [("沭阳县", (5,)), ("沭阳县政府", (5,)), ("上海", (6,))])
def test_the_place_itself_and_other_places_are_not(text: str, beside: tuple[int, ...]) -> None:
    frame = _frame(_place(text, *beside))
    assert with_bodies_before(frame, [_frame(BUREAU)]) == frame


@pytest.mark.parametrize("text", ["和2022年的加起来是多少", "跟2022年的新收合起来呢", "加上2022年的呢", "和2022年的新收一共多少"])
def test_another_year_is_added_to_the_last(places: Asked, text: str) -> None:
    each = [places.value(f"宝应{year}年新收申请多少") for year in (2021, 2022)]
    assert figures(places.ask(text, "宝应2021年新收申请多少"))[0] == str(sum(each))


def test_a_year_alone_is_not_added(places: Asked) -> None:
    assert places.value("2022年一共多少", "宝应2021年新收申请多少") == places.value("宝应2022年新收申请多少")
